import { readPage } from '../engine/html.ts'
import { loginForm } from '../engine/page.ts'
import { isHtml } from '../engine/wire.ts'
import type { Difference } from '../model/difference.ts'
import type { HttpPart } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { decodeToken } from '../projections/token.ts'
import { tokenDifferences } from './claims.ts'
import { apart, differ, listed, type MessagePair } from './pair.ts'

/** Deeper members are FusionAuth's own records, which are no part of a login. */
const depth = 3

const parsed = (http: HttpPart): Json | null => {
  try {
    const value = JSON.parse(http.body) as Json
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** Every member with its path, e.g. `user.email`; an array counts as its first item. */
const leaves = (value: Json, path: string, level: number): readonly (readonly [string, Json])[] => {
  if (Array.isArray(value)) {
    const [first] = value as readonly Json[]
    return first === undefined ? [[path, value]] : leaves(first, `${path}[]`, level)
  }
  if (typeof value !== 'object' || value === null || level === 0) return [[path, value]]
  return Object.entries(value).flatMap(([name, member]) =>
    leaves(member, path === '' ? name : `${path}.${name}`, level - 1),
  )
}

const kindOf = (value: Json): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Codes in a body: `error` and `error_reason` (OAuth), `code` of every field and general error (API). */
const codesOf = (body: Json | null): string | null => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  const members = body as { readonly [name: string]: Json }
  const oauth = ['error', 'error_reason'].flatMap((name) => {
    const value = members[name]
    return typeof value === 'string' ? [value] : []
  })
  const api = JSON.stringify([members['fieldErrors'], members['generalErrors']])
  const codes = [...api.matchAll(/"code":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')
  const all = [...oauth, ...codes]
  return all.length === 0 ? null : all.join(', ')
}

const errorText = (body: Json | null): string | null => {
  if (typeof body !== 'object' || body === null || !('error_description' in body)) return null
  const value = body['error_description']
  return typeof value === 'string' ? value : null
}

const quoted = (text: string | null): string => (text === null ? 'nothing' : `"${text}"`)

const errorDifferences = (
  pair: MessagePair,
  expected: Json | null,
  observed: Json | null,
): readonly Difference[] => {
  const found: Difference[] = []
  const codes = { expected: codesOf(expected), observed: codesOf(observed) }
  if (codes.expected !== codes.observed)
    found.push(
      differ(
        pair,
        'error-code',
        'body',
        codes,
        `The answer was expected to tell ${codes.expected ?? 'no error'}, and tells ${codes.observed ?? 'no error'}.`,
      ),
    )
  const texts = { expected: errorText(expected), observed: errorText(observed) }
  if (texts.expected !== texts.observed)
    found.push(
      differ(
        pair,
        'error-text',
        'error_description',
        texts,
        `The error was expected to be told as ${quoted(texts.expected)}, and is told as ${quoted(texts.observed)}.`,
        'FusionAuth does not publish most of its error texts, and a client must not depend on them.',
      ),
    )
  return found
}

const jsonDifferences = (
  pair: MessagePair,
  expected: Json,
  observed: Json,
): readonly Difference[] => {
  const [one, other] = [leaves(expected, '', depth), leaves(observed, '', depth)]
  const names = (members: typeof one) => members.map(([name]) => name)
  const { lost, gained } = apart(names(one), names(other))
  const found: Difference[] = []
  if (lost.length + gained.length > 0)
    found.push(
      differ(
        pair,
        'body',
        'members',
        { expected: listed(lost), observed: listed(gained) },
        `The answer was expected to hold ${lost.length === 0 ? 'less' : listed(lost)}, and holds ${gained.length === 0 ? 'no more' : listed(gained)} besides what both have.`,
      ),
    )
  for (const [name, value] of one) {
    const match = other.find(([path]) => path === name)?.[1]
    if (match === undefined) continue
    if (kindOf(value) !== kindOf(match))
      found.push(
        differ(
          pair,
          'body',
          name,
          { expected: kindOf(value), observed: kindOf(match) },
          `${name} was expected to be of the kind ${kindOf(value)}, and is of the kind ${kindOf(match)}.`,
        ),
      )
    if (typeof value === 'string' && typeof match === 'string' && decodeToken(value) !== null)
      found.push(...tokenDifferences(pair, name, value, match))
  }
  return found
}

const controls = (http: HttpPart): readonly string[] | null => {
  if (!isHtml(http.headers)) return null
  const form = loginForm(readPage(http.url, http.status ?? 200, http.body, false))
  return form === undefined
    ? null
    : form.fields.map(({ name }) => name).filter((name) => name !== '')
}

const formDifferences = (pair: MessagePair): readonly Difference[] => {
  const [expected, observed] = [controls(pair.expected.http), controls(pair.observed.http)]
  if (expected === null && observed === null) return []
  if (expected === null || observed === null) {
    const form = (names: readonly string[] | null) => (names === null ? null : 'login form')
    const values = { expected: form(expected), observed: form(observed) }
    const sentence =
      expected === null
        ? 'The page is a login form, and was not expected to be one.'
        : 'The page was expected to be a login form, and is none.'
    return [differ(pair, 'form', '', values, sentence)]
  }
  const { lost, gained } = apart(expected, observed)
  if (lost.length + gained.length === 0) return []
  const sentence = `Of the controls of the login form, the expected ${listed(lost)} are not there, and ${listed(gained)} are there besides.`
  const values = { expected: listed(lost), observed: listed(gained) }
  return [differ(pair, 'form', 'controls', values, sentence)]
}

/** What an answer holds: error codes, members of its JSON, claims of its tokens, controls of its form. */
export const bodyDifferences = (pair: MessagePair): readonly Difference[] => {
  const [expected, observed] = [parsed(pair.expected.http), parsed(pair.observed.http)]
  const errors = errorDifferences(pair, expected, observed)
  if (expected === null || observed === null) {
    if (expected === observed || errors.length > 0) return [...errors, ...formDifferences(pair)]
    const kind = (body: Json | null): string => (body === null ? 'no JSON' : 'JSON')
    const values = { expected: kind(expected), observed: kind(observed) }
    const sentence = `The answer was expected to be ${kind(expected)}, and is ${kind(observed)}.`
    return [differ(pair, 'body', '', values, sentence)]
  }
  // An error instead of an answer has other members; its code says it all.
  const failed = codesOf(expected) !== null || codesOf(observed) !== null
  return failed ? errors : [...errors, ...jsonDifferences(pair, expected, observed)]
}
