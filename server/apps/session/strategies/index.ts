import { keepsSession } from '../../../../scenarios/machine/credentials.ts'
import type { StrategyDependencies } from '../../dependencies.ts'
import { authenticatesByCookie } from '../requirements.ts'
import type { SessionManager } from '../session-manager.ts'
import { bearerTokens } from './bearer-tokens.ts'
import { jwtCookies } from './jwt-cookies.ts'
import { serverSessions } from './server-sessions.ts'

/** The session manager for the strategy of the application's workflow. */
export const createSessionManager = (deps: StrategyDependencies): SessionManager => {
  if (!authenticatesByCookie(deps.settings)) return bearerTokens(deps)
  return keepsSession(deps.settings) ? serverSessions(deps) : jwtCookies(deps)
}
