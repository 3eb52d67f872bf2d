import { importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../../../scenarios/engine/ports.ts'
import { demoKey } from '../demo-key.ts'

/** Signs and verifies with RS256 and the demonstration key. */
export interface Signer {
  /** A compact JWT; `grantTypes` become the header member `gty`, unless there are none. */
  sign(claims: JWTPayload, grantTypes: readonly string[]): Promise<string>
  /** The claims of a JWT of ours that has not run out; undefined for any other text. */
  verify(token: string, options?: { evenExpired?: boolean }): Promise<JWTPayload | undefined>
}

const importKeys = async () => ({
  privateKey: await importJWK({ ...demoKey.privateJwk }, 'RS256'),
  publicKey: await importJWK({ ...demoKey.publicJwk }, 'RS256'),
})

/** The key is imported once, at the first use. */
export const createSigner = (clock: Clock): Signer => {
  let keys: ReturnType<typeof importKeys> | undefined
  return {
    sign: async (claims, grantTypes) => {
      const { privateKey } = await (keys ??= importKeys())
      const gty = grantTypes.length > 0 ? { gty: [...grantTypes] } : {}
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...gty, kid: demoKey.kid })
        .sign(privateKey)
    },
    verify: async (token, { evenExpired = false } = {}) => {
      const { publicKey } = await (keys ??= importKeys())
      // The first instant of 1970 lies before every expiry, so nothing has run out by then.
      const currentDate = new Date(evenExpired ? 0 : clock.now())
      try {
        return (await jwtVerify(token, publicKey, { algorithms: ['RS256'], currentDate })).payload
      } catch {
        return undefined
      }
    },
  }
}
