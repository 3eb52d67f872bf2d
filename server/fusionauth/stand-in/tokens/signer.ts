import { utf8ToBytes } from '@noble/hashes/utils.js'
import {
  type CryptoKey,
  errors,
  importJWK,
  type JWSHeaderParameters,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import type { Clock } from '../../../../scenarios/engine/ports.ts'
import { demoKey } from '../demo-key.ts'
import { firstMaterial } from '../keys/demonstration.ts'
import { canSign, type KeyMaterial } from '../keys/material.ts'
import type { StoredKey } from '../memory/records.ts'
import { signOnce } from './sign-once.ts'

/** Why a text is no JWT of ours to go by: no JWT at all, one that has run out, or one of another hand. */
export type JwtFault = 'malformed' | 'expired' | 'invalid'

/** A JWT of ours that is good, or what is wrong with it. */
export type Verified =
  | { readonly fault: undefined; readonly claims: JWTPayload; readonly kid: string }
  | { readonly fault: JwtFault; readonly claims?: undefined }

/** Signs and verifies with the keys of the instance, each by its own algorithm. */
export interface Signer {
  /**
   * A compact JWT. Its header names algorithm, type and key and nothing else, as FusionAuth's does
   * since 1.60. Without a key that is still there and can sign, the oldest one that can does.
   */
  sign(claims: JWTPayload, keyId?: string): Promise<string>
  /**
   * The claims of a JWT of ours that has not run out. One whose key has been deleted is invalid.
   * Whether its key may serve there is asked in `verification.ts`.
   */
  verify(token: string, options?: { evenExpired?: boolean }): Promise<Verified>
}

/** The key that signs: the one that is asked for, else the oldest of those that are there and can. */
export const signingKey = (
  published: ReadonlyMap<string, StoredKey>,
  keyId = '',
): StoredKey | undefined => {
  const asked = published.get(keyId)
  if (asked !== undefined && canSign(asked.material)) return asked
  return [...published.values()].find(({ material }) => canSign(material))
}

const isMalformed = (error: unknown): boolean =>
  error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid

type UsableKey = CryptoKey | Uint8Array

interface UsableKeys {
  readonly signing: UsableKey | undefined
  readonly verifying: UsableKey | undefined
}

const importKeys = async (material: KeyMaterial): Promise<UsableKeys> => {
  const { algorithm, privateJwk, publicJwk, secret } = material
  if (secret !== undefined) {
    const bytes = utf8ToBytes(secret)
    return { signing: bytes, verifying: bytes }
  }
  const read = (jwk: KeyMaterial['publicJwk']) =>
    jwk === undefined ? undefined : importJWK({ ...jwk }, algorithm)
  return { signing: await read(privateJwk), verifying: await read(publicJwk) }
}

const imported = new WeakMap<KeyMaterial, Promise<UsableKeys>>()

/** A key is imported once, at its first use; a demonstration key for all instances together. */
const keysOf = (material: KeyMaterial): Promise<UsableKeys> => {
  const keys = imported.get(material) ?? importKeys(material)
  imported.set(material, keys)
  return keys
}

const noKey = (): Error => new Error('There is no key for this.')

export const createSigner = (clock: Clock, published: ReadonlyMap<string, StoredKey>): Signer => {
  /** By its own algorithm only, so that nobody passes a public key off as a secret (RFC 8725 §3.1). */
  const verifyingKey = async ({ kid, alg }: JWSHeaderParameters): Promise<UsableKey> => {
    const key = [...published.values()].find((one) => one.kid === kid)
    if (key === undefined || key.material.algorithm !== alg) throw noKey()
    const { verifying } = await keysOf(key.material)
    if (verifying === undefined) throw noKey()
    return verifying
  }
  return {
    sign: async (claims, keyId) => {
      const { kid, material } = signingKey(published, keyId) ?? {
        kid: demoKey.kid,
        material: firstMaterial,
      }
      const { signing } = await keysOf(material)
      if (signing === undefined) throw noKey()
      return signOnce(signing, { alg: material.algorithm, typ: 'JWT', kid }, claims)
    },
    verify: async (token, { evenExpired = false } = {}) => {
      // The first instant of 1970 lies before every expiry, so nothing has run out by then.
      const currentDate = new Date(evenExpired ? 0 : clock.now())
      try {
        const { payload, protectedHeader } = await jwtVerify(token, verifyingKey, { currentDate })
        return { fault: undefined, claims: payload, kid: protectedHeader.kid ?? '' }
      } catch (error) {
        if (isMalformed(error)) return { fault: 'malformed' }
        // Only what has a good signature is said to have run out: jose looks at the signature first.
        return { fault: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
      }
    },
  }
}
