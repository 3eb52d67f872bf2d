import type { Json } from '../../../../scenarios/model/wire.ts'
import { noValue } from './advice.ts'
import { parse } from './json.ts'
import { KickstartProblem } from './problem.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'

/** Gives the value of what stands between `#{` and `}`; undefined when there is none. */
export type Resolve = (name: string) => string | undefined

/** Gives the text of a file by its path from the Kickstart's folder; undefined when there is none. */
export type Include = (path: string) => Promise<string | undefined>

/** A path that stays within the folder: relative, with forward slashes, never upwards. */
const isInside = (path: string): boolean =>
  /^[^/\\:\0]+(?:\/[^/\\:\0]+)*$/.test(path) &&
  !path.split('/').some((part) => part === '..' || part === '.')

const load = async (include: Include, path: string, where: string): Promise<string> => {
  if (!isInside(path)) {
    throw new KickstartProblem(
      `${where} includes "${path}", which is not below the Kickstart's folder.`,
    )
  }
  const text = await include(path)
  if (text === undefined) {
    throw new KickstartProblem(`${where} includes "${path}", and there is no such file.`)
  }
  return text
}

const value = (resolve: Resolve, name: string, where: string): string => {
  const found = resolve(name)
  if (found === undefined) throw noValue(name, where)
  return found
}

/** Bounds for files that include each other. */
const maxIncludes = 8

/**
 * A text with every `#{name}` replaced by its value and every `@{path}` by the text of that file. A
 * backslash before either makes it literal. What a file brings along is interpolated too: documented
 * for JSON, our choice for texts, since no server that runs can be asked.
 * Without `include`, files stay out.
 */
const interpolateText = async (
  text: string,
  resolve: Resolve,
  include: Include | undefined,
  where: string,
  depth: number,
): Promise<string> => {
  if (depth > maxIncludes) throw new KickstartProblem(`${where} includes files without end.`)
  const parts: string[] = []
  let end = 0
  for (const match of text.matchAll(/(\\?)([#@&])\{([^{}]*)\}/g)) {
    const [whole, escape, kind, name = ''] = match
    parts.push(text.slice(end, match.index))
    end = match.index + whole.length
    if (escape !== '') parts.push(whole.slice(1))
    else if (kind === '#') parts.push(value(resolve, name.trim(), where))
    else if (kind === '@' && include !== undefined) {
      const file = await load(include, name.trim(), where)
      parts.push(await interpolateText(file, resolve, include, where, depth + 1))
    } else parts.push(whole)
  }
  return parts.join('') + text.slice(end)
}

/** A file of JSON, named by a text that is nothing but `&{path}`. */
const jsonInclude = /^&\{([^{}]*)\}$/

/**
 * A JSON value with everything in it interpolated and included. Values are replaced in the names of
 * members too: members of groups are told by the ids of their groups (our reading of FusionAuth's page on
 * Kickstart says "anywhere outside of the `variables` section").
 */
export const interpolate = async (
  json: Json,
  resolve: Resolve,
  include: Include,
  where: string,
  depth = 0,
): Promise<Json> => {
  if (typeof json === 'string') {
    const path = jsonInclude.exec(json)?.[1]?.trim()
    if (path === undefined) return interpolateText(json, resolve, include, where, depth)
    if (depth > maxIncludes) throw new KickstartProblem(`${where} includes files without end.`)
    const text = await load(include, path, where)
    return interpolate(parse(text, path), resolve, include, where, depth + 1)
  }
  if (Array.isArray(json)) {
    const items: Json[] = []
    for (const item of json as Json[]) {
      items.push(await interpolate(item, resolve, include, where, depth))
    }
    return items
  }
  if (!isJsonObject(json)) return json
  const members: [string, Json][] = []
  for (const [name, member] of Object.entries(json)) {
    const own = await interpolateText(name, resolve, undefined, where, depth)
    members.push([own, await interpolate(member, resolve, include, where, depth)])
  }
  return Object.fromEntries(members)
}
