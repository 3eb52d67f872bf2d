import type { GlossaryRows } from './term.ts'

/** Parameters of queries and forms: OAuth's and FusionAuth's. */
export const parameters = {
  client_id: ['Which application asks. Public.', 'application', 'RFC 6749 §2.2'],
  client_secret: [
    'The application’s own password at FusionAuth; it never goes through a browser.',
    'application',
    'RFC 6749 §2.3.1',
  ],
  code: [
    'The authorization code: good once, for seconds, and only for the application that asked.',
    'fusionauth',
    'RFC 6749 §4.1.2',
  ],
  code_challenge: [
    'The hash of a secret that the application has just made up (PKCE). The code will be worth nothing without that secret.',
    'application',
    'RFC 7636 §4.2',
  ],
  code_challenge_method: ['How the hash is made: S256 is SHA-256.', 'application', 'RFC 7636 §4.3'],
  code_verifier: [
    'The secret behind the code_challenge: proof that who redeems the code is who began the login.',
    'application',
    'RFC 7636 §4.5',
  ],
  grant_type: ['What the tokens are asked for with.', 'application', 'RFC 6749 §1.3'],
  redirect_uri: [
    'Where the answer goes. It must be registered, letter for letter.',
    'application',
    'RFC 6749 §3.1.2',
  ],
  refresh_token: [
    'The refresh token: asks for new tokens without the user.',
    'application',
    'RFC 6749 §6',
  ],
  response_type: ['What is asked for; code is a code.', 'application', 'RFC 6749 §3.1.1'],
  response_mode: [
    'How the answer travels: in the query, the fragment or a form.',
    'application',
    'OAuth 2.0 Multiple Response Types §2.1',
  ],
  scope: ['What the tokens are to be good for, by words.', 'application', 'RFC 6749 §3.3'],
  state: [
    'Ties the answer to the login that this browser began; it comes back unchanged.',
    'application',
    'RFC 6749 §10.12',
  ],
  nonce: [
    'Comes back inside the ID token and ties it to this login.',
    'application',
    'OpenID Connect Core §3.1.2.1',
  ],
  iss: ['Who answers: guards against a mix-up of login servers.', 'fusionauth', 'RFC 9207 §2'],
  error: ['The kind of failure.', 'fusionauth', 'RFC 6749 §4.1.2.1'],
  error_description: ['The failure for a developer to read.', 'fusionauth', 'RFC 6749 §4.1.2.1'],
  error_reason: ['The failure, finer than error.', 'fusionauth', 'FusionAuth: OAuth endpoints'],
  prompt: [
    'Whether FusionAuth may, or must, ask the user.',
    'application',
    'OpenID Connect Core §3.1.2.1',
  ],
  max_age: ['How old the login may be, in seconds.', 'application', 'OpenID Connect Core §3.1.2.1'],
  login_hint: ['Who is expected to log in.', 'application', 'OpenID Connect Core §3.1.2.1'],
  id_token_hint: [
    'An ID token that says whose session is meant.',
    'application',
    'OpenID Connect RP-Initiated Logout §2',
  ],
  post_logout_redirect_uri: [
    'Where the browser goes after the logout; it must be registered.',
    'application',
    'OpenID Connect RP-Initiated Logout §2',
  ],
  resource: ['The service that the token is for.', 'application', 'RFC 8707 §2'],
  dpop_jkt: ['Ties the code to a key of the client.', 'application', 'RFC 9449 §10'],
  user_code: ['The code that a device without a keyboard shows.', 'user', 'RFC 8628 §3.3'],
  locale: ['The language that the user saw.', 'fusionauth', 'FusionAuth: OAuth endpoints'],
  tenantId: ['Which tenant of FusionAuth is meant.', 'application', 'FusionAuth: OAuth endpoints'],
  userState: [
    'Whether the user is logged in and registered: a hint, no proof.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  username: ['The user’s name, given to the application.', 'user', 'RFC 6749 §4.3.2'],
  password: [
    'The user’s password. Whoever receives this request sees it.',
    'user',
    'RFC 6749 §4.3.2',
  ],
  token: ['A token to look at or to revoke.', 'application', 'FusionAuth: JWT API'],
  userId: ['The user whose tokens are meant.', 'application', 'FusionAuth: JWT API'],
  applicationId: ['The application whose tokens are meant.', 'application', 'FusionAuth: JWT API'],
  global: ['true: end every session of the user.', 'application', 'FusionAuth: Login API'],
  refreshToken: ['The refresh token to revoke.', 'application', 'FusionAuth: Login API'],
} as const satisfies GlossaryRows

/** Fields that FusionAuth's login form carries along, beside the parameters of the request. */
export const formFields = {
  loginId: ['The e-mail address or name that was typed.', 'user', 'FusionAuth: Login API'],
  rememberDevice: [
    '“Keep me signed in”: only then does FusionAuth begin a single sign-on session.',
    'user',
    'FusionAuth: OAuth endpoints',
  ],
  action: ['Which button of the page was pressed.', 'user', 'FusionAuth: default theme'],
  __cb_rememberDevice: [
    'What rememberDevice counts as when its box is not ticked.',
    'fusionauth',
    'FusionAuth: default theme',
  ],
  csrf_token: [
    'Must match a cookie, so that another site cannot send this form.',
    'server',
    'RFC 6749 §10.12',
  ],
  captcha_token: ['Proof that no robot sends the form.', 'fusionauth', 'FusionAuth: default theme'],
  'metaData.device.name': ['The device, for people.', 'fusionauth', 'FusionAuth: default theme'],
  'metaData.device.type': ['The kind of device.', 'fusionauth', 'FusionAuth: default theme'],
  'metaData.device.description': [
    'The device, described.',
    'fusionauth',
    'FusionAuth: default theme',
  ],
  oauth_context: [
    'A hidden field of FusionAuth’s own; what it is for is not documented.',
    'fusionauth',
    'FusionAuth: default theme',
  ],
  pendingIdPLinkId: [
    'An account elsewhere that is about to be linked.',
    'fusionauth',
    'FusionAuth: default theme',
  ],
  showPasswordField: [
    'Whether the form asks for the password at once.',
    'fusionauth',
    'FusionAuth: default theme',
  ],
  timezone: ['The user’s time zone.', 'fusionauth', 'FusionAuth: default theme'],
  userVerifyingPlatformAuthenticatorAvailable: [
    'Whether the device could log in with a passkey.',
    'fusionauth',
    'FusionAuth: default theme',
  ],
} as const satisfies GlossaryRows

/** What the applications' own links and forms carry, and what the Hacker's scripts send home. */
export const ownParameters = {
  to: [
    'Where the link leads on to. Anywhere but to the application’s own pages, it is an open redirector.',
    'client',
    'RFC 9700 §4.11.1',
  ],
  text: ['What the user writes for others to read.', 'user', 'RFC 9110 §9.3.3'],
  csrf: [
    'Proof that the form comes from the application’s own page: another site cannot know it.',
    'application',
    'RFC 6749 §10.12',
  ],
  confirm: ['That the order is meant.', 'client', 'RFC 9110 §9.3.3'],
  found: [
    'What the Hacker’s script found in the page, on its way to the Hacker.',
    'client',
    'RFC 3986 §3.4',
  ],
  logout_token: [
    'A JWT that says whose sessions are over. Whoever believes it unseen lets anybody end them.',
    'fusionauth',
    'OpenID Connect Back-Channel Logout §2.5',
  ],
} as const satisfies GlossaryRows
