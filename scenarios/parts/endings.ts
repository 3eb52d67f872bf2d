import type { ApplicationName } from '../vocabulary.ts'
import { change, type Claims, nobody, type Rules, sharesCookie } from './claims.ts'

/** What ends at a logout, a revocation, a new password. */

/**
 * The application forgot the login: session ended, refresh token revoked, cookies taken back. A cookie
 * of FusionAuth's own goes only if FusionAuth could be told.
 */
export const loggedOut = (
  claims: Claims,
  app: ApplicationName,
  rules: Rules,
  now: number,
  isTold: boolean,
): Claims => {
  const nothing = { ...nobody, family: claims.applications[app].family }
  if (!sharesCookie(rules)) return change({ ...claims, now }, app, nothing)
  const owner = claims.cookieOf
  const held = claims.applications[app]
  if (!isTold) {
    const { refreshToken, cookies } = held
    const jwt = rules.fusionauth === 'parent-domain' ? held.jwt : 0
    return change({ ...claims, now }, app, { ...nothing, jwt, refreshToken, cookies })
  }
  const isOwn = owner === null || owner === app
  // What is revoked is the token in the cookie, whoever's it is.
  const ended = change({ ...claims, now, cookieOf: null }, app, {
    ...nothing,
    refreshToken: isOwn ? 0 : held.refreshToken,
  })
  if (isOwn || owner === null) return ended
  const lost = rules.fusionauth === 'parent-domain' ? { jwt: 0 } : {}
  return change(ended, owner, { ...lost, refreshToken: 0 })
}

export const ssoEnded = (claims: Claims): Claims => ({ ...claims, ssoSession: 0 })

/** A logout ends FusionAuth's session too, where the application sends the browser there. */
export const ssoLoggedOut = (claims: Claims, { settings }: Rules): Claims =>
  settings['rp-initiated-logout'] ? ssoEnded(claims) : claims

const revokedAt = (claims: Claims, app: ApplicationName): Claims =>
  claims.applications[app].isForeign ? claims : change(claims, app, { refreshToken: 0 })

/** The user's refresh token for the Store was revoked at FusionAuth. */
export const revokedToken = (claims: Claims): Claims => revokedAt(claims, 'Store')

/** Every refresh token of the user was revoked; FusionAuth's own session is one of them. */
export const revokedTokens = (claims: Claims): Claims =>
  ssoEnded(revokedAt(revokedToken(claims), 'Forums'))

/** A new password ends what FusionAuth keeps for the user, where it is set so. */
export const passwordChanged = (claims: Claims, { settings }: Rules): Claims =>
  settings['revoke-on-password-change'] ? revokedTokens(claims) : claims

/** The Store ended the user's sessions, and FusionAuth all that it keeps for the user. */
export const loggedOutEverywhere = (claims: Claims, rules: Rules, now: number): Claims =>
  revokedTokens(loggedOut(claims, 'Store', rules, now, true))
