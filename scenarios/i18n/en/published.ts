import type { PublishedTexts } from '../tables.ts'

export const published: PublishedTexts = {
  errata: {
    E1: 'The diagram writes grant_type=refresh. The value is refresh_token (RFC 6749 §6); /api/jwt/refresh takes no grant_type at all.',
    E2: 'The diagram says that the Hacker gets a new JWT cookie. What the Store sets here is a new session id.',
    E3: 'The diagram lets the Hacker ask for /shopping-cart, where a single-page application has only its empty page. The cart comes from /api/load-shopping-cart.',
    E4: 'The diagram shows 404 Missing. A refresh token that is dead is refused with 400 (RFC 6749 §5.2).',
    E5: 'The diagram returns only a JWT. The refresh token comes back too and may be a new one, so the Store hands it on again.',
    E6: 'The diagram shows only response_type=code. Without client_id, redirect_uri and scope nothing would come back; state, nonce and a PKCE challenge guard the way back.',
    E7: 'The diagram sends code and client_secret. grant_type, redirect_uri, client_id and the PKCE verifier belong to it.',
    E8: 'The diagram posts only response_type. The form also carries the login name, the password and the fields of the request it belongs to.',
    E9: 'The diagram says that the login repeats. Whether a form comes depends on FusionAuth’s own session: while that lives, the browser is back in without one.',
    E10: 'The diagram gives the cookies of Forums the domain store.example.com. Forums cannot set cookies for the Store: they lie at forums.example.com.',
    E11: 'The diagram has only a session id here. The refresh token is set beside it, and sent beside it.',
    E12: 'The diagram calls the tokens ignored, or sets a JWT. The refresh token is kept in a cookie, beside a session id.',
    E16: 'The diagram gives the JWT the domain store.example.com here. It lies at the parent domain, as everywhere in this workflow.',
    E17: 'The diagram writes /api/load-load-posts. The path is /api/load-posts.',
    E20: 'The diagram does not say what this takes: FusionAuth must let the application’s users call /api/login without an API key, and a script needs CORS headers besides.',
    E22: 'When the diagram comes to this, the cookie at FusionAuth holds the refresh token of Forums. It opens the Store again only after a new login there, which is why one comes first here.',
    E24: 'The diagram puts tokens into the body of a GET, which has none. The JWT travels as Authorization: Bearer, a refresh token in a header of the application’s own.',
    E25: 'The diagram says that no cookies are sent. Cookies of a parent domain go to every host below it: Forums gets the tokens of the Store, and must refuse them.',
    E26: 'The diagram shows only response_type=token. Without client_id and redirect_uri nothing would come back; a state guards the way back.',
    E27: 'Nobody keeps the refresh token that comes with this answer, and it stays valid at FusionAuth until it runs out. An application whose loginConfiguration.generateRefreshTokens stays off, as it is by default, gets none.',
    E13: 'The article promises single sign-on. This login gives the browser no session at FusionAuth, so Forums asks for the password again.',
    E14: 'The article says that the browser goes to FusionAuth to log in. Here it is the application’s own form that takes the password.',
    E15: 'The article introduces a single-page application. This is a web application: every step loads a page.',
    E18: 'The article names /oauth2/token among what is called. The script calls /api/login and /api/jwt/refresh alone.',
    E19: 'One version of the diagram shows the name of a building block where the posts are loaded.',
    E21: 'The article fears that injected script steals the refresh token. Script cannot read that cookie; but it can have new JWTs made with it, and steal those.',
  },
  inferences: {
    'login-refused-with-200':
      'That a refused login shows the form again with status 200 is assumed.',
    'sso-session-begins-with-the-code':
      'That the session cookie comes with this answer, and not with an earlier hop, is assumed.',
    'sso-session-slides':
      'That each single sign-on gives FusionAuth’s session its whole life again is assumed.',
    'refresh-returns-the-refresh-token':
      'That a refresh returns the refresh token even when it stays the same is assumed.',
    'error-of-a-used-code':
      'The error name for a code that is used up is assumed; older servers said invalid_request.',
    'error-of-wrong-credentials':
      'The error name for a wrong password is assumed; FusionAuth publishes the reason only.',
    'type-of-a-token-outside-oauth':
      'That a token of these APIs has the type of an access token (tty: at) is assumed; FusionAuth’s release notes say only that every token has a type.',
    'preflight-granted-with-204':
      'That FusionAuth grants a preflight with status 204 is assumed; its documents name no status.',
    'token-cookies-cross-sites':
      'That FusionAuth’s cookies with tokens cross sites (SameSite=None) is assumed, as the articles do; of itself FusionAuth sets Lax.',
    'token-cookies-deleted-across-sites':
      'That FusionAuth takes such cookies back with SameSite=None is assumed; without it, the browser would not let this answer of another site delete them.',
    'verification-keys-of-the-tenant':
      'That the tenant’s list of keys for verification serves all of its applications is assumed; the release notes of 1.69 name the list only.',
    'keys-that-sign-stay':
      'That FusionAuth deletes a key as soon as nobody signs with it, and refuses before, is assumed; so is the error that it would answer.',
  },
}
