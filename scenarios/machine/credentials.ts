import type { ExpiringCredential, StolenCredential } from '../model/credential.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'

/** Whether what opens the application is a session of its server; else it is a JWT. */
export const keepsSession = ({
  sessionStrategy,
}: Pick<WorkflowShape, 'sessionStrategy'>): boolean => sessionStrategy.startsWith('session')

/** Whether the user's device, or FusionAuth's cookie on it, holds a refresh token. */
export const keepsRefreshToken = ({
  login,
  sessionStrategy,
}: Pick<WorkflowShape, 'login' | 'sessionStrategy'>): boolean =>
  sessionStrategy.endsWith('refresh') || login === 'native-at-fusionauth'

/** What the whole tour steals, in its order. */
export const stolenCredentialsOf = (
  shape: Pick<WorkflowShape, 'client' | 'login' | 'sessionStrategy'>,
): readonly StolenCredential[] => {
  const key: StolenCredential = keepsSession(shape) ? 'session-id' : 'jwt'
  if (!keepsRefreshToken(shape)) return [key]
  return shape.client === 'mobile' ? [key, 'refresh-token'] : ['refresh-token', key]
}

/** All that can be stolen: besides, FusionAuth's own session where it opens another application. */
export const stealableOf = (
  shape: Pick<WorkflowShape, 'client' | 'login' | 'sessionStrategy' | 'sso'>,
): readonly StolenCredential[] => [
  ...stolenCredentialsOf(shape),
  ...(shape.sso && shape.client !== 'mobile' ? (['sso-session'] as const) : []),
]

/** What can run out: what opens the application first. */
export const expiringCredentialsOf = (
  shape: Pick<WorkflowShape, 'login' | 'sessionStrategy' | 'sso'>,
): readonly ExpiringCredential[] => [
  keepsSession(shape) ? 'session' : 'jwt',
  ...(keepsRefreshToken(shape) ? (['refresh-token'] as const) : []),
  ...(shape.sso ? (['sso-session'] as const) : []),
]
