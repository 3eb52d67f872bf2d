import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { SessionStrategy } from '../model/client.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { Json } from '../model/wire.ts'

/**
 * What a client program is told by those who deliver it: a single-page app in its page's block of
 * settings, a mobile app when it is built. Nothing in it is secret.
 */
export interface ClientSettings extends Pick<
  WorkflowShape,
  'client' | 'login' | 'fusionauth' | 'backend'
> {
  readonly app: ApplicationName
  /** What it calls itself; its name when left out. */
  readonly title?: string
  /** The session strategy; the page spells it so, and recorded traces hold the page. */
  readonly keep: SessionStrategy
  /** The application's own origin. */
  readonly origin: string
  /** The view behind the login: `/shopping-cart`, `/posts`. */
  readonly protectedPath: string
  readonly fusionAuthOrigin: string
  /** The application's id at FusionAuth, which is its OAuth client id. */
  readonly clientId: string
  readonly tenantId: string
  /** Where FusionAuth sends the user back to. */
  readonly redirectUri: string
  /** Whether what comes back from FusionAuth must carry the `state` that was sent. */
  readonly checksState: boolean
  /** Whether text that users wrote is escaped before it is rendered. */
  readonly escapes: boolean
  /** Whether each call that changes something must show `csrfHeader`. */
  readonly showsCsrfHeader: boolean
  /** Whether the user can log out on all devices at once. */
  readonly logsOutEverywhere: boolean
}

/** Addresses of an application's API, as in the published diagrams. */
export const api = {
  user: '/api/user',
  login: '/api/login',
  logout: '/api/logout',
  logoutEverywhere: '/api/logout-everywhere',
  cookieDrop: '/api/cookie-drop',
  startSession: '/api/start-session',
  checkout: '/api/checkout',
  posts: '/api/posts',
} as const

/** Where the content of the protected view comes from. */
export const loadPathOf = (app: ApplicationName): string =>
  app === 'Store' ? '/api/load-shopping-cart' : '/api/load-posts'

export { refreshTokenHeader } from '../engine/bearer.ts'

/** Header without meaning that no form can send: who sends it is a script that was let. */
export const csrfHeader = 'x-csrf'

/** Reads the settings of a page or an app; null when they are not there. */
export const readSettings = (settings: Json): ClientSettings | null =>
  typeof settings === 'object' && settings !== null && 'app' in settings && 'login' in settings
    ? (settings as unknown as ClientSettings)
    : null
