const loggedIn = [
  'The user is logged in.',
  'The browser gets a session id and the refresh token, in cookies that no script can read (HttpOnly).',
] as const

const noUsableAnswer = [
  'FusionAuth gave no usable answer, so nobody is logged in.',
  'No cookie of a login is taken away: the user can try again.',
] as const

const revived = [
  'The session is gone, but a refresh token came along.',
  'The application trades it for new tokens, and proves itself with its client secret.',
] as const

const onlyFusionAuthKnows = [
  'The application tries the refresh token.',
  'The token is a random text: whether it still lives, only FusionAuth can tell.',
] as const

const bearer = [
  'The token is alive, so FusionAuth accepts it.',
  'Nothing in it says who presents it: whoever has it can use it (a bearer token).',
] as const

const renewed = [
  'New tokens come back, and nobody typed a password.',
  'Among them is a refresh token, perhaps a new one, so the application writes its cookie again.',
] as const

const deadToken = [
  'FusionAuth does not accept this refresh token, and answers 400.',
  'Only a login helps now.',
] as const

const stops = 'The lesson stops here.'

/**
 * English stories, sentence by sentence: what can be seen in the message, and why it matters. A
 * sentence that states a fact is checked on played traces (test/stories/checks).
 */
export const english = {
  'home-request': [
    'The browser asks for the home page.',
    'No session id goes along, so nothing says who the user is.',
  ],
  'home-request/others-withheld': [
    'This is another host, and the other application’s cookies are for its own host only: none of them goes along.',
    'So nothing here tells of that login.',
  ],
  'home-request/with-session-id': [
    'The browser asks for the home page, and its cookies go along.',
    'The home page is for everybody: the application does not even look up the session.',
  ],
  'home-response/200': [
    'The home page comes with a login link.',
    'It sets no cookie: there is nothing to remember yet.',
  ],

  'login-request': ['The user follows the login link.'],
  'login-request/redirected': [
    'The browser follows the redirect to the login by itself; nobody clicked anything.',
  ],
  'login-response/302': [
    'The application sends the browser to FusionAuth, with a state, a nonce and a PKCE challenge in the address.',
    'It keeps the PKCE verifier to itself, and marks this browser with a cookie that lives for ten minutes.',
  ],
  'login-response/200': [
    'The login form belongs to the application itself.',
    'What is typed into it will be sent to the application.',
  ],

  'authorize-request': [
    'The browser leaves the application and asks FusionAuth for a code.',
    'The code_challenge is the hash of the verifier, which only the application has: later it proves who began this login.',
  ],
  'authorize-request/with-sso-session': [
    'The browser is at FusionAuth again, and brings the cookie of FusionAuth’s own session along.',
    'No application ever sees this cookie: it is for FusionAuth’s host only.',
  ],
  'authorize-response/200': ['FusionAuth shows a page of its own before it goes on.'],
  'authorize-response/200/form': [
    'The login form comes from FusionAuth, and is sent back to FusionAuth.',
    'No application sees the password that is typed into it.',
  ],
  'authorize-response/302': ['FusionAuth sends the browser on, without a page.'],
  'authorize-response/302/by-sso': [
    'No form this time: FusionAuth recognises its own session and lets the browser pass.',
    'That is single sign-on.',
  ],
  'authorize-response/400': [
    'FusionAuth refuses the request with a page of its own, and does not redirect.',
    'A server must not send a browser to an address that it cannot trust (RFC 6749 §4.1.2.1).',
  ],

  'credentials-request/FusionAuth': [
    'The password travels, to FusionAuth alone.',
    'No application sees it.',
  ],
  'relogin.credentials-request/FusionAuth': [
    'The password travels again, and again to FusionAuth alone.',
  ],
  'credentials-request': [
    'The password goes to the application.',
    'From now on one more party knows it.',
  ],
  'credentials-request/same-password': [
    'Another application, another form, and the same password once more.',
    'Without single sign-on, every application asks for itself.',
  ],
  'relogin.credentials-request/Store': [
    'The password travels through the application again.',
    'The browser has no session at FusionAuth that could spare the user the form.',
  ],
  'credentials-response/200': ['FusionAuth shows another page of its own before it goes on.'],
  'credentials-response/200/form': [
    'The form comes back with an error, and no code.',
    'It does not say whether the login name or the password was wrong.',
  ],
  'credentials-response/422': [
    'The form comes back, with a word on what went wrong.',
    'No session was made, and no cookie is set.',
  ],
  'credentials-response/302/FusionAuth': [
    'Login name and password were right.',
    'FusionAuth sends the browser on to a next step of its own.',
  ],
  'credentials-response/302': loggedIn,
  'credentials-response/502': noUsableAnswer,

  'consent-request': [
    'The browser follows FusionAuth’s redirect to itself.',
    'This is where FusionAuth would ask whether the application may have what it asks for.',
  ],
  'consent-response/302': [
    'FusionAuth hands the browser a code and sends it back to the application.',
    'The code alone is of no use to a thief: the verifier that goes with it has never left the application.',
  ],
  'consent-response/302/with-sso-cookie': [
    'FusionAuth hands the browser a code and sends it back to the application.',
    'The code alone is of no use to a thief: the verifier that goes with it has never left the application.',
    'With it comes the cookie of FusionAuth’s own session, which makes single sign-on possible.',
  ],
  'callback-request': [
    'The browser brings the code back to the application.',
    'What stands in the address is a code that can be used once, not a token.',
  ],
  'callback-response/302': loggedIn,
  'callback-response/400': ['The application does not accept this answer, and makes no session.'],
  'callback-response/502': noUsableAnswer,

  'token-request/authorization_code': [
    'The application redeems the code, server to server: the browser has no part in it.',
    'It adds its client secret, and the PKCE verifier to prove that it began this login.',
  ],
  'token-request/password': [
    'The application passes the password on to FusionAuth, with its own client secret.',
    'Today’s rule is not to use this grant at all (RFC 9700 §2.4): passwords should not pass through applications.',
  ],
  'token-request/refresh_token': revived,
  'relogin.token-request/refresh_token': onlyFusionAuthKnows,
  'stolen-refresh-token.token-request/refresh_token': [
    'The Store asks FusionAuth just as it would for the user: it cannot tell the thief from the victim.',
    'It adds the client secret, which the thief does not have, and so does the thief’s work.',
  ],
  'token-response/200': [
    'FusionAuth answers the application, not the browser.',
    'The access token stays on the server; the refresh token will go on to the browser, in a cookie.',
  ],
  'token-response/200/refresh_token': renewed,
  'stolen-refresh-token.token-response/200/refresh_token': bearer,
  'token-response/400': [
    'FusionAuth refuses with 400, and names the error.',
    'No token comes back.',
  ],
  'token-response/400/refresh_token': deadToken,
  'token-response/401': ['FusionAuth does not accept the application’s own credentials.'],

  'login-api-request': [
    'The application passes the password on to FusionAuth’s Login API, with an API key of its own.',
    'Now two parties know the password.',
  ],
  'login-api-response/200': [
    'FusionAuth returns the user, a JWT and a refresh token to the application.',
    'The browser never meets FusionAuth in this workflow, so FusionAuth keeps no session that could log it in elsewhere.',
  ],
  'login-api-response/404': [
    'FusionAuth answers 404, for a wrong password just as for an unknown user.',
    'So the answer does not give away who has an account.',
  ],
  'jwt-refresh-request': [
    'The session is gone, but a refresh token came along.',
    'The application sends it to FusionAuth’s JWT API, with no client secret: the token alone is enough there.',
  ],
  'relogin.jwt-refresh-request': onlyFusionAuthKnows,
  'stolen-refresh-token.jwt-refresh-request': [
    'The Store asks FusionAuth just as it would for the user: it cannot tell the thief from the victim.',
  ],
  'jwt-refresh-response/200': renewed,
  'stolen-refresh-token.jwt-refresh-response/200': bearer,
  'jwt-refresh-response/400': deadToken,

  'jwks-request': [
    'The application fetches FusionAuth’s public keys, to check for itself who signed the token it has just got.',
  ],
  'jwks-response/200': [
    'These keys are public: they check signatures, and cannot make any.',
    'One of them fits the token that has just come.',
  ],

  'revoke-request': [
    'The application tells FusionAuth to revoke the user’s refresh tokens for it.',
  ],
  'revoke-response/200': ['The refresh token is dead from now on, wherever a copy of it may be.'],

  'create-session': [
    'The session is kept on the server, and holds the user.',
    'Only its id goes to the browser: random text that says nothing about anybody.',
  ],
  'refresh.create-session': [
    'The application makes a new session, under a new id.',
    'The user had nothing to do for it.',
  ],
  'stolen-refresh-token.create-session': [
    'The Store makes a new session in the victim’s name, for the thief.',
  ],
  'extend-session': [
    'The session id is known, and its session is alive.',
    'Each use moves its end: to 30 minutes from now, but never past 12 hours after it began.',
  ],
  'stolen-refresh-token.extend-session': [
    'By now the Hacker has a session of their own, and each use extends it.',
  ],
  'stolen-session-id.extend-session': [
    'The Store finds the victim’s session and extends it: the thief’s own traffic keeps it alive.',
  ],
  'login-again': ['The Store sent the browser to the login, which begins again.'],

  'cart-request': ['The browser asks for the cart, and no session id goes along.'],
  'cart-request/just-logged-in': [
    'The browser follows the redirect to the cart, with the cookies it has just been given.',
    'It sends them by itself, with every request to this host.',
  ],
  'cart-request/with-refresh-token': [
    'The browser sends both cookies by itself, with every request to this host.',
  ],
  'cart-request/with-session-id': [
    'The browser sends the session id alone: its cookie with the refresh token has expired.',
  ],
  'refresh.cart-request/with-refresh-token': [
    'The browser sends the old session id.',
    'That the session has ended on the server, it cannot know: the cookie has no expiry date.',
  ],
  'relogin.cart-request/with-refresh-token': [
    'The browser still sends both cookies.',
    'On the servers, the session and the refresh token are both dead.',
  ],
  'cart-response/200': ['The cart comes, for the user whom the session names.'],
  'cart-response/200/with-session-id': [
    'The cart comes as if nothing had happened.',
    'A new session id takes the place of the old one.',
  ],
  'cart-response/302': [
    'The Store has neither a living session for this browser nor a refresh token that works, and sends it to the login.',
  ],
  'cart-response/302/Hacker': [
    'Neither session nor refresh token is any good: the Hacker is sent to the login, like anybody else.',
  ],
  'cart-response/502': [
    'FusionAuth gave no usable answer, and the Store says so.',
    'It takes no cookie away, so the next try can work.',
  ],

  'posts-request': ['The browser asks for the posts, and no session id goes along.'],
  'posts-request/just-logged-in': [
    'Forums gets the two cookies that it has just set.',
    'The browser sends them to no other host.',
  ],
  'posts-request/with-refresh-token': [
    'The browser sends Forums the two cookies that Forums has set, and those of no other host.',
  ],
  'posts-request/with-session-id': [
    'The browser sends the session id alone: its cookie with the refresh token has expired.',
  ],
  'posts-response/200': [
    'Forums shows its posts.',
    'It keeps a session of its own, apart from the Store’s.',
  ],
  'posts-response/200/with-session-id': [
    'The posts come as if nothing had happened.',
    'A new session id takes the place of the old one.',
  ],
  'posts-response/302': [
    'Forums has neither a living session for this browser nor a refresh token that works, and sends it to the login.',
  ],
  'posts-response/502': [
    'FusionAuth gave no usable answer, and Forums says so.',
    'It takes no cookie away, so the next try can work.',
  ],

  'logout-request': [
    'The user presses “Log out”.',
    'The request says which site it comes from (Origin), so no other site can log the user out.',
  ],
  'end-session': ['The application forgets the session: its id opens nothing any more.'],
  'logout-response/303': ['The application takes back its two cookies.'],
  'logout-response/303/elsewhere': [
    'The application takes back its two cookies.',
    'It sends the browser on to FusionAuth, which keeps a session of its own.',
  ],
  'logout-response/502': [
    'The application takes back its two cookies.',
    'FusionAuth could not be told, and the page says so: the refresh token may live on.',
  ],
  'end-session-request': ['The browser asks FusionAuth to end its own session as well.'],
  'end-session-response/200': ['FusionAuth asks whether the user really wants to log out.'],
  'end-session-response/200/takes-sso-cookie': [
    'FusionAuth ends its own session and takes its cookie back.',
    'Single sign-on is over with it: the next login needs the form.',
  ],
  'end-session-answer-request': ['The user says yes: FusionAuth’s own session shall end.'],
  'end-session-answer-response/200': ['FusionAuth has ended its own session, if there was one.'],
  'logged-out-request': ['The browser comes back to the application.'],
  'logged-out-response/200': [
    'The application says that the user is logged out.',
    'Its two cookies are gone from the browser.',
  ],

  'steal-refresh-token': [
    'The Hacker gets a copy of the refresh token; the browser still has its own and notices nothing.',
    'HttpOnly keeps scripts away from the cookie.',
    'Malware, a leaked log or a backup can give it away all the same.',
  ],
  'steal-session-id': [
    'The Hacker starts anew, with nothing but a copy of the session id.',
    'The browser still has its own and notices nothing.',
  ],
  'steal-refresh-token/empty-handed': ['The browser has no refresh token to copy.'],
  'steal-session-id/empty-handed': ['The browser has no session id to copy.'],
  'stolen-refresh-token.cart-request/with-refresh-token': [
    'The Hacker sends the stolen refresh token, and a session id made up on the spot.',
    'The Store has no session of that id, so it will try the refresh token.',
  ],
  'stolen-refresh-token.cart-request/own-session': [
    'The Hacker comes back with the session id that the Store gave them.',
  ],
  'stolen-refresh-token.cart-request/with-session-id': [
    'The Hacker has nothing to send but a session id made up on the spot.',
  ],
  'stolen-refresh-token.cart-response/200': [
    'The Hacker sees the victim’s cart again, in a session that nobody logged in to.',
  ],
  'stolen-refresh-token.cart-response/200/with-session-id': [
    'The Hacker sees the victim’s cart, and gets a session id of their own.',
    'No password was needed for it.',
  ],
  'cart-request/Hacker': ['The Hacker asks for the cart, and has nothing to show for it.'],
  'stolen-session-id.cart-request/with-session-id': [
    'The Hacker sends the victim’s session id; no password and no token goes along.',
  ],
  'stolen-session-id.cart-response/200': [
    'The Hacker sees the victim’s cart.',
    'Whoever holds the session id is the user, as far as the Store can tell.',
  ],

  'any-response/4xx': ['The request is refused: the status says what is wrong with it (4xx).'],
  'any-response/5xx': ['The server answers that something went wrong on its own side (5xx).'],
  'no-answer': [
    'The request is on record, and nobody answered it.',
    'Whether it had an effect, its sender cannot know.',
  ],

  'moves-clock': [
    'A real FusionAuth keeps real time.',
    'So only the applications’ clock is set forward here, to let their session end.',
  ],
  'revokes-refresh-token': [
    'A real refresh token lives for days, so here it is revoked instead.',
    'What follows is the same: FusionAuth refuses it.',
  ],
  'revokes-refresh-token/lives-on': [
    'The refresh token should be over now, but FusionAuth could not be made to revoke it.',
  ],
  'revokes-sso-session': [
    'FusionAuth’s own session is ended here instead of waited for.',
    'What follows is the same: FusionAuth does not know the browser any more.',
  ],
  'revokes-sso-session/lives-on': [
    'FusionAuth’s own session should be over now, but could not be ended.',
  ],

  'gives-up': [
    'One redirect after another, and no page: the browser stops, as any browser does after twenty or so.',
  ],
  'two-factor': [
    'FusionAuth asks for a second factor, and the user of the lesson has none.',
    stops,
  ],
  registration: ['FusionAuth asks the user to register for this application.', stops],
  verification: ['FusionAuth waits until the user has confirmed something.', stops],
  'password-change': ['FusionAuth asks for a new password before it goes on.', stops],
  consent: ['FusionAuth asks whether the application may have what it asks for.', stops],
  'error-page': ['FusionAuth shows an error instead of a login.', stops],
  'unknown-page': ['FusionAuth shows a page that the scripted browser does not know.', stops],
} as const
