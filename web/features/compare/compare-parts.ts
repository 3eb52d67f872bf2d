import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import type { RunState } from '../../../scenarios/model/run.ts'

/** What the parts of a comparison are drawn from: as much of it as they look at. */
export interface CompareParts extends HTMLElement {
  readonly run: RunState | null
  readonly names: ReadonlyMap<string, string>
  readonly forks: boolean
  readonly other: string
  readonly workflows: readonly Workflow[]
}
