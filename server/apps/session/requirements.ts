import { api } from '../../../scenarios/client-apps/settings.ts'
import type { ApplicationSettings } from '../settings.ts'

type RequirementRow = Pick<
  ApplicationSettings,
  'client' | 'login' | 'sessionStrategy' | 'backend' | 'fusionauthAt'
>

/** Whether the application's server refreshes logins, and so needs a refresh token. */
export const usesRefreshToken = ({
  sessionStrategy,
  backend,
}: Pick<RequirementRow, 'sessionStrategy' | 'backend'>): boolean =>
  sessionStrategy.endsWith('refresh') || backend === 'bff'

/** Whether requests are authenticated by a cookie; else by a bearer token. */
export const authenticatesByCookie = ({ client, sessionStrategy }: RequirementRow): boolean =>
  client !== 'mobile' && sessionStrategy !== 'jwt-local-storage'

/** Where the page posts a JWT that it got from FusionAuth itself; null where it need not. */
export const acceptTokenPathOf = ({
  login,
  sessionStrategy,
  fusionauthAt,
}: RequirementRow): string | null => {
  if (login !== 'implicit' && login !== 'native-at-fusionauth') return null
  if (sessionStrategy === 'session') return api.startSession
  // On a parent domain FusionAuth's own cookie reaches the application.
  return sessionStrategy === 'jwt-cookie' && fusionauthAt === 'own-site' ? api.cookieDrop : null
}
