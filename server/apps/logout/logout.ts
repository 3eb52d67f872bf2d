import { type AppContext, readTransactionCookie, setTransactionCookie } from '../cookies.ts'
import { consumeTransaction } from '../transactions.ts'
import type { Dependencies } from '../context.ts'
import type { Authentication } from '../session/session-manager.ts'
import type { Memory } from '../memory.ts'
import { readResponseParameters } from '../parameters.ts'
import { type ApplicationSettings, isHosted, type User } from '../settings.ts'

/** Where FusionAuth sends the browser after a logout. */
const postLogoutRedirectPath = '/logged-out'

/** Where FusionAuth's logout page looks in, in a hidden frame (OpenID Connect Front-Channel Logout §2). */
export const frontChannelLogoutPath = '/logout/front-channel'

/** How far a logout reaches: this browser, or whatever device the user is logged in on. */
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
 * Ends a login; everywhere means all sessions of the user here, and all that FusionAuth keeps for the
 * user: refresh tokens of every application and its own session. JWTs live on until they are over.
 *
 * @returns what stayed undone, because FusionAuth did not answer; else null
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
    ports.journal.self(settings.name, 'end-sessions', 'Ends all sessions of the user', exchange)
  const revoked = await gateway.revokeAllRefreshTokens(user.id, exchange)
  return revoked.ok || revoked.why === 'refused' ? undone : revoked.problem
}

/**
 * Where FusionAuth ends its own session, when the login was there (OpenID Connect RP-Initiated
 * Logout §2); null when there is none to end. A browser is marked, and must come back with the same
 * state; an app on a phone hands the address to the system's browser, which it cannot mark.
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
 * `POST /logout`, `POST /logout-everywhere`: ends the session on the server, revokes this browser's refresh token, takes the
 * cookies back, and sends the browser on to FusionAuth if it has a session to end too. A form of
 * another site is refused.
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

/** `GET /logged-out`: the end of a logout that this browser began; any other says nothing of one. */
export const handlePostLogoutRedirect = (
  c: AppContext,
  deps: Dependencies,
): Response | Promise<Response> => {
  const { settings, memory, pages } = deps
  c.header('referrer-policy', 'no-referrer')
  if (!usesEndSession(settings) || settings.client === 'mobile') return pages.loggedOut(c)
  const answer = readResponseParameters(c, settings)
  if (answer === null || consumeTransaction(c, 'logout', memory.logouts, answer) === null)
    return pages.refused(
      c,
      400,
      'This logout was not begun in this browser, or it is over already.',
    )
  return pages.loggedOut(c)
}

/**
 * `GET /logout/front-channel`: FusionAuth's logout page has it in a hidden frame. The frame of another
 * site brings no Lax cookie, and then nothing happens: it works where FusionAuth and the application
 * are one site. A navigation of the whole tab ends nothing, or any link could log somebody out.
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
