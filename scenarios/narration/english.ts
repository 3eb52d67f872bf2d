import { attacks } from './english-attacks.ts'
import { rotation } from './english-rotation.ts'
import { switched } from './english-switched.ts'

const loggedIn = 'The user is logged in.'

const forNewTokens = [
  'What came along does not open the application, but a refresh token is among it.',
  'The application trades it for new tokens, and proves itself with its client secret.',
] as const

const noUsableAnswer = [
  'FusionAuth gave no usable answer, so nobody is logged in.',
  'No cookie of a login is taken away: the user can try again.',
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
  'Among them is a refresh token, perhaps a new one, so the application hands it on again.',
] as const

const deadToken = [
  'FusionAuth does not accept this refresh token, and answers 400.',
  'Only a login helps now.',
] as const

const answersApplication = 'FusionAuth answers the application, not the user’s device.'

const asIfNothing = 'The answer comes as if nothing had happened.'
const newSession = [asIfNothing, 'A new session id takes the place of the old one.'] as const
const newJwt = [asIfNothing, 'A new JWT takes the place of the old one.'] as const

const oldSession = [
  'The old session id goes along.',
  'That the session has ended on the server, the browser cannot know: the cookie has no expiry date.',
] as const

const bothTokensOver = [
  'Both tokens still go along.',
  'The JWT is over, and the refresh token is dead at FusionAuth.',
] as const

const oldJwt = [
  'The JWT that goes along is over, as the date in the token itself says.',
  'The refresh token goes along too, whether it is needed or not.',
] as const

const outage = 'It takes no cookie away, so the next try can work.'

const formRefused = ['The form is not for everybody: the browser is sent to the login.'] as const

const takesBack = 'The application takes back what it had left in the browser.'

const stops = 'The lesson stops here.'

