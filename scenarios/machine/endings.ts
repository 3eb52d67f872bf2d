import type { ApplicationName } from '../model/participant.ts'
import {
  changeLogin,
  type ExpectedState,
  noLogin,
  type ExpiryRules,
  sharesCookie,
} from './expected-state.ts'

/** What ends at a logout, a revocation, a new password. */

/**
 * The application forgot the login: session ended, refresh token revoked, cookies taken back. A cookie
 * of FusionAuth's own goes only if FusionAuth could be told.
 */
export const recordLogout = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
  now: number,
  isTold: boolean,
): ExpectedState => {
  const nothing = { ...noLogin, family: state.applications[app].family }
  if (!sharesCookie(rules)) return changeLogin({ ...state, now }, app, nothing)
  const owner = state.cookieOf
  const held = state.applications[app]
  if (!isTold) {
    const { refreshToken, cookies } = held
    const jwt = rules.fusionauth === 'parent-domain' ? held.jwt : 0
    return changeLogin({ ...state, now }, app, { ...nothing, jwt, refreshToken, cookies })
  }
  const isOwn = owner === null || owner === app
  // What is revoked is the token in the cookie, whoever's it is.
  const ended = changeLogin({ ...state, now, cookieOf: null }, app, {
    ...nothing,
    refreshToken: isOwn ? 0 : held.refreshToken,
  })
  if (isOwn || owner === null) return ended
  const lost = rules.fusionauth === 'parent-domain' ? { jwt: 0 } : {}
  return changeLogin(ended, owner, { ...lost, refreshToken: 0 })
}

export const endSsoSession = (state: ExpectedState): ExpectedState => ({ ...state, ssoSession: 0 })

/** A logout ends FusionAuth's session too, where the application sends the browser there. */
export const endSsoSessionByLogout = (
  state: ExpectedState,
  { settings }: ExpiryRules,
): ExpectedState => (settings['rp-initiated-logout'] ? endSsoSession(state) : state)

const revokeAt = (state: ExpectedState, app: ApplicationName): ExpectedState =>
  state.applications[app].isForeign ? state : changeLogin(state, app, { refreshToken: 0 })

/** The user's refresh token for the Store was revoked at FusionAuth. */
export const revokeRefreshToken = (state: ExpectedState): ExpectedState => revokeAt(state, 'Store')

/** Every refresh token of the user was revoked; FusionAuth's own session is one of them. */
export const revokeAllRefreshTokens = (state: ExpectedState): ExpectedState =>
  endSsoSession(revokeAt(revokeRefreshToken(state), 'Forums'))

const endJwt = (state: ExpectedState, app: ApplicationName): ExpectedState =>
  changeLogin(state, app, { jwt: Math.min(state.applications[app].jwt, state.now) })

/** The key that signed them was deleted: no JWT of before is accepted, whoever holds it. */
export const endJwts = (state: ExpectedState): ExpectedState =>
  endJwt(endJwt(state, 'Store'), 'Forums')

/** A new password ends what FusionAuth keeps for the user, where it is set so. */
export const changePassword = (state: ExpectedState, { settings }: ExpiryRules): ExpectedState =>
  settings['revoke-on-password-change'] ? revokeAllRefreshTokens(state) : state

/** The Store ended the user's sessions, and FusionAuth all that it keeps for the user. */
export const recordLogoutEverywhere = (
  state: ExpectedState,
  rules: ExpiryRules,
  now: number,
): ExpectedState => revokeAllRefreshTokens(recordLogout(state, 'Store', rules, now, true))
