import type { ApplicationName } from '../model/participant.ts'
import {
  canRefresh,
  changeLogin,
  createLogin,
  credentialExpiresAt,
  type ExpectedState,
  type ExpiryRules,
  minute,
  newCredential,
  sharesCookie,
  slideExpiry,
  touchSsoSession,
} from './expected-state.ts'

/** What a request for the content behind the login does to what is expected to be alive. */

/**
 * A refresh token was used by the user. Its deadline stands, unless the longest life is bounded by
 * another: then each use gives it its usual life again. With rotation, older copies are spent.
 */
const recordRefresh = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
  now: number,
): ExpectedState => {
  const { settings } = rules
  const { refreshToken, refreshTokenAtMost } = state.applications[app]
  const life = now + settings['refresh-token-minutes'] * minute
  const copy =
    settings.rotation && state.copy?.app === app ? { ...state.copy, isSpent: true } : state.copy
  return changeLogin({ ...state, now, copy }, app, {
    ...newCredential(rules, now),
    refreshToken: refreshTokenAtMost === 0 ? refreshToken : Math.min(life, refreshTokenAtMost),
  })
}

/**
 * The protected page came: by what is alive (a session slides), by a refresh (the token's deadline
 * stands), or by a silent single sign-on (all new).
 */
export const extendSession = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
  now: number,
): ExpectedState => {
  const held = state.applications[app]
  if (credentialExpiresAt(state, app, rules) > state.now)
    return changeLogin({ ...state, now }, app, slideExpiry(held, rules, now))
  if (canRefresh(state, app, rules)) return recordRefresh(state, app, rules, now)
  const again = createLogin(state, app, rules, now)
  // Who was let in though nobody knew them has somebody else's login.
  return rules.sso && state.ssoSession > state.now
    ? touchSsoSession(again, rules)
    : changeLogin(again, app, { isForeign: true })
}

/**
 * The protected page came in two tabs at once. Where each uses a refresh token that counts once, the
 * second is refused, which may end the first one's too, and its user logs in anew.
 */
export const extendSessionInTwoTabs = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
  now: number,
): ExpectedState => {
  const first = extendSession(state, app, rules, now)
  const { settings } = rules
  const countsOnce = settings.rotation && settings['grace-seconds'] === 0
  const bothRefresh =
    credentialExpiresAt(state, app, rules) <= state.now &&
    canRefresh(state, app, rules) &&
    countsOnce
  if (!bothRefresh || settings['single-flight'] || sharesCookie(rules)) return first
  if (rules.sso && state.ssoSession > state.now)
    return touchSsoSession(createLogin(first, app, rules, now), rules)
  return settings['reuse-detection'] ? changeLogin(first, app, { refreshToken: 0 }) : first
}

/**
 * The content behind the login was asked for in vain. On a parent domain the script had asked
 * FusionAuth first, and got a JWT for whoever's refresh token lies there: that one has it now.
 */
export const rejectRequest = (
  state: ExpectedState,
  rules: ExpiryRules,
  now: number,
): ExpectedState => {
  const { cookieOf: owner } = state
  const isLent =
    rules.fusionauth === 'parent-domain' && owner !== null && canRefresh(state, owner, rules)
  return isLent ? recordRefresh(state, owner, rules, now) : { ...state, now }
}
