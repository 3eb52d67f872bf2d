import type { Instance } from '../instance.ts'
import type { KeptObject } from '../memory/records.ts'
import { endSessionsOf } from '../memory/sessions.ts'
import { revokeRefreshTokens } from '../tokens/refresh-tokens.ts'

/** Ends every refresh token and open code of an application. */
export const endTokensOf = (instance: Instance, applicationId: string): void => {
  revokeRefreshTokens(instance, (refreshToken) => refreshToken.applicationId === applicationId)
  for (const code of instance.memory.codes.rows.values()) {
    if (code.applicationId === applicationId) instance.memory.codes.delete(code.code)
  }
}

/** Removes a user for good, with everything that is about the user. */
export const forgetUser = (instance: Instance, userId: string): void => {
  endSessionsOf(instance, userId)
  const { memory } = instance
  memory.users.delete(userId)
  memory.passwords.delete(userId)
  memory.failedLogins.delete(userId)
  for (const tickets of [memory.changePasswordIds, memory.oneTimePasswords, memory.verifications]) {
    for (const [id, ticket] of tickets) if (ticket.userId === userId) tickets.delete(id)
  }
  for (const [id, action] of memory.actions) {
    if (action.actioneeUserId === userId) memory.actions.delete(id)
  }
}

/** Removes what is kept without effect and belongs to what is removed. */
export const forgetKept = (
  { memory }: Instance,
  belongs: (path: string, kept: KeptObject) => boolean,
): void => {
  for (const [path, kept] of memory.kept) if (belongs(path, kept)) memory.kept.delete(path)
}

/** Removes an application for good, with every registration for it. */
export const forgetApplication = (instance: Instance, applicationId: string): void => {
  const { memory } = instance
  endTokensOf(instance, applicationId)
  forgetKept(instance, (path) => path.startsWith(`/api/application/${applicationId}/`))
  memory.applications.delete(applicationId)
  for (const user of memory.users.values()) {
    const registrations = user.registrations.filter((one) => one.applicationId !== applicationId)
    if (registrations.length < user.registrations.length) {
      memory.users.set(user.id, { ...user, registrations })
    }
  }
}
