/**
 * Kickstart: FusionAuth's own way to set up an empty instance from a file. Variables, environment,
 * `UUID()`, built-in ids, includes, API keys and requests, as its documentation describes them.
 * Timeouts and licences are read and have no meaning here.
 */
import type { Json, WireRequest, WireResponse } from '../../../../scenarios/model/wire.ts'
import type { Instance } from '../instance.ts'
import { notesOf } from '../kept/notes.ts'
import { adminApplicationId, addApiKey } from '../memory/seed.ts'
import { addTenantManager, builtInValues, specialVariables } from './built-in.ts'
import { readKickstart, readKickstartKey, readKickstartRequest } from './document.ts'
import { type Include, interpolate, type Resolve } from './interpolate.ts'
import { parse } from './json.ts'
import { KickstartProblem } from './problem.ts'
import { reasonOf } from './reason.ts'

/** A Kickstart file and its environment. */
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
  | {
      readonly ok: true
      readonly apiKey: string
      readonly requests: number
      /** What the reader of the file should know, a line each. */
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly problem: string }

type Handle = (request: WireRequest, exchange: number) => Promise<WireResponse>

const isEmpty = ({ memory }: Instance): boolean =>
  memory.users.size === 0 &&
  memory.tenants.size === 1 &&
  memory.apiKeys.size === 1 &&
  [...memory.applications.keys()].every((id) => id === adminApplicationId)

/**
 * Variables may use the built-in values, and not each other. Those that give the instance's own
 * objects their ids come first, so that the built-in values reflect them.
 */
const readVariables = async (
  instance: Instance,
  source: KickstartSource,
  given: { readonly [name: string]: Json },
): Promise<ReadonlyMap<string, string>> => {
  const variables = new Map<string, string>()
  const isSpecial = (name: string): boolean => Object.hasOwn(specialVariables, name)
  const names = Object.keys(given)
  const ordered = [...names.filter(isSpecial), ...names.filter((name) => !isSpecial(name))]
  const builtIn = builtInValues(instance, source)
  for (const name of ordered) {
    const where = `The variable ${name}`
    const resolve: Resolve = (used) => {
      const value = builtIn(used)
      if (value !== undefined || !Object.hasOwn(given, used)) return value
      throw new KickstartProblem(
        `${where} uses #{${used}}, and variables cannot use each other. Write its value out in ${name}, or use both in the requests.`,
      )
    }
    const value = await interpolate(given[name] ?? null, resolve, source.include, where)
    if (typeof value === 'object') throw new KickstartProblem(`${where} has to be a text.`)
    variables.set(name, String(value))
    if (isSpecial(name)) specialVariables[name]?.(instance, String(value))
  }
  return variables
}

const perform = async (instance: Instance, source: KickstartSource, handle: Handle) => {
  if (!isEmpty(instance)) {
    throw new KickstartProblem('Kickstart runs only on an empty instance, and this one is in use.')
  }
  const { memory, origin } = instance
  const document = readKickstart(parse(source.text, source.path), source.path)
  addTenantManager(instance)
  const variables = await readVariables(instance, source, document.variables)
  const builtIn = builtInValues(instance, source)
  const resolve: Resolve = (name) => variables.get(name) ?? builtIn(name)

  const keys: ReturnType<typeof readKickstartKey>[] = []
  for (const [index, raw] of document.apiKeys.entries()) {
    const where = `API key ${index + 1}`
    const key = readKickstartKey(await interpolate(raw, resolve, source.include, where), where)
    const same = keys.findIndex((other) => other.key === key.key)
    // As the API refuses it; our choice for Kickstart, which no running server can be asked.
    if (same >= 0) throw new KickstartProblem(`${where} is the same as API key ${same + 1}.`)
    keys.push(key)
  }
  const [first] = keys
  const restricted = Object.keys(first?.permissions.endpoints ?? {}).length > 0
  if (first === undefined || first.tenantId !== undefined || restricted) {
    throw new KickstartProblem('API key 1 may not be restricted: it performs the requests.')
  }
  if ((first.expirationInstant ?? Number.POSITIVE_INFINITY) <= instance.clock.now()) {
    throw new KickstartProblem('API key 1 has expired, and it performs the requests.')
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
      throw new KickstartProblem(`${place} (${method} ${url}) ${reasonOf(origin + url, answer)}`)
    }
  }
  const notes = [...document.notes, ...notesOf(memory)]
  return { ok: true, apiKey: first.key, requests: document.requests.length, notes } as const
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
