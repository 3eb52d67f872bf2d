import { LitElement } from 'lit'
import { goTo } from './navigate.ts'
import type { Playback } from './playback.ts'
import type { LabRun } from './run-controller.ts'
import {
  eventsBetween,
  mediaNothing,
  mediaStateOf,
  readRate,
  readTarget,
  type MediaEvent,
  type MediaState,
  type SeekTarget,
} from './media.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { sameJson } from '../../scenarios/model/json.ts'

/**
 * An element that plays, with the names that `<video>` has taught everybody. Before a run is open
 * its methods wait for it, and reject with the reason when none can be opened.
 *
 * @fires ready - a run is open
 * @fires play - it plays by itself from now on
 * @fires pause - it does not any more
 * @fires ended - it has played to the end
 * @fires stepchange - another message is shown
 * @fires marker - that message belongs to another phase than the one before
 * @fires error - something went wrong; `detail.message` is a sentence for a person
 */
export abstract class MediaElement extends LitElement {
  /** The speed to begin with; `playbackRate` is the speed now. */
  declare speed: number
  #state: MediaState = mediaNothing
  #isReady = false
  #problem: Text | null = null

  /** What plays; null while there is no run. */
  protected abstract get player(): Playback | null

  /** A problem in a sentence for a person. */
  protected abstract sayProblem(problem: Text): string

  /** Messages shown; setting it seeks. */
  get currentStep(): number {
    return this.#state.currentStep
  }

  set currentStep(step: number) {
    void this.seek(step)
  }

  /** Messages sent and planned. */
  get stepCount(): number {
    return this.#state.stepCount
  }

  get paused(): boolean {
    return this.#state.paused
  }

  /** 1 is normal. What is set is taken to the nearest speed that there is. */
  get playbackRate(): number {
    return this.player?.state.speed ?? this.speed
  }

  set playbackRate(rate: number) {
    this.speed = readRate(rate)
    this.player?.setSpeed(this.speed)
  }

  /** Everything that the events tell. */
  get mediaState(): MediaState {
    return this.#state
  }

  async play(): Promise<void> {
    const player = await this.#opened()
    player.play()
  }

  async pause(): Promise<void> {
    const player = await this.#opened()
    player.pause()
  }

  /** One message on; makes it happen when it has not yet. */
  async next(): Promise<void> {
    const player = await this.#opened()
    await player.forward()
  }

  async prev(): Promise<void> {
    const player = await this.#opened()
    player.back()
  }

  /**
   * Shows another message, paused; makes those before it happen when they have not yet.
   *
   * @returns false when the run has no such message
   * @throws TypeError for what is no seek target
   */
  async seek(target: SeekTarget): Promise<boolean> {
    const player = await this.#opened()
    const to = readTarget(target, mediaStateOf(player.state).stepCount)
    if (typeof to === 'string') return goTo(player, to)
    await player.seek(to)
    return true
  }

  /** To be called whenever the run has changed: tells it to the page. */
  protected tellMedia(run: LabRun): void {
    if (run.kind === 'open') this.#tellOpen(run.playback)
    else {
      this.#isReady = false
      this.#state = mediaNothing
      this.#tellProblem(run.kind === 'failed' ? run.problem : null)
    }
  }

  #tellOpen(playback: Playback['state']): void {
    const before = this.#state
    this.#state = mediaStateOf(playback)
    if (!this.#isReady) {
      this.#isReady = true
      this.#fire('ready')
    }
    for (const event of eventsBetween(before, this.#state)) this.#fire(event)
    this.#tellProblem(playback.problem)
  }

  #tellProblem(problem: Text | null): void {
    if (sameJson(problem, this.#problem)) return
    this.#problem = problem
    if (problem !== null) this.#fire('error', { message: this.sayProblem(problem) })
  }

  #fire(type: MediaEvent, more: object = {}): void {
    const detail = { ...this.#state, ...more }
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  async #opened(): Promise<Playback> {
    while (this.player === null) {
      if (this.#problem !== null) throw new Error(this.sayProblem(this.#problem))
      const heard = new AbortController()
      await new Promise((resolve) => {
        for (const type of ['ready', 'error'])
          this.addEventListener(type, resolve, { signal: heard.signal })
      })
      heard.abort()
    }
    return this.player
  }
}
