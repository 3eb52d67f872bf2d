import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import type { Difference } from '../../../scenarios/model/difference.ts'
import type { BranchSummary } from '../../../scenarios/model/run.ts'
import type { RunPlace } from '../../player/run/status.ts'
import type { View } from '../../router/route.ts'

/** What the parts of the header are drawn from: as much of it as they look at. */
export interface HeaderParts extends HTMLElement {
  readonly workflows: readonly Workflow[]
  readonly workflow: Workflow | undefined
  readonly lesson: string
  /** Title of the own lesson that is played; null for one of the catalogue. */
  readonly own: string | null
  readonly branch: string
  readonly branches: readonly BranchSummary[]
  readonly names: ReadonlyMap<string, string>
  readonly forks: boolean
  readonly view: View
  readonly predicting: boolean
  readonly place: RunPlace | null
  readonly differences: readonly Difference[]
  readonly switched: number
  readonly stays: boolean
  readonly renderRoot: ParentNode
}
