import type { GlossaryRows } from './term.ts'

/** Cookies by name; `*` stands for any ending. */
export const cookies = {
  sid: [
    'The id of the application’s session. It means nothing by itself; whoever has it is the user to the application.',
    'application',
    'RFC 10025 §8.4',
  ],
  rt: [
    'The refresh token, kept in the browser: with it the application gets new tokens when its session is over.',
    'application',
    'RFC 6749 §1.5',
  ],
  '__Host-sid': [
    'The id of the application’s session. The prefix makes browsers accept it from this very host alone, and over https.',
    'application',
    'RFC 10025 §4.1.3.2',
  ],
  jwt: [
    'A JWT: it says itself who the user is and until when, and the application checks its signature.',
    'application',
    'RFC 7519 §1',
  ],
  '__Host-jwt': [
    'A JWT that opens the application. The prefix makes browsers accept it from this very host alone, and over https.',
    'application',
    'RFC 10025 §4.1.3.2',
  ],
  '__Host-rt': [
    'The refresh token. The prefix makes browsers accept it from this very host alone, and over https.',
    'application',
    'RFC 10025 §4.1.3.2',
  ],
  '__Host-login': [
    'Ties the login that was begun to this browser, so that nobody can slip somebody else’s code into it.',
    'application',
    'RFC 6749 §10.12',
  ],
  '__Host-logout': [
    'Ties the logout that was begun to this browser, until FusionAuth sends the user back.',
    'application',
    'RFC 6749 §10.12',
  ],
  'fusionauth.sso': [
    'FusionAuth’s single sign-on session: while it lives, the next application logs the user in without a form.',
    'fusionauth',
    'FusionAuth: cookies',
  ],
  'fusionauth.li': [
    'The login in progress, from the form to the redirect back.',
    'fusionauth',
    'FusionAuth: cookies',
  ],
  'fusionauth.csrf': ['Ties a form to this browser.', 'fusionauth', 'FusionAuth: cookies'],
  '__Host-fusionauth.csrf': [
    'Ties the login form to this browser. An assumption of the hardened profile: a FusionAuth as it comes needs none.',
    'fusionauth',
    'RFC 6749 §10.12',
  ],
  'fusionauth.remember-device': [
    'Whether “keep me signed in” was ticked.',
    'fusionauth',
    'FusionAuth: cookies',
  ],
  'fusionauth.locale': ['The language of FusionAuth’s pages.', 'fusionauth', 'FusionAuth: cookies'],
  'fusionauth.timezone': ['The user’s time zone.', 'fusionauth', 'FusionAuth: cookies'],
  'fusionauth.known-device.*': [
    'Marks a browser that logged in before.',
    'fusionauth',
    'FusionAuth: cookies',
  ],
  'fusionauth.trusted-device.*': [
    'Spares this browser the second factor for a while.',
    'fusionauth',
    'FusionAuth: cookies',
  ],
  access_token: [
    'An access token. The Login API sets it beside its JSON: a browser keeps it, a server that calls has no jar and drops it.',
    'fusionauth',
    'FusionAuth: Login API',
  ],
  refresh_token: [
    'A refresh token. The Login API sets it beside its JSON: a browser keeps it, a server that calls has no jar and drops it.',
    'fusionauth',
    'FusionAuth: Login API',
  ],
} as const satisfies GlossaryRows

/** Attributes of Set-Cookie, in lower case. */
export const attributes = {
  domain: [
    'Sends the cookie to this host and every name under it.',
    'server',
    'RFC 10025 §4.1.2.3',
  ],
  expires: ['When the cookie ends.', 'server', 'RFC 10025 §4.1.2.1'],
  httponly: ['No script of the page may read it.', 'server', 'RFC 10025 §4.1.2.6'],
  'max-age': [
    'For how many seconds the cookie is kept; 0 deletes it.',
    'server',
    'RFC 10025 §4.1.2.2',
  ],
  path: ['Sends the cookie to this path and those under it.', 'server', 'RFC 10025 §4.1.2.4'],
  samesite: [
    'Whether the cookie goes with requests that another site began. Lax: only when a page is opened with a safe method such as GET; Strict: never; None: always.',
    'server',
    'RFC 10025 §4.1.2.7',
  ],
  secure: ['Over https only.', 'server', 'RFC 10025 §4.1.2.5'],
} as const satisfies GlossaryRows
