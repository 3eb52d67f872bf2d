import type { JWTPayload } from 'jose'
import type { Application } from '../memory/application.ts'
import type { AuthenticationType } from '../memory/records.ts'
import type { Tenant } from '../memory/tenant.ts'
import { registrationOf, type User } from '../memory/user.ts'
import { uuid } from '../random.ts'
import type { Instance } from '../instance.ts'
import { jwtPolicy, signingKeyId } from './lifetimes.ts'
import { typeClaims } from './types.ts'

/** Whom and what a token is about. */
export interface Subject {
  readonly user: User
  readonly tenant: Tenant
  /** undefined for a login that names no application. */
  readonly application: Application | undefined
  readonly authenticationType: AuthenticationType
  /** When the user last typed a password, milliseconds since 1970. */
  readonly authInstant: number
  /** The OAuth grants that led here, in their order; empty outside OAuth. */
  readonly grantTypes: readonly string[]
  /** undefined outside OAuth. */
  readonly scopes: readonly string[] | undefined
  /** Resources that the access token is for beside its client (RFC 8707); undefined for none. */
  readonly resources?: readonly string[]
  readonly refreshTokenId: string | undefined
  /** Shortens the life of the token; never lengthens it. */
  readonly timeToLiveInSeconds?: number | undefined
  /** The instant of another token's end, seconds since 1970, when this one is to end with it. */
  readonly expiresAt?: number | undefined
}

export const seconds = (instant: number): number => Math.floor(instant / 1000)

/** How long tokens for this subject live, in seconds. */
export const timeToLive = ({ tenant, application, timeToLiveInSeconds }: Subject): number => {
  const longest = jwtPolicy(tenant, application).timeToLiveInSeconds
  return Math.min(longest, timeToLiveInSeconds ?? longest)
}

/** The claims that access token and ID token share, in the order in which FusionAuth writes them. */
export const commonClaims = (instance: Instance, subject: Subject): JWTPayload => {
  const now = seconds(instance.clock.now())
  return {
    ...(subject.application === undefined ? {} : { aud: subject.application.id }),
    exp: subject.expiresAt ?? now + timeToLive(subject),
    iat: now,
    iss: subject.tenant.issuer,
    sub: subject.user.id,
    jti: uuid(instance.random),
    authenticationType: subject.authenticationType,
  }
}

/** Whether tokens tell no more of a user than the scopes say; the Login API knows none. */
export const isStrict = ({ application, scopes }: Subject): boolean =>
  scopes !== undefined && application?.oauthConfiguration.scopeHandlingPolicy !== 'Compatibility'

/** What the handling `Compatibility` tells every reader of a token, whatever its scopes. */
export const identityClaims = (subject: Subject): JWTPayload => {
  const { user } = subject
  if (isStrict(subject)) return {}
  return {
    ...(user.email === undefined ? {} : { email: user.email, email_verified: user.verified }),
    ...(user.username === undefined ? {} : { preferred_username: user.username }),
  }
}

const registrationClaims = ({ user, application }: Subject): JWTPayload => {
  if (application === undefined) return {}
  const registration = registrationOf(user, application.id)
  if (registration === undefined) return {}
  return { applicationId: application.id, roles: [...registration.roles] }
}

/** One audience is a text, several are a list (RFC 7519 §4.1.3). */
const audienceOf = ({ application, resources = [] }: Subject): JWTPayload =>
  application === undefined || resources.length === 0 ? {} : { aud: [application.id, ...resources] }

/** A signed access token; the claim rules are those of FusionAuth's token reference. */
export const issueAccessToken = (instance: Instance, subject: Subject): Promise<string> => {
  const { applicationId, roles } = registrationClaims(subject)
  const claims = {
    ...commonClaims(instance, subject),
    ...audienceOf(subject),
    ...identityClaims(subject),
    ...(applicationId === undefined ? {} : { applicationId }),
    ...(subject.scopes === undefined ? {} : { scope: subject.scopes.join(' ') }),
    ...(roles === undefined ? {} : { roles }),
    ...(subject.refreshTokenId === undefined ? {} : { sid: subject.refreshTokenId }),
    auth_time: seconds(subject.authInstant),
    tid: subject.tenant.id,
    ...typeClaims('at', subject.grantTypes),
  }
  const keyId = signingKeyId('accessTokenKeyId', subject.tenant, subject.application)
  return instance.signer.sign(claims, keyId)
}
