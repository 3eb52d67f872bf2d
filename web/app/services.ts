import type { Branching } from '../features/branches/branching.ts'
import type { LabRun } from '../player/run-controller.ts'
import type { Announcer } from './announcer.ts'
import type { LabElement } from './lab-host.ts'
import type { RunOpening } from './open-run.ts'

/** Who does for a lab what is more than to know and to show. */
export interface LabServices {
  readonly host: LabElement
  readonly runs: RunOpening
  readonly branching: Branching
  readonly announcer: Announcer
  /** Tells the page around how it stands with the run. */
  readonly tellMedia: (run: LabRun) => void
}
