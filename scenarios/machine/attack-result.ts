import type { AttackResult, CompletedEffect } from './effect.ts'
import {
  type ExpectedState,
  recordLogin,
  type ExpiryRules,
  touchSsoSession,
} from './expected-state.ts'
import { extendSession, extendSessionInTwoTabs, rejectRequest } from './protected-requests.ts'
import {
  recordLogout,
  recordLogoutEverywhere,
  changePassword,
  endSsoSessionByLogout,
} from './endings.ts'
import { copyRefreshToken, recordIntrusion } from './intrusion.ts'

/** What one of the things that were done left alive, by the rules that hold outside of attacks too. */
const after = (
  state: ExpectedState,
  rules: ExpiryRules,
  { effect, result }: CompletedEffect,
): ExpectedState => {
  const { now, page } = result
  const later = { ...state, now }
  switch (effect.type) {
    case 'open':
    case 'load':
    case 'race':
    case 'checkout':
      if (page === 'inside') {
        const twice = effect.type === 'race' ? extendSessionInTwoTabs : extendSession
        return twice(state, effect.app, rules, now)
      }
      return page === 'form' ? rejectRequest(state, rules, now) : later
    case 'login':
      return page === 'inside' ? recordLogin(state, effect.app, rules, now) : later
    case 'submit':
      if (page === 'inside') return recordLogin(state, effect.app, rules, now)
      return rules.sso && result.isApplicationError === true ? touchSsoSession(later, rules) : later
    case 'logout': {
      const out = recordLogout(state, effect.app, rules, now, page !== 'trouble')
      return page === 'home' ? endSsoSessionByLogout(out, rules) : out
    }
    case 'logout-everywhere':
      return page === 'trouble'
        ? recordLogout(state, 'Store', rules, now, false)
        : recordLogoutEverywhere(state, rules, now)
    case 'change-password':
      return changePassword(later, rules)
    case 'steal':
      return copyRefreshToken(later, rules, effect.credential)
    case 'break-in':
      return recordIntrusion(state, rules, {
        credential: effect.credential,
        now,
        isIn: page === 'inside',
      })
    case 'pass-time':
    case 'race-hacker':
    case 'enter':
    case 'attack':
    case 'revoke':
    case 'revoke-all':
    case 'end-sso':
    case 'add-key':
    case 'rotate-key':
    case 'power':
      return later
  }
}

/** What lives after an attack. */
export const stateAfterAttack = (
  state: ExpectedState,
  rules: ExpiryRules,
  { completed }: AttackResult,
): ExpectedState => completed.reduce((before, done) => after(before, rules, done), state)
