/**
 * Kickstart: FusionAuth's own way to set up an empty instance from a file. Variables, environment,
 * `UUID()`, built-in ids, includes, API keys and requests, as its documentation describes them.
 * Timeouts and licences are read and have no meaning here.
 */
import type { Json, WireRequest, WireResponse } from '../../../../scenarios/vocabulary.ts'
import { demoKey } from '../demo-key.ts'
import type { Instance } from '../instance.ts'
import { adminApplicationId, addApiKey } from '../memory/seed.ts'
import { uuid } from '../random.ts'
import { isUuid } from '../shape.ts'
import { readKickstart, readKickstartKey, readKickstartRequest } from './document.ts'
import { type Include, interpolate, parse, type Resolve } from './interpolate.ts'
import { KickstartProblem } from './problem.ts'

/** A Kickstart file and its surroundings. */
export interface KickstartSource {
  /** What the file is called in messages. */
  readonly path: string
  readonly text: string
  /** An environment variable; undefined when it is not set. */
  env(name: string): string | undefined
  /** The text of a file below the Kickstart's folder; undefined when there is none. */
  readonly include: Include
}

export type KickstartResult =
  | { readonly ok: true; readonly apiKey: string; readonly requests: number }
  | { readonly ok: false; readonly problem: string }

type Handle = (request: WireRequest, exchange: number) => Promise<WireResponse>

const isEmpty = ({ memory }: Instance): boolean =>
  memory.users.size === 0 &&
  memory.tenants.size === 1 &&
  memory.apiKeys.size === 1 &&
  [...memory.applications.keys()].every((id) => id === adminApplicationId)

/** The tenant of a fresh instance, under the id that the file wants for it. */
const renameDefaultTenant = ({ memory }: Instance, wanted: string): void => {
  const [tenant] = memory.tenants.values()
  if (tenant === undefined) return
  if (!isUuid(wanted)) throw new KickstartProblem('The variable defaultTenantId is not a UUID.')
  const id = wanted.toLowerCase()
  memory.tenants.delete(tenant.id)
  memory.tenants.set(id, { ...tenant, id })
  for (const application of memory.applications.values()) {
    memory.applications.set(application.id, { ...application, tenantId: id })
  }
}

/** What a file may use without having defined it. */
const builtIn =
  (instance: Instance, source: KickstartSource): Resolve =>
  (name) => {
    if (name.startsWith('ENV.')) return source.env(name.slice('ENV.'.length))
    if (name === 'UUID()') return uuid(instance.random)
    if (name === 'FUSIONAUTH_APPLICATION_ID') return adminApplicationId
    if (name === 'FUSIONAUTH_TENANT_ID') return instance.memory.tenants.keys().next().value
    return name === 'FUSIONAUTH_DEFAULT_SIGNING_KEY_ID' ? demoKey.id : undefined
  }

/** Variables may use the built-in values, and not each other. */
const readVariables = async (
  instance: Instance,
  source: KickstartSource,
  given: { readonly [name: string]: Json },
): Promise<ReadonlyMap<string, string>> => {
  const variables = new Map<string, string>()
  for (const [name, raw] of Object.entries(given)) {
    const where = `The variable ${name}`
    const value = await interpolate(raw, builtIn(instance, source), source.include, where)
    if (typeof value === 'object') throw new KickstartProblem(`${where} has to be a text.`)
    variables.set(name, String(value))
  }
  return variables
}

/** What FusionAuth found wrong, in one line. */
const reasonOf = ({ status, body }: WireResponse): string => {
  const messages = [...body.matchAll(/"message":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, message]) => message,
  )
  return [`was answered with ${status}`, ...messages].join(': ')
}

const perform = async (instance: Instance, source: KickstartSource, handle: Handle) => {
  if (!isEmpty(instance)) {
    throw new KickstartProblem('Kickstart runs only on an empty instance, and this one is in use.')
  }
  const { memory, origin } = instance
  const document = readKickstart(parse(source.text, source.path), source.path)
  const variables = await readVariables(instance, source, document.variables)
  const defaultTenantId = variables.get('defaultTenantId')
  if (defaultTenantId !== undefined) renameDefaultTenant(instance, defaultTenantId)
  const fallback = builtIn(instance, source)
  const resolve: Resolve = (name) => variables.get(name) ?? fallback(name)

  const keys: ReturnType<typeof readKickstartKey>[] = []
  for (const [index, raw] of document.apiKeys.entries()) {
    const where = `API key ${index + 1}`
    const key = await interpolate(raw, resolve, source.include, where)
    keys.push(readKickstartKey(key, where))
  }
  const [first] = keys
  const restricted = Object.keys(first?.permissions.endpoints ?? {}).length > 0
  if (first === undefined || first.tenantId !== undefined || restricted) {
    throw new KickstartProblem('API key 1 may not be restricted: it performs the requests.')
  }
  memory.apiKeys.clear()
  for (const key of keys) addApiKey(instance, key)

  for (const [index, raw] of document.requests.entries()) {
    const place = `Request ${index + 1}`
    const request = readKickstartRequest(
      await interpolate(raw, resolve, source.include, place),
      place,
    )
    const { method, url, tenantId, contentType, body } = request
    const answer = await handle(
      {
        method,
        url: origin + url,
        headers: [
          ['authorization', first.key],
          ['content-type', contentType],
          ...(tenantId === undefined ? [] : [['x-fusionauth-tenantid', tenantId] as const]),
        ],
        body: body === null ? '' : JSON.stringify(body),
      },
      0,
    )
    if (answer.status >= 300) {
      throw new KickstartProblem(`${place} (${method} ${url}) ${reasonOf(answer)}`)
    }
  }
  return { ok: true, apiKey: first.key, requests: document.requests.length } as const
}

/** A problem quotes the file, which may hold what a terminal would obey. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

/**
 * Sets an empty instance up as a Kickstart file says: its API keys take the place of the one that
 * the instance was started with, and its requests are performed in order with the first of them. The
 * first refusal ends it, and the problem names the request.
 */
export const kickstart = async (
  instance: Instance,
  source: KickstartSource,
  handle: Handle,
): Promise<KickstartResult> => {
  try {
    return await perform(instance, source, handle)
  } catch (problem) {
    if (problem instanceof KickstartProblem) return { ok: false, problem: oneLine(problem.message) }
    throw problem
  }
}
