/** Refusals of device grants (RFC 8628), with FusionAuth’s reasons; a pending grant has none of its own. */
import { OAuthRefusal } from '../refusal.ts'
import { invalidGrant, invalidRequest, missing } from './kinds.ts'

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
