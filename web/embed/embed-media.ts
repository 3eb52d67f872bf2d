import { warn } from './problems.ts'

/** What a player is asked to do, by the name that it has across frames. */
export type PlayerMethod = 'play' | 'pause' | 'next' | 'prev' | 'seek' | 'setPlaybackRate'

/** The names of `<video>` for an element whose player may be here, or in a frame, or not there yet. */
export abstract class EmbedMedia extends HTMLElement {
  /** How the player stands; a `MediaState`, or less. */
  protected abstract get media(): Readonly<Record<string, unknown>>

  /** Calls the player as soon as there is one; rejects with the sentence of `error` when none comes. */
  protected abstract call(method: PlayerMethod, ...args: readonly unknown[]): Promise<unknown>

  get currentStep(): number {
    return Number(this.media['currentStep'] ?? 0)
  }

  set currentStep(step: number) {
    this.seek(step).catch(({ message }: Error) => warn(message))
  }

  get stepCount(): number {
    return Number(this.media['stepCount'] ?? 0)
  }

  get paused(): boolean {
    return this.media['paused'] !== false
  }

  get playbackRate(): number {
    return Number(this.media['playbackRate'] ?? 1)
  }

  set playbackRate(rate: number) {
    this.call('setPlaybackRate', rate).catch(({ message }: Error) => warn(message))
  }

  play(): Promise<unknown> {
    return this.call('play')
  }

  pause(): Promise<unknown> {
    return this.call('pause')
  }

  next(): Promise<unknown> {
    return this.call('next')
  }

  prev(): Promise<unknown> {
    return this.call('prev')
  }

  /** To a number, a share (`'50%'`), `{ step: id }` or `{ marker: phase }`; false when there is none. */
  seek(target: unknown): Promise<unknown> {
    return this.call('seek', target)
  }
}
