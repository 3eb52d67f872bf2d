const withoutHttpOnly =
  'in a cookie that the scripts of the page can read, too (it is not HttpOnly)'

const loggedIn = 'The user is logged in.'

/**
 * English stories of what goes differently when a switch is turned: a cookie that scripts can read, a
 * login without PKCE, a refresh token that stays on the server, an id that is kept.
 */
export const switched = {
  // ── Cookies ───────────────────────────────────────────────────────────────
  'entry-response/gives-session-and-refresh-token/readable': [
    loggedIn,
    'The browser gets a session id and the refresh token, in cookies that the scripts of the page can read, too (they are not HttpOnly).',
  ],
  'entry-response/gives-session/readable': [
    loggedIn,
    `The browser gets a session id, ${withoutHttpOnly}.`,
  ],
  'entry-response/gives-tokens/readable': [
    loggedIn,
    'The browser gets the JWT and the refresh token, in cookies that the scripts of the page can read, too (they are not HttpOnly).',
  ],
  'cookie-drop-response/200/readable': [`The application puts the JWT ${withoutHttpOnly}.`],
  'steal-refresh-token/readable': [
    'The Hacker gets a copy of the refresh token; the browser still has its own and notices nothing.',
    'The cookie is not HttpOnly: a script of the page could have read it.',
  ],
  'steal-jwt/readable': [
    'The Hacker gets a copy of the JWT; the browser still has its own and notices nothing.',
    'The cookie is not HttpOnly: a script of the page could have read it.',
  ],

  // ── Logins ────────────────────────────────────────────────────────────────
  'login-response/302/unguarded': [
    'The application sends the browser to FusionAuth.',
    'Of state, nonce and PKCE challenge, at least one is missing in the address: what it prevents is not prevented.',
  ],
  'authorize-request/no-challenge': [
    'The browser asks FusionAuth for a code.',
    'No code_challenge goes along: nobody will have to prove who began this login.',
  ],
  'consent-response/302/no-challenge': [
    'FusionAuth hands out a code, and sends the browser with it to the address that it was told.',
    'This code can be redeemed without a verifier.',
  ],
  'callback-request/error': [
    'The browser brings FusionAuth’s answer to the application: an error, and no code.',
  ],
  'token-request/authorization_code/no-verifier': [
    'The application redeems the code, server to server: the browser has no part in it.',
    'It adds its client secret; no verifier goes along.',
  ],

  // ── Refresh tokens that the server keeps ──────────────────────────────────
  'jwt-refresh-request/kept': [
    'What opens the application is over, so the application uses the refresh token that it keeps itself.',
    'It sends it to FusionAuth’s JWT API, with no client secret: the token alone is enough there.',
  ],
  'jwt-refresh-response/200/kept': [
    'New tokens come back, and nobody typed a password.',
    'The application keeps the refresh token to itself.',
  ],
  'load-response/200/gives-jwt': [
    'The answer comes as if nothing had happened.',
    'A new JWT takes the place of the old one.',
  ],

  // ── Sessions ──────────────────────────────────────────────────────────────
  'create-session/same-id': [
    'The application keeps the user in a session under the very id that came along.',
    'Whoever knew that id before can now use the session.',
  ],
  'load-response/200/same-id': [
    'The answer comes as if nothing had happened.',
    'The session is a new one; its id is the old one.',
  ],
  'extend-session/other-times': [
    'The session id is known, and its session is alive.',
    'When it ends follows from the times that are set here: how long it may rest, and how long it may live.',
  ],
  'checkout-response/303/to-login': [
    'Nothing came along that opens the Store, so nothing is ordered: the browser is sent to the login.',
  ],
  'checkout-response/303/elsewhere': [
    'Nothing is ordered yet: the application sends the browser to FusionAuth, to have the user prove anew who they are.',
  ],
} as const
