import { equal } from '../equal.ts'
import type { Exchange, Handler, Instance } from '../instance.ts'
import type { Tenant } from '../memory/tenant.ts'
import { isObject, isUuid, notUuid, type Problem, type Reader } from '../shape.ts'
import type { Json } from '../../../../scenarios/vocabulary.ts'
import { invalid, malformedJson, tenantRequired, unauthorized, unknownTenant } from './refusals.ts'

/** True when the API key came along, as it is, without a scheme. */
export const hasApiKey = ({ apiKey }: Instance, exchange: Exchange): boolean =>
  equal(exchange.req.header('authorization') ?? '', apiKey)

/** Lets only callers with the API key through. */
export const withApiKey =
  (handler: Handler): Handler =>
  (instance, exchange) => {
    if (!hasApiKey(instance, exchange)) throw unauthorized()
    return handler(instance, exchange)
  }

/** The body as a JSON object; an empty body is an empty object. */
export const readBody = async (
  exchange: Exchange,
): Promise<{ readonly [member: string]: Json }> => {
  const text = await exchange.req.text()
  if (text.trim() === '') return {}
  let body: Json
  try {
    body = JSON.parse(text) as Json
  } catch {
    throw malformedJson()
  }
  if (!isObject(body)) throw malformedJson()
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
export const pathId = (exchange: Exchange, name: string): string | undefined => {
  const value = exchange.req.param(name)
  if (value === undefined) return undefined
  if (!isUuid(value)) throw invalid(notUuid(name))
  return value.toLowerCase()
}

/** A UUID in the query; the text `undefined` of a careless client is refused like any other. */
export const queryId = (exchange: Exchange, name: string): string | undefined => {
  const value = exchange.req.query(name)
  if (value === undefined || value === '') return undefined
  if (!isUuid(value)) throw invalid(notUuid(name))
  return value.toLowerCase()
}

/** The tenant that the call is about: the one it names, else the only one. */
export const tenantOf = ({ memory }: Instance, exchange: Exchange): Tenant => {
  const named = exchange.req.header('x-fusionauth-tenantid') ?? ''
  if (named !== '') {
    const tenant = memory.tenants.get(named.toLowerCase())
    if (tenant === undefined) throw unknownTenant()
    return tenant
  }
  const [only, another] = memory.tenants.values()
  if (only === undefined || another !== undefined) throw tenantRequired()
  return only
}

/** Whether the caller's tenant header, if any, allows to see something of this tenant. */
export const sees = (exchange: Exchange, tenantId: string): boolean => {
  const named = exchange.req.header('x-fusionauth-tenantid') ?? ''
  return named === '' || named.toLowerCase() === tenantId
}
