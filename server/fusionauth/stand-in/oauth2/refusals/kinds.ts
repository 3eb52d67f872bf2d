/**
 * The kinds of refusals. Codes and reasons are FusionAuth's. Texts in `observed` were seen on its wire;
 * all others are our own, because FusionAuth publishes none.
 */
import { type ErrorReason, OAuthRefusal } from '../refusal.ts'

export const observed = {
  badCode: 'Invalid Authorization Code',
  badRefreshToken: 'The refresh_token is invalid.',
  loginRequired: 'The user is required to complete authentication.',
  responseType: 'Parameter response_type must be set to code or token.',
  unsuitableToken: 'The token is not suitable for the requested use.',
  unableToLogin:
    'The user is unable to login. Authentication server responded with 400 status code.',
  changePassword: 'The user is required to change their password.',
}

export const invalidRequest = (reason: ErrorReason, description: string) =>
  new OAuthRefusal('invalid_request', reason, description)

export const missing = (reason: ErrorReason, parameter: string) =>
  invalidRequest(reason, `The request is missing the required parameter ${parameter}.`)

export const invalidGrant = (reason: ErrorReason, description: string) =>
  new OAuthRefusal('invalid_grant', reason, description)

export const unauthenticated = (reason: ErrorReason, description: string) =>
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
