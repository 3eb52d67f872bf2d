import { jsonOutage, jsonUnauthorized } from '../api/answers.ts'
import type { AppContext } from '../cookies.ts'
import type { Dependencies } from '../context.ts'
import type { RefreshSession } from './refresh.ts'
import { authenticateOrRefresh, type LoginState } from './login-state.ts'

type LoggedIn = Extract<LoginState, { status: 'logged-in' }>

type Respond = (service: LoggedIn) => Response | Promise<Response>

/** A page behind the login: for the user who is let in; others go to the login, after a form by GET. */
export const requireLogin = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
  tell: Respond,
): Promise<Response> => {
  const service = await authenticateOrRefresh(c, deps, refresh)
  if (service.status === 'outage') return deps.pages.outage(c, service.problem)
  if (service.status === 'login-required')
    return c.redirect('/login', c.req.method === 'GET' ? 302 : 303)
  return tell(service)
}

/** The same for a client program: 401 where a page would send to the login. */
export const requireLoginJson = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
  tell: Respond,
): Promise<Response> => {
  const service = await authenticateOrRefresh(c, deps, refresh)
  if (service.status === 'outage') return jsonOutage(c, service.problem)
  if (service.status === 'login-required') return jsonUnauthorized(c)
  return tell(service)
}
