import type { Client, Keep, LabEvent, Login } from '../vocabulary.ts'

/** One login workflow: a row of the table below. */
export interface Workflow {
  /** Address of the workflow, as in the published series. */
  readonly slug: string
  readonly title: string
  readonly client: Client
  readonly login: Login
  readonly keep: Keep
  /** Whether a second application is entered by FusionAuth's own session, without a password. */
  readonly sso: boolean
}

/** A named path through a workflow's machine. */
export interface Lesson {
  readonly name: string
  readonly title: string
  readonly events: readonly LabEvent[]
}
