import type { GlossaryRows } from './term.ts'

/** The header of a JWT. */
export const tokenHeader = {
  alg: ['The algorithm of the signature.', 'fusionauth', 'RFC 7515 §4.1.1'],
  kid: ['Which of the published keys signed it.', 'fusionauth', 'RFC 7515 §4.1.4'],
  typ: ['What this is: a JWT.', 'fusionauth', 'RFC 7519 §5.1'],
} as const satisfies GlossaryRows

/** The claims of FusionAuth's access and ID tokens. */
export const claims = {
  iss: ['Who issued the token.', 'fusionauth', 'RFC 7519 §4.1.1'],
  sub: ['The user, by id.', 'fusionauth', 'RFC 7519 §4.1.2'],
  aud: ['Whom the token is for: others must refuse it.', 'fusionauth', 'RFC 7519 §4.1.3'],
  exp: [
    'From then on nobody may accept it, in seconds since 1970.',
    'fusionauth',
    'RFC 7519 §4.1.4',
  ],
  nbf: ['Not before then, in seconds since 1970.', 'fusionauth', 'RFC 7519 §4.1.5'],
  iat: ['When it was issued, in seconds since 1970.', 'fusionauth', 'RFC 7519 §4.1.6'],
  jti: ['The id of this token.', 'fusionauth', 'RFC 7519 §4.1.7'],
  auth_time: [
    'When the user logged in; a refresh leaves it as it is.',
    'fusionauth',
    'OpenID Connect Core §2',
  ],
  nonce: [
    'The nonce of the login request: the token belongs to that login.',
    'fusionauth',
    'OpenID Connect Core §2',
  ],
  at_hash: [
    'Half of the access token’s hash: the two were issued together.',
    'fusionauth',
    'OpenID Connect Core §3.1.3.6',
  ],
  c_hash: ['Half of the code’s hash.', 'fusionauth', 'OpenID Connect Core §3.3.2.11'],
  name: ['The whole name.', 'fusionauth', 'OpenID Connect Core §5.1'],
  given_name: ['Given name.', 'fusionauth', 'OpenID Connect Core §5.1'],
  family_name: ['Family name.', 'fusionauth', 'OpenID Connect Core §5.1'],
  middle_name: ['Middle name.', 'fusionauth', 'OpenID Connect Core §5.1'],
  preferred_username: ['The name that the user goes by.', 'fusionauth', 'OpenID Connect Core §5.1'],
  email: ['The e-mail address.', 'fusionauth', 'OpenID Connect Core §5.1'],
  email_verified: [
    'Whether the user showed that the address is theirs.',
    'fusionauth',
    'OpenID Connect Core §5.1',
  ],
  scope: [
    'What was granted: an access token is good for this and no more.',
    'fusionauth',
    'RFC 8693 §4.2',
  ],
  applicationId: [
    'The application that the user is registered for.',
    'fusionauth',
    'FusionAuth: OAuth tokens',
  ],
  authenticationType: ['How the user logged in.', 'fusionauth', 'FusionAuth: authentication types'],
  roles: ['What the user may do in this application.', 'fusionauth', 'FusionAuth: OAuth tokens'],
  sid: [
    'The refresh token that this token belongs to, by id; about the ID token’s, FusionAuth’s pages disagree.',
    'fusionauth',
    'FusionAuth: OAuth tokens',
  ],
  tid: ['The tenant.', 'fusionauth', 'FusionAuth: OAuth tokens'],
  gty: ['The grants that it came from, in order.', 'fusionauth', 'FusionAuth: OAuth tokens'],
  tty: [
    'Which kind of token this is, so that none passes for another.',
    'fusionauth',
    'FusionAuth: release notes of 1.60',
  ],
  events: [
    'What has happened: in a logout token, that a session is over.',
    'fusionauth',
    'OpenID Connect Back-Channel Logout §2.4',
  ],
} as const satisfies GlossaryRows
