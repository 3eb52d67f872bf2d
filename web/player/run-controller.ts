import type { PlaybackState } from './playback-state.ts'
import { Playback } from './playback.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { OpenedRun, OpenRun, RunStatus } from './run/status.ts'
import { reasonOf } from '../../scenarios/model/text-error.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** A run is there and can be played. */
export interface OpenLabRun extends RunStatus {
  readonly kind: 'open'
  readonly playback: PlaybackState
}

/** How it stands with the run that a page shows. */
export type LabRun =
  /** None is wanted. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly problem: Text }
  | OpenLabRun

interface Open {
  readonly opened: OpenedRun
  readonly status: RunStatus
  readonly playback: Playback
}

/** One run on one page: opens it, plays it, and tells how it stands with it. */
export class RunController {
  readonly #open: OpenRun
  readonly #changed: (state: LabRun) => void
  #current: Open | null = null
  #problem: Text | null = null
  /** Counts openings; a late answer to an old one is dropped. */
  #opening = 0

  constructor(open: OpenRun, changed: (state: LabRun) => void) {
    this.#open = open
    this.#changed = changed
  }

  /** See `Playback.gate`. */
  gate: (next: number) => boolean = () => false

  get state(): LabRun {
    if (this.#problem !== null) return { kind: 'failed', problem: this.#problem }
    if (this.#current === null) return { kind: 'opening' }
    const { playback, status } = this.#current
    return { kind: 'open', playback: playback.state, ...status }
  }

  /** null until a run is open. */
  get playback(): Playback | null {
    return this.#current?.playback ?? null
  }

  /** Opens a run in place of the one before; true when it is there. */
  async open(options: RunRequest): Promise<boolean> {
    this.close()
    const mine = this.#opening
    this.#tell()
    try {
      const opened = await this.#open(options, (status) => {
        if (mine !== this.#opening) return
        const had = this.#current?.status.trouble ?? null
        if (had !== null && status.trouble === null) this.#current?.playback.forgive()
        this.#become({ status })
      })
      if (mine !== this.#opening) {
        opened.run.close()
        return false
      }
      this.#take(opened)
      return true
    } catch (error) {
      if (mine !== this.#opening) return false
      this.#problem = reasonOf(error, textOf('problem.not-started'))
      this.#tell()
      return false
    }
  }

  /** Tries at once to get a lost run back. */
  async retry(): Promise<void> {
    await this.#current?.opened.retry?.()
  }

  /** Ends the run. */
  close(): void {
    this.#opening += 1
    this.#current?.playback.dispose()
    this.#current?.opened.run.close()
    this.#current = null
    this.#problem = null
  }

  /** The news that the run has moved has been read. */
  acknowledge(): void {
    const status = this.#current?.status
    if (status !== undefined) this.#become({ status: { ...status, moved: null } })
  }

  #take(opened: OpenedRun): void {
    const { run, place } = opened
    const playback = new Playback(run, () => this.#tell())
    playback.gate = (next) => this.gate(next)
    this.#current = { opened, playback, status: { place, trouble: null, moved: null } }
    this.#tell()
  }

  #become(change: Pick<Open, 'status'>): void {
    if (this.#current === null) return
    this.#current = { ...this.#current, ...change }
    this.#tell()
  }

  #tell(): void {
    this.#changed(this.state)
  }
}
