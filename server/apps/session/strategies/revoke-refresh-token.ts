import type { Dependencies } from '../../dependencies.ts'

/**
 * Revokes a refresh token at FusionAuth.
 *
 * @returns why FusionAuth could not be asked; null when there is nothing left to revoke
 */
export const revokeRefreshToken = async (
  { memory, gateway }: Pick<Dependencies, 'memory' | 'gateway'>,
  refreshToken: string | undefined,
  exchange: number,
): Promise<string | null> => {
  if (refreshToken === undefined) return null
  memory.deleteRefreshToken(refreshToken)
  const revoked = await gateway.revokeRefreshToken(refreshToken, exchange)
  return revoked.ok || revoked.why === 'refused' ? null : revoked.problem
}
