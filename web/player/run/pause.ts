import { observeReturn } from './page-lifecycle.ts'

/** What ends a pause before its time. */
interface PauseOptions {
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal
  /** Ends it when the page is shown again, or its network is back. */
  readonly untilReturn?: boolean
}

/**
 * Waits, up to a quarter longer than asked for, so that pages that lost one server do not all come back to
 * it at once; `Infinity` waits for what ends the pause.
 *
 * @returns whether it ended before its time
 */
export const pause = (
  milliseconds: number,
  { signal, untilReturn = false }: PauseOptions = {},
): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(true)
      return
    }
    const ending = new AbortController()
    const end = (isEarly: boolean): void => {
      ending.abort()
      clearTimeout(timer)
      resolve(isEarly)
    }
    const timer = Number.isFinite(milliseconds)
      ? setTimeout(end, milliseconds * (1 + Math.random() / 4), false)
      : undefined
    signal?.addEventListener('abort', () => end(true), { signal: ending.signal })
    if (untilReturn) observeReturn(() => end(true), ending.signal)
  })
