import { ended } from '../../../scenarios/model/sentence.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import type { AppContext } from '../context.ts'
import { establishSession } from '../login/establish-session.ts'
import { userOfToken } from '../provider/fusionauth-gateway.ts'
import type { Dependencies } from '../dependencies.ts'
import { logOut, endSessionUrl, type LogoutScope } from '../logout/logout.ts'
import { cartOf } from '../content/sample-data.ts'
import type { RefreshSession } from '../session/refresh.ts'
import { crossSiteProblem, jsonOutage, jsonProblem, readJsonBody, stringMember } from './json.ts'
import { requireLoginJson } from '../session/require-login.ts'

/** `GET /api/user`: the user who is logged in; 404 when nobody is. */
export const getMe = async (c: AppContext, { sessions }: Dependencies): Promise<Response> => {
  const authentication = await sessions.authenticate(c, { touch: false })
  if (authentication.status === 'unverifiable') return jsonOutage(c, authentication.problem)
  return authentication.status === 'authenticated'
    ? c.json({ user: { ...authentication.user } })
    : c.json({ problem: 'Nobody is logged in.' }, 404)
}

/** `GET /api/load-…`: the content behind the login; 401 when the user has to log in again. */
export const getContent = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => {
  return requireLoginJson(c, deps, refresh, ({ user, jsonCredentials }) => {
    const content: Record<string, Json> =
      deps.settings.name === 'Store'
        ? { items: cartOf(user.id).map((item) => ({ ...item })) }
        : { posts: deps.userContent.posts().map((post) => ({ ...post })) }
    return c.json({ ...content, ...jsonCredentials })
  })
}

/** `POST /api/login`: sends the password on to FusionAuth and stores it nowhere. */
export const handlePasswordLoginJson = async (
  c: AppContext,
  deps: Dependencies,
): Promise<Response> => {
  if (!deps.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const body = await readJsonBody(c)
  if (body === null) return jsonProblem(c, 400, 'This is not a login in JSON.')
  const loginId = stringMember(body, 'loginId').trim()
  const password = stringMember(body, 'password')
  if (loginId === '' || password === '')
    return jsonProblem(c, 400, 'Please enter your email address and your password.')
  const tokens = await deps.gateway.loginWithPassword(loginId, password, c.env.exchange)
  if (!tokens.ok)
    return tokens.why === 'refused'
      ? jsonProblem(c, 401, 'Email address or password is wrong.')
      : jsonOutage(c, tokens.problem)
  const jsonCredentials = establishSession(c, deps, tokens.value)
  return c.json({ user: { ...tokens.value.user }, ...jsonCredentials })
}

/**
 * `POST /api/cookie-drop`, `POST /api/start-session`: establishes the session from a JWT that the page
 * got from FusionAuth itself, so that it lies where scripts cannot read it. Anything but a valid access
 * token for this application is refused (401).
 */
export const acceptToken = async (c: AppContext, deps: Dependencies): Promise<Response> => {
  if (!deps.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const body = await readJsonBody(c)
  const jwt = body === null ? '' : stringMember(body, 'token')
  if (jwt === '') return jsonProblem(c, 400, 'There is no token in this.')
  const verified = await deps.verifier.verify(jwt, c.env.exchange, {
    use: 'access token',
    clockTolerance: 0,
  })
  if (!verified.ok)
    return verified.why === 'keys'
      ? jsonOutage(c, verified.problem)
      : jsonProblem(c, 401, `The token was refused: ${ended(verified.problem)}`)
  const user = userOfToken(verified.claims, deps.memory)
  return c.json(establishSession(c, deps, { user, jwt, refreshToken: null }))
}

/**
 * `POST /api/logout`, `POST /api/logout-everywhere`: logs the user out; `location` in the response is
 * where the client has to go to end FusionAuth's session, if it has one.
 */
export const handleLogoutJson = async (
  c: AppContext,
  deps: Dependencies,
  scope: LogoutScope = 'local',
): Promise<Response> => {
  if (!deps.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const problem = await logOut(c, deps, scope)
  if (problem !== null)
    return jsonProblem(
      c,
      502,
      `You are logged out of ${deps.settings.title ?? deps.settings.name} only. FusionAuth could not be told: ${ended(problem)}`,
    )
  const next = endSessionUrl(c, deps)
  return c.json(next === null ? {} : { location: next.href })
}
