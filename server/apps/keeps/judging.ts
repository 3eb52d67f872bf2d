import { userOfToken } from '../gateway.ts'
import type { House } from '../house.ts'
import type { Admission } from '../keeping.ts'

/** What a device showed that holds its JWT itself. */
interface Shown {
  readonly jwt: string | undefined
  readonly rt: string | undefined
}

/** By FusionAuth's clock, without mercy: a JWT that a device keeps is over when it says so. */
const clockTolerance = 0

/** Lets in whoever brings a JWT that is in order; else there may be a refresh token. */
export const judge = async (
  { verifier, memory }: Pick<House, 'verifier' | 'memory'>,
  { jwt, rt }: Shown,
  exchange: number,
): Promise<Admission> => {
  if (jwt !== undefined) {
    const verified = await verifier.verify(jwt, exchange, { use: 'access token', clockTolerance })
    if (verified.ok) return { is: 'inside', user: userOfToken(verified.claims, memory) }
    if (verified.why === 'keys') return { is: 'unknown', problem: verified.problem }
  }
  return rt === undefined ? { is: 'stranger' } : { is: 'renewable', refreshToken: rt }
}
