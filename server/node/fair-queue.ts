/** How much work a queue takes on. */
export interface QueueBounds {
  /** Pieces of work that are done at a time. */
  readonly atOnce: number
  /** Pieces that wait for one client. */
  readonly perClient: number
  /** Pieces that wait, over all clients. */
  readonly overall: number
  /** Milliseconds that a piece may be expected to wait. */
  readonly longest: number
}

/** What became of a piece of work. */
export type Taken<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** It was not begun, since too much waits; `seconds` until it is worth while to ask again. */
  | { readonly kind: 'refused'; readonly seconds: number }
  /** It was not begun, since whoever asked for it had left before its turn. */
  | { readonly kind: 'left' }

/** Work for many clients that shares one processor. */
export interface FairQueue {
  /**
   * Does a piece of work when it is this client's turn, or refuses it at once.
   *
   * @param client whose work it is; clients take turns, however much each of them asks for
   * @param signal aborted when nobody wants the work any more; what has begun goes on
   * @throws what the work throws
   */
  take<T>(client: string, work: () => Promise<T>, signal?: AbortSignal): Promise<Taken<T>>
  /** How many pieces wait. */
  readonly waiting: () => number
}

/** One piece of work that waits; `begin` tells when it is over. */
type Begin = () => Promise<void>

/** How much the latest piece of work counts in the expected time of one. */
const weight = 0.1

/**
 * A queue in which clients take turns (round robin).
 *
 * @param now milliseconds on any clock that does not jump; how long work takes is measured with it
 */
export const createFairQueue = (bounds: QueueBounds, now: () => number): FairQueue => {
  /** What waits, by client; the first client is the next to have a turn. */
  const lines = new Map<string, Set<Begin>>()
  let waiting = 0
  let busy = 0
  /** Milliseconds that a piece of work takes, as seen lately. */
  let usual = 0

  const remove = (client: string, begin: Begin): void => {
    const line = lines.get(client)
    if (line?.delete(begin) !== true) return
    waiting -= 1
    if (line.size === 0) lines.delete(client)
  }

  const next = (): void => {
    while (busy < bounds.atOnce) {
      const [[client, line] = []] = lines
      const [begin] = line ?? []
      if (client === undefined || line === undefined || begin === undefined) return
      remove(client, begin)
      // Whoever had a turn goes to the end.
      if (lines.delete(client)) lines.set(client, line)
      busy += 1
      const start = now()
      void begin().finally(() => {
        busy -= 1
        const took = now() - start
        usual = usual === 0 ? took : usual + weight * (took - usual)
        // Work may be one long breath: between two, answers go out and it is heard who has left.
        setImmediate(next)
      })
    }
  }

  /** Milliseconds until a new piece of a client is expected to begin: each other one goes on by turns until then. */
  const expected = (own: number): number => {
    let before = busy < bounds.atOnce ? 0 : 1
    for (const line of lines.values()) before += Math.min(line.size, own + 1)
    return (before * usual) / bounds.atOnce
  }

  return {
    waiting: () => waiting,
    take: (client, work, signal) => {
      const own = lines.get(client)?.size ?? 0
      const wait = expected(own)
      if (own >= bounds.perClient || waiting >= bounds.overall || wait > bounds.longest)
        return Promise.resolve({ kind: 'refused', seconds: Math.max(1, Math.ceil(wait / 1000)) })
      if (signal?.aborted === true) return Promise.resolve({ kind: 'left' })
      return new Promise((resolve, reject) => {
        const onLeave = (): void => {
          remove(client, begin)
          resolve({ kind: 'left' })
        }
        const begin = async (): Promise<void> => {
          signal?.removeEventListener('abort', onLeave)
          try {
            resolve({ kind: 'done', value: await work() })
          } catch (error) {
            reject(error)
          }
        }
        signal?.addEventListener('abort', onLeave, { once: true })
        const line = lines.get(client) ?? new Set()
        lines.set(client, line.add(begin))
        waiting += 1
        next()
      })
    },
  }
}
