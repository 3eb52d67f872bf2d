import type { Loot } from '../vocabulary.ts'
import { change, type Claims, type Rules, sharesCookie, slid, ssoUsed } from './claims.ts'

/** What a theft and its use do to what the user holds. */

/** The Hacker has a copy now: of the Store's refresh token, or of whichever FusionAuth's cookie holds. */
export const copied = (claims: Claims, rules: Rules, loot: Loot): Claims => {
  const app = sharesCookie(rules) ? claims.cookieOf : 'Store'
  if (loot !== 'refresh-token' || app === null) return { ...claims, copy: null }
  const { family, refreshToken } = claims.applications[app]
  return { ...claims, copy: { app, family, isSpent: refreshToken <= claims.now } }
}

/** What the Hacker came with, and what came of it. */
interface Intrusion {
  readonly loot: Loot
  readonly now: number
  readonly isIn: boolean
  /** Whether the Hacker has no key of their own from an earlier visit; as usual when absent. */
  readonly isAnew?: boolean
}

/** The user's refresh token is of no use any more. */
const lost = (claims: Claims): Claims => {
  const { copy } = claims
  return copy === null || copy.family !== claims.applications[copy.app].family
    ? claims
    : change(claims, copy.app, { refreshToken: 0 })
}

/**
 * The Hacker used what was stolen. The user's own session slides, FusionAuth's as well. A refresh token
 * that rotates is the Hacker's alone from now on; one that was rotated away ends its successor, where
 * reuse is noticed.
 */
export const intruded = (
  claims: Claims,
  rules: Rules,
  { loot, now, isIn, isAnew = true }: Intrusion,
): Claims => {
  const later = { ...claims, now }
  if (loot === 'sso-session') return isIn && isAnew ? ssoUsed(later, rules) : later
  const { rotation } = rules.settings
  if (loot === 'session-id' && isIn)
    return change(later, 'Store', slid(claims.applications.Store, rules, now))
  if (loot !== 'refresh-token' || !rotation || claims.copy === null) return later
  const { isSpent } = claims.copy
  const isNoticed = !isIn && isSpent && rules.settings['reuse-detection']
  return (isIn && !isSpent) || isNoticed ? lost(later) : later
}
