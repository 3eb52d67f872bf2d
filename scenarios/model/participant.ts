/** Who takes part in a workflow, and the chapters of a lesson. Types only: no function. */

/** A lifeline of the diagram. Mobile stands in place of Browser in mobile workflows. */
export type Participant = 'Browser' | 'Mobile' | 'Store' | 'Forums' | 'FusionAuth' | 'Hacker'

/** A user agent: a participant that owns a cookie jar. */
export type AgentName = 'Browser' | 'Mobile' | 'Hacker'

/** One of the two applications of the company; both are instances of one Hono application. */
export type ApplicationName = 'Store' | 'Forums'

/** A run of steps; the chapters of a lesson. */
export type Phase =
  | 'initialize'
  | 'login'
  | 'create-session'
  | 'load-cart'
  | 'refresh'
  | 'relogin'
  | 'forums-initialize'
  | 'forums-login'
  | 'forums-load'
  | 'logout'
  | 'forums-logout'
  | 'revoke'
  | 'stolen-refresh-token'
  | 'stolen-session-id'
  | 'stolen-jwt'
  | 'attack'
