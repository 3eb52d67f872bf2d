import { getCookie } from 'hono/cookie'
import type { JWTPayload } from 'jose'
import type { Json } from '../../../../scenarios/model/wire.ts'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { canSign } from '../keys/material.ts'
import { accountState } from '../memory/authenticate.ts'
import { registrationOf } from '../memory/user.ts'
import { replyJson } from '../reply.ts'
import { blank, data, group, id, whole } from '../shape.ts'
import { issueAccessToken, seconds } from '../tokens/access-token.ts'
import { jwtPolicy } from '../tokens/lifetimes.ts'
import { issueRefreshToken, loadRefreshToken } from '../tokens/refresh-tokens.ts'
import { mayServeAs } from '../tokens/types.ts'
import { verifyJwt } from '../tokens/verification.ts'
import { invalid, unauthorized, unknownRefreshToken, unusable } from './refusals.ts'
import { queryId, readAs, readBody, sees } from './request.ts'
import { accessTokenCookie, refreshTokenCookie } from './token-cookies.ts'

/**
 * The claims of the JWT that came along, in the header or as a cookie; undefined unless it is a good
 * one for access. FusionAuth takes access tokens here; that it has refused ID tokens since it tells the
 * two apart (1.60: tokens are looked at for “suitable to authenticate the request”) is inferred (asked:
 * "an ID token at the JWT APIs").
 */
export const bearerClaims = async (
  instance: Instance,
  exchange: StandInContext,
): Promise<JWTPayload | undefined> => {
  const header = exchange.req.header('authorization') ?? ''
  const jwt = /^(?:bearer|jwt) +(.+)$/i.exec(header)?.[1] ?? getCookie(exchange, accessTokenCookie)
  const claims = jwt === undefined ? undefined : (await verifyJwt(instance, jwt)).claims
  return claims !== undefined && mayServeAs('at', claims) ? claims : undefined
}

/** GET /api/jwt/validate: the claims of a good access token; else an empty 401. */
export const validateJwt: StandInHandler = async (instance, exchange) => {
  const jwt = await bearerClaims(instance, exchange)
  if (jwt === undefined) throw unauthorized()
  return replyJson(exchange, { jwt })
}

/**
 * GET /api/jwt/issue?applicationId=[&refreshToken=]: a JWT for another application, good for as long
 * as the one that is shown. 202 when the user is not registered there. A refresh token comes with it
 * when a good one of the user is shown, the application makes them, and both follow the same
 * expiration policy.
 */
export const issueJwt: StandInHandler = async (instance, exchange) => {
  const { memory, clock } = instance
  const claims = await bearerClaims(instance, exchange)
  const user = memory.users.get(claims?.sub ?? '')
  if (claims === undefined || user === undefined) throw unauthorized()
  if (accountState(instance, user) !== 'usable') throw unauthorized()
  const applicationId = queryId(exchange, 'applicationId')
  if (applicationId === undefined) throw invalid(blank('applicationId'))
  const application = memory.applications.get(applicationId)
  const tenant = memory.tenants.get(user.tenantId)
  if (!application?.active || tenant === undefined || application.tenantId !== tenant.id) {
    throw invalid(unusable('applicationId', 'There is no such application.'))
  }
  const value = getCookie(exchange, refreshTokenCookie) ?? exchange.req.query('refreshToken') ?? ''
  const shown =
    value === '' ? undefined : loadRefreshToken(instance, value, (one) => one.userId === user.id)
  if (value !== '' && shown === undefined) throw unknownRefreshToken()
  const registered = registrationOf(user, application.id) !== undefined
  const source = memory.applications.get(shown?.applicationId ?? '')
  const policy = jwtPolicy(tenant, application)
  const alike =
    jwtPolicy(tenant, source).refreshTokenExpirationPolicy === policy.refreshTokenExpirationPolicy
  const { generateRefreshTokens } = application.loginConfiguration
  const authInstant = Number(claims['auth_time'] ?? seconds(clock.now())) * 1000
  const refreshToken =
    shown !== undefined && registered && alike && generateRefreshTokens
      ? issueRefreshToken(instance, {
          applicationId: application.id,
          userId: user.id,
          scopes: [],
          grantTypes: [],
          device: shown.device,
          authInstant,
        })
      : undefined
  const token = await issueAccessToken(instance, {
    user,
    tenant,
    application,
    authenticationType: 'JWT_SSO',
    authInstant,
    grantTypes: [],
    scopes: undefined,
    refreshTokenId: refreshToken?.id,
    expiresAt: claims.exp,
  })
  return replyJson(exchange, { refreshToken: refreshToken?.token, token }, registered ? 200 : 202)
}

const readVend = group({
  claims: data,
  keyId: id(undefined),
  timeToLiveInSeconds: whole(undefined, 1),
})

/** Claims that FusionAuth sets itself; it ignores the first two when a caller gives them. */
const own = new Set(['exp', 'iat', 'jti'])

/**
 * POST /api/jwt/vend: signs the caller's claims, which may name any type or none. Issuer and usual
 * lifetime are those of the tenant that the call names, else of the default tenant (inferred, asked:
 * "issuer of a vended JWT").
 */
export const vendJwt: StandInHandler = async (instance, exchange) => {
  const { memory, signer, clock } = instance
  const { claims, keyId, timeToLiveInSeconds } = readAs(readVend, await readBody(exchange), '')
  const key = memory.keys.get(keyId ?? '')
  if (keyId !== undefined && (key === undefined || !canSign(key.material))) {
    throw invalid(unusable('keyId', 'There is no such key, or it cannot sign.'))
  }
  const tenant = [...memory.tenants.values()].find((one) => sees(instance, exchange, one.id))
  const lifetime = timeToLiveInSeconds ?? tenant?.jwtConfiguration.timeToLiveInSeconds ?? 3600
  const iat = seconds(clock.now())
  const given = Object.entries(claims).filter(([name]) => !own.has(name))
  const payload = Object.fromEntries<Json | undefined>([
    ['exp', iat + lifetime],
    ['iat', iat],
    ['iss', tenant?.issuer],
    ...given,
  ])
  return replyJson(exchange, { token: await signer.sign(payload, keyId) })
}
