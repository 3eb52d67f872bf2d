import { equal } from '../equal.ts'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { type ApiKey, permits } from '../memory/api-key.ts'
import type { Tenant } from '../memory/tenant.ts'
import { isUuid, notUuid, type Problem, type Reader } from '../shape.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'
import { invalid, malformedJson, tenantRequired, unauthorized, unknownTenant } from './refusals.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'

/** The endpoint that permissions speak of: the path of the route up to its first parameter. */
const endpointOf = ({ req }: StandInContext): string => req.routePath.split('/:', 1)[0] ?? ''

/** The API key that came along, as it is, without a scheme; it may have no right to this endpoint. */
const presentedKey = (
  { memory, clock }: Instance,
  exchange: StandInContext,
): ApiKey | undefined => {
  const presented = exchange.req.header('authorization') ?? ''
  const key = [...memory.apiKeys.values()].find((candidate) => equal(presented, candidate.key))
  const expiry = key?.expirationInstant
  return expiry !== undefined && clock.now() >= expiry ? undefined : key
}

/** The API key that came along and permits this call; undefined when there is none such. */
export const apiKeyOf = (
  instance: Instance,
  exchange: StandInContext,
  endpoint = endpointOf(exchange),
): ApiKey | undefined => {
  const key = presentedKey(instance, exchange)
  return key !== undefined && permits(key, exchange.req.method, endpoint) ? key : undefined
}

/** True when an API key that permits this call came along. */
export const hasApiKey = (instance: Instance, exchange: StandInContext): boolean =>
  apiKeyOf(instance, exchange) !== undefined

/** Lets only callers with an API key for this endpoint through. */
export const withApiKey =
  (handler: StandInHandler): StandInHandler =>
  (instance, exchange) => {
    if (!hasApiKey(instance, exchange)) throw unauthorized()
    return handler(instance, exchange)
  }

/**
 * For what belongs to no tenant: a key that is scoped to one does not get through. The 401 is inferred
 * (asked: "API key of a tenant").
 */
export const withGlobalKey =
  (handler: StandInHandler): StandInHandler =>
  (instance, exchange) => {
    const key = apiKeyOf(instance, exchange)
    if (key === undefined || key.tenantId !== undefined) throw unauthorized()
    return handler(instance, exchange)
  }

/** Deeper bodies are refused: readers and merges follow the nesting. */
const maxDepth = 64

const isTooDeep = (body: Json): boolean => {
  let level: readonly Json[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    level = level.flatMap((node) =>
      node !== null && typeof node === 'object' ? Object.values(node) : [],
    )
  }
  return false
}

/** The body as JSON of any kind; an empty body is an empty object. */
export const readJson = async (exchange: StandInContext): Promise<Json> => {
  const text = await exchange.req.text()
  if (text.trim() === '') return {}
  let body: Json
  try {
    body = JSON.parse(text) as Json
  } catch {
    throw malformedJson()
  }
  if (isTooDeep(body)) throw malformedJson()
  return body
}

/** The body as a JSON object; an empty body is an empty object. */
export const readBody = async (
  exchange: StandInContext,
): Promise<{ readonly [member: string]: Json }> => {
  const body = await readJson(exchange)
  if (!isJsonObject(body)) throw malformedJson()
  return body
}

export const member = (body: { readonly [member: string]: Json }, name: string): Json | undefined =>
  Object.hasOwn(body, name) ? body[name] : undefined

/** Reads what FusionAuth would take, or refuses with every problem at once. */
export const readAs = <T>(reader: Reader<T>, value: Json | undefined, field: string): T => {
  const problems: Problem[] = []
  const result = reader(value, field, problems)
  if (problems.length > 0) throw invalid(...problems)
  return result
}

/** A UUID in the path; undefined when the path has none. */
export const pathId = (exchange: StandInContext, name: string): string | undefined => {
  const value = exchange.req.param(name)
  if (value === undefined) return undefined
  if (!isUuid(value)) throw invalid(notUuid(name))
  return value.toLowerCase()
}

/** A UUID in the query; the text `undefined` of a careless client is refused like any other. */
export const queryId = (exchange: StandInContext, name: string): string | undefined => {
  const value = exchange.req.query(name)
  if (value === undefined || value === '') return undefined
  if (!isUuid(value)) throw invalid(notUuid(name))
  return value.toLowerCase()
}

/** The tenant that the API key is scoped to, else the one in the header; '' when there is neither. */
const scopeOf = (instance: Instance, exchange: StandInContext): string => {
  const named = (exchange.req.header('x-fusionauth-tenantid') ?? '').toLowerCase()
  const scoped = presentedKey(instance, exchange)?.tenantId
  // That a key of one tenant authenticates nobody together with the header of another is inferred
  // (asked: "API key of a tenant").
  if (scoped !== undefined && named !== '' && named !== scoped) throw unauthorized()
  return scoped ?? named
}

/** The tenant that the call is about: that of the key or of the header, else the only one. */
export const tenantOf = (instance: Instance, exchange: StandInContext): Tenant => {
  const { tenants } = instance.memory
  const scope = scopeOf(instance, exchange)
  if (scope !== '') {
    const tenant = tenants.get(scope)
    if (tenant === undefined) throw unknownTenant()
    return tenant
  }
  const [only, another] = tenants.values()
  if (only === undefined || another !== undefined) throw tenantRequired()
  return only
}

/** Whether the scope of the call, if it has one, allows to see something of this tenant. */
export const sees = (instance: Instance, exchange: StandInContext, tenantId: string): boolean => {
  const scope = scopeOf(instance, exchange)
  return scope === '' || scope === tenantId
}
