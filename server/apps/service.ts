import type { AppContext } from './cookies.ts'
import type { House } from './house.ts'
import type { Carried } from './keeping.ts'
import type { Renewal } from './renewal.ts'
import type { User } from './settings.ts'

/** What a request for something behind the login ends with. */
export type Service =
  | { readonly is: 'served'; readonly user: User; readonly carried: Carried }
  | { readonly is: 'refused' }
  /** FusionAuth could not be asked; the user's device keeps all it has. */
  | { readonly is: 'outage'; readonly problem: string }

/**
 * Who is served behind the login. A living session is extended and a JWT judged; a dead one is
 * replaced by the refresh token, if FusionAuth accepts it; else the user logs in again. When
 * FusionAuth cannot be asked, nothing is lost, and the next try may work.
 */
export const serve = async (
  c: AppContext,
  { keeping }: House,
  renew: Renewal,
): Promise<Service> => {
  const admission = await keeping.admit(c)
  if (admission.is === 'inside') return { is: 'served', user: admission.user, carried: {} }
  if (admission.is === 'unknown') return { is: 'outage', problem: admission.problem }
  if (admission.is === 'stranger') return { is: 'refused' }
  const { refreshToken } = admission
  const renewed = await renew(refreshToken, keeping.brought(c), c.env.exchange)
  if (renewed.answer.ok) {
    const { credentials, user } = renewed.answer.value
    return { is: 'served', user, carried: keeping.hand(c, credentials) }
  }
  if (renewed.refreshToken !== refreshToken) keeping.hand(c, { rt: renewed.refreshToken })
  return renewed.answer.why === 'refused'
    ? { is: 'refused' }
    : { is: 'outage', problem: renewed.answer.problem }
}
