import type { Message } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { headerOf } from '../engine/wire.ts'
import { bytesOf, decodeToken } from '../model/jwt.ts'
import { isJsonObject, jsonObject } from '../model/json.ts'

/** A key as a JWK (RFC 7517 §4). */
export type VerificationKey = Readonly<Record<string, Json>>

/** The keys that crossed the wire last, and with which message. */
export interface SeenKeys {
  readonly n: number
  readonly keys: readonly VerificationKey[]
}

/** What can be said of a JWT's signature from what has been seen. */
export type Signature =
  | { readonly kind: 'valid' | 'invalid'; readonly kid: string; readonly n: number }
  | { readonly kind: 'unknown-key'; readonly kid: string; readonly n: number }
  | { readonly kind: 'no-keys' | 'unsigned' | 'unavailable' }
  | { readonly kind: 'shared-secret' | 'unsupported'; readonly alg: string }

const isKey = (value: Json): value is VerificationKey => isJsonObject(value) && 'kty' in value

const keysIn = ({ kind, http }: Message): readonly VerificationKey[] => {
  if (kind !== 'response' || http === null) return []
  if (!/\bjson\b/.test(headerOf(http.headers, 'content-type') ?? '')) return []
  const keys = jsonObject(http.body)?.['keys']
  return Array.isArray(keys) ? (keys as readonly Json[]).filter(isKey) : []
}

/** The last key set (RFC 7517 §5) that an answer brought within the first `k` messages. */
export const keysSeen = (messages: readonly Message[], k: number): SeenKeys | null => {
  for (const message of messages.slice(0, k).toReversed()) {
    const keys = keysIn(message)
    if (keys.length > 0) return { n: message.n, keys }
  }
  return null
}

const hashes: Readonly<Record<string, string>> = { 256: 'SHA-256', 384: 'SHA-384', 512: 'SHA-512' }
const curves: Readonly<Record<string, string>> = { 256: 'P-256', 384: 'P-384', 512: 'P-521' }

type Algorithm = Readonly<{ name: string; hash: string; namedCurve?: string }>

/** RS and ES algorithms of RFC 7518 §3.1; null for others. */
const algorithmOf = (alg: string): Algorithm | null => {
  const [, family, size = ''] = /^(RS|ES)(256|384|512)$/.exec(alg) ?? []
  const hash = hashes[size]
  if (hash === undefined) return null
  if (family === 'RS') return { name: 'RSASSA-PKCS1-v1_5', hash }
  const namedCurve = curves[size]
  return namedCurve === undefined ? null : { name: 'ECDSA', hash, namedCurve }
}

const verified = async (
  token: string,
  key: VerificationKey,
  algorithm: Algorithm,
): Promise<boolean> => {
  const end = token.lastIndexOf('.')
  const signature = bytesOf(token.slice(end + 1))
  if (signature === null) return false
  const { kty, n, e, crv, x, y } = key
  const imported = await crypto.subtle.importKey(
    'jwk',
    { kty, n, e, crv, x, y } as JsonWebKey,
    algorithm,
    false,
    ['verify'],
  )
  const signed = new TextEncoder().encode(token.slice(0, end))
  return crypto.subtle.verify(algorithm, imported, signature, signed)
}

const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : null

/**
 * Checks a JWT's signature (RFC 7515 §5.2) with the keys that have been seen on the wire, as an
 * application does; the key is the one that the header's `kid` names.
 */
export const checkSignature = async (token: string, seen: SeenKeys | null): Promise<Signature> => {
  const header = decodeToken(token)?.header ?? {}
  const alg = textOf(header['alg']) ?? 'none'
  if (alg === 'none') return { kind: 'unsigned' }
  if (alg.startsWith('HS')) return { kind: 'shared-secret', alg }
  const algorithm = algorithmOf(alg)
  if (algorithm === null) return { kind: 'unsupported', alg }
  if (seen === null) return { kind: 'no-keys' }
  const kid = textOf(header['kid']) ?? ''
  const key = seen.keys.find((one) => one['kid'] === kid)
  if (key === undefined) return { kind: 'unknown-key', kid, n: seen.n }
  if (globalThis.crypto?.subtle === undefined) return { kind: 'unavailable' }
  const isValid = await verified(token, key, algorithm).catch(() => false)
  return { kind: isValid ? 'valid' : 'invalid', kid, n: seen.n }
}
