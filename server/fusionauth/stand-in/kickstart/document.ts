import type { Json } from '../../../../scenarios/model/wire.ts'
import { readApiKey } from '../memory/api-key.ts'
import { data, group, id, listOf, oneOf, type Problem, text, whole } from '../shape.ts'
import { specialVariables } from './built-in.ts'
import { KickstartProblem } from './problem.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'

/**
 * The members that a Kickstart file may have. `supportId` is an old one: files of former versions have
 * it, and whether it still says something is not published.
 */
const known = new Set([
  'variables',
  'apiKeys',
  'requests',
  'settings',
  'license',
  'licenseId',
  'supportId',
])

/** A Kickstart file as it stands, before any interpolation. */
export interface KickstartDocument {
  readonly variables: { readonly [name: string]: Json }
  readonly apiKeys: readonly Json[]
  readonly requests: readonly Json[]
  /** What is passed over, as a line for the reader of the file. */
  readonly notes: readonly string[]
}

const json = (value: Json | undefined): Json => value ?? null

const readDocument = group({
  apiKeys: listOf(json),
  licenseId: text(undefined),
  license: text(undefined),
  requests: listOf(json),
  settings: group({ connectTimeout: whole(5000), readTimeout: whole(5000) }),
  variables: data,
})

const checkObject = (value: Json, where: string, members: string): void => {
  if (isJsonObject(value)) return
  throw new KickstartProblem(`${where} has to be an object with ${members}.`)
}

const check = (problems: readonly Problem[], where: string): void => {
  const [first] = problems
  if (first !== undefined) throw new KickstartProblem(`${where}: ${first.message}`)
}

/** The parts of a Kickstart file. */
export const readKickstart = (file: Json, path: string): KickstartDocument => {
  if (!isJsonObject(file)) throw new KickstartProblem(`${path} has to hold one JSON object.`)
  const unknown = Object.keys(file).find((name) => !known.has(name))
  if (unknown !== undefined && Object.hasOwn(specialVariables, unknown)) {
    throw new KickstartProblem(`${path} has a member ${unknown}, which belongs in variables.`)
  }
  if (unknown !== undefined) {
    throw new KickstartProblem(`${path} has a member ${unknown}, which Kickstart does not know.`)
  }
  const problems: Problem[] = []
  const document = readDocument(file, '', problems)
  check(problems, path)
  if (document.apiKeys.length === 0) {
    throw new KickstartProblem(`${path} has no API key: Kickstart needs at least one in apiKeys.`)
  }
  const notes = Object.hasOwn(file, 'supportId') ? ['supportId is passed over.'] : []
  return { ...document, notes }
}

/** An API key of a Kickstart; here, and here only, a key may be made a key manager. */
export const readKickstartKey = (value: Json, where: string) => {
  checkObject(value, where, 'a key')
  const problems: Problem[] = []
  const key = readApiKey(value, '', problems)
  check(problems, where)
  if (key.key === '') throw new KickstartProblem(`${where} has no key.`)
  const description = isJsonObject(value) ? value['description'] : undefined
  return typeof description === 'string'
    ? { ...key, metaData: { attributes: { ...key.metaData.attributes, description } } }
    : key
}

const readRequest = group({
  body: json,
  contentType: text('application/json'),
  method: text(''),
  tenantId: id(undefined),
  url: text(''),
})

const readMethod = oneOf(['POST', 'PUT', 'PATCH'], 'POST')

/** A request of a Kickstart. */
export const readKickstartRequest = (value: Json, where: string) => {
  checkObject(value, where, 'method, url and body')
  const problems: Problem[] = []
  const request = readRequest(value, '', problems)
  const method = readMethod(request.method, 'method', problems)
  check(problems, where)
  if (request.url.includes('${'))
    throw new KickstartProblem(`${where} has a \${…} in its url. A variable is written #{…}.`)
  // FusionAuth's own files leave the first slash out, so it is added. A Kickstart answers nobody, so no
  // server that runs can be asked.
  const url = request.url.startsWith('/') ? request.url : `/${request.url}`
  if (/^(?:[a-z][a-z0-9+.-]*:|$)/i.test(request.url) || !/^\/[\x21-\x7e]*$/.test(url)) {
    throw new KickstartProblem(`${where} needs a url below FusionAuth's own, such as /api/user.`)
  }
  return { ...request, method, url }
}
