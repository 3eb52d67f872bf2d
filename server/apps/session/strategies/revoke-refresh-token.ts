import type { Dependencies } from '../../context.ts'

/** Tells FusionAuth that a refresh token is done with; resolves to what stayed undone, else null. */
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
