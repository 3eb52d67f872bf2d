import type { JWTPayload } from 'jose'
import type { Handler, Instance } from '../instance.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { scopeClaims } from '../tokens/id-token.ts'
import { bearerChallenge, unsuitableAccessToken, untrustedAccessToken } from './refusals.ts'
import { splitScope } from './scopes.ts'

const loadClaims = async (instance: Instance, jwt: string): Promise<JWTPayload> => {
  const claims = await instance.signer.verify(jwt)
  if (claims === undefined) throw untrustedAccessToken()
  return claims
}

/** An access token with `openid`; an ID token names no scope, so it does not pass. */
const scopesOf = ({ scope }: JWTPayload): readonly string[] => {
  const scopes = typeof scope === 'string' ? splitScope(scope) : []
  if (!scopes.includes('openid')) throw unsuitableAccessToken()
  return scopes
}

/** GET and POST /oauth2/userinfo (OpenID Connect Core §5.3); the token in the header only. */
export const tellUserInfo: Handler = async (instance, exchange) => {
  const authorization = exchange.req.header('authorization')
  if (authorization === undefined) {
    exchange.header('WWW-Authenticate', bearerChallenge['WWW-Authenticate'])
    return replyEmpty(exchange, 401)
  }
  const jwt = /^bearer +(\S+)$/i.exec(authorization)?.[1]
  if (jwt === undefined) throw untrustedAccessToken()
  const claims = await loadClaims(instance, jwt)
  const scopes = scopesOf(claims)
  const user = instance.memory.users.get(claims.sub ?? '')
  if (user === undefined) throw untrustedAccessToken()
  return replyJson(exchange, { ...scopeClaims(user, scopes), sub: user.id })
}
