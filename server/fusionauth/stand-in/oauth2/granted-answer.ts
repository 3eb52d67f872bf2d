import type { Instance } from '../instance.ts'
import type { LoginIntent } from '../memory/records.ts'
import { registrationOf, type User } from '../memory/user.ts'
import { issueAccessToken, type Subject, timeToLive } from '../tokens/access-token.ts'
import { issueIdToken } from '../tokens/id-token.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { AnswerValues } from './authorization-response.ts'
import { issueCode } from './codes.ts'

/** A hint for the application on how far the user has come; it proves nothing. */
const userStateOf = ({ application }: AuthorizationRequest, user: User): string => {
  const registration = registrationOf(user, application.id)
  if (registration === undefined) return 'AuthenticatedNotRegistered'
  if (!user.verified) return 'AuthenticatedNotVerified'
  return registration.verified ? 'Authenticated' : 'AuthenticatedRegistrationNotVerified'
}

/** Tokens through the browser (RFC 6749 §4.2.2, OpenID Connect Core §3.2.2.5): never a refresh token. */
const issueTokens = async (
  instance: Instance,
  request: AuthorizationRequest,
  intent: LoginIntent,
  user: User,
): Promise<AnswerValues> => {
  const { tenant, application, scopes, responseType, parameters } = request
  const { authenticationType, authInstant } = intent
  const subject: Subject = {
    user,
    tenant,
    application,
    authenticationType,
    authInstant,
    grantTypes: ['implicit'],
    scopes,
    refreshTokenId: undefined,
  }
  const wanted = responseType.split(' ')
  const accessToken = wanted.includes('token')
    ? await issueAccessToken(instance, subject)
    : undefined
  const idToken = wanted.includes('id_token')
    ? await issueIdToken(instance, subject, accessToken, parameters.get('nonce'))
    : undefined
  return [
    ['id_token', idToken],
    ['userId', user.id],
    ...(accessToken === undefined
      ? []
      : ([
          ['access_token', accessToken],
          ['expires_in', String(timeToLive(subject))],
          ['scope', scopes.join(' ')],
          ['token_type', 'Bearer'],
        ] as const)),
  ]
}

/** What a completed login brings the application: a code, or tokens for the implicit grant. */
export const grantAnswer = async (
  instance: Instance,
  request: AuthorizationRequest,
  intent: LoginIntent,
  user: User,
): Promise<AnswerValues> => [
  ...(request.responseType === 'code'
    ? ([['code', issueCode(instance, request, intent)]] as const)
    : await issueTokens(instance, request, intent, user)),
  ['userState', userStateOf(request, user)],
]
