/** Refusals of introspection, logout and userinfo. */
import { type ErrorReason, OAuthRefusal } from '../refusal.ts'
import { invalidRequest, missing, observed } from './kinds.ts'

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

/** `error` is inferred (asked: "token of another client"); FusionAuth's page says 401 only. */
export const tokenOfAnotherClient = () =>
  new OAuthRefusal(
    'invalid_client',
    'invalid_client_id',
    'The token was issued to another client.',
    401,
  )

export const invalidPostLogoutRedirectUri = () =>
  invalidRequest(
    'invalid_post_logout_redirect_uri',
    'The post_logout_redirect_uri is not registered for this client.',
  )

export const invalidIdTokenHint = () =>
  invalidRequest('invalid_id_token_hint', 'The id_token_hint is not an ID token of this server.')

/** An access token as a hint, since 1.60 (fusionauth-issues #3251). */
export const unsuitableIdTokenHint = () =>
  invalidRequest('invalid_id_token_hint', observed.unsuitableToken)

export const differentHint = () =>
  invalidRequest('invalid_id_token_hint', 'The id_token_hint was issued to another client.')

/** RFC 6750 §3.1: no error code when no token was sent. */
const bearer = (attributes: string) => ({
  'WWW-Authenticate': `Bearer realm="FusionAuth"${attributes}`,
})

/** 401 for a token that cannot be trusted; 400 for a good one of another kind, as 1.60 answers. */
const untrusted = (reason: ErrorReason, description: string) => {
  const challenge = bearer(', error="invalid_token"')
  return new OAuthRefusal('invalid_token', reason, description, 401, {}, challenge)
}

/**
 * FusionAuth's page of errors lists the reasons of these three; that each is for what its name says is
 * inferred (asked: "userinfo reasons").
 */
export const malformedAccessToken = () =>
  untrusted('access_token_malformed', 'The access token is no JWT.')

export const expiredAccessToken = () =>
  untrusted('access_token_expired', 'The access token has expired.')

export const untrustedAccessToken = () =>
  untrusted('access_token_invalid', 'The access token is not one that is trusted here.')

export const unsuitableAccessToken = () =>
  new OAuthRefusal('invalid_token', 'access_token_invalid', observed.unsuitableToken)

export const bearerChallenge = bearer('')
