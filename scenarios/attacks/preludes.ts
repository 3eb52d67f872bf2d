import { logIn } from '../catalogue/lessons.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { LabEvent } from '../model/event.ts'

/** What happens before attacks: ordinary events. */

/** The victim uses the Store. */
export const known = (shape: WorkflowShape): readonly LabEvent[] => logIn(shape, 'Store')

/** The victim has the Store before them, and has not logged in. */
export const notYetIn = (): readonly LabEvent[] => [{ type: 'learner.open', app: 'Store' }]

/** The victim uses the Store and Forums. */
export const knownAtBoth = (shape: WorkflowShape): readonly LabEvent[] => [
  ...logIn(shape, 'Store'),
  { type: 'learner.open', app: 'Forums' },
  { type: 'learner.login', app: 'Forums' },
  ...(shape.sso ? [] : [{ type: 'learner.submit', app: 'Forums', credentials: 'right' } as const]),
]
