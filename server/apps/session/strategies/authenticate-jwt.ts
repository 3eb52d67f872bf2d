import { userOfToken } from '../../provider/fusionauth-gateway.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Authentication } from '../session-manager.ts'

/** The tokens that came with a request, in cookies or in header fields. */
interface PresentedTokens {
  readonly jwt: string | undefined
  readonly rt: string | undefined
}

/** In seconds: none, by FusionAuth's own clock, so a JWT expires at the second that it names. */
const clockTolerance = 0

/** Authenticates a request by its JWT; without a valid one, says whether it has a refresh token. */
export const authenticateJwt = async (
  { verifier, memory }: Pick<Dependencies, 'verifier' | 'memory'>,
  { jwt, rt }: PresentedTokens,
  exchange: number,
): Promise<Authentication> => {
  if (jwt !== undefined) {
    const verified = await verifier.verify(jwt, exchange, { use: 'access token', clockTolerance })
    if (verified.ok) return { status: 'authenticated', user: userOfToken(verified.claims, memory) }
    if (verified.why === 'keys') return { status: 'unverifiable', problem: verified.problem }
  }
  return rt === undefined ? { status: 'anonymous' } : { status: 'refreshable', refreshToken: rt }
}
