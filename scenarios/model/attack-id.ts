/** The names of all attacks; scenarios/attacks has a row for each. No schema, so that a page may load it. */
export const attackIds = [
  'xss-reads-cookie',
  'xss-reads-local-storage',
  'xss-rides-session',
  'sniffing',
  'leaked-log',
  'leaked-har',
  'session-fixation',
  'csrf',
  'cookie-tossing',
  'code-leak',
  'code-injection',
  'login-csrf',
  'redirect-manipulation',
  'open-redirector',
  'pkce-downgrade',
  'code-replay',
  'redirect-307',
  'duplicate-parameters',
  'refresh-theft-reusable',
  'refresh-theft-thief-first',
  'refresh-theft-victim-first',
  'refresh-theft-victim-gone',
  'two-tab-race',
  'wrong-client',
  'scope-widening',
  'revival',
  'refresh-cookie-csrf',
  'sso-cookie-theft',
  'half-logout',
  'forged-logout-token',
  'stolen-refresh-token',
  'stolen-session-id',
  'stolen-jwt',
] as const

/** An attack by its name. */
export type AttackId = (typeof attackIds)[number]

export const isAttackId = (text: string): text is AttackId =>
  attackIds.some((known) => known === text)
