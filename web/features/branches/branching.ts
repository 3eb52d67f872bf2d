import type { LabElement } from '../../app/lab-host.ts'
import type { BranchSummary, RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { Playback } from '../../player/playback.ts'
import { BranchNames } from './names.ts'

const runOf = ({ workflow, lesson, seed, profile }: RunState['trace']): string =>
  [workflow, lesson, seed, profile].join(' ')

/** What is known of the branches of the run that a lab shows. */
export interface Branches {
  /** Names of the branches, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Whether acting in the past opens a branch. */
  readonly forks: boolean
  /** What was seen of each branch, by id. */
  readonly traces: ReadonlyMap<string, Trace>
}

const noBranches: Branches = { names: new Map(), forks: true, traces: new Map() }

/**
 * Names the branches of the run that a lab shows: as they were named in this run, or on an earlier visit
 * where the same was done.
 */
export class Branching {
  readonly #host: LabElement
  readonly #playback: () => Playback | null
  readonly #names = new BranchNames()
  #of: readonly BranchSummary[] = []
  #given: LabElement['state']['names'] = {}
  #known: ReadonlyMap<string, string> = new Map()

  constructor(host: LabElement, playback: () => Playback | null) {
    this.#host = host
    this.#playback = playback
  }

  /** Calls a branch by this name; '' for the name that it has by itself. */
  give(branch: string, name: string): void {
    const run = this.#playback()?.state.run
    if (run === undefined) return
    this.#names.give(runOf(run.trace), run.branches, branch, name)
    this.#of = []
    this.#host.requestUpdate()
  }

  get branches(): Branches {
    const player = this.#playback()
    if (player === null) return noBranches
    const { state, forks, traces } = player
    return { names: this.#namesOf(state.run), forks, traces }
  }

  #namesOf({ trace, branches }: RunState): ReadonlyMap<string, string> {
    const given = this.#host.state.names
    if (branches !== this.#of || given !== this.#given) {
      this.#of = branches
      this.#given = given
      const earlier = this.#names.of(runOf(trace), branches)
      this.#known = new Map([...earlier, ...Object.entries(given)])
    }
    return this.#known
  }
}
