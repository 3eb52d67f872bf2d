/** Work done one after the other, with a bounded waiting line. */
export interface Turns {
  /** Does the work when its turn comes; undefined, at once, when too many wait already. */
  take<T>(work: () => Promise<T>): Promise<T> | undefined
  /** Nothing is at work or waits. */
  readonly isIdle: boolean
}

/** Turns for one run: at most `most` commands at work or waiting. */
export const createTurns = (most: number): Turns => {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    get isIdle() {
      return waiting === 0
    },
    take: (work) => {
      if (waiting >= most) return undefined
      waiting += 1
      const turn = last.then(work).finally(() => {
        waiting -= 1
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
