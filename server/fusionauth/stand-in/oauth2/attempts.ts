/**
 * A delay after failed proofs (RFC 6749 §2.3.1, §10.10), when hardened. FusionAuth itself can be
 * configured to lock an account after failed logins, unknown names apart; it has nothing of the kind
 * for client secrets.
 */
import type { Instance } from '../instance.ts'
import { type AuthenticationResult, authenticate } from '../memory/authenticate.ts'
import { tooManyAttempts } from './refusals.ts'

const allowedFailures = 5
export const delaySeconds = 60

const isDelayed = ({ memory, clock }: Instance, who: string): boolean => {
  const failures = memory.failures.get(who)
  if (failures === undefined || clock.now() >= failures.lastInstant + delaySeconds * 1000) {
    memory.failures.delete(who)
    return false
  }
  return failures.count >= allowedFailures
}

/** Does a proof, and counts its failure against `who`. While `who` is delayed nothing is looked at. */
export const guarded = <T>(
  instance: Instance,
  who: string,
  prove: () => T,
  failed: (result: T) => boolean,
): T => {
  if (!instance.hardened) return prove()
  if (isDelayed(instance, who)) throw tooManyAttempts(delaySeconds)
  const { memory, clock } = instance
  const result = prove()
  if (failed(result)) {
    const count = (memory.failures.get(who)?.count ?? 0) + 1
    memory.failures.set(who, { count, lastInstant: clock.now() })
  } else {
    memory.failures.delete(who)
  }
  return result
}

/** A login with user name and password at an OAuth endpoint. */
export const authenticateUser = (
  instance: Instance,
  tenantId: string,
  loginId: string,
  password: string,
  applicationId: string,
): AuthenticationResult =>
  guarded(
    instance,
    `user ${tenantId} ${loginId.toLowerCase()}`,
    () => authenticate(instance, tenantId, loginId, password, applicationId),
    ({ outcome }) => outcome === 'unknown',
  )
