import type { Json } from '../model/wire.ts'

/** A JWT taken apart for display; nothing is verified (RFC 7519 §3). */
export interface DecodedToken {
  readonly header: Readonly<Record<string, Json>>
  readonly claims: Readonly<Record<string, Json>>
  readonly signature: string
}

/** What a JWT looks like inside other text: three base64url parts, the first a JSON object. */
export const tokenPattern = /\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g

/** Bytes in base64url (RFC 7515 §2); null when it is none. */
export const bytesOf = (encoded: string): Uint8Array<ArrayBuffer> | null => {
  try {
    const padded = encoded.replaceAll('-', '+').replaceAll('_', '/')
    return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

const part = (encoded: string): Readonly<Record<string, Json>> | null => {
  const bytes = bytesOf(encoded)
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Readonly<Record<string, Json>>) : null
  } catch {
    return null
  }
}

/** Takes a JWT apart; null when the text is none. */
export const decodeToken = (text: string): DecodedToken | null => {
  const parts = text.split('.')
  const [first, second, signature] = parts
  if (parts.length !== 3 || first === undefined || second === undefined) return null
  const header = part(first)
  const claims = part(second)
  return header === null || claims === null ? null : { header, claims, signature: signature ?? '' }
}

const spans: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
]

/** A length of time in its two largest units: `59 min 58 s`. Milliseconds in. */
export const span = (milliseconds: number): string => {
  let rest = Math.round(Math.abs(milliseconds) / 1000)
  const words: string[] = []
  for (const [size, unit] of spans) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) words.push(`${count} ${unit}`)
    else if (words.length > 0) break
    if (words.length === 2) break
  }
  return words.length === 0 ? '0 s' : words.join(' ')
}

/** A moment as seen from another on the protocol clock: `in 1 h`, `2 min ago`, `now`. Both in ms. */
export const relative = (moment: number, now: number): string => {
  if (Math.abs(moment - now) < 500) return 'now'
  return moment > now ? `in ${span(moment - now)}` : `${span(now - moment)} ago`
}

/** A claim, ready to show. */
export interface ClaimRow {
  readonly name: string
  readonly value: string
  /** The time that the claim tells, in ms on the protocol clock; null for other claims. */
  readonly instant: number | null
}

const instants = new Set(['exp', 'iat', 'nbf', 'auth_time'])

/** Rows of a header or of claims, in their order. */
export const claimRows = (values: Readonly<Record<string, Json>>): ClaimRow[] =>
  Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    instant: instants.has(name) && typeof value === 'number' ? value * 1000 : null,
  }))
