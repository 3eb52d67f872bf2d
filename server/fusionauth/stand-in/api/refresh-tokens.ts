import type { Exchange, Handler, Instance } from '../instance.ts'
import type { RefreshToken, SsoSession } from '../memory/records.ts'
import { liveSsoSessions } from '../oauth2/sso-session.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, group, id, text } from '../shape.ts'
import {
  findRefreshTokenById,
  liveRefreshTokens,
  revokeRefreshToken,
  revokeRefreshTokens,
} from '../tokens/refresh-tokens.ts'
import { bearerClaims } from './jwt.ts'
import { invalid, missing, nothingToRevoke, unauthorized } from './refusals.ts'
import { hasApiKey, pathId, queryId, readAs, readBody } from './request.ts'

type Listed = RefreshToken | SsoSession

/** An SSO session is, for the API, a refresh token with a tenant and without an application. */
const view = (listed: Listed) => ({
  ...('applicationId' in listed ? { applicationId: listed.applicationId } : {}),
  data: {},
  id: listed.id,
  insertInstant: listed.insertInstant,
  metaData: { device: listed.device, scopes: 'scopes' in listed ? listed.scopes : [] },
  startInstant: listed.startInstant,
  ...('tenantId' in listed ? { tenantId: listed.tenantId } : {}),
  token: listed.token,
  userId: listed.userId,
})

const all = (instance: Instance): readonly Listed[] => [
  ...liveSsoSessions(instance),
  ...liveRefreshTokens(instance),
]

const revoke = (instance: Instance, listed: Listed): void => {
  if ('applicationId' in listed) revokeRefreshToken(instance, listed)
  else instance.memory.ssoSessions.delete(listed.token)
}

/** GET /api/jwt/refresh?userId=: all refresh tokens of a user, SSO sessions included. */
export const listRefreshTokens: Handler = (instance, exchange) => {
  const userId = queryId(exchange, 'userId')
  if (userId === undefined) throw invalid(blank('userId'))
  const refreshTokens = all(instance).filter((listed) => listed.userId === userId)
  return replyJson(exchange, { refreshTokens: refreshTokens.map(view) })
}

/** GET /api/jwt/refresh/{tokenId}: 404 when it is missing, revoked or expired. */
export const retrieveRefreshToken: Handler = (instance, exchange) => {
  const tokenId = pathId(exchange, 'tokenId') ?? ''
  const found = all(instance).find((listed) => listed.id === tokenId)
  if (found === undefined) throw missing()
  return replyJson(exchange, { refreshToken: view(found) })
}

/** One token may be revoked by its owner too; a stranger learns nothing of it. */
const revokeOne = async (
  instance: Instance,
  exchange: Exchange,
  picked: Listed | undefined,
): Promise<Response> => {
  const owner = hasApiKey(instance, exchange)
    ? undefined
    : (await bearerClaims(instance, exchange))?.sub
  const permitted = hasApiKey(instance, exchange) || owner !== undefined
  if (!permitted) throw unauthorized()
  if (picked === undefined) throw missing()
  if (owner !== undefined && owner !== picked.userId) throw unauthorized()
  revoke(instance, picked)
  return replyEmpty(exchange)
}

/** DELETE /api/jwt/refresh/{tokenId}. */
export const revokeRefreshTokenById: Handler = (instance, exchange) => {
  const tokenId = pathId(exchange, 'tokenId') ?? ''
  const picked =
    findRefreshTokenById(instance, tokenId) ??
    liveSsoSessions(instance).find((session) => session.id === tokenId)
  return revokeOne(instance, exchange, picked)
}

const present = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>

const readRevocation = group({
  applicationId: id(undefined),
  token: text(undefined),
  userId: id(undefined),
})

/**
 * DELETE /api/jwt/refresh: by `token`; or, with the API key, by `userId`, by `applicationId` or by
 * both. A user without an application loses the SSO sessions too.
 */
export const revokeByRule: Handler = async (instance, exchange) => {
  const { userId, applicationId, ...rest } = {
    ...readAs(readRevocation, await readBody(exchange), ''),
    ...present({
      userId: queryId(exchange, 'userId'),
      applicationId: queryId(exchange, 'applicationId'),
      token: exchange.req.query('token') || undefined,
    }),
  }
  if (rest.token !== undefined) {
    const picked = all(instance).find((listed) => listed.token === rest.token)
    return revokeOne(instance, exchange, picked)
  }
  if (!hasApiKey(instance, exchange)) throw unauthorized()
  if (userId === undefined && applicationId === undefined) throw nothingToRevoke()
  revokeRefreshTokens(
    instance,
    (refreshToken) =>
      (userId ?? refreshToken.userId) === refreshToken.userId &&
      (applicationId ?? refreshToken.applicationId) === refreshToken.applicationId,
  )
  if (applicationId === undefined) {
    for (const session of liveSsoSessions(instance)) {
      if (session.userId === userId) revoke(instance, session)
    }
  }
  return replyEmpty(exchange)
}
