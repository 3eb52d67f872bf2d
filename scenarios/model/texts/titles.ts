import type { WorkflowShape } from '../workflow-shape.ts'
import type { LabEvent } from '../event.ts'
import type { Phase } from '../participant.ts'
import type { DividerKind } from '../divider.ts'

/** What workflows, lessons, chapters, marks and events are called. */
export interface TitleTexts {
  readonly workflow: Omit<WorkflowShape, 'sso'>
  /** The same, below a heading that names the client. */
  readonly 'workflow.below-client': Omit<WorkflowShape, 'sso'>
  readonly lesson: { readonly lesson: string }
  readonly phase: { readonly phase: Phase }
  readonly divider: { readonly kind: DividerKind }
  /** What a developer would say to make this happen. */
  readonly event: { readonly event: LabEvent }
}
