import { jsonObject, type JsonObject } from './json.ts'

/** A JWT taken apart for display; nothing is verified (RFC 7519 §3). */
export interface DecodedToken {
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly signature: string
}

/**
 * What a JWT looks like inside other text: three base64url parts, the first a JSON object. It begins
 * where no such part goes on, so that a long text of many beginnings is read once.
 */
export const tokenPattern = /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g

/** Bytes in base64url (RFC 7515 §2); null when it is none. */
export const bytesOf = (encoded: string): Uint8Array<ArrayBuffer> | null => {
  try {
    const padded = encoded.replaceAll('-', '+').replaceAll('_', '/')
    return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

const part = (encoded: string): JsonObject | undefined => {
  const bytes = bytesOf(encoded)
  if (bytes === null) return undefined
  try {
    return jsonObject(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Takes a JWT apart; null when the text is none. */
export const decodeToken = (text: string): DecodedToken | null => {
  const parts = text.split('.')
  const [first, second, signature] = parts
  if (parts.length !== 3 || first === undefined || second === undefined) return null
  const header = part(first)
  const claims = part(second)
  return header === undefined || claims === undefined
    ? null
    : { header, claims, signature: signature ?? '' }
}
