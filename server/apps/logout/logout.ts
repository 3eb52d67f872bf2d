import type { AppContext } from '../context.ts'
import { readTransactionCookie, setTransactionCookie } from '../cookies.ts'
import { consumeTransaction } from '../transactions.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Authentication } from '../session/session-manager.ts'
import type { Memory } from '../memory.ts'
import { readResponseParameters } from '../parameters.ts'
import type { ApplicationSettings, User } from '../settings.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import { isHosted } from '../../../scenarios/model/workflow-shape.ts'

/** Path of the `post_logout_redirect_uri` (OpenID Connect RP-Initiated Logout §2). */
const postLogoutRedirectPath = '/logged-out'

/** Path of the `frontchannel_logout_uri` (OpenID Connect Front-Channel Logout §2). */
export const frontChannelLogoutPath = '/logout/front-channel'

/** Which logins a logout ends: that of this client, or all of the user, on every device. */
export type LogoutScope = 'local' | 'global'

const usesEndSession = (settings: ApplicationSettings): boolean =>
  isHosted(settings) && settings.defences['rp-initiated-logout']

const userOf = (authentication: Authentication, memory: Memory): User | null => {
  if (authentication.status === 'authenticated') return authentication.user
  return authentication.status === 'refreshable'
    ? memory.userByRefreshToken(authentication.refreshToken)
    : null
}

/**
 * Ends this client's session and revokes its refresh token. With the scope `global` it ends all
 * sessions of the user at this application and revokes the user's refresh tokens of every application;
 * FusionAuth ends its own session with them. JWTs that were issued stay valid until they expire.
 *
 * @returns why FusionAuth could not be asked; null when nothing is left undone
 */
export const logOut = async (
  c: AppContext,
  deps: Dependencies,
  scope: LogoutScope,
): Promise<string | null> => {
  if (scope === 'local') return deps.sessions.destroy(c)
  const { memory, gateway, ports, settings, sessions } = deps
  const { exchange } = c.env
  const user = userOf(await sessions.authenticate(c, { touch: false }), memory)
  const undone = await sessions.destroy(c)
  if (user === null) return undone
  if (memory.endUserSessions(user.id) > 0)
    ports.journal.self(settings.name, 'end-sessions', textOf('note.ends-all-sessions'), exchange)
  const revoked = await gateway.revokeAllRefreshTokens(user.id, exchange)
  return revoked.ok || revoked.why === 'refused' ? undone : revoked.problem
}

/**
 * The URL at which FusionAuth ends its own session (`end_session_endpoint`, OpenID Connect RP-Initiated
 * Logout §2), whose transaction begins here; null when the login was not on FusionAuth's pages or that
 * logout is switched off. There is no transaction in an app on a phone: it opens the URL in the
 * system's browser, in which it can set no cookie.
 */
export const endSessionUrl = (c: AppContext, { settings, memory }: Dependencies): URL | null => {
  if (!usesEndSession(settings)) return null
  const url = new URL(settings.provider.endSessionPath, settings.fusionauth.baseUrl)
  const parameters = {
    client_id: settings.clientId,
    post_logout_redirect_uri: `${settings.origin}${postLogoutRedirectPath}`,
    tenantId: settings.fusionauth.tenantId,
  }
  if (settings.client === 'mobile') {
    url.search = new URLSearchParams(parameters).toString()
    return url
  }
  const { browser, state } = memory.logouts.begin(readTransactionCookie(c, 'logout'))
  setTransactionCookie(c, 'logout', browser)
  const { tenantId, ...first } = parameters
  url.search = new URLSearchParams({ ...first, state, tenantId }).toString()
  return url
}

/**
 * `POST /logout`, `POST /logout-everywhere`: logs the user out and redirects to FusionAuth, if it has a
 * session to end too. A form of another site is refused (403).
 */
export const handleLogout = async (
  c: AppContext,
  deps: Dependencies,
  scope: LogoutScope = 'local',
): Promise<Response> => {
  const { csrf, pages } = deps
  if (!csrf.acceptsForm(c, new URLSearchParams(await c.req.text())))
    return pages.refused(c, 403, 'This form was sent from another site.')
  const problem = await logOut(c, deps, scope)
  if (problem !== null) return pages.partiallyLoggedOut(c, problem)
  return c.redirect(endSessionUrl(c, deps)?.href ?? postLogoutRedirectPath, 303)
}

/** `GET /logged-out`: confirms a logout whose transaction this browser began; refuses any other (400). */
export const handlePostLogoutRedirect = (
  c: AppContext,
  deps: Dependencies,
): Response | Promise<Response> => {
  const { settings, memory, pages } = deps
  c.header('referrer-policy', 'no-referrer')
  if (!usesEndSession(settings) || settings.client === 'mobile') return pages.loggedOut(c)
  const response = readResponseParameters(c, settings)
  if (response === null || consumeTransaction(c, 'logout', memory.logouts, response) === null)
    return pages.refused(
      c,
      400,
      'This logout was not begun in this browser, or it is over already.',
    )
  return pages.loggedOut(c)
}

/**
 * `GET /logout/front-channel`: ends the session from a hidden frame of FusionAuth's logout page. Lax
 * cookies are not sent in a frame of another site, so it works where FusionAuth and the application
 * share a site. A top-level navigation is refused (403), or any link could log the user out.
 */
export const handleFrontChannelLogout = async (
  c: AppContext,
  deps: Dependencies,
): Promise<Response> => {
  if (c.req.header('sec-fetch-dest') !== 'iframe')
    return deps.pages.refused(c, 403, "This address is for FusionAuth's logout page only.")
  await deps.sessions.destroy(c)
  return deps.pages.frontChannelLogout(c)
}
