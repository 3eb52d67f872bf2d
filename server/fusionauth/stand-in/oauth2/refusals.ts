/**
 * One function for each refusal of the OAuth endpoints. Codes and reasons are FusionAuth's. Texts in
 * `observed` were seen on its wire; all others are our own, because FusionAuth publishes none.
 */
import type { Json } from '../../../../scenarios/vocabulary.ts'
import { type ErrorReason, OAuthRefusal } from './refusal.ts'

const observed = {
  badCode: 'Invalid Authorization Code',
  badRefreshToken: 'The refresh_token is invalid.',
  loginRequired: 'The user is required to complete authentication.',
  responseType: 'Parameter response_type must be set to code or token.',
  unsuitableToken: 'The token is not suitable for the requested use.',
  unableToLogin:
    'The user is unable to login. Authentication server responded with 400 status code.',
  changePassword: 'The user is required to change their password.',
}

const changePasswordReasons = {
  Administrative: 'change_password_administrative',
  Expired: 'change_password_expired',
  Validation: 'change_password_validation',
} as const

const invalidRequest = (reason: ErrorReason, description: string) =>
  new OAuthRefusal('invalid_request', reason, description)

const missing = (reason: ErrorReason, parameter: string) =>
  invalidRequest(reason, `The request is missing the required parameter ${parameter}.`)

const invalidGrant = (reason: ErrorReason, description: string) =>
  new OAuthRefusal('invalid_grant', reason, description)

const unauthenticated = (reason: ErrorReason, description: string) =>
  new OAuthRefusal(
    'invalid_client',
    reason,
    description,
    401,
    {},
    {
      'WWW-Authenticate': 'Basic realm="FusionAuth"',
    },
  )

// ── The request itself ──────────────────────────────────────────────────────

/** RFC 6749 §3.1, §3.2: parameters must not be included more than once. */
export const repeatedParameter = (name: string) =>
  invalidRequest('unknown', `The parameter ${name} stands in the request more than once.`)

/** RFC 6749 §3.2 and appendix B. */
export const notFormEncoded = () =>
  invalidRequest('unknown', 'The body has to be application/x-www-form-urlencoded.')

export const invalidTenant = () =>
  invalidRequest('invalid_tenant_id', 'The tenant is unknown or is not that of the client.')

/** Only the stand-in's hardened profile refuses these two, so that texts and status are its own. */
export const foreignForm = () =>
  new OAuthRefusal(
    'access_denied',
    'unknown',
    'This form was not shown to this browser, or long ago. Go back and log in again.',
    403,
  )

export const tooManyAttempts = (seconds: number) =>
  new OAuthRefusal(
    'invalid_grant',
    'login_prevented',
    `Too many failed attempts. Try again in ${seconds} seconds.`,
    429,
    {},
    { 'Retry-After': String(seconds) },
  )

// ── The client ──────────────────────────────────────────────────────────────

export const missingClientId = () => missing('missing_client_id', 'client_id')

export const unknownClient = (clientId: string) =>
  new OAuthRefusal('invalid_client', 'invalid_client_id', `client_id: ${clientId} is not valid.`)

export const unreadableClientAuthentication = () =>
  unauthenticated(
    'invalid_client_authentication_scheme',
    'The Authorization header has to be Basic with client_id:client_secret.',
  )

/** RFC 6749 §2.3: a client must not use more than one way to authenticate in a request. */
export const twoClientAuthentications = () =>
  invalidRequest(
    'invalid_client_authentication',
    'The client authenticates in the header and in the body; one of them is enough.',
  )

export const differentClients = () =>
  invalidRequest(
    'client_id_mismatch',
    'The client_id in the body is not the one in the Authorization header.',
  )

export const missingClientAuthentication = () =>
  unauthenticated('client_authentication_missing', 'This client has to authenticate.')

export const missingClientSecret = () =>
  unauthenticated('missing_client_secret', 'This client has to authenticate with its secret.')

export const wrongClientSecret = () =>
  unauthenticated('invalid_client_authentication', 'The client could not be authenticated.')

// ── The authorization request ───────────────────────────────────────────────

export const missingRedirectUri = () => missing('missing_redirect_uri', 'redirect_uri')

export const unregisteredRedirectUri = (redirectUri: string) =>
  invalidRequest('invalid_redirect_uri', `Invalid redirect uri ${redirectUri}`)

export const missingResponseType = () => missing('missing_response_type', 'response_type')

