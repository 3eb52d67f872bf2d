import { equal } from '../equal.ts'
import type { Instance } from '../instance.ts'
import { countFailedLogin } from './lockout.ts'
import { passwordProblems } from './passwords.ts'
import type { Tenant } from './tenant.ts'
import type { Action } from './records.ts'
import { preventingActions } from './taken-actions.ts'
import type { User } from './user.ts'

/** Why a password has to be changed, in FusionAuth's words. */
export type ChangePasswordReason = 'Administrative' | 'Expired' | 'Validation'

/** What came of a login attempt. Only somebody who knows the password learns more than `unknown`. */
export type AuthenticationResult =
  | { readonly outcome: 'authenticated'; readonly user: User }
  | {
      readonly outcome: 'password-change'
      readonly user: User
      readonly reason: ChangePasswordReason
    }
  | { readonly outcome: 'two-factor'; readonly user: User }
  | { readonly outcome: 'prevented'; readonly actions: readonly Action[] }
  | { readonly outcome: 'unknown' | 'locked' | 'expired' }

/** A user by e-mail address or username, in any case, within a tenant. */
export const findUser = (
  { memory }: Instance,
  tenantId: string,
  loginId: string,
): User | undefined => {
  const wanted = loginId.toLowerCase()
  return [...memory.users.values()].find(
    ({ tenantId: tenant, email, username }) =>
      tenant === tenantId &&
      (email?.toLowerCase() === wanted || username?.toLowerCase() === wanted),
  )
}

/** Whether the account may be used at all, whatever the password. */
export const accountState = ({ clock }: Instance, user: User): 'usable' | 'locked' | 'expired' => {
  if (!user.active) return 'locked'
  return user.expiry !== undefined && clock.now() >= user.expiry ? 'expired' : 'usable'
}

const day = 86_400_000

const changeReason = (
  { clock }: Instance,
  tenant: Tenant,
  user: User,
  password: string | undefined,
): ChangePasswordReason | undefined => {
  const { maximumPasswordAge, passwordValidationRules } = tenant
  if (user.passwordChangeRequired) return 'Administrative'
  const age = clock.now() - user.passwordLastUpdateInstant
  if (maximumPasswordAge.enabled && age >= maximumPasswordAge.days * day) return 'Expired'
  if (!passwordValidationRules.validateOnLogin || password === undefined) return undefined
  return passwordProblems(tenant, password, 'password').length > 0 ? 'Validation' : undefined
}

/**
 * Whether a user whose identity is proved may log in, everywhere or at an application. Without the
 * password (a one-time password, a ping) its own rules are not asked.
 */
export const authorizeLogin = (
  instance: Instance,
  user: User,
  applicationId: string | undefined,
  password?: string,
): AuthenticationResult => {
  const state = accountState(instance, user)
  if (state !== 'usable') return { outcome: state }
  const actions = preventingActions(instance, user, applicationId)
  if (actions.length > 0) return { outcome: 'prevented', actions }
  const tenant = instance.memory.tenants.get(user.tenantId)
  const reason = tenant === undefined ? undefined : changeReason(instance, tenant, user, password)
  return reason === undefined
    ? { outcome: 'authenticated', user }
    : { outcome: 'password-change', user, reason }
}

/** Checks a password; wrong ones are counted where the tenant locks accounts. */
export const authenticate = (
  instance: Instance,
  tenantId: string,
  loginId: string,
  password: string,
  applicationId?: string,
): AuthenticationResult => {
  const { memory } = instance
  const user = findUser(instance, tenantId, loginId)
  const known = user === undefined ? undefined : memory.passwords.get(user.id)
  const right = equal(password, known ?? '')
  if (user === undefined || known === undefined || !right) {
    const tenant = memory.tenants.get(tenantId)
    if (user !== undefined && tenant !== undefined) countFailedLogin(instance, tenant, user)
    return { outcome: 'unknown' }
  }
  memory.failedLogins.delete(user.id)
  const result = authorizeLogin(instance, user, applicationId, password)
  const usable = ['authenticated', 'password-change'].includes(result.outcome)
  // That the challenge comes before a due change of the password is inferred (asked: "second factor and
  // change of the password").
  return usable && user.twoFactor.methods.length > 0 ? { outcome: 'two-factor', user } : result
}

/** Notes the instant of a login on the user and on the registration with the application. */
export const recordLogin = (
  { memory, clock }: Instance,
  user: User,
  applicationId: string | undefined,
): User => {
  const lastLoginInstant = clock.now()
  const registrations = user.registrations.map((registration) =>
    registration.applicationId === applicationId
      ? { ...registration, lastLoginInstant }
      : registration,
  )
  const recorded = { ...user, lastLoginInstant, registrations }
  memory.users.set(user.id, recorded)
  return recorded
}
