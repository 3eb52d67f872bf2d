import type { DefenceSettings } from './defence-settings.ts'
import type { ClientType, SessionStrategy, Login } from './client.ts'
import type { LabEvent } from './event.ts'

/** One login workflow: a row of the table in workflows.ts. */
export interface Workflow {
  /** Address of the workflow, as in the published series. */
  readonly slug: string
  readonly title: string
  readonly client: ClientType
  readonly login: Login
  readonly sessionStrategy: SessionStrategy
  /** Whether a second application is entered by FusionAuth's own session, without a password. */
  readonly sso: boolean
  /** Number of arrows in the published diagram; null for a workflow that has none. */
  readonly published: number | null
  /** Whether FusionAuth shares a parent domain, and so a site, with the applications. */
  readonly fusionauth: 'own-site' | 'parent-domain'
  /** Whether an application's server only answers its script, or keeps the tokens for it (BFF). */
  readonly backend: 'api' | 'bff'
}

/** What decides how a workflow goes; its name and its numbers do not. */
export type WorkflowShape = Pick<
  Workflow,
  'client' | 'login' | 'sessionStrategy' | 'sso' | 'fusionauth' | 'backend'
>

/** A named path through a workflow's machine. */
export interface Lesson {
  readonly name: string
  readonly title: string
  readonly events: readonly LabEvent[]
  /** Switches that the lesson is about; the usual ones hold besides. */
  readonly defences?: Partial<DefenceSettings>
}
