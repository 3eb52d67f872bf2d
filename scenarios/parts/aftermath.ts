import type { Aftermath, Done } from './act.ts'
import {
  type Claims,
  letIn,
  type Rules,
  served,
  servedTwice,
  ssoUsed,
  turnedAway,
} from './claims.ts'
import { loggedOut, loggedOutEverywhere, passwordChanged, ssoLoggedOut } from './endings.ts'
import { copied, intruded } from './intrusion.ts'

/** What one of the things that were done left alive, by the rules that hold outside of attacks too. */
const after = (claims: Claims, rules: Rules, { act, seen }: Done): Claims => {
  const { now, place } = seen
  const later = { ...claims, now }
  switch (act.do) {
    case 'open':
    case 'load':
    case 'race':
    case 'checkout':
      if (place === 'inside') {
        const twice = act.do === 'race' ? servedTwice : served
        return twice(claims, act.app, rules, now)
      }
      return place === 'form' ? turnedAway(claims, rules, now) : later
    case 'login':
      return place === 'inside' ? letIn(claims, act.app, rules, now) : later
    case 'submit':
      if (place === 'inside') return letIn(claims, act.app, rules, now)
      return rules.sso && seen.isOwnTrouble === true ? ssoUsed(later, rules) : later
    case 'logout': {
      const out = loggedOut(claims, act.app, rules, now, place !== 'trouble')
      return place === 'home' ? ssoLoggedOut(out, rules) : out
    }
    case 'logout-everywhere':
      return place === 'trouble'
        ? loggedOut(claims, 'Store', rules, now, false)
        : loggedOutEverywhere(claims, rules, now)
    case 'change-password':
      return passwordChanged(later, rules)
    case 'steal':
      return copied(later, rules, act.loot)
    case 'break-in':
      return intruded(claims, rules, { loot: act.loot, now, isIn: place === 'inside' })
    case 'pass-time':
    case 'race-hacker':
    case 'enter':
    case 'attack':
    case 'revoke':
    case 'revoke-all':
    case 'end-sso':
    case 'power':
      return later
  }
}

/** What lives after an attack. */
export const claimsAfter = (claims: Claims, rules: Rules, { did }: Aftermath): Claims =>
  did.reduce((before, done) => after(before, rules, done), claims)
