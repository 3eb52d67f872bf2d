import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { RefreshToken, SsoSession } from '../memory/records.ts'
import { liveSsoSessions } from '../oauth2/sso-session.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, group, id, text } from '../shape.ts'
import { liveRefreshTokens, revokeRefreshToken } from '../tokens/refresh-tokens.ts'
import { bearerClaims } from './jwt.ts'
import { invalid, missing, nothingToRevoke, unauthorized } from './refusals.ts'
import { hasApiKey, pathId, queryId, readAs, readBody, sees } from './request.ts'

type Listed = RefreshToken | SsoSession

/** An SSO session is, for the API, a refresh token with a tenant and without an application. */
const view = (listed: Listed) => ({
  ...('applicationId' in listed ? { applicationId: listed.applicationId } : {}),
  data: {},
  id: listed.id,
  insertInstant: listed.insertInstant,
  metaData: {
    device: listed.device,
    resources: 'resources' in listed ? listed.resources : [],
    scopes: 'scopes' in listed ? listed.scopes : [],
  },
  startInstant: listed.startInstant,
  ...('tenantId' in listed ? { tenantId: listed.tenantId } : {}),
  token: listed.token,
  userId: listed.userId,
})

/** All that the caller may see: a tenant header or the tenant of the API key hides what is others'. */
const all = (instance: Instance, exchange: StandInContext): readonly Listed[] =>
  [...liveSsoSessions(instance), ...liveRefreshTokens(instance)].filter(({ userId }) => {
    const tenantId = instance.memory.users.get(userId)?.tenantId
    return tenantId !== undefined && sees(instance, exchange, tenantId)
  })

const revoke = (instance: Instance, listed: Listed): void => {
  if ('applicationId' in listed) revokeRefreshToken(instance, listed)
  else instance.memory.ssoSessions.delete(listed.token)
}

/** GET /api/jwt/refresh?userId=: all refresh tokens of a user, SSO sessions included. */
export const listRefreshTokens: StandInHandler = (instance, exchange) => {
  const userId = queryId(exchange, 'userId')
  if (userId === undefined) throw invalid(blank('userId'))
  const refreshTokens = all(instance, exchange).filter((listed) => listed.userId === userId)
  return replyJson(exchange, { refreshTokens: refreshTokens.map(view) })
}

/** GET /api/jwt/refresh/{tokenId}: 404 when it is missing, revoked or expired. */
export const retrieveRefreshToken: StandInHandler = (instance, exchange) => {
  const tokenId = pathId(exchange, 'tokenId') ?? ''
  const found = all(instance, exchange).find((listed) => listed.id === tokenId)
  if (found === undefined) throw missing()
  return replyJson(exchange, { refreshToken: view(found) })
}

/** One token may be revoked by its owner too; a stranger learns nothing of it. */
const revokeOne = async (
  instance: Instance,
  exchange: StandInContext,
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
export const revokeRefreshTokenById: StandInHandler = (instance, exchange) => {
  const tokenId = pathId(exchange, 'tokenId') ?? ''
  const picked = all(instance, exchange).find((listed) => listed.id === tokenId)
  return revokeOne(instance, exchange, picked)
}

const readRevocation = group({
  applicationId: id(undefined),
  token: text(undefined),
  userId: id(undefined),
})

const wanted = ['applicationId', 'token', 'userId'] as const

/** What to revoke, from the query, else from a form, else from JSON. */
const readRequest = async (exchange: StandInContext) => {
  const form = (exchange.req.header('content-type') ?? '').startsWith(
    'application/x-www-form-urlencoded',
  )
  const posted = form ? new URLSearchParams(await exchange.req.text()) : undefined
  const given = posted === undefined ? await readBody(exchange) : Object.fromEntries(posted)
  const { applicationId, token, userId } = exchange.req.query()
  const query = { applicationId, token, userId }
  const named = wanted.flatMap((name) => (query[name] ? [[name, query[name]] as const] : []))
  return readAs(readRevocation, { ...given, ...Object.fromEntries(named) }, '')
}

/**
 * DELETE /api/jwt/refresh: by `token`; or, with the API key, by `userId`, by `applicationId` or by
 * both. A user without an application loses the SSO sessions too.
 */
export const revokeByRule: StandInHandler = async (instance, exchange) => {
  const { userId, applicationId, token } = await readRequest(exchange)
  if (token !== undefined) {
    const picked = all(instance, exchange).find((listed) => listed.token === token)
    return revokeOne(instance, exchange, picked)
  }
  if (!hasApiKey(instance, exchange)) throw unauthorized()
  if (userId === undefined && applicationId === undefined) throw nothingToRevoke()
  for (const listed of all(instance, exchange)) {
    const ofUser = userId === undefined || listed.userId === userId
    const ofApplication =
      applicationId === undefined ||
      ('applicationId' in listed && listed.applicationId === applicationId)
    if (ofUser && ofApplication) revoke(instance, listed)
  }
  return replyEmpty(exchange)
}
