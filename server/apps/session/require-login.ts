import { jsonOutage, jsonUnauthorized } from '../api/json.ts'
import type { AppContext } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import type { User } from '../settings.ts'
import type { RefreshSession } from './refresh.ts'
import type { JsonCredentials } from './session-manager.ts'

interface LoggedIn {
  readonly status: 'logged-in'
  readonly user: User
  /** Members that a JSON response must carry, when the session was refreshed on the way. */
  readonly jsonCredentials: JsonCredentials
}

/** What a request for something behind the login comes to. */
type LoginState =
  | LoggedIn
  | { readonly status: 'login-required' }
  /** FusionAuth could not be asked; the client keeps all its credentials. */
  | { readonly status: 'outage'; readonly problem: string }

type Respond = (login: LoggedIn) => Response | Promise<Response>

/**
 * Authenticates a request; where the session or JWT has expired, uses the refresh token and sends the
 * new credentials. While FusionAuth cannot be asked, nothing is revoked: the next try may succeed.
 */
const authenticateOrRefresh = async (
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

/** Responds to a logged-in user with a page; others are redirected to the login, after a form by GET. */
export const requireLogin = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
  respond: Respond,
): Promise<Response> => {
  const login = await authenticateOrRefresh(c, deps, refresh)
  if (login.status === 'outage') return deps.pages.outage(c, login.problem)
  if (login.status === 'login-required')
    return c.redirect('/login', c.req.method === 'GET' ? 302 : 303)
  return respond(login)
}

/** The same for a client program: 401 instead of the redirect. */
export const requireLoginJson = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
  respond: Respond,
): Promise<Response> => {
  const login = await authenticateOrRefresh(c, deps, refresh)
  if (login.status === 'outage') return jsonOutage(c, login.problem)
  if (login.status === 'login-required') return jsonUnauthorized(c)
  return respond(login)
}
