import { utf8ToBytes } from '@noble/hashes/utils.js'
import { CompactSign, importJWK, type JWTPayload, jwtVerify } from 'jose'
import type { Clock } from '../../../../scenarios/engine/ports.ts'
import { demoKey } from '../demo-key.ts'
import type { StoredKey } from '../memory/records.ts'

/** Signs and verifies with RS256 and the demonstration key, under the names of the instance's keys. */
export interface Signer {
  /**
   * A compact JWT. Its header names algorithm, type and key and nothing else, as FusionAuth's does
   * since 1.60. Without a key that is still there, the oldest one signs.
   */
  sign(claims: JWTPayload, keyId?: string): Promise<string>
  /**
   * The claims of a JWT of ours that has not run out; undefined for any other text, and for a JWT
   * whose key has been deleted.
   */
  verify(token: string, options?: { evenExpired?: boolean }): Promise<JWTPayload | undefined>
}

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
    sign: async (claims, keyId = '') => {
      const { privateKey } = await keysOf(demoKey)
      const { kid } = published.get(keyId) ?? [...published.values()][0] ?? demoKey
      return new CompactSign(utf8ToBytes(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .sign(privateKey)
    },
    verify: async (token, { evenExpired = false } = {}) => {
      const { publicKey } = await keysOf(demoKey)
      // The first instant of 1970 lies before every expiry, so nothing has run out by then.
      const currentDate = new Date(evenExpired ? 0 : clock.now())
      try {
        const options = { algorithms: ['RS256'], currentDate }
        const { payload, protectedHeader } = await jwtVerify(token, publicKey, options)
        const known = [...published.values()].some(({ kid }) => kid === protectedHeader.kid)
        return known ? payload : undefined
      } catch {
        return undefined
      }
    },
  }
}
