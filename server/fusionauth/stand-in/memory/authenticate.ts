import { equal } from '../equal.ts'
import type { Instance } from '../instance.ts'
import type { User } from './user.ts'

/** What came of a login attempt. Only somebody who knows the password learns more than `unknown`. */
export type Authentication =
  | { readonly outcome: 'authenticated'; readonly user: User }
  | { readonly outcome: 'unknown' | 'locked' | 'expired' | 'password-change' }

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

export const authenticate = (
  instance: Instance,
  tenantId: string,
  loginId: string,
  password: string,
): Authentication => {
  const user = findUser(instance, tenantId, loginId)
  const known = user === undefined ? undefined : instance.memory.passwords.get(user.id)
  const right = equal(password, known ?? '')
  if (user === undefined || known === undefined || !right) return { outcome: 'unknown' }
  const state = accountState(instance, user)
  if (state !== 'usable') return { outcome: state }
  return user.passwordChangeRequired
    ? { outcome: 'password-change' }
    : { outcome: 'authenticated', user }
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
