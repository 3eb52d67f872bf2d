import { decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from 'jose'
import type { Clock } from '../../../../scenarios/engine/ports.ts'
import { demoKey } from '../demo-key.ts'
import type { StoredKey } from '../memory/records.ts'
import { signOnce } from './sign-once.ts'

/** Why a text is no JWT of ours to go by: no JWT at all, one that has run out, or one of another hand. */
export type JwtFault = 'malformed' | 'expired' | 'invalid'

/** A JWT of ours that is good, or what is wrong with it. */
export type Verified =
  | { readonly fault: undefined; readonly claims: JWTPayload; readonly kid: string }
  | { readonly fault: JwtFault; readonly claims?: undefined }

/** Signs and verifies with RS256 and the demonstration key, under the names of the instance's keys. */
export interface Signer {
  /**
   * A compact JWT. Its header names algorithm, type and key and nothing else, as FusionAuth's does
   * since 1.60. Without a key that is still there, the oldest one signs.
   */
  sign(claims: JWTPayload, keyId?: string): Promise<string>
  /**
   * The claims of a JWT of ours that has not run out. One whose key has been deleted is invalid.
   * Whether its key may serve there is asked in `verification.ts`.
   */
  verify(token: string, options?: { evenExpired?: boolean }): Promise<Verified>
}

/** The key that signs: the one that is asked for, else the oldest of those that are there. */
export const signingKey = (
  published: ReadonlyMap<string, StoredKey>,
  keyId = '',
): StoredKey | undefined => published.get(keyId) ?? [...published.values()][0]

const isMalformed = (error: unknown): boolean =>
  error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid

const importKeys = async () => ({
  privateKey: await importJWK({ ...demoKey.privateJwk }, 'RS256'),
  publicKey: await importJWK({ ...demoKey.publicJwk }, 'RS256'),
})

const imported = new WeakMap<typeof demoKey, ReturnType<typeof importKeys>>()

/** The key is the same for every instance, and imported once, at the first use. */
const keysOf = (key: typeof demoKey): ReturnType<typeof importKeys> => {
  const keys = imported.get(key) ?? importKeys()
  imported.set(key, keys)
  return keys
}

export const createSigner = (clock: Clock, published: ReadonlyMap<string, StoredKey>): Signer => {
  return {
    sign: async (claims, keyId) => {
      const { privateKey } = await keysOf(demoKey)
      const { kid } = signingKey(published, keyId) ?? demoKey
      return signOnce(privateKey, { typ: 'JWT', kid }, claims)
    },
    verify: async (token, { evenExpired = false } = {}) => {
      const { publicKey } = await keysOf(demoKey)
      // The first instant of 1970 lies before every expiry, so nothing has run out by then.
      const currentDate = new Date(evenExpired ? 0 : clock.now())
      const isKnown = (kid: unknown) => [...published.values()].some((key) => key.kid === kid)
      try {
        const options = { algorithms: ['RS256'], currentDate }
        const { payload, protectedHeader } = await jwtVerify(token, publicKey, options)
        const { kid } = protectedHeader
        if (kid === undefined || !isKnown(kid)) return { fault: 'invalid' }
        return { fault: undefined, claims: payload, kid }
      } catch (error) {
        if (isMalformed(error)) return { fault: 'malformed' }
        // Only what has a good signature is said to have run out: jose looks at the signature first.
        const isOld = error instanceof errors.JWTExpired
        return { fault: isOld && isKnown(decodeProtectedHeader(token).kid) ? 'expired' : 'invalid' }
      }
    },
  }
}
