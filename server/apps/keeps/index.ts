import { keepsSession } from '../../../scenarios/catalogue/workflows.ts'
import type { StrategyDependencies } from '../house.ts'
import type { SessionManager } from '../keeping.ts'
import { bearerTokens } from './bearer.ts'
import { jwtCookies } from './jwt.ts'
import { authenticatesByCookie } from './needs.ts'
import { serverSessions } from './session.ts'

/** The keep of a workflow, by its row. */
export const createSessionManager = (deps: StrategyDependencies): SessionManager => {
  if (!authenticatesByCookie(deps.settings)) return bearerTokens(deps)
  return keepsSession(deps.settings) ? serverSessions(deps) : jwtCookies(deps)
}
