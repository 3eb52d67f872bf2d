import type { Exchange, Handler, Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { type Authentication, authenticate, recordLogin } from '../memory/authenticate.ts'
import type { RefreshToken } from '../memory/records.ts'
import type { Tenant } from '../memory/tenant.ts'
import { registrationOf, type User, userView } from '../memory/user.ts'
import { token } from '../random.ts'
import { replyJson } from '../reply.ts'
import { blank, flag, group, id, type Problem, text } from '../shape.ts'
import { issueAccessToken, seconds, type Subject, timeToLive } from '../tokens/access-token.ts'
import { jwtPolicy } from '../tokens/lifetimes.ts'
import { issueRefreshToken } from '../tokens/refresh-tokens.ts'
import { invalid, missing, unauthorized, unusable, userExpired, userLocked } from './refusals.ts'
import { hasApiKey, readAs, readBody, tenantOf } from './request.ts'
import { setTokenCookies } from './token-cookies.ts'

const readLogin = group({
  applicationId: id(undefined),
  loginId: text(''),
  metaData: group({
    device: group({ name: text(undefined), type: text(undefined), description: text(undefined) }),
  }),
  noJWT: flag(false),
  password: text(''),
})

type LoginRequest = ReturnType<typeof readLogin>

const loadApplication = (
  { memory }: Instance,
  applicationId: string | undefined,
): Application | undefined => {
  if (applicationId === undefined) return undefined
  const application = memory.applications.get(applicationId)
  if (application?.active === true) return application
  throw invalid(unusable('applicationId', 'There is no such application.'))
}

/** The application decides whether a key is needed; without one the tenant does. */
const checkAuthenticated = (
  instance: Instance,
  exchange: Exchange,
  owner: Application | Tenant,
): void => {
  if (owner.loginConfiguration.requireAuthentication && !hasApiKey(instance, exchange)) {
    throw unauthorized()
  }
}

const checkFilled = ({ loginId, password }: LoginRequest): void => {
  const problems: Problem[] = []
  if (loginId === '') problems.push(blank('loginId'))
  if (password === '') problems.push(blank('password'))
  if (problems.length > 0) throw invalid(...problems)
}

const refusals: {
  readonly [
    O in Exclude<Authentication['outcome'], 'authenticated' | 'password-change'>
  ]: () => Error
} = { unknown: missing, locked: userLocked, expired: userExpired }

/** Only for a registered user of an application that has them switched on. */
const refreshTokenFor = (
  instance: Instance,
  { metaData }: LoginRequest,
  application: Application | undefined,
  user: User,
): RefreshToken | undefined => {
  if (application?.loginConfiguration.generateRefreshTokens !== true) return undefined
  if (registrationOf(user, application.id) === undefined) return undefined
  return issueRefreshToken(instance, {
    applicationId: application.id,
    userId: user.id,
    scopes: [],
    grantTypes: [],
    device: metaData.device,
    authInstant: instance.clock.now(),
  })
}

const respond = async (
  instance: Instance,
  exchange: Exchange,
  request: LoginRequest,
  subject: Omit<Subject, 'refreshTokenId'>,
): Promise<Response> => {
  const { application, user, tenant } = subject
  const registered = application === undefined || registrationOf(user, application.id) !== undefined
  const status = registered ? 200 : 202
  if (request.noJWT) return replyJson(exchange, { user: userView(user) }, status)
  const refreshToken = refreshTokenFor(instance, request, application, user)
  const complete = { ...subject, refreshTokenId: refreshToken?.id }
  const expiry = seconds(instance.clock.now()) + timeToLive(complete)
  const accessToken = await issueAccessToken(instance, complete)
  const lifetime = jwtPolicy(tenant, application).refreshTokenTimeToLiveInMinutes * 60
  setTokenCookies(
    instance,
    exchange,
    accessToken,
    refreshToken === undefined ? undefined : { value: refreshToken.token, seconds: lifetime },
  )
  return replyJson(
    exchange,
    {
      refreshToken: refreshToken?.token,
      refreshTokenId: refreshToken?.id,
      token: accessToken,
      tokenExpirationInstant: expiry * 1000,
      user: userView(user),
    },
    status,
  )
}

/**
 * POST /api/login: 200, 202 not registered, 203 password change due, 400, 401, 404 unknown user or
 * wrong password, 410 expired, 423 locked. It begins no SSO session.
 */
export const login: Handler = async (instance, exchange) => {
  const request = readAs(readLogin, await readBody(exchange), '')
  const application = loadApplication(instance, request.applicationId)
  const named = instance.memory.tenants.get(application?.tenantId ?? '')
  const tenant = named ?? tenantOf(instance, exchange)
  checkAuthenticated(instance, exchange, application ?? tenant)
  checkFilled(request)
  const result = authenticate(instance, tenant.id, request.loginId, request.password)
  if (result.outcome === 'password-change') {
    const changePasswordId = token(instance.random)
    return replyJson(exchange, { changePasswordId, changePasswordReason: 'Administrative' }, 203)
  }
  if (result.outcome !== 'authenticated') throw refusals[result.outcome]()
  return respond(instance, exchange, request, {
    user: recordLogin(instance, result.user, application?.id),
    tenant,
    application,
    authenticationType: 'PASSWORD',
    authInstant: instance.clock.now(),
    grantTypes: [],
    scopes: undefined,
  })
}
