import type { StandInContext, Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { type AuthenticationResult, recordLogin } from '../memory/authenticate.ts'
import { issueChangePasswordId } from '../memory/change-password.ts'
import type { AuthenticationType, DeviceInfo, RefreshToken } from '../memory/records.ts'
import type { Tenant } from '../memory/tenant.ts'
import { preventingView } from '../memory/taken-actions.ts'
import { registrationOf, twoFactorMethodView, type User, userView } from '../memory/user.ts'
import { issueVerificationId } from '../memory/verification.ts'
import { token } from '../random.ts'
import { replyJson } from '../reply.ts'
import { issueAccessToken, seconds, timeToLive } from '../tokens/access-token.ts'
import { jwtPolicy } from '../tokens/lifetimes.ts'
import { issueRefreshToken } from '../tokens/refresh-tokens.ts'
import { missing, userExpired, userLocked } from './refusals.ts'
import { setTokenCookies } from './token-cookies.ts'

/** Where somebody logs in, how, and with what device. */
export interface LoginFacts {
  readonly tenant: Tenant
  readonly application: Application | undefined
  readonly authenticationType: AuthenticationType
  readonly noJWT: boolean
  readonly device: DeviceInfo
}

/** Only for a registered user of an application that has them switched on; never for a ping. */
const refreshTokenFor = (
  instance: Instance,
  { application, device, authenticationType }: LoginFacts,
  user: User,
): RefreshToken | undefined => {
  if (authenticationType === 'PING') return undefined
  if (application?.loginConfiguration.generateRefreshTokens !== true) return undefined
  if (registrationOf(user, application.id) === undefined) return undefined
  return issueRefreshToken(instance, {
    applicationId: application.id,
    userId: user.id,
    scopes: [],
    grantTypes: [],
    device,
    authInstant: instance.clock.now(),
  })
}

const grant = async (
  instance: Instance,
  exchange: StandInContext,
  facts: LoginFacts,
  known: User,
): Promise<Response> => {
  const { application, tenant, authenticationType } = facts
  const user = recordLogin(instance, known, application?.id)
  const registered = application === undefined || registrationOf(user, application.id) !== undefined
  const status = registered ? 200 : 202
  if (facts.noJWT) return replyJson(exchange, { user: userView(user) }, status)
  const refreshToken = refreshTokenFor(instance, facts, user)
  const subject = {
    user,
    tenant,
    application,
    authenticationType,
    authInstant: instance.clock.now(),
    grantTypes: [],
    scopes: undefined,
    refreshTokenId: refreshToken?.id,
  }
  const expiry = seconds(instance.clock.now()) + timeToLive(subject)
  const accessToken = await issueAccessToken(instance, subject)
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
 * What still has to be verified before a login counts: 212 for the e-mail address, 213 for the
 * registration. Only where the behaviour is `Gated` (inferred, asked: "address that is not verified");
 * the id is told to forms that ask for it (`FormField`).
 */
const verificationDue = (
  instance: Instance,
  exchange: StandInContext,
  { tenant, application }: LoginFacts,
  user: User,
): Response | undefined => {
  const { verifyEmail, unverified, verificationStrategy } = tenant.emailConfiguration
  if (verifyEmail && unverified.behavior === 'Gated' && !user.verified) {
    const emailVerificationId =
      verificationStrategy === 'FormField'
        ? issueVerificationId(instance, user, undefined)
        : undefined
    return replyJson(exchange, { emailVerificationId, user: userView(user) }, 212)
  }
  const registration = application === undefined ? undefined : registrationOf(user, application.id)
  if (application === undefined || registration === undefined || registration.verified) {
    return undefined
  }
  if (!application.verifyRegistration || application.unverified.behavior !== 'Gated') {
    return undefined
  }
  const registrationVerificationId =
    application.verificationStrategy === 'FormField'
      ? issueVerificationId(instance, user, application.id)
      : undefined
  return replyJson(exchange, { registrationVerificationId, user: userView(user) }, 213)
}

/** The answer of the Login API to what came of an attempt. */
export const respondToLogin = (
  instance: Instance,
  exchange: StandInContext,
  authentication: AuthenticationResult,
  facts: LoginFacts,
): Response | Promise<Response> => {
  switch (authentication.outcome) {
    case 'unknown':
      throw missing()
    case 'locked':
      throw userLocked()
    case 'expired':
      throw userExpired()
    case 'prevented':
      return replyJson(exchange, { actions: authentication.actions.map(preventingView) }, 409)
    case 'password-change': {
      const { user, reason: changePasswordReason } = authentication
      const changePasswordId = issueChangePasswordId(instance, user)
      return replyJson(exchange, { changePasswordId, changePasswordReason }, 203)
    }
    case 'two-factor': {
      const { methods } = authentication.user.twoFactor
      const twoFactorId = token(instance.random)
      return replyJson(exchange, { methods: methods.map(twoFactorMethodView), twoFactorId }, 242)
    }
    case 'authenticated': {
      const { user } = authentication
      return (
        verificationDue(instance, exchange, facts, user) ?? grant(instance, exchange, facts, user)
      )
    }
  }
}
