import type { Instance } from '../instance.ts'
import { token } from '../random.ts'
import { ownerOf } from './change-password.ts'
import type { User } from './user.ts'

/** An id with which an e-mail address or, with an application, a registration is verified. */
export const issueVerificationId = (
  { memory, clock, random }: Instance,
  user: User,
  applicationId: string | undefined,
): string => {
  const lifetimes = memory.tenants.get(user.tenantId)?.externalIdentifierConfiguration
  const lifetime =
    applicationId === undefined
      ? lifetimes?.emailVerificationIdTimeToLiveInSeconds
      : lifetimes?.registrationVerificationIdTimeToLiveInSeconds
  const id = token(random)
  const expiryInstant = clock.now() + (lifetime ?? 0) * 1000
  memory.verifications.set(id, { userId: user.id, applicationId, expiryInstant })
  return id
}

export const findVerificationOwner = (instance: Instance, id: string): User | undefined =>
  ownerOf(instance, instance.memory.verifications, id)
