import type { DefenceSettings } from './defence-settings.ts'
import type { LabEvent } from './event.ts'
import type { Text } from './text.ts'
import type { WorkflowShape } from './workflow-shape.ts'

/** One login workflow: a row of the table in catalogue/workflows.ts. */
export interface Workflow extends WorkflowShape {
  /** Address of the workflow, as in the published series. */
  readonly slug: string
  readonly title: Text
  /** Number of arrows in the published diagram; null for a workflow that has none. */
  readonly published: number | null
}

/** A named path through a workflow's machine. */
export interface Lesson {
  readonly name: string
  readonly title: Text
  readonly events: readonly LabEvent[]
  /** Switches that the lesson is about; the usual ones hold besides. */
  readonly defences?: Partial<DefenceSettings>
}
