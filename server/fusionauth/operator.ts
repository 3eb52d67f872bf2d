import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { ask } from './port.ts'

/** What FusionAuth's operators can do to a user's logins, by its API. */
export interface Operator {
  /** Revokes every refresh token of the user; the single sign-on session is one of them. */
  revokeAll(): Promise<void>
  /** Ends the single sign-on session alone: the refresh token that belongs to no application. */
  endSso(): Promise<void>
}

/** What FusionAuth answers, or that it does not, is in the trace; nothing more is made of it here. */
export const operator = (client: FusionAuthClient, userId: string): Operator => ({
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
