import type { Json } from '../../../../scenarios/model/wire.ts'

/** The error codes of RFC 6749, OpenID Connect and FusionAuth that the stand-in can answer with. */
export type ErrorType =
  | 'access_denied'
  | 'authorization_pending'
  | 'change_password_required'
  | 'consent_required'
  | 'expired_token'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_target'
  | 'invalid_token'
  | 'login_required'
  | 'two_factor_required'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'unsupported_token_type'

/** FusionAuth's finer reasons. */
export type ErrorReason =
  | 'access_token_expired'
  | 'access_token_invalid'
  | 'access_token_malformed'
  | 'auth_code_not_found'
  | 'authentication_required'
  | 'change_password_administrative'
  | 'change_password_expired'
  | 'change_password_validation'
  | 'client_authentication_missing'
  | 'client_id_mismatch'
  | 'consent_canceled'
  | 'consent_required'
  | 'email_verification_required'
  | 'grant_type_disabled'
  | 'invalid_client_authentication'
  | 'invalid_client_authentication_scheme'
  | 'invalid_client_id'
  | 'invalid_device_code'
  | 'invalid_expires_in'
  | 'invalid_grant_type'
  | 'invalid_id_token_hint'
  | 'invalid_pkce_code_challenge'
  | 'invalid_pkce_code_challenge_method'
  | 'invalid_pkce_code_verifier'
  | 'invalid_post_logout_redirect_uri'
  | 'invalid_prompt'
  | 'invalid_redirect_uri'
  | 'invalid_response_mode'
  | 'invalid_response_type'
  | 'invalid_tenant_id'
  | 'invalid_user_code'
  | 'invalid_user_credentials'
  | 'login_prevented'
  | 'missing_client_id'
  | 'missing_client_secret'
  | 'missing_code'
  | 'missing_code_challenge'
  | 'missing_code_verifier'
  | 'missing_device_code'
  | 'missing_grant_type'
  | 'missing_redirect_uri'
  | 'missing_refresh_token'
  | 'missing_required_scope'
  | 'missing_response_type'
  | 'missing_token'
  | 'missing_user_code'
  | 'missing_verification_uri'
  | 'multi_factor_challenge_required'
  | 'refresh_token_not_found'
  | 'registration_required'
  | 'registration_verification_required'
  | 'token_type_hint_mismatch'
  | 'unknown'
  | 'unknown_scope'
  | 'unsupported_token_type'
  | 'user_code_expired'
  | 'user_expired'
  | 'user_locked'
  | 'user_not_found'

/** What OAuth allows in `error_description` (RFC 6749 §5.2); anything else becomes a question mark. */
const printable = (text: string): string => text.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?')

/** A refused OAuth request: thrown by a check, answered at the endpoint in that endpoint's way. */
export class OAuthRefusal extends Error {
  readonly status: number
  readonly error: ErrorType
  readonly reason: ErrorReason
  readonly extra: { readonly [member: string]: Json }
  readonly headers: { readonly [name: string]: string }
  constructor(
    error: ErrorType,
    reason: ErrorReason,
    description: string,
    status = 400,
    extra: { readonly [member: string]: Json } = {},
    headers: { readonly [name: string]: string } = {},
  ) {
    super(printable(description))
    this.name = 'OAuthRefusal'
    this.error = error
    this.reason = reason
    this.status = status
    this.extra = extra
    this.headers = headers
  }

  /** The JSON body (RFC 6749 §5.2), with FusionAuth's reason. */
  get body(): { readonly [member: string]: Json } {
    const { error, message, reason, extra } = this
    return { error, error_description: message, error_reason: reason, ...extra }
  }
}
