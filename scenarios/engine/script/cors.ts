import type { HeaderList, WireResponse } from '../../model/wire.ts'
import { headerValues } from '../wire.ts'
import { type Text, textOf } from '../../model/text.ts'

/**
 * Who may read an answer from another origin, and what must be asked beforehand: the CORS protocol of
 * the Fetch standard (§3.2 and §4.8 to §4.10), as pure rules.
 */

/** Whether cookies go along with a script's request, and come back with its answer. */
export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/** What stands in the way of a request from another origin. */
export interface CorsRefusal {
  /** The header field that is missing or says something else, in lower case. */
  readonly header: string
  /** One sentence without a full stop. */
  readonly reason: Text
}

/** Methods that a form could use too, so that nobody is asked beforehand. */
const safelistedMethods: readonly string[] = ['GET', 'HEAD', 'POST']

const formTypes: readonly string[] = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]

/** Longest value of a safelisted field, in octets. */
const longestValue = 128

/** Longest that all safelisted values may be together, in octets. */
const longestTogether = 1024

// eslint-disable-next-line no-control-regex
const unsafeBytes = /[\u0000-\u0008\u000a-\u001f"():<>?@[\\\]{}\u007f]/

const isSafelisted = (name: string, value: string): boolean => {
  if (new TextEncoder().encode(value).length > longestValue) return false
  switch (name) {
    case 'accept':
      return !unsafeBytes.test(value)
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value)
    case 'content-type':
      return (
        !unsafeBytes.test(value) &&
        formTypes.includes((value.split(';', 1)[0] ?? '').trim().toLowerCase())
      )
    case 'range':
      return /^bytes=\d+-\d*$/.test(value)
    default:
      return false
  }
}

/** Names of the fields that need permission, in order and each once (CORS-unsafe request-header names). */
export const unsafeHeaders = (headers: HeaderList): readonly string[] => {
  const safe = headers.filter(([name, value]) => isSafelisted(name, value))
  const together = safe.reduce((sum, [, value]) => sum + new TextEncoder().encode(value).length, 0)
  const unsafe = together > longestTogether ? headers : headers.filter((one) => !safe.includes(one))
  return [...new Set(unsafe.map(([name]) => name))].toSorted()
}

/** Whether a request of a script to another origin must be announced by a preflight (§4.8). */
export const needsPreflight = (method: string, headers: HeaderList): boolean =>
  !safelistedMethods.includes(method) || unsafeHeaders(headers).length > 0

const named = (name: string): string =>
  name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())

/** Whether a script of `origin` may read this answer (§4.10, CORS check); null when it may. */
export const corsCheck = (
  { headers }: WireResponse,
  origin: string,
  credentials: CredentialsMode,
): CorsRefusal | null => {
  const header = 'access-control-allow-origin'
  const values = headerValues(headers, header)
  const allowed = values.join(', ')
  if (values.length === 0)
    return { header, reason: textOf('cors.missing', { header: named(header) }) }
  if (credentials !== 'include' && allowed === '*') return null
  if (allowed === '*')
    return { header, reason: textOf('cors.any-origin', { header: named(header) }) }
  if (allowed !== origin)
    return {
      header,
      reason: textOf('cors.other-origin', { header: named(header), allowed, origin }),
    }
  if (credentials !== 'include') return null
  const permits = 'access-control-allow-credentials'
  return headerValues(headers, permits).join(', ') === 'true'
    ? null
    : { header: permits, reason: textOf('cors.credentials', { header: named(permits) }) }
}

const listed = (response: WireResponse, name: string): readonly string[] =>
  headerValues(response.headers, name)
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What a script is about to send. */
export interface Announced {
  readonly origin: string
  readonly method: string
  readonly headers: HeaderList
  readonly credentials: CredentialsMode
}

/** Fields of a preflight, which carries neither cookies nor a body. */
export const preflightHeaders = ({ method, headers }: Announced): HeaderList => {
  const names = unsafeHeaders(headers)
  return [
    ['access-control-request-method', method],
    ...(names.length === 0
      ? []
      : [['access-control-request-headers', names.join(',')] as [string, string]]),
  ]
}

/** Whether a preflight's answer permits the request itself (§4.9, CORS-preflight fetch). */
export const preflightCheck = (
  response: WireResponse,
  { origin, method, headers, credentials }: Announced,
): CorsRefusal | null => {
  const refused = corsCheck(response, origin, credentials)
  if (refused !== null) return refused
  if (response.status < 200 || response.status > 299)
    return { header: '', reason: textOf('cors.preflight-status', { status: response.status }) }
  const anything = credentials !== 'include'
  const methods = listed(response, 'access-control-allow-methods')
  const mayAsk =
    safelistedMethods.includes(method) ||
    methods.includes(method) ||
    (anything && methods.includes('*'))
  if (!mayAsk)
    return {
      header: 'access-control-allow-methods',
      reason: textOf('cors.not-listed', {
        header: 'Access-Control-Allow-Methods',
        name: method,
      }),
    }
  const names = listed(response, 'access-control-allow-headers').map((name) => name.toLowerCase())
  const missing = unsafeHeaders(headers).find(
    (name) =>
      !names.includes(name) && !(anything && names.includes('*') && name !== 'authorization'),
  )
  return missing === undefined
    ? null
    : {
        header: 'access-control-allow-headers',
        reason: textOf('cors.not-listed', {
          header: 'Access-Control-Allow-Headers',
          name: missing,
        }),
      }
}

/** How long a preflight's answer may be remembered, in seconds; five when it says nothing (§4.8). */
export const preflightAge = (response: WireResponse): number => {
  const said = headerValues(response.headers, 'access-control-max-age')[0]
  return said !== undefined && /^\d+$/.test(said) ? Math.min(Number(said), 7_200) : 5
}