export const unsupportedResponseType = () =>
  new OAuthRefusal('unsupported_response_type', 'invalid_response_type', observed.responseType)

export const unsupportedResponseMode = () =>
  invalidRequest(
    'invalid_response_mode',
    'The parameter response_mode has to be query, fragment or form_post; tokens never go in a query.',
  )

export const invalidPrompt = () =>
  invalidRequest(
    'invalid_prompt',
    'The parameter prompt is none, or any of login, consent and select_account.',
  )

export const invalidMaxAge = () =>
  invalidRequest('unknown', 'The parameter max_age has to be a whole number of seconds.')

export const unknownScope = (scope: string) =>
  new OAuthRefusal(
    'invalid_scope',
    'unknown_scope',
    `The scope ${scope} is unknown or not granted.`,
  )

/** OpenID Connect Core §3.2.2.1: an ID token needs the scope openid. */
export const missingOpenid = () =>
  new OAuthRefusal('invalid_scope', 'missing_required_scope', 'An ID token needs the scope openid.')

export const missingCodeChallenge = () => missing('missing_code_challenge', 'code_challenge')

export const invalidCodeChallenge = () =>
  invalidRequest(
    'invalid_pkce_code_challenge',
    'The parameter code_challenge has to be 43 to 128 unreserved characters.',
  )

export const unsupportedChallengeMethod = () =>
  invalidRequest(
    'invalid_pkce_code_challenge_method',
    'The parameter code_challenge_method has to be S256.',
  )

/** OpenID Connect Core §3.1.2.6. */
export const loginRequired = () =>
  new OAuthRefusal('login_required', 'authentication_required', observed.loginRequired)

/** OpenID Connect Core §3.1.2.6. */
export const consentRequired = () =>
  new OAuthRefusal('consent_required', 'consent_required', 'The user is required to give consent.')

export const consentCanceled = () =>
  new OAuthRefusal('access_denied', 'consent_canceled', 'The user did not give consent.')

/** OpenID Connect Core §6: request objects are not supported, and refused when hardened. */
export const unsupportedRequestObject = (name: string) =>
  invalidRequest(
    'unknown',
    `The parameter ${name} is not supported: send its content as parameters.`,
  )

export const expiredLogin = () =>
  invalidRequest('unknown', 'This login has ended or is not yours. Go back and log in again.')

// ── The token request ───────────────────────────────────────────────────────

export const missingGrantType = () => missing('missing_grant_type', 'grant_type')

export const unknownGrantType = (grantType: string) =>
  new OAuthRefusal(
    'unsupported_grant_type',
    'invalid_grant_type',
    `The grant type ${grantType} is not supported.`,
  )

/** `error` is inferred from RFC 6749 §5.2; FusionAuth publishes the reason only. */
export const disabledGrantType = (grantType: string) =>
  new OAuthRefusal(
    'unauthorized_client',
    'grant_type_disabled',
    `The grant type ${grantType} is not enabled for this client.`,
  )

export const missingCode = () => missing('missing_code', 'code')

/** `error` is inferred: 2019 wires said invalid_request, RFC 6749 §5.2 says invalid_grant. */
export const unknownCode = () => invalidGrant('auth_code_not_found', observed.badCode)

/** RFC 6749 §4.1.3 makes this invalid_grant at the token endpoint. */
export const differentRedirectUri = () =>
  invalidGrant(
    'invalid_redirect_uri',
    'The redirect_uri is not the one of the authorization request.',
  )

/** `error` is inferred from RFC 7636 §4.6 for this and the next. */
export const missingCodeVerifier = () =>
  invalidGrant(
    'missing_code_verifier',
    'The code was requested with a code_challenge: send the code_verifier.',
  )

export const wrongCodeVerifier = () =>
  invalidGrant(
    'invalid_pkce_code_verifier',
    'The code_verifier does not belong to the code_challenge of the authorization request.',
  )

export const missingCredentials = () =>
  invalidRequest(
    'invalid_user_credentials',
    'The request is missing the required parameters username and password.',
  )

/** One answer for a wrong password and an unknown user, so that neither can be told apart (inferred). */
export const wrongCredentials = () =>
  invalidGrant('invalid_user_credentials', 'The user credentials are invalid.')

export const userGone = () => invalidGrant('user_not_found', 'The user no longer exists.')

