import type { AppContext } from '../cookies.ts'
import type { Dependencies } from '../context.ts'
import type { JsonCredentials } from './session-manager.ts'
import type { RefreshSession } from './refresh.ts'
import type { User } from '../settings.ts'

/** What a request for something behind the login ends with. */
export type LoginState =
  | { readonly status: 'logged-in'; readonly user: User; readonly jsonCredentials: JsonCredentials }
  | { readonly status: 'login-required' }
  /** FusionAuth could not be asked; the user's device keeps all it has. */
  | { readonly status: 'outage'; readonly problem: string }

/**
 * Who is served behind the login. A living session is extended and a JWT judged; a dead one is
 * replaced by the refresh token, if FusionAuth accepts it; else the user logs in again. When
 * FusionAuth cannot be asked, nothing is lost, and the next try may work.
 */
export const authenticateOrRefresh = async (
  c: AppContext,
  { sessions }: Dependencies,
  refresh: RefreshSession,
): Promise<LoginState> => {
  const authentication = await sessions.authenticate(c, { touch: true })
  if (authentication.status === 'authenticated')
    return { status: 'logged-in', user: authentication.user, jsonCredentials: {} }
  if (authentication.status === 'unverifiable')
    return { status: 'outage', problem: authentication.problem }
  if (authentication.status === 'anonymous') return { status: 'login-required' }
  const { refreshToken } = authentication
  const refreshed = await refresh(refreshToken, sessions.readCredentials(c), c.env.exchange)
  if (refreshed.answer.ok) {
    const { credentials, user } = refreshed.answer.value
    return { status: 'logged-in', user, jsonCredentials: sessions.sendCredentials(c, credentials) }
  }
  if (refreshed.refreshToken !== refreshToken)
    sessions.sendCredentials(c, { rt: refreshed.refreshToken })
  return refreshed.answer.why === 'refused'
    ? { status: 'login-required' }
    : { status: 'outage', problem: refreshed.answer.problem }
}
