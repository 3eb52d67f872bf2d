import type { UserContent } from './content/user-content.ts'
import type { Csrf } from './csrf.ts'
import type { Memory } from './memory.ts'
import type { Pages } from './pages/index.ts'
import type { FusionAuthGateway } from './provider/fusionauth-gateway.ts'
import type { TokenVerifier } from './provider/token-verifier.ts'
import type { SessionManager } from './session/session-manager.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** What the handlers of one application are given: its settings and the services behind them. */
export interface Dependencies {
  readonly settings: ApplicationSettings
  readonly ports: ApplicationPorts
  readonly memory: Memory
  readonly userContent: UserContent
  readonly gateway: FusionAuthGateway
  readonly verifier: TokenVerifier
  readonly csrf: Csrf
  readonly pages: Pages
  readonly sessions: SessionManager
}

/** What a session strategy is made from: all of it but the session manager itself. */
export type StrategyDependencies = Omit<Dependencies, 'sessions'>
