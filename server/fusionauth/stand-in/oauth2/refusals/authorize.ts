/** Refusals of an authorization request. */
import { OAuthRefusal } from '../refusal.ts'
import { invalidRequest, missing, observed } from './kinds.ts'

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

/** RFC 8707 §2; FusionAuth (1.67 and later) names no reason. */
export const invalidTarget = (resource: string) =>
  new OAuthRefusal('invalid_target', 'unknown', `The resource ${resource} is not authorized.`)

export const missingResource = () =>
  new OAuthRefusal(
    'invalid_target',
    'unknown',
    'The code was asked for with a resource: send one when it is redeemed.',
  )

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
