import { keepsSession } from '../../../../scenarios/catalogue/workflows.ts'
import type { StrategyDependencies } from '../../context.ts'
import type { SessionManager } from '../session-manager.ts'
import { bearerTokens } from './bearer-tokens.ts'
import { jwtCookies } from './jwt-cookies.ts'
import { authenticatesByCookie } from '../requirements.ts'
import { serverSessions } from './server-sessions.ts'

/** The keep of a workflow, by its row. */
export const createSessionManager = (deps: StrategyDependencies): SessionManager => {
  if (!authenticatesByCookie(deps.settings)) return bearerTokens(deps)
  return keepsSession(deps.settings) ? serverSessions(deps) : jwtCookies(deps)
}
