import type { StolenCredential } from '../model/credential.ts'
import {
  changeLogin,
  type ExpectedState,
  type ExpiryRules,
  sharesCookie,
  slideExpiry,
  touchSsoSession,
} from './expected-state.ts'

/** What a theft and its use do to what the user holds. */

/** The Hacker has a copy now: of the Store's refresh token, or of whichever FusionAuth's cookie holds. */
export const copyRefreshToken = (
  state: ExpectedState,
  rules: ExpiryRules,
  credential: StolenCredential,
): ExpectedState => {
  const app = sharesCookie(rules) ? state.cookieOf : 'Store'
  if (credential !== 'refresh-token' || app === null) return { ...state, copy: null }
  const { family, refreshToken } = state.applications[app]
  return { ...state, copy: { app, family, isSpent: refreshToken <= state.now } }
}

/** What the Hacker came with, and what came of it. */
interface Intrusion {
  readonly credential: StolenCredential
  readonly now: number
  readonly isIn: boolean
  /** Whether the Hacker has no key of their own from an earlier visit; as usual when absent. */
  readonly isFirstVisit?: boolean
}

/** The user's refresh token is of no use any more. */
const loseRefreshToken = (state: ExpectedState): ExpectedState => {
  const { copy } = state
  return copy === null || copy.family !== state.applications[copy.app].family
    ? state
    : changeLogin(state, copy.app, { refreshToken: 0 })
}

/**
 * The Hacker used what was stolen. The user's own session slides, FusionAuth's as well. A refresh token
 * that rotates is the Hacker's alone from now on; one that was rotated away ends its successor, where
 * reuse is noticed.
 */
export const recordIntrusion = (
  state: ExpectedState,
  rules: ExpiryRules,
  { credential, now, isIn, isFirstVisit = true }: Intrusion,
): ExpectedState => {
  const later = { ...state, now }
  if (credential === 'sso-session')
    return isIn && isFirstVisit ? touchSsoSession(later, rules) : later
  const { rotation } = rules.settings
  if (credential === 'session-id' && isIn)
    return changeLogin(later, 'Store', slideExpiry(state.applications.Store, rules, now))
  if (credential !== 'refresh-token' || !rotation || state.copy === null) return later
  const { isSpent } = state.copy
  const isNoticed = !isIn && isSpent && rules.settings['reuse-detection']
  return (isIn && !isSpent) || isNoticed ? loseRefreshToken(later) : later
}
