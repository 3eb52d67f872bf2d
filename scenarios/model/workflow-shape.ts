import type { ClientType, Login, SessionStrategy } from './client.ts'

/** What decides how a workflow goes; its name and its numbers do not. */
export interface WorkflowShape {
  readonly client: ClientType
  readonly login: Login
  readonly sessionStrategy: SessionStrategy
  /** Whether a second application is entered by FusionAuth's own session, without a password. */
  readonly sso: boolean
  /** Whether FusionAuth shares a parent domain, and so a site, with the applications. */
  readonly fusionauth: 'own-site' | 'parent-domain'
  /** Whether an application's server only answers its script, or keeps the tokens for it (BFF). */
  readonly backend: 'api' | 'bff'
}

/** Whether the user logs in on FusionAuth's own pages, where its single sign-on session begins. */
export const isHosted = ({ login }: Pick<WorkflowShape, 'login'>): boolean =>
  login === 'authorization-code' || login === 'implicit'
