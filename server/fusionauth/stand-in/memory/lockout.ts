import type { Instance } from '../instance.ts'
import type { Tenant } from './tenant.ts'
import { isActive, takeAction } from './taken-actions.ts'
import type { User } from './user.ts'

const hour = 3_600_000

/**
 * Lengths of the units, in milliseconds; a month has 30 days and a year 365 (inferred, asked:
 * "a month and a year").
 */
const units = {
  MINUTES: 60_000,
  HOURS: hour,
  DAYS: 24 * hour,
  WEEKS: 7 * 24 * hour,
  MONTHS: 30 * 24 * hour,
  YEARS: 365 * 24 * hour,
} as const

/**
 * Counts a wrong password. Too many within a while bring the user action that the tenant names in
 * `failedAuthenticationConfiguration`; without one nothing is counted, as in a fresh FusionAuth.
 */
export const countFailedLogin = (instance: Instance, tenant: Tenant, user: User): void => {
  const { memory, clock } = instance
  const rule = tenant.failedAuthenticationConfiguration
  const action = memory.userActions.get(rule.userActionId ?? '')
  if (action?.active !== true) return
  const now = clock.now()
  const before = memory.failedLogins.get(user.id)
  const fresh = before === undefined || now - before.firstInstant >= rule.resetCountInSeconds * 1000
  const failed = fresh ? { count: 1, firstInstant: now } : { ...before, count: before.count + 1 }
  if (failed.count < rule.tooManyAttempts) {
    memory.failedLogins.set(user.id, failed)
    return
  }
  memory.failedLogins.delete(user.id)
  takeAction(instance, action, {
    actioneeUserId: user.id,
    actionerUserId: undefined,
    applicationIds: [],
    comment: undefined,
    expiry: now + rule.actionDuration * units[rule.actionDurationUnit],
    option: undefined,
  })
}

/** A password that was set anew lifts the lock where the tenant says so (`actionCancelPolicy`). */
export const liftLockout = (instance: Instance, user: User): void => {
  const { memory, clock } = instance
  const rule = memory.tenants.get(user.tenantId)?.failedAuthenticationConfiguration
  memory.failedLogins.delete(user.id)
  if (rule?.actionCancelPolicy.onPasswordReset !== true) return
  for (const action of memory.actions.values()) {
    const ours = action.actioneeUserId === user.id && action.userActionId === rule.userActionId
    if (ours && isActive(instance, action)) {
      memory.actions.set(action.id, { ...action, expiry: clock.now() })
    }
  }
}
