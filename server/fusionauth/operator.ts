import type { FusionAuthClient } from '@fusionauth/typescript-client'
import type { Account } from '../../scenarios/engine/ports.ts'
import { ask } from './port.ts'

/** What FusionAuth's operators can do to a user's logins, by its API. */
export interface Operator {
  /** Revokes the user's refresh tokens for one application. */
  revokeFor(applicationId: string): Promise<void>
  /** Revokes every refresh token of the user; the single sign-on session is one of them. */
  revokeAll(): Promise<void>
  /** Ends the single sign-on session alone: the refresh token that belongs to no application. */
  endSso(): Promise<void>
}

/** The password that comes after another: the number at its end is one higher. */
const nextOf = (password: string): string =>
  password.replace(/\d*$/, (digits) => String(Number(digits) + 1))

/**
 * Changes a user's password as the user asks for it, who knows the old one (FusionAuth docs, Change a
 * User's Password).
 *
 * @returns the account from now on; the same one when FusionAuth did not do it
 */
export const changePassword = async (client: FusionAuthClient, user: Account): Promise<Account> => {
  const { loginId, password: currentPassword } = user
  const password = nextOf(currentPassword)
  const request = { loginId, currentPassword, password }
  const changed = await ask(client.changePasswordByIdentity(request), () => true)
  return changed.ok ? { ...user, password } : user
}

/** What FusionAuth answers, or that it does not, is in the trace; nothing more is made of it here. */
export const operator = (client: FusionAuthClient, userId: string): Operator => ({
  revokeFor: async (applicationId) => {
    await ask(client.revokeRefreshTokensByUserIdForApplication(userId, applicationId), () => true)
  },
  revokeAll: async () => {
    await ask(client.revokeRefreshTokensByUserId(userId), () => true)
  },
  endSso: async () => {
    const listed = await ask(
      client.retrieveRefreshTokens(userId),
      (body) => body.refreshTokens ?? [],
    )
    if (!listed.ok) return
    for (const { id, applicationId } of listed.value)
      if (id !== undefined && (applicationId ?? null) === null)
        await ask(client.revokeRefreshTokenById(id), () => true)
  },
})
