import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { authorizeLogin, type AuthenticationResult, authenticate } from '../memory/authenticate.ts'
import { takeOneTimePassword } from '../memory/change-password.ts'
import type { Tenant } from '../memory/tenant.ts'
import { blank, flag, group, id, type Problem, text } from '../shape.ts'
import { respondToLogin } from './login-response.ts'
import { invalid, unauthorized, unusable } from './refusals.ts'
import { hasApiKey, readAs, readBody, sees, tenantOf } from './request.ts'

const device = group({ name: text(undefined), type: text(undefined), description: text(undefined) })

const readLogin = group({
  applicationId: id(undefined),
  eventInfo: group({
    deviceDescription: text(undefined),
    deviceName: text(undefined),
    deviceType: text(undefined),
  }),
  loginId: text(''),
  metaData: group({ device }),
  noJWT: flag(false),
  oneTimePassword: text(''),
  password: text(''),
})

type LoginRequest = ReturnType<typeof readLogin>

export const loadApplication = (
  instance: Instance,
  exchange: StandInContext,
  applicationId: string | undefined,
): Application | undefined => {
  if (applicationId === undefined) return undefined
  const application = instance.memory.applications.get(applicationId)
  if (application?.active === true && sees(instance, exchange, application.tenantId)) {
    return application
  }
  throw invalid(unusable('applicationId', 'There is no such application.'))
}

/** The application decides whether a key is needed; without one the tenant does. */
export const checkAuthenticated = (
  instance: Instance,
  exchange: StandInContext,
  owner: Application | Tenant,
): void => {
  if (owner.loginConfiguration.requireAuthentication && !hasApiKey(instance, exchange)) {
    throw unauthorized()
  }
}

const checkFilled = ({ loginId, password, oneTimePassword }: LoginRequest): void => {
  if (oneTimePassword !== '') return
  const problems: Problem[] = []
  if (loginId === '') problems.push(blank('loginId'))
  if (password === '') problems.push(blank('password'))
  if (problems.length > 0) throw invalid(...problems)
}

/** By password, or by the one-time password that a change of the password brought. */
const prove = (
  instance: Instance,
  tenant: Tenant,
  application: Application | undefined,
  { loginId, password, oneTimePassword }: LoginRequest,
): AuthenticationResult => {
  if (oneTimePassword === '') {
    return authenticate(instance, tenant.id, loginId, password, application?.id)
  }
  const user = takeOneTimePassword(instance, oneTimePassword)
  return user === undefined || user.tenantId !== tenant.id
    ? { outcome: 'unknown' }
    : authorizeLogin(instance, user, application?.id)
}

/**
 * POST /api/login: 200; 202 not registered; 203 password change due; 212 address and 213
 * registration to be verified; 400; 401; 404 unknown user or wrong password; 409 an action prevents
 * it; 410 expired; 423 locked. It begins no SSO session.
 */
export const login: StandInHandler = async (instance, exchange) => {
  const request = readAs(readLogin, await readBody(exchange), '')
  const application = loadApplication(instance, exchange, request.applicationId)
  const named = instance.memory.tenants.get(application?.tenantId ?? '')
  const tenant = named ?? tenantOf(instance, exchange)
  checkAuthenticated(instance, exchange, application ?? tenant)
  checkFilled(request)
  const authentication = prove(instance, tenant, application, request)
  const { deviceName, deviceType, deviceDescription } = request.eventInfo
  const given = request.metaData.device
  return respondToLogin(instance, exchange, authentication, {
    tenant,
    application,
    authenticationType: request.oneTimePassword === '' ? 'PASSWORD' : 'ONE_TIME_PASSWORD',
    noJWT: request.noJWT,
    device: {
      name: given.name ?? deviceName,
      type: given.type ?? deviceType,
      description: given.description ?? deviceDescription,
    },
  })
}
