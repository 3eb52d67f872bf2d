import type { JWTPayload } from 'jose'
import type { StandInHandler } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { registrationOf, type User } from '../memory/user.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { scopeClaims } from '../tokens/id-token.ts'
import { mayServeAs } from '../tokens/types.ts'
import { bearerChallenge, malformedAccessToken, unsuitableAccessToken } from './refusals.ts'
import { splitScope } from './scopes.ts'
import { loadShownToken } from './shown-access-token.ts'

/** Strict: an access token with `openid`. */
const strictClaims = (user: User, claims: JWTPayload): JWTPayload => {
  const { scope } = claims
  const scopes = typeof scope === 'string' ? splitScope(scope) : []
  if (!mayServeAs('at', claims) || !scopes.includes('openid')) throw unsuitableAccessToken()
  return { ...scopeClaims(user, scopes), sub: user.id }
}

/** What only the token itself is about, and not its user. */
const ofTheToken = [
  'at_hash',
  'c_hash',
  'exp',
  'gty',
  'iat',
  'jti',
  'nonce',
  'scope',
  'sid',
  'tid',
  'tty',
]

/**
 * Compatibility: the claims of the token, be it an access or an ID token, and what FusionAuth knows of
 * the user beside. Which members of the token are left out is inferred (asked:
 * "userinfo in Compatibility").
 */
const compatibleClaims = (user: User, { id }: Application, claims: JWTPayload): JWTPayload => {
  const registration = registrationOf(user, id)
  const kept = Object.entries(claims).filter(([name]) => !ofTheToken.includes(name))
  return {
    ...(Object.fromEntries(kept) as JWTPayload),
    ...(registration === undefined ? {} : { applicationId: id, roles: [...registration.roles] }),
    ...scopeClaims(user, ['email', 'phone', 'profile']),
    sub: user.id,
  }
}

/** GET and POST /oauth2/userinfo (OpenID Connect Core §5.3); the token in the header only. */
export const tellUserInfo: StandInHandler = async (instance, exchange) => {
  const authorization = exchange.req.header('authorization')
  if (authorization === undefined) {
    exchange.header('WWW-Authenticate', bearerChallenge['WWW-Authenticate'])
    return replyEmpty(exchange, 401)
  }
  const jwt = /^bearer +(\S+)$/i.exec(authorization)?.[1]
  if (jwt === undefined) throw malformedAccessToken()
  const { claims, user } = await loadShownToken(instance, jwt)
  const application = instance.memory.applications.get([claims.aud].flat()[0] ?? '')
  const compatible = application?.oauthConfiguration.scopeHandlingPolicy === 'Compatibility'
  return replyJson(
    exchange,
    compatible ? compatibleClaims(user, application, claims) : strictClaims(user, claims),
  )
}
