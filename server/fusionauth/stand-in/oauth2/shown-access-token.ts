import type { JWTPayload } from 'jose'
import type { Instance } from '../instance.ts'
import type { User } from '../memory/user.ts'
import { verifyJwt } from '../tokens/verification.ts'
import { expiredAccessToken, malformedAccessToken, untrustedAccessToken } from './refusals.ts'

const refusals = {
  malformed: malformedAccessToken,
  expired: expiredAccessToken,
  invalid: untrustedAccessToken,
} as const

/**
 * The claims of a JWT that is shown as an access token, and its user. Whether it is one is for the
 * caller to say.
 *
 * @throws OAuthRefusal that says what is wrong with the JWT.
 */
export const loadShownToken = async (
  instance: Instance,
  jwt: string,
): Promise<{ readonly claims: JWTPayload; readonly user: User }> => {
  const { fault, claims } = await verifyJwt(instance, jwt)
  if (fault !== undefined) throw refusals[fault]()
  const user = instance.memory.users.get(claims.sub ?? '')
  if (user === undefined) throw untrustedAccessToken()
  return { claims, user }
}
