/** What the marks between messages say. */
const dividerKinds = [
  'session-expired',
  'session-and-refresh-token-expired',
  'jwt-expired',
  'jwt-and-refresh-token-expired',
  'sso-session-expired',
  'time-passed',
  'refresh-token-revoked',
  'password-changed',
  'key-added',
  'key-rotated',
  'sso',
  'sso-not-provided',
  'attack-vectors',
  'fusionauth-stopped',
  'fusionauth-started',
] as const
export type DividerKind = (typeof dividerKinds)[number]
