import type { Instance } from '../instance.ts'
import { token } from '../random.ts'
import type { Ticket } from './records.ts'
import type { User } from './user.ts'

/** The user whom a ticket names, as long as it is good. */
export const ownerOf = (
  { memory, clock }: Instance,
  tickets: ReadonlyMap<string, Ticket>,
  id: string,
): User | undefined => {
  const ticket = tickets.get(id)
  if (ticket === undefined || clock.now() >= ticket.expiryInstant) return undefined
  return memory.users.get(ticket.userId)
}

/** An id with which the user may set a new password; its lifetime is the tenant's to say. */
export const issueChangePasswordId = (instance: Instance, user: User, given = ''): string => {
  const { memory, clock, random } = instance
  const lifetime =
    memory.tenants.get(user.tenantId)?.externalIdentifierConfiguration
      .changePasswordIdTimeToLiveInSeconds ?? 0
  const id = given === '' ? token(random) : given
  memory.changePasswordIds.set(id, {
    userId: user.id,
    expiryInstant: clock.now() + lifetime * 1000,
  })
  return id
}

export const findChangePasswordOwner = (instance: Instance, id: string): User | undefined =>
  ownerOf(instance, instance.memory.changePasswordIds, id)

/** A password that is good for one login, handed out when a password was changed. */
export const issueOneTimePassword = (instance: Instance, user: User): string => {
  const { memory, clock, random } = instance
  const lifetime =
    memory.tenants.get(user.tenantId)?.externalIdentifierConfiguration
      .oneTimePasswordTimeToLiveInSeconds ?? 0
  const value = token(random)
  memory.oneTimePasswords.set(value, {
    userId: user.id,
    expiryInstant: clock.now() + lifetime * 1000,
  })
  return value
}

/** Takes a one-time password: whose it was, if it was good. */
export const takeOneTimePassword = (instance: Instance, value: string): User | undefined => {
  const { oneTimePasswords } = instance.memory
  const user = ownerOf(instance, oneTimePasswords, value)
  oneTimePasswords.delete(value)
  return user
}
