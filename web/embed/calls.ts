import type { Heard } from './host.ts'

/** A call as the frame reads it. */
interface PlayerCall {
  readonly method: string
  readonly args: readonly unknown[]
  readonly id: number
}

interface Waiting {
  readonly call: PlayerCall
  readonly resolve: (result: unknown) => void
  readonly reject: (problem: Error) => void
}

/** Calls to the player in a frame: kept until it is ready, and refused when none comes. */
export class Calls {
  #post: ((call: PlayerCall) => void) | null = null
  #count = 0
  readonly #waiting = new Map<unknown, Waiting>()

  /** @throws TypeError for what the player cannot take; Error when there will be no player */
  make(method: string, args: readonly unknown[]): Promise<unknown> {
    this.#count += 1
    const call = { method, args, id: this.#count }
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.id, { call, resolve, reject })
      this.#post?.(call)
    })
  }

  /** From now on calls arrive; those that were kept do now. */
  open(post: (call: PlayerCall) => void): void {
    this.#post = post
    for (const { call } of this.#waiting.values()) post(call)
  }

  answer({ id, problem, result }: Heard): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (typeof problem === 'string') waiting?.reject(new TypeError(problem))
    else waiting?.resolve(result)
  }

  /** Ends every call, and keeps new ones until there is a player again. */
  refuse(problem: string): void {
    this.#post = null
    for (const { reject } of this.#waiting.values()) reject(new Error(problem))
    this.#waiting.clear()
  }
}
