import type { Participant } from '../../../scenarios/model/participant.ts'

const tables: Readonly<Record<string, string>> = {
  appSessions: 'Sessions',
  ssoSessions: 'Single sign-on sessions',
  refreshTokens: 'Refresh tokens',
  codes: 'Authorization codes',
  loginAttempts: 'Logins under way',
  logoutAttempts: 'Logouts under way',
  localStorage: 'Local storage',
  sessionStorage: 'Session storage',
  device: 'Storage of the device',
}

/** `authorizationCodes` as `authorization codes`. */
const spaced = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

export const state = {
  nothing: 'Nobody remembers anything yet.',
  lives: 'What runs out',
  remembers: (owner: Participant): string => `${owner} remembers`,
  table: (name: string): string => tables[name] ?? spaced(name),
  none: 'None.',
  added: 'new just now',
  changed: 'changed just now',
  deleted: 'deleted just now',
  was: 'was',
  in: (span: string): string => `in ${span}`,
  ago: (span: string): string => `${span} ago`,
  now: 'now',
  value: 'value',
  secrets: 'Secrets so far',
  secret: 'Secret',
  is: 'Is',
  heldBy: 'Held by',
}
