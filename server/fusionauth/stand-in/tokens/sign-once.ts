import { utf8ToBytes } from '@noble/hashes/utils.js'
import { CompactSign, type CryptoKey, type JWTPayload } from 'jose'

/** JWTs that are kept for each key: a tour signs about ten, and one takes some 2 kB. */
const most = 500

type Signed = Map<string, Promise<string>>

const kept = new WeakMap<CryptoKey | Uint8Array, Signed>()

const keptFor = (key: CryptoKey | Uint8Array): Signed => {
  const signed = kept.get(key) ?? new Map<string, Promise<string>>()
  kept.set(key, signed)
  return signed
}

/**
 * A compact JWT. The same header and claims under the same key have one signature with RSA (RFC 8017
 * §8.2: PKCS #1 v1.5 uses no randomness), Ed25519 and HMAC, and one of many with ECDSA, of which the
 * first will do. One seed asks for the same ones in every run. Signing was a third of the processor
 * time of a tour, so what was signed lately is kept.
 */
export const signOnce = (
  key: CryptoKey | Uint8Array,
  header: { readonly alg: string; readonly typ: 'JWT'; readonly kid: string },
  claims: JWTPayload,
): Promise<string> => {
  const signed = keptFor(key)
  const payload = JSON.stringify(claims)
  const name = `${JSON.stringify(header)}.${payload}`
  const sign = (): Promise<string> =>
    new CompactSign(utf8ToBytes(payload)).setProtectedHeader({ ...header }).sign(key)
  const jwt = signed.get(name) ?? sign()
  jwt.catch(() => signed.delete(name))
  signed.delete(name)
  signed.set(name, jwt)
  const [oldest] = signed.keys()
  if (signed.size > most && oldest !== undefined) signed.delete(oldest)
  return jwt
}
