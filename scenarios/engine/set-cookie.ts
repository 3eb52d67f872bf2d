import { parseCookieDate } from './cookies/date.ts'

/** Reading and writing the value of a Set-Cookie header field (RFC 10025 §5.6). */

/** What a Set-Cookie says, before anybody asked whether it may be stored. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  /** Expires, in milliseconds since 1970. */
  readonly expires: number | null
  /** Max-Age, in seconds; it wins over Expires. */
  readonly maxAge: number | null
  /** Domain in lower case without its leading dot; null when absent or empty. */
  readonly domain: string | null
  /** Path; null when absent or not beginning with '/', which means the default path. */
  readonly path: string | null
  readonly secure: boolean
  readonly httpOnly: boolean
  /** null when absent or not a known word. */
  readonly sameSite: 'strict' | 'lax' | 'none' | null
}

/** Why a Set-Cookie could not be read at all. */
export type SetCookieProblem = 'control-character' | 'too-large'

export type ParsedSetCookie =
  | {
      readonly ok: true
      readonly cookie: SetCookie
      /** Names of attributes left out because their value is longer than 1024 octets. */
      readonly tooLong: readonly string[]
    }
  | { readonly ok: false; readonly problem: SetCookieProblem; readonly name: string }

/** Octets that name and value may have together (§5.6 step 5). */
const pairLimit = 4096
/** Octets that the value of an attribute may have (§5.6, attributes, step 6). */
const attributeLimit = 1024

// The tab is white space here, not a control character.
// oxlint-disable-next-line no-control-regex
const controlCharacter = /[\x00-\x08\x0a-\x1f\x7f]/

const octets = (text: string): number =>
  // oxlint-disable-next-line no-control-regex
  /^[\x00-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length

const trim = (text: string): string => text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '')

const splitPair = (text: string): readonly [left: string, right: string | null] => {
  const at = text.indexOf('=')
  return at === -1 ? [trim(text), null] : [trim(text.slice(0, at)), trim(text.slice(at + 1))]
}

const asciiLowerCase = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Seconds, kept within the safe integers: whatever lies beyond is capped or deleted anyway. */
const parseMaxAge = (text: string): number | null =>
  /^-?\d+$/.test(text)
    ? Math.max(Math.min(Number(text), Number.MAX_SAFE_INTEGER), Number.MIN_SAFE_INTEGER) || 0
    : null

const parseSameSite = (text: string): SetCookie['sameSite'] => {
  const word = asciiLowerCase(text)
  return word === 'strict' || word === 'lax' || word === 'none' ? word : null
}

/** One attribute applied; the last of a name wins, an unreadable date or age leaves the former. */
const withAttribute = (cookie: SetCookie, name: string, value: string): SetCookie => {
  switch (asciiLowerCase(name)) {
    case 'expires':
      return { ...cookie, expires: parseCookieDate(value) ?? cookie.expires }
    case 'max-age':
      return { ...cookie, maxAge: parseMaxAge(value) ?? cookie.maxAge }
    case 'domain':
      return { ...cookie, domain: asciiLowerCase(value.replace(/^\./, '')) || null }
    case 'path':
      return { ...cookie, path: value.startsWith('/') ? value : null }
    case 'secure':
      return { ...cookie, secure: true }
    case 'httponly':
      return { ...cookie, httpOnly: true }
    case 'samesite':
      return { ...cookie, sameSite: parseSameSite(value) }
    default:
      return cookie
  }
}

/**
 * Reads a Set-Cookie value as a browser does: nearly everything is accepted, unknown attributes
 * are skipped, a text without '=' is a value without a name. Lengths count UTF-8 octets.
 */
export const parseSetCookie = (text: string): ParsedSetCookie => {
  const [pair = '', ...attributes] = text.split(';')
  const [left, right] = splitPair(pair)
  const [name, value] = right === null ? ['', left] : [left, right]
  if (controlCharacter.test(text)) return { ok: false, problem: 'control-character', name }
  if (octets(name) + octets(value) > pairLimit) return { ok: false, problem: 'too-large', name }

  let cookie: SetCookie = {
    name,
    value,
    expires: null,
    maxAge: null,
    domain: null,
    path: null,
    secure: false,
    httpOnly: false,
    sameSite: null,
  }
  const tooLong: string[] = []
  for (const attribute of attributes) {
    const [attributeName, attributeValue] = splitPair(attribute)
    if (octets(attributeValue ?? '') > attributeLimit) tooLong.push(attributeName)
    else cookie = withAttribute(cookie, attributeName, attributeValue ?? '')
  }
  return { ok: true, cookie, tooLong }
}

const sameSiteWords = { strict: 'Strict', lax: 'Lax', none: 'None' } as const

/** A reader takes one leading dot away, and white space around the value. */
const printDomain = (domain: string): string => (/^[. \t]/.test(domain) ? `.${domain}` : domain)

/**
 * Writes a Set-Cookie value. Reading it again gives the same cookie, provided that it holds
 * nothing a reader would have refused or cut off (';', control characters, outer white space).
 */
export const printSetCookie = (cookie: SetCookie): string =>
  [
    `${cookie.name}=${cookie.value}`,
    cookie.expires === null ? null : `Expires=${new Date(cookie.expires).toUTCString()}`,
    cookie.maxAge === null ? null : `Max-Age=${cookie.maxAge}`,
    cookie.domain === null ? null : `Domain=${printDomain(cookie.domain)}`,
    cookie.path === null ? null : `Path=${cookie.path}`,
    cookie.secure ? 'Secure' : null,
    cookie.httpOnly ? 'HttpOnly' : null,
    cookie.sameSite === null ? null : `SameSite=${sameSiteWords[cookie.sameSite]}`,
  ]
    .filter((part) => part !== null)
    .join('; ')
