import type { Run } from '../scenarios/vocabulary.ts'
import { Playback, type PlaybackState } from './playback.ts'
import type { OpenOptions, OpenRun, Place, Trouble } from './run/open.ts'

/** A run is there and can be played. */
export interface OpenSession {
  readonly kind: 'open'
  readonly playback: PlaybackState
  readonly place: Place
  readonly trouble: Trouble | null
  /** Why the run left the server and goes on in this page; null when it did not. */
  readonly moved: Trouble | null
}

/** How it stands with the run that a page shows. */
export type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly problem: string }
  | OpenSession

interface Open {
  readonly run: Run
  readonly place: Place
  readonly playback: Playback
}

/** Milliseconds that a silent server is waited for before the run goes on elsewhere. */
const grace = 1500

/**
 * One run on one page: opens it, plays it, and when it is lost keeps showing what there was and
 * makes it again, because the same seed and events give the same trace.
 */
export class Session {
  readonly #open: OpenRun
  readonly #changed: (state: SessionState) => void
  readonly #elsewhere: OpenRun | null
  #current: Open | null = null
  #trouble: Trouble | null = null
  #moved: Trouble | null = null
  #leaving: ReturnType<typeof setTimeout> | undefined
  #problem: string | null = null
  #asked: OpenOptions | null = null
  /** Counts openings; a late answer to an old one is dropped. */
  #opening = 0

  /** `elsewhere` opens the run when its server has gone; without it the run stays lost. */
  constructor(
    open: OpenRun,
    changed: (state: SessionState) => void,
    elsewhere: OpenRun | null = null,
  ) {
    this.#open = open
    this.#changed = changed
    this.#elsewhere = elsewhere
  }

  /** See `Playback.gate`; holds for every playback of this session. */
  gate: (next: number) => boolean = () => false

  get state(): SessionState {
    if (this.#problem !== null) return { kind: 'failed', problem: this.#problem }
    if (this.#current === null) return { kind: 'opening' }
    const { playback, place } = this.#current
    const [trouble, moved] = [this.#trouble, this.#moved]
    return { kind: 'open', playback: playback.state, place, trouble, moved }
  }

  /** null until a run is open. */
  get playback(): Playback | null {
    return this.#current?.playback ?? null
  }

  /** Opens a run in place of the one before; true when it is there. */
  async open(options: OpenOptions): Promise<boolean> {
    this.close()
    const mine = this.#opening
    this.#asked = options
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
  async again(open: OpenRun = this.#open): Promise<void> {
    const lost = this.#current
    if (lost === null) return
    clearTimeout(this.#leaving)
    const { trace } = lost.playback.state.run
    const { cursor, speed } = lost.playback.state
    this.#opening += 1
    const mine = this.#opening
    try {
      const { workflow, lesson, seed, profile } = trace
      const { defences = {} } = this.#asked ?? {}
      const options = { workflow, lesson, seed, profile, defences }
      const { run, place } = await open(options, (trouble) => {
        if (mine === this.#opening) this.#meet(trouble)
      })
      for (const event of trace.events) {
        run.seek(run.state.trace.messages.length)
        const result = await run.send(event)
        if (!result.ok) break
      }
      if (mine !== this.#opening) return run.close()
      run.seek(cursor)
      lost.playback.dispose()
      lost.run.close()
      this.#moved = lost.place === 'server' && place === 'page' ? this.#trouble : null
      this.#trouble = null
      this.#take(run, place)
      this.playback?.setSpeed(speed)
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'The run could not start.'
      this.#meet({ problem, gone: true })
    }
  }

  /** Ends the run. */
  close(): void {
    this.#opening += 1
    clearTimeout(this.#leaving)
    this.#current?.playback.dispose()
    this.#current?.run.close()
    this.#current = null
    this.#trouble = null
    this.#moved = null
    this.#problem = null
  }

  /** The news that the run has moved has been read. */
  acknowledge(): void {
    this.#moved = null
    this.#tell()
  }

  #take(run: Run, place: Place): void {
    const playback = new Playback(run, () => this.#tell())
    playback.gate = (next) => this.gate(next)
    this.#current = { run, place, playback }
    this.#tell()
  }

  #meet(trouble: Trouble | null): void {
    if (this.#trouble?.gone === true && trouble !== null && !trouble.gone) return
    this.#trouble = trouble
    clearTimeout(this.#leaving)
    if (trouble !== null) this.#leave(trouble)
    this.#tell()
  }

  /** Goes on elsewhere when the server stays away; only a stand-in's run can be made anew there. */
  #leave(trouble: Trouble): void {
    const elsewhere = this.#elsewhere
    const { place, playback } = this.#current ?? {}
    if (elsewhere === null || place !== 'server' || playback === undefined) return
    if (playback.state.run.trace.fusionauth.kind !== 'stand-in') return
    const { playing } = playback.state
    this.#leaving = setTimeout(
      () => {
        void this.again(elsewhere).then(() => {
          if (playing && this.#trouble === null) this.playback?.play()
        })
      },
      trouble.gone ? 0 : grace,
    )
  }

  #tell(): void {
    this.#changed(this.state)
  }
}
