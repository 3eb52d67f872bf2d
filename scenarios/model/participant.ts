/** Who takes part in a workflow, and the chapters of a lesson. Lists and their types; no schema, so that a page may load it. */

/** A lifeline of the diagram. Mobile stands in place of Browser in mobile workflows. */
export const participants = [
  'Browser',
  'Mobile',
  'Store',
  'Forums',
  'FusionAuth',
  'Hacker',
] as const
export type Participant = (typeof participants)[number]

/** A user agent: a participant that owns a cookie jar. */
export const agentNames = ['Browser', 'Mobile', 'Hacker'] as const
export type AgentName = (typeof agentNames)[number]

/** The user's own device: an agent that is not the Hacker. */
export type DeviceParticipant = Exclude<AgentName, 'Hacker'>

/** Whether a participant is the user's own device. */
export const isDevice = (name: Participant): name is DeviceParticipant =>
  name === 'Browser' || name === 'Mobile'

/** One of the two applications of the company; both are instances of one Hono application. */
export const applicationNames = ['Store', 'Forums'] as const
export type ApplicationName = (typeof applicationNames)[number]

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
  | 'rotate-key'
  | 'stolen-refresh-token'
  | 'stolen-session-id'
  | 'stolen-jwt'
  | 'attack'
