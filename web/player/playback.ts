import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Run, RunState } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { chapterFrom } from './chapters.ts'
import type { Cause, PlaybackState } from './playback-state.ts'
import { decisionPointAt } from './decision-point.ts'
import { RunQueue } from './run-queue.ts'
import { pace, stillness } from './pace.ts'

/**
 * Plays a run: moves a cursor over the messages, and at the end sends what the lesson does next.
 * Playing, stepping and jumping ahead are one thing: showing arrows that are there, making those
 * that are not.
 */
export class Playback {
  readonly #run: Run
  readonly #changed: (state: PlaybackState) => void
  readonly #unsubscribe: () => void
  readonly #queue: RunQueue
  #state: PlaybackState
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Playing stops here; null plays on to the end of the lesson. */
  #until: number | null = null
  /** Counts the learner's moves; a long move ends when a newer one begins. */
  #move = 0
  /** Counts the moves to a place of the learner's choice: a step that was on its way then is not shown. */
  #sought = 0
  readonly #traces = new Map<string, Trace>()

  /** Asked before a message is shown for the next step; true keeps the player where it is. */
  gate: (next: number) => boolean = () => false

  constructor(run: Run, changed: (state: PlaybackState) => void) {
    this.#run = run
    this.#changed = changed
    this.#state = {
      run: run.state,
      cursor: 0,
      playing: false,
      speed: 1,
      waiting: false,
      problem: null,
      cause: 'opened',
    }
    this.#traces.set(run.state.branch, run.state.trace)
    this.#queue = new RunQueue(run, {
      run: () => this.#state.run,
      next: () => this.#next,
      absorb: (now) => this.#absorb(now),
      become: (change) => this.#become(change),
    })
    this.#unsubscribe = run.subscribe((state) => this.#absorb(state))
  }

  /** What was seen of each branch; a branch grows only while it is the one that is played. */
  get traces(): ReadonlyMap<string, Trace> {
    return this.#traces
  }

  /** Whether acting in the past opens a branch; a recording or a real FusionAuth cannot. */
  get forks(): boolean {
    return this.#run.fork !== undefined
  }

  get state(): PlaybackState {
    return this.#state
  }

  /** Stops timers and listening; the run stays open. */
  dispose(): void {
    clearTimeout(this.#timer)
    this.#unsubscribe()
  }

  play(until: number | null = null): void {
    this.#until = until
    const atEnd = this.#state.cursor === this.#length && this.#next === null
    if (atEnd) this.#show(0, 'played')
    this.#become({ playing: true, problem: null })
    this.#schedule(atEnd || this.#state.cursor === 0 ? 0 : this.#stillness())
  }

  /** Plays on to where playing was to stop. */
  resume(): void {
    this.play(this.#until)
  }

  pause(): void {
    clearTimeout(this.#timer)
    this.#move += 1
    this.#become({ playing: false })
  }

  toggle(): void {
    if (this.#state.playing) this.pause()
    else this.play()
  }

  /** What stood in the way is gone: it is told no longer. */
  forgive(): void {
    this.#become({ problem: null })
  }

  setSpeed(speed: number): void {
    this.#become({ speed })
  }

  /** One arrow on; makes it when it is not there yet. */
  async forward(): Promise<void> {
    this.pause()
    const sought = this.#sought
    await this.#queue.enqueue(async () => {
      await this.#advance('stepped', sought)
    })
  }

  back(): void {
    this.pause()
    this.#show(this.#state.cursor - 1, 'stepped')
  }

  /** Shows the first `k` arrows; makes those that are planned and not there yet. */
  async seek(k: number, cause: Cause = 'sought'): Promise<void> {
    this.#leave()
    const move = this.#move
    if (k <= this.#length) return this.#show(k, cause)
    // A real FusionAuth has arrows that no rehearsal has: whoever wants the end of the plan wants the end.
    const whole = this.#length + this.#state.run.plan.length
    const last = k === whole ? Number.POSITIVE_INFINITY : k
    await this.#queue.enqueue(async () => {
      const arrived = await this.#queue.until(() => move !== this.#move || this.#length >= last)
      if (arrived && move === this.#move) this.#show(last, cause)
    })
  }

  /** Shows the message with this id, making it if need be; false when there is none. */
  async goTo(id: string, cause: Cause = 'sought'): Promise<boolean> {
    const find = () => this.#messages.find((message) => message.id === id)?.n
    const there = find()
    if (there !== undefined) {
      await this.seek(there, cause)
      return true
    }
    const { plan } = this.#state.run
    if (plan.length > 0 && !plan.some((message) => message.id === id)) return false
    this.#leave()
    const move = this.#move
    await this.#queue.enqueue(async () => {
      await this.#queue.until(() => move !== this.#move || find() !== undefined)
      const found = find()
      if (found !== undefined && move === this.#move) this.#show(found, cause)
    })
    return find() !== undefined
  }

  /** To where the next chapter begins, or where this one (or the one before) began. */
  async chapter(direction: 1 | -1): Promise<void> {
    await this.seek(chapterFrom(this.#state.run, this.#state.cursor, direction), 'stepped')
  }

  /** Does something at the cursor, then plays what came of it. */
  async act(event: LabEvent, animate: boolean): Promise<void> {
    this.pause()
    await this.#queue.enqueue(async () => {
      const before = this.#state.cursor
      if (!(await this.#queue.send(event, before))) return
      const first = Math.min(before + 1, this.#length)
      this.#show(first, 'acted')
      if (animate && first < this.#length) this.play(this.#length)
    })
  }

  async switchTo(branch: string): Promise<void> {
    this.pause()
    await this.#queue.enqueue(() => this.#queue.switchTo(branch))
  }

  get #messages() {
    return this.#state.run.trace.messages
  }

  get #length(): number {
    return this.#messages.length
  }

  /** What the lesson does next at the end of what was sent. */
  get #next(): LabEvent | null {
    return decisionPointAt(this.#state.run, this.#length)?.next ?? null
  }

  #become(change: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...change }
    this.#changed(this.#state)
  }

  #absorb(run: RunState): void {
    const cursor = Math.min(this.#state.cursor, run.trace.messages.length)
    this.#traces.set(run.branch, run.trace)
    this.#become({ run, cursor })
  }

  #show(k: number, cause: Cause): void {
    const cursor = Math.max(0, Math.min(Math.trunc(k), this.#length))
    this.#become({ cursor, cause, problem: null })
  }

  #leave(): void {
    this.#sought += 1
    this.pause()
  }

  /** One arrow on; false at the end of the lesson, and when the learner has gone elsewhere meanwhile. */
  async #advance(cause: Cause, sought = this.#sought): Promise<boolean> {
    const next = this.#state.cursor + 1
    if (sought === this.#sought && this.#length < next)
      await this.#queue.until(() => this.#length >= next)
    if (this.#length < next || sought !== this.#sought || this.gate(next)) return false
    this.#show(next, cause)
    return true
  }

  #stillness(): number {
    return stillness / this.#state.speed
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    const move = this.#move
    this.#timer = setTimeout(() => {
      void this.#queue.enqueue(async () => {
        if (!this.#state.playing || move !== this.#move) return
        const went = await this.#advance('played')
        if (!this.#state.playing || move !== this.#move) return
        const over = this.#until !== null && this.#state.cursor >= this.#until
        if (went && !over) this.#schedule(this.#pause())
        else this.#become({ playing: false })
      })
    }, delay)
  }

  #pause(): number {
    const message = this.#messages[this.#state.cursor - 1]
    const { participants } = this.#state.run.trace
    const travel = message === undefined ? 0 : pace(message, participants)
    return (travel + stillness) / this.#state.speed
  }
}
