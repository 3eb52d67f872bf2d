import { getCookie } from 'hono/cookie'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { accountState } from '../memory/authenticate.ts'
import type { RefreshToken } from '../memory/records.ts'
import type { Tenant } from '../memory/tenant.ts'
import type { User } from '../memory/user.ts'
import { replyJson } from '../reply.ts'
import { group, text, whole } from '../shape.ts'
import { issueAccessToken, type Subject } from '../tokens/access-token.ts'
import { jwtPolicy } from '../tokens/lifetimes.ts'
import { loadRefreshToken, useRefreshToken } from '../tokens/refresh-tokens.ts'
import { lifetimeTooLong, refreshNotAllowed, unknownRefreshToken } from './refusals.ts'
import { refreshedResources } from '../oauth2/resources.ts'
import { readAs, readBody } from './request.ts'
import { refreshTokenCookie, setTokenCookies } from './token-cookies.ts'

const readRefresh = group({ refreshToken: text(''), timeToLiveInSeconds: whole(undefined) })

interface Owned {
  readonly found: RefreshToken
  readonly application: Application
  readonly tenant: Tenant
  readonly user: User
}

/** The token with all that hangs on it; the cookie beats the body. */
const load = (instance: Instance, value: string): Owned => {
  const { memory } = instance
  const found = loadRefreshToken(instance, value, () => true)
  const application = memory.applications.get(found?.applicationId ?? '')
  const tenant = memory.tenants.get(application?.tenantId ?? '')
  const user = memory.users.get(found?.userId ?? '')
  if (!found || !application || !tenant || !user) throw unknownRefreshToken()
  if (accountState(instance, user) !== 'usable') throw unknownRefreshToken()
  return { found, application, tenant, user }
}

const checkAllowed = ({ application }: Owned): void => {
  if (!application.loginConfiguration.allowTokenRefresh) throw refreshNotAllowed()
}

const checkLifetime = ({ tenant, application }: Owned, lifetime: number | undefined): void => {
  const longest = jwtPolicy(tenant, application).timeToLiveInSeconds
  if (lifetime !== undefined && (lifetime < 1 || lifetime > longest)) throw lifetimeTooLong(longest)
}

const subjectOf = (
  { application, tenant, user }: Owned,
  refreshToken: RefreshToken,
  timeToLiveInSeconds: number | undefined,
): Subject => {
  const byOAuth = refreshToken.grantTypes.length > 0
  return {
    user,
    tenant,
    application,
    authenticationType: 'REFRESH_TOKEN',
    authInstant: refreshToken.authInstant,
    grantTypes: byOAuth ? [...refreshToken.grantTypes, 'refresh_token'] : [],
    scopes: byOAuth ? refreshToken.scopes : undefined,
    resources: refreshedResources(application, [], refreshToken.resources),
    refreshTokenId: refreshToken.id,
    timeToLiveInSeconds,
  }
}

const respond = async (
  instance: Instance,
  exchange: StandInContext,
  owned: Owned,
  refreshToken: RefreshToken,
  timeToLiveInSeconds: number | undefined,
): Promise<Response> => {
  const subject = subjectOf(owned, refreshToken, timeToLiveInSeconds)
  const accessToken = await issueAccessToken(instance, subject)
  const policy = jwtPolicy(owned.tenant, owned.application)
  setTokenCookies(instance, exchange, accessToken, {
    value: refreshToken.token,
    seconds: policy.refreshTokenTimeToLiveInMinutes * 60,
  })
  return replyJson(exchange, {
    refreshToken: refreshToken.token,
    refreshTokenId: refreshToken.id,
    token: accessToken,
  })
}

/** POST /api/jwt/refresh: a new JWT for a refresh token; nobody has to authenticate. */
export const refreshJwt: StandInHandler = async (instance, exchange) => {
  const body = readAs(readRefresh, await readBody(exchange), '')
  const value = getCookie(exchange, refreshTokenCookie) ?? body.refreshToken
  const owned = load(instance, value)
  checkAllowed(owned)
  checkLifetime(owned, body.timeToLiveInSeconds)
  const refreshToken = useRefreshToken(instance, owned.found, value, owned.application)
  return respond(instance, exchange, owned, refreshToken, body.timeToLiveInSeconds)
}
