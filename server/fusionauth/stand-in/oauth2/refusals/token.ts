/** Refusals of a token request. */
import type { Json } from '../../../../../scenarios/model/wire.ts'
import { OAuthRefusal } from '../refusal.ts'
import { invalidGrant, invalidRequest, missing, observed } from './kinds.ts'

const changePasswordReasons = {
  Administrative: 'change_password_administrative',
  Expired: 'change_password_expired',
  Validation: 'change_password_validation',
} as const

export const missingGrantType = () => missing('missing_grant_type', 'grant_type')

/** RFC 6749 §3.2 and appendix B: what comes in another media type is not read. */
export const missingGrantTypeOfNoForm = () =>
  invalidRequest(
    'missing_grant_type',
    'The request is missing the required parameter grant_type: the body has to be application/x-www-form-urlencoded.',
  )

export const unknownGrantType = (grantType: string) =>
  new OAuthRefusal(
    'unsupported_grant_type',
    'invalid_grant_type',
    `The grant type ${grantType} is not supported.`,
  )

/**
 * `error` is inferred (asked: "§12.9 disabled grant") from RFC 6749 §5.2; FusionAuth publishes the
 * reason only.
 */
export const disabledGrantType = (grantType: string) =>
  new OAuthRefusal(
    'unauthorized_client',
    'grant_type_disabled',
    `The grant type ${grantType} is not enabled for this client.`,
  )

export const missingCode = () => missing('missing_code', 'code')

/**
 * `error` is inferred (asked: "§12.1 unknown code", "§12.1 replayed code"): 2019 wires said
 * invalid_request, RFC 6749 §5.2 says invalid_grant.
 */
export const unknownCode = () => invalidGrant('auth_code_not_found', observed.badCode)

/** RFC 6749 §4.1.3 makes this invalid_grant at the token endpoint. */
export const differentRedirectUri = () =>
  invalidGrant(
    'invalid_redirect_uri',
    'The redirect_uri is not the one of the authorization request.',
  )

/** For this and the next `error` is inferred (asked: "§12.9 PKCE") from RFC 7636 §4.6. */
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

export const unexpectedCodeVerifier = () =>
  invalidGrant(
    'invalid_pkce_code_verifier',
    'The code was requested without a code_challenge: a code_verifier does not belong to it.',
  )

/** Only the stand-in's hardened profile refuses this. */
export const malformedCodeVerifier = () =>
  invalidGrant(
    'invalid_pkce_code_verifier',
    'The code_verifier has to be 43 to 128 unreserved characters.',
  )

export const missingCredentials = () =>
  invalidRequest(
    'invalid_user_credentials',
    'The request is missing the required parameters username and password.',
  )

/**
 * One answer for a wrong password and an unknown user, so that neither can be told apart (inferred,
 * asked: "§12.9 wrong password", "§12.9 unknown user").
 */
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
