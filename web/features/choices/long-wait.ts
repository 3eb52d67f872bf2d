import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Milliseconds of waiting of which nothing is said: most answers are there sooner. */
const patience = 700

/** Counts the seconds of a wait that takes long, and lets its host say so. */
export class LongWait implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #since: number | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** Whole seconds so far; null while nobody waits, or not for long. */
  get seconds(): number | null {
    if (this.#since === null) return null
    const elapsed = performance.now() - this.#since
    return elapsed < patience ? null : Math.floor(elapsed / 1000)
  }

  /** To be told whether something is waited for. */
  follow(isWaiting: boolean): void {
    if (isWaiting === (this.#since !== null)) return
    clearInterval(this.#timer)
    this.#since = isWaiting ? performance.now() : null
    if (isWaiting) this.#timer = setInterval(() => this.#host.requestUpdate(), patience)
  }

  hostDisconnected(): void {
    this.follow(false)
  }
}