/** FusionAuth names no reason here; the nearest one is taken. */
export const twoFactorRequired = (twoFactorId: string, methods: Json = []) =>
  new OAuthRefusal(
    'two_factor_required',
    'multi_factor_challenge_required',
    'The user is required to answer a two-factor challenge.',
    400,
    { two_factor_id: twoFactorId, two_factor_methods: methods },
  )

export const loginPrevented = () =>
  invalidGrant('login_prevented', 'An action of an administrator keeps the user from logging in.')

/** For what has no reason of its own. */
export const loginFailed = () => invalidGrant('unknown', observed.unableToLogin)

export const userLocked = () => invalidGrant('user_locked', 'The user is locked.')

export const userExpired = () => invalidGrant('user_expired', 'The user account has expired.')

export const passwordChangeRequired = (
  changePasswordId: string,
  reason: keyof typeof changePasswordReasons = 'Administrative',
) =>
  new OAuthRefusal(
    'change_password_required',
    changePasswordReasons[reason],
    observed.changePassword,
    400,
    { change_password_id: changePasswordId },
  )

export const missingRefreshToken = () => missing('missing_refresh_token', 'refresh_token')

export const unknownRefreshToken = () =>
  invalidGrant('refresh_token_not_found', observed.badRefreshToken)

export const invalidExpiresIn = () =>
  invalidRequest(
    'invalid_expires_in',
    'The parameter expires_in has to be a number of seconds, no longer than the usual lifetime.',
  )

// ── Devices (RFC 8628); reasons of FusionAuth, except that a pending grant has none of its own ──

export const missingVerificationUri = () =>
  invalidRequest('missing_verification_uri', 'The application has no deviceVerificationURL.')

export const missingDeviceCode = () => missing('missing_device_code', 'device_code')

export const missingUserCode = () => missing('missing_user_code', 'user_code')

export const invalidDeviceCode = () =>
  invalidGrant('invalid_device_code', 'The device_code is invalid.')

export const invalidUserCode = () =>
  invalidRequest('invalid_user_code', 'The user_code is invalid.')

export const expiredUserCode = () =>
  invalidRequest('user_code_expired', 'The user_code has expired.')

export const expiredDeviceCode = () =>
  new OAuthRefusal('expired_token', 'unknown', 'The device_code has expired.')

export const authorizationPending = () =>
  new OAuthRefusal(
    'authorization_pending',
    'unknown',
    'The authorization request is still pending.',
  )

// ── Introspection ───────────────────────────────────────────────────────────

export const missingToken = () => missing('missing_token', 'token')

export const unsupportedTokenType = () =>
  new OAuthRefusal(
    'unsupported_token_type',
    'unsupported_token_type',
    'The token_type_hint has to be access_token, id_token or refresh_token.',
  )

export const otherTokenType = () =>
  new OAuthRefusal(
    'unsupported_token_type',
    'token_type_hint_mismatch',
    'The token is not of the type that token_type_hint names.',
  )

/** `error` is inferred; FusionAuth's page says 401 only. */
export const tokenOfAnotherClient = () =>
  new OAuthRefusal(
    'invalid_client',
    'invalid_client_id',
    'The token was issued to another client.',
    401,
  )

// ── Logout and userinfo ─────────────────────────────────────────────────────

export const invalidPostLogoutRedirectUri = () =>
  invalidRequest(
    'invalid_post_logout_redirect_uri',
    'The post_logout_redirect_uri is not registered for this client.',
  )

export const invalidIdTokenHint = () =>
  invalidRequest('invalid_id_token_hint', 'The id_token_hint is not an ID token of this server.')

export const differentHint = () =>
  invalidRequest('invalid_id_token_hint', 'The id_token_hint was issued to another client.')

/** RFC 6750 §3.1: no error code when no token was sent. */
const bearer = (attributes: string) => ({
  'WWW-Authenticate': `Bearer realm="FusionAuth"${attributes}`,
})

/** 401 for a token that cannot be trusted; 400 for a good one of another kind, as 1.60 answers. */
export const untrustedAccessToken = () =>
  new OAuthRefusal(
    'invalid_token',
    'access_token_invalid',
    'The access token is malformed, has expired or is not ours.',
    401,
    {},
    bearer(', error="invalid_token"'),
  )

export const unsuitableAccessToken = () =>
  new OAuthRefusal('invalid_token', 'access_token_invalid', observed.unsuitableToken)

export const bearerChallenge = bearer('')
