import type { AttackId } from '../model/event.ts'

/** A new attack does not compile until it stands here. */
const all: Readonly<Record<AttackId, true>> = {
  'xss-reads-cookie': true,
  'xss-reads-local-storage': true,
  'xss-rides-session': true,
  sniffing: true,
  'leaked-log': true,
  'leaked-har': true,
  'session-fixation': true,
  csrf: true,
  'cookie-tossing': true,
  'code-leak': true,
  'code-injection': true,
  'login-csrf': true,
  'redirect-manipulation': true,
  'open-redirector': true,
  'pkce-downgrade': true,
  'code-replay': true,
  'redirect-307': true,
  'duplicate-parameters': true,
  'refresh-theft-reusable': true,
  'refresh-theft-thief-first': true,
  'refresh-theft-victim-first': true,
  'refresh-theft-victim-gone': true,
  'two-tab-race': true,
  'wrong-client': true,
  'scope-widening': true,
  revival: true,
  'refresh-cookie-csrf': true,
  'sso-cookie-theft': true,
  'half-logout': true,
  'forged-logout-token': true,
  'stolen-refresh-token': true,
  'stolen-session-id': true,
  'stolen-jwt': true,
}

/** The names of all attacks; what each does is told, and loaded, elsewhere. */
export const attackIds = Object.keys(all) as readonly AttackId[]

export const isAttackId = (text: string): text is AttackId => Object.hasOwn(all, text)
