/** Whoever was stopped at the gate, and a way to let them go on. */
interface Racer {
  readonly done: Promise<unknown>
  release(): void
}

/**
 * A gate on the back channel. It makes "at once" mean one thing every time: two go as far as their
 * application's question to FusionAuth, which is on its way but has not arrived; then the first goes on
 * to its end, and after it the second.
 */
export interface Gate {
  /** What a back-channel request waits for before it arrives; null when it may go on. */
  readonly hold: () => Promise<void> | null
  /** Somebody waits for another's answer without asking anybody: they are as far as they get. */
  readonly waits: () => void
  readonly atOnce: (
    one: () => Promise<unknown>,
    other: () => Promise<unknown>,
  ) => Promise<readonly [unknown, unknown]>
}

/** Name of the self message of an application whose request waits for the answer to another's. */
export const waitsForRefresh = 'wait-for-refresh'

const nothing = (): void => undefined

export const createGate = (): Gate => {
  /** Told of the first that comes to the gate, or waits elsewhere, while somebody sets out. */
  let watch: ((release: () => void) => void) | null = null

  const begin = async (run: () => Promise<unknown>): Promise<Racer> => {
    const stopped = new Promise<() => void>((resolve) => {
      watch = resolve
    })
    const done = run()
    const ended = done.then(
      () => nothing,
      () => nothing,
    )
    const release = await Promise.race([stopped, ended])
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
    atOnce: async (one, other) => {
      const first = await begin(one)
      const second = await begin(other)
      first.release()
      const result = await first.done.finally(() => second.release())
      return [result, await second.done]
    },
  }
}
