import { readPage } from '../engine/html.ts'
import { loginForm } from '../engine/page.ts'
import { isHtml } from '../engine/wire.ts'
import type { Difference } from '../model/difference.ts'
import type { HttpPart } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { decodeToken } from '../model/jwt.ts'
import { tokenDifferences } from './claims.ts'
import { apart, differ, listed, type MessagePair } from './pair.ts'
import { textOf } from '../model/text.ts'
import { isJsonObject, parseJson, memberOf } from '../model/json.ts'

/** Deeper members are FusionAuth's own records, which are no part of a login. */
const depth = 3

const parsed = (http: HttpPart): Json | null => {
  const value = parseJson(http.body)
  return typeof value === 'object' ? value : null
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
  if (!isJsonObject(body)) return null
  const oauth = ['error', 'error_reason'].flatMap((name) => {
    const value = body[name]
    return typeof value === 'string' ? [value] : []
  })
  const api = JSON.stringify([body['fieldErrors'], body['generalErrors']])
  const codes = [...api.matchAll(/"code":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')
  const all = [...oauth, ...codes]
  return all.length === 0 ? null : all.join(', ')
}

const errorText = (body: Json | null): string | null => {
  const value = memberOf(body, 'error_description')
  return typeof value === 'string' ? value : null
}

const errorDifferences = (
  pair: MessagePair,
  expected: Json | null,
  observed: Json | null,
): readonly Difference[] => {
  const found: Difference[] = []
  const codes = { expected: codesOf(expected), observed: codesOf(observed) }
  if (codes.expected !== codes.observed)
    found.push(differ(pair, 'error-code', 'body', codes, textOf('difference.error-code', codes)))
  const texts = { expected: errorText(expected), observed: errorText(observed) }
  if (texts.expected !== texts.observed)
    found.push(
      differ(
        pair,
        'error-text',
        'error_description',
        texts,
        textOf('difference.error-text', texts),
        textOf('explained.error-text'),
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
        textOf('difference.members', { lost, gained }),
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
          textOf('difference.kind', {
            member: name,
            expected: kindOf(value),
            observed: kindOf(match),
          }),
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
    const sentence = textOf(expected === null ? 'difference.form-extra' : 'difference.form-missing')
    return [differ(pair, 'form', '', values, sentence)]
  }
  const { lost, gained } = apart(expected, observed)
  if (lost.length + gained.length === 0) return []
  const sentence = textOf('difference.form-controls', { lost, gained })
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
    const sentence = textOf('difference.json', {
      expected: expected !== null,
      observed: observed !== null,
    })
    return [differ(pair, 'body', '', values, sentence)]
  }
  // An error instead of an answer has other members; its code says it all.
  const failed = codesOf(expected) !== null || codesOf(observed) !== null
  return failed ? errors : [...errors, ...jsonDifferences(pair, expected, observed)]
}
