import type { Call, Clock, Journal, Random } from '../../scenarios/engine/ports.ts'
import type { Workflow } from '../../scenarios/catalogue/workflow.ts'
import type { Settings } from '../../scenarios/defences/settings.ts'
import type { ApplicationName, Client, SessionStrategy, Login } from '../../scenarios/vocabulary.ts'
import type { FusionAuthAccess } from '../fusionauth/port.ts'
import type { Provider } from './provider/metadata.ts'

/** What makes one application differ from the other, and a workflow from its neighbour. */
export interface ApplicationSettings {
  readonly name: ApplicationName
  readonly origin: string
  /** The page behind the login. */
  readonly protectedPath: string
  readonly client: Client
  readonly login: Login
  readonly sessionStrategy: SessionStrategy
  readonly backend: Workflow['backend']
  readonly fusionauthAt: Workflow['fusionauth']
  readonly defences: Settings
  /** The application's id at FusionAuth, which is its OAuth client id. */
  readonly clientId: string
  readonly clientSecret: string
  readonly fusionauth: FusionAuthAccess
  /** The endpoints that a login goes through and what the server promises. */
  readonly provider: Provider
  /** `iss` of the tenant. */
  readonly issuer: string
}

/** What an application needs from outside. */
export interface ApplicationPorts {
  readonly clock: Clock
  /** The clock that tokens are judged by: FusionAuth's own. */
  readonly tokenClock: Clock
  readonly random: Random
  readonly journal: Journal
  readonly call: Call
}

/** The user as an application knows them. */
export interface User {
  readonly id: string
  /**
   * null where nothing tells it: the bare access token of an implicit login names its user by id alone,
   * and opens no userinfo, for that asks for the scope `openid` (FusionAuth, scope handling: Strict).
   */
  readonly name: string | null
  readonly email: string
}

/** A login that succeeded: who it is, and the tokens that came with it. */
export interface Tokens {
  readonly user: User
  readonly jwt: string
  readonly refreshToken: string | null
  /** When the user proved who they are, in seconds since 1970; where a token says so. */
  readonly authenticatedAt?: number
}

/** Whether the user logs in on FusionAuth's own pages, which then knows the browser. */
export const isHosted = ({ login }: Pick<ApplicationSettings, 'login'>): boolean =>
  login === 'authorization-code' || login === 'implicit'