/**
 * English stories, sentence by sentence: what can be seen in the message, and why it matters. A
 * sentence that states a fact is checked on played traces (test/narration/checks).
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
  'home-request/Hacker': ['The Hacker asks for the home page, which is for everybody.'],
  'home-request/with-keys': [
    'The browser asks for the home page, and its cookies go along.',
    'The home page is for everybody: the application does not even look at them.',
  ],
  'home-request/parent-domain': [
    'The browser asks for the home page, and the tokens go along.',
    'Their cookies lie at the parent domain, so they go to every host below it, whichever application they were made for.',
  ],
  'home-response/200': [
    'The home page comes with a login link.',
    'It sets no cookie: there is nothing to remember yet.',
  ],
  'any-response/200/shell': [
    'The page comes without content of its own: its script will fetch that.',
    'It sets no cookie.',
  ],
  'user-request': ['The page’s script asks the application who is logged in.'],
  'user-response/200': [
    'Somebody is logged in, as the answer says; no token is in it, and the script needs none.',
  ],
  'user-response/404': [
    'Nobody is logged in, as far as the application can tell.',
    'The script shows the home page with its login button.',
  ],
  'check-local-storage': ['The script looks into local storage for a JWT, and asks nobody.'],
  'open-app': [
    'The user opens the app; it lies on the device, and nothing has to be fetched for that.',
  ],
  'go-home': ['The app shows its first view again, and asks nobody for it.'],
  'show-problem': ['The request came to nothing, and the page says so.'],
  'render-login-form': [
    'The script shows a login form, and asks nobody for it.',
    'What is typed into it, the script will read and send itself.',
  ],

  'login-request': ['The user follows the login link.'],
  'login-request/by-itself': [
    'The script leads the browser to the login; nobody clicked anything.',
  ],
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
    'The browser asks FusionAuth for a code, on behalf of the application.',
    'The code_challenge is the hash of the verifier, which only the application has: later it proves who began this login.',
  ],
  'authorize-request/with-sso-session': [
    'The browser is at FusionAuth again, and brings the cookie of FusionAuth’s own session along.',
    'No application ever sees this cookie: it is for FusionAuth’s host only.',
  ],
  'authorize-request/token': [
    'The browser asks FusionAuth for a token right away: no code comes in between, no client secret and no PKCE.',
  ],
  'authorize-request/token/with-sso-session': [
    'The browser asks FusionAuth for a token right away, and brings the cookie of FusionAuth’s own session along.',
  ],
  'open-browser': [
    'The app opens the system’s browser, so that the password is not typed into the app.',
    'The PKCE verifier stays on the device.',
  ],
  'authorize-response/200': ['FusionAuth shows a page of its own before it goes on.'],
  'authorize-response/200/form': [
    'The login form comes from FusionAuth, and is sent back to FusionAuth.',
    'The password is typed into a page of FusionAuth, and of no application.',
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
    'The password travels, and this time it goes to FusionAuth.',
    'The form was a page of FusionAuth.',
  ],
  'relogin.credentials-request/FusionAuth': [
    'The password travels again, and again to FusionAuth.',
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
  'entry-response/gives-session-and-refresh-token': [
    loggedIn,
    'The browser gets a session id and the refresh token, in cookies that no script can read (HttpOnly).',
  ],
  'entry-response/gives-session': [
    loggedIn,
    'The browser gets a session id, in a cookie that no script can read (HttpOnly).',
  ],
  'entry-response/gives-tokens': [
    loggedIn,
    'The browser gets the JWT and the refresh token, in cookies that no script can read (HttpOnly).',
  ],
  'entry-response/gives-jwt': [
    loggedIn,
    'The browser gets the JWT in a cookie; no refresh token goes along.',
  ],
  'entry-response/gives-tokens-in-body': [
    loggedIn,
    'JWT and refresh token come in the body, and the app keeps them on the device.',
  ],
  'credentials-response/401': ['The application refuses the login, and sets no cookie.'],
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
  'consent-response/302/token': [
    'FusionAuth puts the JWT into the address behind the # (the fragment), and sends the browser back.',
    'A browser sends no fragment to any server: only a script of the page can read it.',
  ],
  'app-link': [
    'The system knows that this address belongs to the app, and hands it over.',
    'The application’s server never sees the code.',
  ],
  'callback-request/no-query': [
    'The browser goes back to the application.',
    'The JWT stays behind the #, and is not sent.',
  ],
  'callback-request': [
    'The browser brings the code back to the application.',
    'What stands in the address is a code, and no token.',
  ],
  'callback-response/200/shell': [
    'The page comes without content of its own.',
    'Its script will take the JWT out of the address, which only it can see in full.',
  ],
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
  'token-request/authorization_code/direct': [
    'The app redeems the code itself, with FusionAuth.',
    'It has no client secret: no app could keep one. The PKCE verifier proves that it began this login.',
  ],
  'token-request/refresh_token': forNewTokens,
  'token-request/refresh_token/kept': [
    'The JWT is over, so the application uses the refresh token that it keeps itself.',
    forNewTokens[1],
  ],
  'relogin.token-request/refresh_token': onlyFusionAuthKnows,
  'token-request/refresh_token/for-Hacker': [
    'The Store asks FusionAuth just as it would for the user: it cannot tell the thief from the victim.',
    'It adds the client secret, which the thief does not have, and so does the thief’s work.',
  ],
  'token-response/200': [answersApplication],
  'token-response/200/goes-on-session-and-refresh-token': [
    answersApplication,
    'The access token stays on the server; the refresh token will go on to the browser, in a cookie.',
  ],
  'token-response/200/goes-on-session': [
    answersApplication,
    'Every token stays on the server: the browser will get a session id alone.',
  ],
  'token-response/200/goes-on-tokens': [
    answersApplication,
    'The access token and the refresh token will both go on to the browser, in cookies.',
  ],
  'token-response/200/goes-on-tokens-in-body': [
    answersApplication,
    'The access token and the refresh token will both go on to the app, in the body.',
  ],
  'token-response/200/direct': [
    'FusionAuth gives access token and refresh token to the app itself, which keeps them on the device.',
  ],
  'token-response/200/refresh_token': renewed,
  'token-response/200/refresh_token/kept': [
    renewed[0],
    'The application keeps the refresh token to itself.',
  ],
  'token-response/200/refresh_token/for-Hacker': bearer,
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
  'login-api-request/direct': [
    'The password goes straight to FusionAuth’s Login API.',
    'No API key goes along: FusionAuth has to be set to do without one.',
  ],
  'login-api-response/200': [
    'FusionAuth returns the user, a JWT and a refresh token to the application.',
    'The user’s device never meets FusionAuth in this workflow, so FusionAuth keeps no session that could log it in elsewhere.',
  ],
  'login-api-response/200/direct': [
    'FusionAuth gives the user’s own device a JWT and a refresh token.',
    'No application’s server has seen the password.',
  ],
  'login-api-response/200/direct/cookies-refused': [
    'FusionAuth gives the script a JWT and a refresh token, and would set both as cookies.',
    'The browser takes no cookie from another site here.',
  ],
  'login-api-response/404': [
    'FusionAuth answers 404, for a wrong password just as for an unknown user.',
    'So the answer does not give away who has an account.',
  ],
  'preflight-request': [
    'Before a script may send JSON to another origin, the browser asks there first (a CORS preflight).',
    'Neither cookie nor password goes along.',
  ],
  'preflight-response/204': [
    'FusionAuth allows it: this origin, this method and this header, and cookies as well.',
  ],
  'jwt-refresh-request': [
    forNewTokens[0],
    'The application sends it to FusionAuth’s JWT API, with no client secret: the token alone is enough there.',
  ],
  'relogin.jwt-refresh-request': onlyFusionAuthKnows,
  'jwt-refresh-request/for-Hacker': [
    'The Store asks FusionAuth just as it would for the user: it cannot tell the thief from the victim.',
  ],
  'jwt-refresh-request/direct': [
    'The script asks FusionAuth for a new JWT.',
    'The refresh token goes along in the cookie that FusionAuth has set.',
  ],
  'jwt-refresh-request/direct/no-refresh-token': [
    'The script asks FusionAuth for a new JWT, but the browser has no refresh token to send along.',
  ],
  'jwt-refresh-request/Hacker': [
    'The Hacker brings the stolen refresh token to FusionAuth, in the cookie that it was in.',
    'No password is asked for, and no client secret.',
  ],
  'jwt-refresh-request/Hacker/empty-handed': [
    'The Hacker asks for a new JWT, and has no refresh token to send.',
  ],
  'jwt-refresh-response/200': renewed,
  'jwt-refresh-response/200/direct': [
    'A new JWT comes back, and nobody typed a password.',
    'FusionAuth sets the refresh token again, perhaps a new one.',
  ],
  'jwt-refresh-response/200/Hacker': bearer,
  'jwt-refresh-response/400/direct/no-refresh-token': [
    'FusionAuth got no refresh token, and answers 400.',
    'Only a login helps now.',
  ],
  'jwt-refresh-response/200/api/for-Hacker': bearer,
  'jwt-refresh-response/400': deadToken,

  'jwks-request': [
    'The application fetches FusionAuth’s public keys, to check for itself who signed the token it was given.',
  ],
  'jwks-response/200': [
    'These keys are public: they check signatures, and cannot make any.',
    'One of them fits the token that has just come.',
  ],

  'cookie-drop-request': [
    'The script hands the JWT to the application, to have it put into a cookie.',
  ],
  'cookie-drop-response/200': [
    'The application puts the JWT into a cookie that no script can read (HttpOnly).',
  ],
  'cookie-drop-response/401': [
    'The application does not take this JWT: it was made for another one.',
  ],
  'start-session-request': [
    'The script hands the JWT to the application, which is to begin a session with it.',
  ],
  'local-storage-drop': [
    'The script keeps the JWT in local storage.',
    'There every script of this page can read it, a smuggled one as well.',
  ],
  'local-storage-clear': ['The script takes the JWT out of local storage.'],
  clobbered: [
    'FusionAuth’s cookie is one for all applications.',
    'What it held for the other application is overwritten.',
  ],

  'revoke-request': ['FusionAuth is told to revoke: one refresh token, or all that the user has.'],
  'revoke-response/200': ['What was meant is dead from now on, wherever a copy of it may be.'],

  'create-session': [
    'The session is kept on the server, and holds the user.',
    'Only its id goes to the browser: random text that says nothing about anybody.',
  ],
  'refresh.create-session': [
    'The application makes a new session, under a new id.',
    'The user had nothing to do for it.',
  ],
  'create-session/for-Hacker': [
    'The Store makes a new session in the victim’s name, for the thief.',
  ],
  'extend-session': [
    'The session id is known, and its session is alive.',
    'Each use moves its end: to 30 minutes from now, but never past 12 hours after it began.',
  ],
  'extend-session/for-Hacker': [
    'By now the Hacker has a session of their own, and each use extends it.',
  ],
  'extend-session/for-Hacker/victims': [
    'The Store finds the victim’s session and extends it: the thief’s own traffic keeps it alive.',
  ],
  'login-again': ['The Store sent the browser to the login, which begins again.'],
  'login-again/refused': ['The answer was no, so the login begins again, without being asked for.'],
  'wait-for-refresh': ['A refresh is under way already, so this request waits for its result.'],

  'load-request': ['What is behind the login is asked for, and nothing goes along that opens it.'],
  'cart-request/just-logged-in': [
    'The browser follows the redirect to the cart, and what it has just been given goes along.',
    'It sends its cookies by itself, as the rules of each cookie allow.',
  ],
  'posts-request/just-logged-in': [
    'Forums gets what it has just set.',
    'The browser sends it to no other host.',
  ],
  'load-request/with-refresh-token': [
    'The browser sends session id and refresh token by itself, as the rules of each cookie allow.',
  ],
  'posts-request/with-refresh-token': [
    'The browser sends Forums the two cookies that Forums has set, and those of no other host.',
  ],
  'load-request/with-session-id': [
    'The browser sends the session id by itself, as the rules of its cookie allow.',
  ],
  'load-request/refresh-token-over': [
    'The browser sends the session id alone: its cookie with the refresh token has expired.',
  ],
  'load-request/old/with-session-id': oldSession,
  'load-request/old/with-refresh-token': oldSession,
  'relogin.cart-request/old/with-refresh-token': [
    'The browser still sends both cookies.',
    'On the servers, the session and the refresh token are both dead.',
  ],
  'load-request/with-both-tokens': [
    'The browser sends JWT and refresh token by itself, as the rules of each cookie allow.',
  ],
  'load-request/old/with-both-tokens': oldJwt,
  'relogin.cart-request/old/with-both-tokens': bothTokensOver,
  'load-request/with-refresh-token-alone': [
    'The browser sends the refresh token alone: the cookie that opened the page is gone.',
  ],
  'load-request/with-jwt': [
    'The browser sends the JWT by itself, as the rules of its cookie allow.',
  ],
  'load-request/old/with-jwt': [
    'The JWT that goes along is over, as the date in the token itself says.',
    'The browser does not look into it: the cookie has no expiry date.',
  ],
  'load-request/with-bearer': [
    'The script puts the JWT into a header itself (Authorization: Bearer).',
    'No cookie opens anything here.',
  ],
  'load-request/with-bearer-and-refresh-token': [
    'The app puts JWT and refresh token into headers itself; there are no cookies.',
  ],
  'load-request/old/with-bearer-and-refresh-token': oldJwt,
  'relogin.cart-request/old/with-bearer-and-refresh-token': bothTokensOver,

  'cart-response/200': ['The cart comes, for the user whom the session names.'],
  'cart-response/200/by-jwt': [
    'The cart comes, for the user whom the JWT names.',
    'No session had to be looked up: the token says it all, and its signature is proof.',
  ],
  'load-response/200/gives-session': newSession,
  'load-response/200/gives-session-and-refresh-token': newSession,
  'load-response/200/gives-tokens': newJwt,
  'load-response/200/gives-tokens-in-body': newJwt,
  'posts-response/200': [
    'Forums shows its posts.',
    'It keeps a session of its own, apart from the Store’s.',
  ],
  'posts-response/200/by-jwt': [
    'Forums shows its posts.',
    'The JWT was made for Forums, as its audience says; one for the Store would not do.',
  ],
  'load-response/302': [
    'Nothing came along that opens the page or renews the login, and the browser is sent to the login.',
  ],
  'load-response/401': [
    'Nothing came along that opens this or renews the login.',
    'The answer is 401: what to do next is up to the one who asked.',
  ],
  'load-response/302/Hacker': [
    'Nothing that came along is any good: the Hacker is sent to the login, like anybody else.',
  ],
  'load-response/401/Hacker': ['Nothing that came along is any good: the Hacker gets 401.'],
  'cart-response/502': ['FusionAuth gave no usable answer, and the Store says so.', outage],
  'posts-response/502': ['FusionAuth gave no usable answer, and Forums says so.', outage],

  'order-form-request': ['The browser asks for the page with the order form.'],
  'order-form-response/200': ['The order form comes.'],
  'order-form-response/302': formRefused,
  'post-form-request': ['The browser asks for the form of a new post.'],
  'post-form-response/200': ['The form comes.'],
  'post-form-response/302': formRefused,
  'post-request': ['The user writes a post.'],
  'post-response/303': ['The post is kept, and the browser is sent on to all of them.'],
  'post-response/200': ['The post is kept.'],
  'checkout-request': ['The user orders what is in the cart.'],
  'checkout-response/303': [
    'The order is taken, and the browser is sent on to a page that says so.',
  ],
  'checkout-response/200': ['The order is taken, as the answer says.'],
  'checkout-response/401': ['Nobody is logged in by what came along, so nothing is ordered.'],
  'ordered-request': ['The browser asks for the page that says what was ordered.'],
  'ordered-response/200': ['The page says that the order was taken.'],
  'change-password-request': [
    'The application passes the old and the new password on to FusionAuth.',
  ],
  'change-password-response/200': ['FusionAuth has taken the new password.'],
  'tokens-request': ['The application asks FusionAuth which refresh tokens the user has.'],
  'tokens-response/200': ['FusionAuth lists the refresh tokens, with their ids.'],

  'logout-request': [
    'The user presses “Log out”.',
    'The request says which site it comes from (Origin), so no other site can log the user out.',
  ],
  'end-session': ['The application forgets the session: its id opens nothing any more.'],
  'logout-request/Mobile': [
    'The user presses “Log out”.',
    'The app sends the refresh token along, which is to be revoked.',
  ],
  'logout-api-request': ['The script asks FusionAuth to end this login as well.'],
  'logout-api-response/200': [
    'FusionAuth agrees: a refresh token that came along is dead from now on.',
  ],
  'logout-response/200': [takesBack],
  'logout-response/303': [takesBack],
  'logout-response/303/elsewhere': [
    takesBack,
    'It sends the browser on to FusionAuth, which keeps a session of its own.',
  ],
  'logout-response/502': [
    takesBack,
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
    'What it had left in the browser is gone.',
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
  'steal-refresh-token/device': [
    'The Hacker gets a copy of the refresh token from the device, which notices nothing.',
  ],
  'steal-jwt/jar': [
    'The Hacker gets a copy of the JWT; the browser still has its own and notices nothing.',
    'The cookie is HttpOnly, so it was no script of the page that took it.',
  ],
  'steal-jwt/localStorage': [
    'The Hacker gets a copy of the JWT out of local storage; the browser notices nothing.',
  ],
  'steal-jwt/device': ['The Hacker gets a copy of the JWT from the device, which notices nothing.'],
  'steal-sso-session': ['The Hacker gets a copy of the cookie of FusionAuth’s own session.'],
  'steal-refresh-token/empty-handed': ['There is no refresh token to copy.'],
  'steal-session-id/empty-handed': ['There is no session id to copy.'],
  'steal-jwt/empty-handed': ['There is no JWT to copy.'],
  'steal-sso-session/empty-handed': ['FusionAuth has set no cookie that could be copied.'],
  'cart-request/Hacker/with-refresh-token': [
    'The Hacker sends the stolen refresh token, and a session id made up on the spot.',
    'The Store has no session of that id, so it will try the refresh token.',
  ],
  'load-request/Hacker/own-session': [
    'The Hacker comes back with a session id that was made out to them.',
  ],
  'cart-request/Hacker/made-up': [
    'The Hacker has nothing to send but what was made up on the spot.',
  ],
  'cart-request/Hacker/with-made-up-jwt': [
    'The Hacker sends the stolen refresh token, and beside it something made up in place of a JWT.',
    'The Store cannot take that for a token of FusionAuth’s, so it will try the refresh token.',
  ],
  'cart-request/Hacker/with-refresh-token-alone': [
    'The Hacker sends the stolen refresh token, and nothing beside it.',
  ],
  'load-request/Hacker/own-jwt': ['The Hacker sends a JWT that was made out to them.'],
  'load-request/Hacker/victims-jwt': ['The Hacker sends the victim’s JWT; no password goes along.'],
  'load-response/200/Hacker/waited': [
    'The Hacker sees the victim’s cart: one refresh has served both who asked.',
  ],
  'posts-response/200/Hacker/own-session': [
    'Forums shows its posts, to the Hacker as to the victim.',
  ],
  'posts-response/200/Hacker/own-jwt': ['Forums shows its posts, to the Hacker as to the victim.'],
  'load-response/200/Hacker/with-made-up-jwt': [
    'The Hacker sees the victim’s cart, and gets a JWT of their own.',
    'No password was needed for it.',
  ],
  'load-response/200/Hacker/own-jwt': [
    'The Hacker sees the victim’s cart, by a JWT that nobody logged in for.',
  ],
  'load-response/200/Hacker/victims-jwt': [
    'The Hacker sees the victim’s cart.',
    'Whoever holds the JWT is the user, as far as the Store can tell.',
  ],
  'load-response/200/Hacker/own-session': [
    'The Hacker sees the victim’s cart, in a session that nobody logged in to.',
  ],
  'load-response/200/Hacker/with-refresh-token': [
    'The Hacker sees the victim’s cart, and gets a session id of their own.',
    'No password was needed for it.',
  ],
  'cart-request/Hacker': ['The Hacker asks for the cart, and has nothing to show for it.'],
  'load-request/Hacker/victims-session': [
    'The Hacker sends the victim’s session id; no password goes along.',
  ],
  'load-response/200/Hacker/victims-session': [
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
    'So only the applications’ clock is set forward here: FusionAuth’s goes on as before.',
  ],
  waits: [
    'A real FusionAuth keeps real time, and nothing sets its clock.',
    'So this time has really passed, for all who take part.',
  ],
  'waits-not': [
    'A real FusionAuth keeps real time, and its JWTs say real times.',
    'So nobody moves a clock here, and nothing runs out.',
  ],
  'waits-for-jwt': [
    'Nobody revokes a JWT: it is good until the second that it names.',
    'FusionAuth has no clock to set, so it was told to let it live for seconds only: its end could really be waited for.',
  ],
  'waits-for-jwt/lives-on': [
    'The JWT should be over now, but it lives for longer than a run waits.',
    'FusionAuth has no clock to set, and no call ends a JWT.',
  ],
  'revokes-refresh-token': [
    'FusionAuth counts the life of a refresh token in whole minutes, so here it is revoked instead.',
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

  ...attacks,
  ...switched,
  ...rotation,
} as const
