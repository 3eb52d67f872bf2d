import type { DefenceSettings } from './defence-settings.ts'
import type { ClientType, SessionStrategy, Login } from './client.ts'
import type { LabEvent } from './event.ts'
import type { Text } from '../i18n/text.ts'

/** One login workflow: a row of the table in workflows.ts. */
export interface Workflow {
  /** Address of the workflow, as in the published series. */
  readonly slug: string
  readonly title: Text
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

/** The lessons of the workflows' own; each attack is one besides. */
export type LessonName = 'tour' | 'silent-relogin' | 'wrong-password' | 'outage' | 'broken-today'

/** A named path through a workflow's machine. */
export interface Lesson {
  readonly name: string
  readonly title: Text
  readonly events: readonly LabEvent[]
  /** Switches that the lesson is about; the usual ones hold besides. */
  readonly defences?: Partial<DefenceSettings>
}
