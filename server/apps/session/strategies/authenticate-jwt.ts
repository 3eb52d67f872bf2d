import { userOfToken } from '../../provider/fusionauth-gateway.ts'
import type { Dependencies } from '../../context.ts'
import type { Authentication } from '../session-manager.ts'

/** What a device showed that holds its JWT itself. */
interface PresentedTokens {
  readonly jwt: string | undefined
  readonly rt: string | undefined
}

/** By FusionAuth's clock, without mercy: a JWT that a device keeps is over when it says so. */
const clockTolerance = 0

/** Lets in whoever brings a JWT that is in order; else there may be a refresh token. */
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
