import type { Rows } from './term.ts'

/** Error codes, FusionAuth's reasons, and other values with a meaning of their own. */
export const values = {
  invalid_request: ['Something is missing, doubled or malformed.', 'fusionauth', 'RFC 6749 §5.2'],
  invalid_client: ['The application did not prove who it is.', 'fusionauth', 'RFC 6749 §5.2'],
  invalid_grant: [
    'The code, refresh token or password is wrong, used up, expired, revoked, or somebody else’s.',
    'fusionauth',
    'RFC 6749 §5.2',
  ],
  unauthorized_client: ['This application may not use this grant.', 'fusionauth', 'RFC 6749 §5.2'],
  unsupported_grant_type: ['FusionAuth does not know this grant.', 'fusionauth', 'RFC 6749 §5.2'],
  invalid_scope: ['The scope is unknown or more than was granted.', 'fusionauth', 'RFC 6749 §5.2'],
  unsupported_response_type: ['No such response_type.', 'fusionauth', 'RFC 6749 §4.1.2.1'],
  access_denied: ['The user or FusionAuth said no.', 'fusionauth', 'RFC 6749 §4.1.2.1'],
  login_required: [
    'Nobody is logged in, and prompt=none forbids to ask.',
    'fusionauth',
    'OpenID Connect Core §3.1.2.6',
  ],
  consent_required: [
    'The user would have to agree first.',
    'fusionauth',
    'OpenID Connect Core §3.1.2.6',
  ],
  invalid_token: ['The token is no good here.', 'fusionauth', 'RFC 6750 §3.1'],
  change_password_required: [
    'The user must choose a new password first.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  two_factor_required: ['A second factor is needed.', 'fusionauth', 'FusionAuth: OAuth endpoints'],
  refresh_token_not_found: [
    'FusionAuth knows no such refresh token: it expired, was revoked, was replaced, or never was.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  auth_code_not_found: [
    'FusionAuth knows no such code: it was used, expired, or never was.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  invalid_user_credentials: [
    'User name or password is wrong.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  invalid_client_authentication: [
    'The client secret is wrong.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  invalid_pkce_code_verifier: [
    'The code_verifier does not fit the code_challenge.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  grant_type_disabled: [
    'This grant is switched off for the application.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  user_not_found: ['No such user.', 'fusionauth', 'FusionAuth: OAuth endpoints'],
  user_locked: ['The account is locked.', 'fusionauth', 'FusionAuth: OAuth endpoints'],
  authentication_required: ['Nobody is logged in.', 'fusionauth', 'FusionAuth: OAuth endpoints'],
  '[invalid]refreshToken': [
    'FusionAuth knows no such refresh token: it expired, was revoked, was replaced, or never was.',
    'fusionauth',
    'FusionAuth: JWT API',
  ],
  '[blank]loginId': ['No name was typed.', 'fusionauth', 'FusionAuth: Login API'],
  '[blank]password': ['No password was typed.', 'fusionauth', 'FusionAuth: Login API'],
  authorization_code: ['A code that the browser brought.', 'application', 'RFC 6749 §4.1.3'],
  password: [
    'The user’s own password. RFC 9700 forbids this grant.',
    'application',
    'RFC 9700 §2.4',
  ],
  refresh_token: ['A refresh token.', 'application', 'RFC 6749 §6'],
  openid: ['Asks for an ID token.', 'application', 'OpenID Connect Core §3.1.2.1'],
  profile: ['Asks for names and the like.', 'application', 'OpenID Connect Core §5.4'],
  email: ['Asks for the e-mail address.', 'application', 'OpenID Connect Core §5.4'],
  address: ['Asks for the postal address.', 'application', 'OpenID Connect Core §5.4'],
  phone: ['Asks for the phone number.', 'application', 'OpenID Connect Core §5.4'],
  offline_access: ['Asks for a refresh token.', 'application', 'OpenID Connect Core §11'],
  PASSWORD: ['With a password.', 'fusionauth', 'FusionAuth: authentication types'],
  PING: [
    'By a login that was there already: single sign-on.',
    'fusionauth',
    'FusionAuth: authentication types',
  ],
  REFRESH_TOKEN: ['By a refresh token.', 'fusionauth', 'FusionAuth: authentication types'],
  Authenticated: [
    'Logged in and registered for the application.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  AuthenticatedNotRegistered: [
    'Logged in, and not registered for the application.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
} as const satisfies Rows
