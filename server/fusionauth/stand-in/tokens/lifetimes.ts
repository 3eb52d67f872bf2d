import type { Application } from '../memory/application.ts'
import type { RefreshToken, SsoSession } from '../memory/records.ts'
import type { JwtPolicy, Tenant } from '../memory/tenant.ts'

const minutes = 60_000

/** Tenants and applications by id, as `Memory` has them. */
interface Policies {
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly applications: ReadonlyMap<string, Application>
}

/** An application's own JWT settings count only when they are enabled; else the tenant's do. */
export const jwtPolicy = (tenant: Tenant, application: Application | undefined): JwtPolicy =>
  application?.jwtConfiguration.enabled === true
    ? application.jwtConfiguration
    : tenant.jwtConfiguration

/** The key that signs for an application: its own when enabled, else the tenant's; undefined for neither. */
export const signingKeyId = (
  use: 'accessTokenKeyId' | 'idTokenKeyId',
  tenant: Tenant,
  application: Application | undefined,
): string | undefined => {
  const own = application?.jwtConfiguration
  return (own?.enabled === true ? own[use] : undefined) ?? tenant.jwtConfiguration[use]
}

/**
 * The instant at which a refresh token ends, in milliseconds since 1970; null when its application
 * is gone. A sliding window restarts at `startInstant`; a maximum counts from `insertInstant`.
 */
export const refreshTokenExpiry = (token: RefreshToken, memory: Policies): number | null => {
  const application = memory.applications.get(token.applicationId)
  const tenant = memory.tenants.get(application?.tenantId ?? '')
  if (tenant === undefined) return null
  const policy = jwtPolicy(tenant, application)
  const end = token.startInstant + policy.refreshTokenTimeToLiveInMinutes * minutes
  if (policy.refreshTokenExpirationPolicy !== 'SlidingWindowWithMaximumLifetime') return end
  const { maximumTimeToLiveInMinutes } = policy.refreshTokenSlidingWindowConfiguration
  return Math.min(end, token.insertInstant + maximumTimeToLiveInMinutes * minutes)
}

/** The instant at which an SSO session ends; null when its tenant is gone. */
export const ssoSessionExpiry = (
  session: SsoSession,
  memory: Pick<Policies, 'tenants'>,
): number | null => {
  const tenant = memory.tenants.get(session.tenantId)
  if (tenant === undefined) return null
  return session.startInstant + tenant.httpSessionMaxInactiveInterval * 1000
}
