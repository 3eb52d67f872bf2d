import type { Call, Clock, Journal, Random } from '../../scenarios/engine/ports.ts'
import type { Workflow } from '../../scenarios/model/workflow.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { ClientType, SessionStrategy, Login } from '../../scenarios/model/client.ts'
import type { ApplicationName } from '../../scenarios/model/participant.ts'
import type { FusionAuthAccess } from '../fusionauth/port.ts'
import type { Provider } from './provider/metadata.ts'

/** The configuration of an application: its name and place, and what its workflow's row says. */
export interface ApplicationSettings {
  readonly name: ApplicationName
  /** What its own pages call it; its name when left out. */
  readonly title?: string
  /** A colour of CSS in place of the usual accent of its pages. */
  readonly accent?: string
  readonly origin: string
  /** The page behind the login. */
  readonly protectedPath: string
  readonly client: ClientType
  readonly login: Login
  readonly sessionStrategy: SessionStrategy
  readonly backend: Workflow['backend']
  readonly fusionauthAt: Workflow['fusionauth']
  readonly defences: DefenceSettings
  /** The application's id at FusionAuth, which is its OAuth client id. */
  readonly clientId: string
  readonly clientSecret: string
  readonly fusionauth: FusionAuthAccess
  /** The endpoints of the server that logs users in, and what it supports. */
  readonly provider: Provider
  /** The tenant's issuer: `iss` of its tokens. */
  readonly issuer: string
}

/** What an application is given to work with: clocks, random values, the journal, the wire. */
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

/** The outcome of a successful login: the user and the tokens. */
export interface Tokens {
  readonly user: User
  readonly jwt: string
  readonly refreshToken: string | null
  /** `auth_time` of the ID token, in seconds since 1970, if it has one. */
  readonly authenticatedAt?: number
}
