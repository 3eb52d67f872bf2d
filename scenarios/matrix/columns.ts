import type { Stop } from '../attacks/attack.ts'
import type { DefenceId, DefenceSettings } from '../model/defence-settings.ts'

/** Each defence at the value at which it protects; those that only an attack's world has stay out. */
export const columns: readonly Stop[] = [
  'http-only',
  'secure',
  ['same-site', 'lax'],
  ['same-site', 'strict'],
  'host-prefix',
  'new-id-at-login',
  ['session-idle-minutes', 5],
  ['session-absolute-minutes', 5],
  'client-binding',
  ['refresh-token-place', 'server'],
  'state',
  'nonce',
  'pkce',
  'iss',
  'refuse-duplicates',
  'return-to-allow-list',
  'csrf-token',
  'origin-check',
  'fetch-metadata',
  'csp',
  'output-escaping',
  're-authentication',
  'log-redaction',
  'hsts',
  'log-out-everywhere',
  'rp-initiated-logout',
  'logout-token-checks',
  'single-flight',
  'rotation',
  'reuse-detection',
  ['grace-seconds', 30],
  ['refresh-token-minutes', 20],
  ['refresh-token-absolute-minutes', 1440],
  'pkce-required',
  'client-authentication',
  'exact-redirect-uris',
  'revoke-on-password-change',
  ['sso-minutes', 5],
  ['jwt-minutes', 5],
  ['redirect-after-login', 303],
  'codes-once',
  'verifier-check',
  'client-match',
  'scope-check',
  ['third-party-cookies', 'blocked'],
  ['token-cookie-same-site', 'lax'],
]

const pair = (stop: Stop): readonly [DefenceId, DefenceSettings[DefenceId]] =>
  typeof stop === 'string' ? [stop, true] : stop

/** The switch that a defence is. */
export const idOf = (stop: Stop): DefenceId => pair(stop)[0]

/** The one switch that a defence turns, and to what. */
export const switched = (
  stop: Stop,
): Readonly<Partial<Record<DefenceId, DefenceSettings[DefenceId]>>> => {
  const [id, value] = pair(stop)
  return { [id]: value }
}

/** `name`, or `name=value` where there is more than on and off. */
export const spelled = (stop: Stop): string =>
  typeof stop === 'string' ? stop : `${stop[0]}=${stop[1]}`

/** Whether a world has the defence already. */
export const isInForce = (stop: Stop, settings: DefenceSettings): boolean => {
  const [id, value] = pair(stop)
  return settings[id] === value
}
