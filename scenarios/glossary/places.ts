import type { GlossaryRows } from './term.ts'

/** Paths of FusionAuth and of OAuth clients. */
export const paths = {
  '/oauth2/authorize': [
    'The authorization endpoint: where the user logs in, at FusionAuth and nowhere else.',
    'application',
    'RFC 6749 §3.1',
  ],
  '/oauth2/consent': [
    'A stop on the way back: FusionAuth asks for consent here, if it has to.',
    'fusionauth',
    'FusionAuth: OAuth endpoints',
  ],
  '/oauth2/token': [
    'The token endpoint: applications fetch tokens here, from server to server.',
    'application',
    'RFC 6749 §3.2',
  ],
  '/oauth2/logout': [
    'Ends the single sign-on session.',
    'application',
    'OpenID Connect RP-Initiated Logout §2',
  ],
  '/oauth2/userinfo': [
    'Tells who a token belongs to.',
    'application',
    'FusionAuth: OAuth endpoints',
  ],
  '/oauth2/introspect': [
    'Tells whether a token is still good.',
    'application',
    'FusionAuth: OAuth endpoints',
  ],
  '/.well-known/jwks.json': [
    'The public keys with which anybody can check FusionAuth’s signatures.',
    'application',
    'RFC 7517 §5',
  ],
  '/api/key': [
    'FusionAuth’s keys (Key Master): each of them by its id and its kid.',
    'client',
    'FusionAuth: Keys API',
  ],
  '/api/key/generate': [
    'Has FusionAuth generate a key; the private half never leaves it.',
    'client',
    'FusionAuth: Keys API',
  ],
  '/api/key/*': [
    'One key: DELETE takes it away, and with it what anybody could verify its signatures by.',
    'client',
    'FusionAuth: Keys API',
  ],
  '/api/tenant/*': [
    'A tenant and its settings; PATCH changes those that are named.',
    'client',
    'FusionAuth: Tenants API',
  ],
  '/.well-known/openid-configuration': [
    'Where everything is, for programs.',
    'application',
    'FusionAuth: OAuth endpoints',
  ],
  '/oauth-callback': [
    'The application’s redirection endpoint: the code arrives here.',
    'application',
    'RFC 6749 §3.1.2',
  ],
  '/api/login': [
    'A login without pages: user name and password in, token out at FusionAuth’s Login API; cookies, or tokens for an app, at an application’s own API.',
    'application',
    'FusionAuth: Login API',
  ],
  '/api/logout': [
    'Ends a login: FusionAuth’s API revokes the refresh token, an application’s own takes back what it left.',
    'application',
    'FusionAuth: Login API',
  ],
  '/api/jwt/refresh': [
    'FusionAuth’s API for refresh tokens: POST uses one, DELETE revokes.',
    'application',
    'FusionAuth: JWT API',
  ],
  '/api/user': [
    'The application’s own API: tells its script who is logged in.',
    'application',
    'RFC 9110 §9.3.1',
  ],
  '/api/load-shopping-cart': [
    'The application’s own API: the cart, as JSON, for its script or app.',
    'application',
    'RFC 8259 §1',
  ],
  '/api/load-posts': [
    'The application’s own API: the posts, as JSON, for its script or app.',
    'application',
    'RFC 8259 §1',
  ],
  '/api/cookie-drop': [
    'The application’s own API: takes a JWT from its script, checks it and puts it into a cookie.',
    'application',
    'RFC 10025 §4.1.2.6',
  ],
  '/api/start-session': [
    'The application’s own API: takes a JWT from its script, checks it and begins a session.',
    'application',
    'RFC 10025 §8.4',
  ],
  '/api/posts': [
    'The application’s own API: puts up what the user wrote.',
    'application',
    'RFC 9110 §9.3.3',
  ],
  '/api/checkout': [
    'The application’s own API: orders what is in the cart.',
    'application',
    'RFC 9110 §9.3.3',
  ],
  '/api/user/change-password': [
    'FusionAuth’s API to change a password.',
    'application',
    'FusionAuth: Users API',
  ],
} as const satisfies GlossaryRows

/** Status codes, with what FusionAuth means by its own. */
export const statuses = {
  '200': ['Here it is.', 'server', 'RFC 9110 §15.3.1'],
  '202': [
    'At the Login API: logged in, not registered for the application.',
    'fusionauth',
    'FusionAuth: Login API',
  ],
  '203': ['At the Login API: the password must be changed.', 'fusionauth', 'FusionAuth: Login API'],
  '204': ['Done, nothing to say.', 'server', 'RFC 9110 §15.3.5'],
  '212': [
    'At the Login API: the e-mail address is not confirmed.',
    'fusionauth',
    'FusionAuth: Login API',
  ],
  '213': [
    'At the Login API: the registration is not confirmed.',
    'fusionauth',
    'FusionAuth: Login API',
  ],
  '242': ['At the Login API: a second factor is needed.', 'fusionauth', 'FusionAuth: Login API'],
  '301': ['Go to the Location, now and always.', 'server', 'RFC 9110 §15.4.2'],
  '302': ['Go to the Location; the browser does so by itself.', 'server', 'RFC 9110 §15.4.3'],
  '303': ['Go to the Location, with GET.', 'server', 'RFC 9110 §15.4.4'],
  '307': [
    'Go to the Location with the same method and body: what was posted here is posted there.',
    'server',
    'RFC 9110 §15.4.8',
  ],
  '400': ['The request is wrong.', 'server', 'RFC 9110 §15.5.1'],
  '401': ['Who asks did not prove who they are.', 'server', 'RFC 9110 §15.5.2'],
  '403': ['Known, and not allowed.', 'server', 'RFC 9110 §15.5.4'],
  '404': [
    'Not there. The Login API answers so to an unknown user and to a wrong password alike.',
    'server',
    'RFC 9110 §15.5.5',
  ],
  '405': ['Not with this method.', 'server', 'RFC 9110 §15.5.6'],
  '409': ['Something about the user is in the way.', 'server', 'RFC 9110 §15.5.10'],
  '410': ['At the Login API: the account has expired.', 'fusionauth', 'FusionAuth: Login API'],
  '415': ['Not with a body of this kind.', 'server', 'RFC 9110 §15.5.16'],
  '422': ['Understood, and not acceptable.', 'server', 'RFC 9110 §15.5.21'],
  '423': ['At the Login API: the account is locked.', 'fusionauth', 'FusionAuth: Login API'],
  '429': ['Too many tries; wait.', 'server', 'RFC 6585 §4'],
  '500': ['The server failed.', 'server', 'RFC 9110 §15.6.1'],
  '502': ['The server behind this one did not answer as it should.', 'server', 'RFC 9110 §15.6.3'],
  '503': ['Not at the moment.', 'server', 'RFC 9110 §15.6.4'],
} as const satisfies GlossaryRows
