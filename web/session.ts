import type { Run } from '../scenarios/vocabulary.ts'
import { Playback, type PlaybackState } from './playback.ts'
import type { OpenOptions, OpenRun, Place, Trouble } from './run/open.ts'

/** How it stands with the run that a page shows. */
export type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly problem: string }
  | {
      readonly kind: 'open'
      readonly playback: PlaybackState
      readonly place: Place
      readonly trouble: Trouble | null
    }

interface Open {
  readonly run: Run
  readonly place: Place
  readonly playback: Playback
}

/**
 * One run on one page: opens it, plays it, and when it is lost keeps showing what there was and can
 * make it again, because the same seed and events give the same trace.
 */
export class Session {
  readonly #open: OpenRun
  readonly #changed: (state: SessionState) => void
  #current: Open | null = null
  #trouble: Trouble | null = null
  #problem: string | null = null
  /** Counts openings; a late answer to an old one is dropped. */
  #opening = 0

  constructor(open: OpenRun, changed: (state: SessionState) => void) {
    this.#open = open
    this.#changed = changed
  }

  get state(): SessionState {
    if (this.#problem !== null) return { kind: 'failed', problem: this.#problem }
    if (this.#current === null) return { kind: 'opening' }
    const { playback, place } = this.#current
    return { kind: 'open', playback: playback.state, place, trouble: this.#trouble }
  }

  /** null until a run is open. */
  get playback(): Playback | null {
    return this.#current?.playback ?? null
  }

  /** Opens a run in place of the one before; true when it is there. */
  async open(options: OpenOptions): Promise<boolean> {
    this.close()
    const mine = this.#opening
    this.#tell()
    try {
      const opened = await this.#open(options, (trouble) => {
        if (mine === this.#opening) this.#meet(trouble)
      })
      if (mine !== this.#opening) {
        opened.run.close()
        return false
      }
      this.#take(opened.run, opened.place)
      return true
    } catch (error) {
      if (mine !== this.#opening) return false
      this.#problem = error instanceof Error ? error.message : 'The run could not start.'
      this.#tell()
      return false
    }
  }

  /** Opens the lost run anew, does again what was done, and comes back to the same message. */
  async again(): Promise<void> {
    const lost = this.#current
    if (lost === null) return
    const { trace } = lost.playback.state.run
    const { cursor } = lost.playback.state
    this.#opening += 1
    const mine = this.#opening
    try {
      const { workflow, lesson, seed, profile } = trace
      const options = { workflow, lesson, seed, profile }
      const { run, place } = await this.#open(options, (trouble) => {
        if (mine === this.#opening) this.#meet(trouble)
      })
      for (const event of trace.events) {
        run.seek(run.state.trace.messages.length)
        const result = await run.send(event)
        if (!result.ok) break
      }
      run.seek(cursor)
      lost.playback.dispose()
      lost.run.close()
      this.#trouble = null
      this.#take(run, place)
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'The run could not start.'
      this.#meet({ problem, gone: true })
    }
  }

  /** Ends the run. */
  close(): void {
    this.#opening += 1
    this.#current?.playback.dispose()
    this.#current?.run.close()
    this.#current = null
    this.#trouble = null
    this.#problem = null
  }

  #take(run: Run, place: Place): void {
    const playback = new Playback(run, () => this.#tell())
    this.#current = { run, place, playback }
    this.#tell()
  }

  #meet(trouble: Trouble | null): void {
    if (this.#trouble?.gone === true && trouble !== null && !trouble.gone) return
    this.#trouble = trouble
    this.#tell()
  }

  #tell(): void {
    this.#changed(this.state)
  }
}
