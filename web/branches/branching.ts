import type { BranchSummary, RunState } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { LoginLab } from '../components/login-lab.ts'
import { hear } from '../events.ts'
import type { Playback } from '../playback.ts'
import { BranchNames } from './names.ts'

const runOf = ({ workflow, lesson, seed, profile }: RunState['trace']): string =>
  [workflow, lesson, seed, profile].join(' ')

/** Takes the focus along when what has it goes away: from the comparison to the play button. */
const keepFocus = (lab: LoginLab): void => {
  if (lab.shadowRoot?.activeElement?.localName !== 'lab-compare') return
  void (async () => {
    // Who calls this changes the view next; the update that follows is the one to wait for.
    await Promise.resolve()
    await lab.updateComplete
    const controls = lab.shadowRoot?.querySelector('lab-controls')
    await controls?.updateComplete
    controls?.shadowRoot?.querySelector<HTMLElement>('.play')?.focus()
  })()
}

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

/** Names the branches of the run that a lab shows, and goes to their messages. */
export class Branching {
  readonly #playback: () => Playback | null
  readonly #names = new BranchNames()
  #of: readonly BranchSummary[] = []
  #known: ReadonlyMap<string, string> = new Map()

  constructor(lab: LoginLab, playback: () => Playback | null) {
    this.#playback = playback
    hear(lab, 'lab-branch-name', ({ branch, name }) => {
      const run = playback()?.state.run
      if (run === undefined) return
      this.#names.give(runOf(run.trace), run.branches, branch, name)
      this.#of = []
      lab.requestUpdate()
    })
    hear(lab, 'lab-view', (view) => {
      if (view === 'play') keepFocus(lab)
    })
    hear(lab, 'lab-visit', ({ branch, step }) => {
      const player = playback()
      if (player === null) return
      keepFocus(lab)
      lab.view = 'play'
      const isThere = player.state.run.branch === branch
      void (isThere ? Promise.resolve() : player.switchTo(branch)).then(() => lab.goTo(step))
    })
  }

  get branches(): Branches {
    const player = this.#playback()
    if (player === null) return noBranches
    const { state, forks, traces } = player
    return { names: this.#namesOf(state.run), forks, traces }
  }

  #namesOf({ trace, branches }: RunState): ReadonlyMap<string, string> {
    if (branches !== this.#of) {
      this.#of = branches
      this.#known = this.#names.of(runOf(trace), branches)
    }
    return this.#known
  }
}
