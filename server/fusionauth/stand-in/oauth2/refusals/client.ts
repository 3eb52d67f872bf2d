/** Refusals of a request as such, and of its client. */
import { OAuthRefusal } from '../refusal.ts'
import { invalidRequest, missing, unauthenticated } from './kinds.ts'

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
