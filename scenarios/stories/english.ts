import type { Stories } from './story.ts'

const loggedIn =
  'The user is logged in: the browser gets a session id and the refresh token, both out of reach of scripts (HttpOnly).'

const serverToServer =
  'The application talks to FusionAuth directly, server to server. The browser sees nothing of it.'

/** English sentences. Each states what can be seen in the message it belongs to, and why it matters. */
export const english: Stories = {
  'home-request':
    'The browser asks for the home page. It has no cookie for this host, so nobody is logged in.',
  'home-response':
    'The home page comes with a login link. No session exists yet and no cookie is set.',
  'initialize.home-request': 'The browser opens the Store. Nothing it sends says who the user is.',
  'forums-initialize.home-request':
    'Forums is another host. The Store’s cookies are host-only, so none of them goes along, and Forums knows nothing of the login.',

  'login-request': 'The user follows the login link.',
  'login-response/302':
    'The application sends the browser to FusionAuth. It remembers state, nonce and the PKCE verifier, and ties them to this browser with a short-lived cookie.',
  'login-response/200':
    'The login form belongs to the application itself. Whatever is typed here, the application will see.',

  'authorize-request':
    'The browser leaves the application and asks FusionAuth for a code. The challenge is a hash of a secret that only the application knows.',
  'forums-login.authorize-request':
    'The browser is at FusionAuth again, this time for Forums, and it brings along the cookie of FusionAuth’s own session.',
  'authorize-response/200':
    'The form comes from FusionAuth. The application will never see what is typed into it.',
  'authorize-response/302':
    'No form: FusionAuth recognises its own session cookie and lets the browser pass. That is single sign-on.',
  'authorize-response/400':
    'FusionAuth refuses the request and does not redirect: it trusts neither the client nor the address it names.',
  'login.credentials-request':
    'The password travels. Look at the receiver: whoever it is now knows the password.',
  'credentials-request': 'The user types the password again, and it travels again.',
  'forums-login.credentials-request':
    'A second application, a second form, and the same password a second time: without single sign-on every application asks for itself.',
  'credentials-response/200':
    'The form comes back: the login name or the password was wrong, and FusionAuth does not say which.',
  'credentials-response/422':
    'The form comes back: the login name or the password was wrong. No session was made.',
  'credentials-response/302': ({ from }) =>
    from === 'FusionAuth'
      ? 'The credentials were right. FusionAuth sends the browser on to its next step.'
      : loggedIn,
  'credentials-response/502':
    'FusionAuth could not be asked, so nobody was logged in. The user can try again.',

  'consent-request':
    'The browser follows FusionAuth’s redirect. The hop is where FusionAuth would ask for consent, if this application needed any.',
  'consent-response':
    'FusionAuth hands the browser a code and sends it back to the application. The code is worth nothing without the application’s secret and verifier.',
  'callback-request':
    'The browser brings the code back. What stands in the address is a code that works once, not a token.',
  'callback-response/302': loggedIn,
  'callback-response/400': 'The application does not accept this answer, and makes no session.',
  'callback-response/502':
    'FusionAuth could not be asked to redeem the code, so nobody was logged in.',

  'token-request': serverToServer,
  'refresh.token-request':
    'The session is gone, but a refresh token came along. The Store trades it for new tokens, adding its own client secret.',
  'relogin.token-request': ({ http }) =>
    http?.body.includes('grant_type=refresh_token') === true
      ? 'The Store tries the refresh token again. It cannot know that the token has died.'
      : serverToServer,
  'stolen-refresh-token.token-request':
    'The Store cannot tell the thief from the user. It adds its client secret, which the thief does not have, and so does the thief’s work.',
  'token-response/200':
    'FusionAuth answers the application, not the browser. The JWT stays on the server; the refresh token will go on to the browser, in a cookie.',
  'refresh.token-response/200':
    'New tokens without a password. The refresh token comes back as well; it may be a new one, so the Store writes its cookie again.',
  'stolen-refresh-token.token-response/200':
    'The token is valid, so FusionAuth accepts it. Nothing in it says who presents it.',
  'token-response/400':
    'FusionAuth refuses with 400 and says why in the error. No token comes back.',
  'relogin.token-response/400':
    'The refresh token is dead, and FusionAuth refuses it with 400. Only a login helps now.',
  'token-response/401': 'FusionAuth does not accept the application’s own credentials.',

  'login-api-request':
    'The Store hands the password on to FusionAuth’s Login API, with its API key. The password has now been seen by both.',
  'login-api-response/200':
    'FusionAuth returns the user, a JWT and a refresh token, to the application and not to the browser.',
  'login-api-response/404':
    'FusionAuth answers 404, the same for a wrong password and for an unknown user.',
  'jwt-refresh-request':
    'The session is gone, but a refresh token came along. The Store sends it to FusionAuth’s JWT API; no client secret is asked for there.',
  'relogin.jwt-refresh-request':
    'The Store tries the refresh token again. It cannot know that the token has died.',
  'stolen-refresh-token.jwt-refresh-request':
    'The Store cannot tell the thief from the user, and refreshes on the thief’s behalf.',
  'jwt-refresh-response/200':
    'A new JWT without a password. The refresh token comes back as well; it may be a new one, so the Store writes its cookie again.',
  'stolen-refresh-token.jwt-refresh-response/200':
    'The token is valid, so FusionAuth accepts it. Nothing in it says who presents it.',
  'jwt-refresh-response/400':
    'The refresh token is dead, and FusionAuth refuses it with 400. Only a login helps now.',

  'jwks-request':
    'The application fetches FusionAuth’s public keys, to check for itself who signed the token.',
  'jwks-response':
    'With the public key anyone can check a signature; only FusionAuth can make one.',

  'revoke-request': 'The Store tells FusionAuth to forget the user’s refresh tokens for it.',
  'revoke-response': 'The refresh token is dead from now on, wherever a copy of it may be.',

  'create-session':
    'The session lives on the server and holds the user. Only its id, a random number without meaning, will go to the browser.',
  'refresh.create-session': 'A new session under a new id. The user has noticed nothing.',
  'stolen-refresh-token.create-session':
    'The Store makes a fresh session in the victim’s name, for the thief.',
  'extend-session':
    'The session id is known and alive. Each use moves its end: 30 minutes from now.',
  'stolen-session-id.extend-session':
    'The Store finds the victim’s session and extends it. The thief’s own traffic keeps it alive.',
  'login-again': 'The browser follows the redirect: the login begins again.',

  'cart-request': 'The browser sends its cookies by itself, with every request to this host.',
  'refresh.cart-request':
    'The browser sends the old session id. It cannot know that the session has died on the server.',
  'relogin.cart-request': ({ n }, { messages }) =>
    messages.some((other) => other.n < n && other.id === 'relogin.create-session')
      ? 'Logged in again: the browser sends the two cookies that it has just been given.'
      : 'The browser still sends both cookies. The Store will have to find out that they are worth nothing any more.',
  'cart-response/200': 'The cart comes, for the user that the session names.',
  'refresh.cart-response/200':
    'The cart comes as if nothing had happened, with a new session id in place of the dead one.',
  'cart-response/302':
    'Neither session nor refresh token is good any more: the Store sends the browser to the login.',
  'cart-response/502':
    'FusionAuth could not be asked. The Store says so and leaves the cookies alone, so the next try can work.',
  'posts-request': 'Forums gets its own two cookies, set by itself a moment ago.',
  'posts-response/200':
    'Forums shows its posts. It has a session of its own, apart from the Store’s.',

  'steal-refresh-token':
    'The Hacker gets a copy of the refresh token: by malware, a leaked log, a backup. HttpOnly does not protect from those.',
  'steal-session-id':
    'A new start for the Hacker, with nothing but a copy of the victim’s session id.',
  'stolen-refresh-token.cart-request':
    'The Hacker has no session. A made-up session id and the stolen refresh token make the Store refresh.',
  'stolen-refresh-token.cart-response/200':
    'The Hacker sees the victim’s cart and owns a working session, without having seen the password.',
  'stolen-refresh-token.cart-response/302':
    'The refresh token was not accepted: the Hacker is sent to the login.',
  'stolen-session-id.cart-request': 'The Hacker sends the victim’s session id, and nothing else.',
  'stolen-session-id.cart-response/200':
    'The Hacker sees the victim’s cart. Whoever holds the session id is the user, as far as the Store can tell.',
  'stolen-session-id.cart-response/302':
    'The session is not alive any more: the Hacker is sent to the login.',

  'no-answer':
    'Nobody answered. The request is on record; whether it had an effect, its sender cannot know.',

  'moves-clock':
    'FusionAuth keeps its own time, and nobody can hurry it. The applications’ clock is set on instead, so that their session is over.',
  'revokes-refresh-token':
    'A real refresh token lives for days. It is revoked here instead of waited for: what follows is the same, a token that FusionAuth refuses.',
  'revokes-sso-session':
    'FusionAuth’s own session is ended here instead of waited for: what follows is the same, a browser that it does not know any more.',
  'gives-up':
    'One redirect after another, and no page: the browser stops, as any browser does after twenty.',
  'two-factor':
    'FusionAuth asks for a second factor before it goes on. The lesson stops here: it has none to give.',
  registration:
    'FusionAuth asks the user to register for this application first. The lesson stops here.',
  verification: 'FusionAuth waits for an address to be verified. The lesson stops here.',
  'password-change': 'FusionAuth asks for a new password before it goes on. The lesson stops here.',
  consent:
    'FusionAuth asks whether the application may have what it asks for. The lesson stops here.',
  'error-page': 'FusionAuth shows a page that tells of an error. The lesson stops here.',
  'unknown-page':
    'FusionAuth shows a page that the scripted browser does not know. The lesson stops here.',
}
