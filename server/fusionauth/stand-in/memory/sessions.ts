import type { Instance } from '../instance.ts'
import { revokeRefreshTokens } from '../tokens/refresh-tokens.ts'
import type { User } from './user.ts'

/** Ends every refresh token of a user, the SSO sessions included. */
export const endSessionsOf = (instance: Instance, userId: string): void => {
  const { ssoSessions } = instance.memory
  revokeRefreshTokens(instance, (refreshToken) => refreshToken.userId === userId)
  for (const session of ssoSessions.rows.values()) {
    if (session.userId === userId) ssoSessions.delete(session.token)
  }
}

const policyOf = ({ memory }: Instance, { tenantId }: User) =>
  memory.tenants.get(tenantId)?.jwtConfiguration.refreshTokenRevocationPolicy

/** A new password ends all sessions of the user where the tenant says so (by default it does). */
export const endAfterPasswordChange = (instance: Instance, user: User): void => {
  if (policyOf(instance, user)?.onPasswordChanged === true) endSessionsOf(instance, user.id)
}

/** Likewise when the user may no longer log in. */
export const endAfterLoginPrevented = (instance: Instance, user: User): void => {
  if (policyOf(instance, user)?.onLoginPrevented === true) endSessionsOf(instance, user.id)
}
