/** Whoever was stopped at the barrier, and a way to let them go on. */
interface Racer {
  readonly done: Promise<unknown>
  release(): void
}

/**
 * A barrier on the back channel. It makes "at once" mean one thing every time: two go as far as their
 * application's question to FusionAuth, which is on its way but has not arrived; then the first goes on
 * to its end, and after it the second. A question that only reads (GET) is no such question.
 */
export interface Barrier {
  /** What a back-channel request waits for before it arrives; null when it may go on. */
  readonly hold: () => Promise<void> | null
  /** Somebody waits for another's answer without asking anybody: they are as far as they get. */
  readonly waits: () => void
  /** What a tab waits for before it goes on elsewhere; null when it is its turn. */
  readonly turn: (tab: string) => Promise<unknown> | null
  /** `tab` is where the other is, if that has pages of its own to go on to. */
  readonly atOnce: (
    one: () => Promise<unknown>,
    other: () => Promise<unknown>,
    tab?: string,
  ) => Promise<readonly [unknown, unknown]>
}

/** Name of the self message of an application whose request waits for the answer to another's. */
export const waitsForRefresh = 'wait-for-refresh'

const nothing = (): void => undefined

/** Comes when something is over, however it ended. */
const ended = (done: Promise<unknown>): Promise<() => void> =>
  done.then(
    () => nothing,
    () => nothing,
  )

export const createBarrier = (): Barrier => {
  /** Told of the first that comes to the barrier, or waits elsewhere, while somebody sets out. */
  let watch: ((release: () => void) => void) | null = null
  /** Who came second, and whom they let go first. */
  let second: { readonly tab: string; readonly first: Promise<unknown> } | null = null

  const begin = async (run: () => Promise<unknown>): Promise<Racer> => {
    const stopped = new Promise<() => void>((resolve) => {
      watch = resolve
    })
    const done = run()
    const release = await Promise.race([stopped, ended(done)])
    watch = null
    return { done, release }
  }

  return {
    hold: () => {
      if (watch === null) return null
      const tell = watch
      watch = null
      return new Promise((resolve) => tell(resolve))
    },
    waits: () => watch?.(nothing),
    turn: (tab) => (watch === null && second?.tab === tab ? second.first : null),
    atOnce: async (one, other, tab = '') => {
      const first = await begin(one)
      second = { tab, first: ended(first.done) }
      const latter = await begin(other)
      first.release()
      try {
        const result = await first.done.finally(() => latter.release())
        return [result, await latter.done]
      } finally {
        second = null
      }
    },
  }
}
