import { pause } from './pause.ts'

/** Milliseconds before further looks; after the last one only the learner tries again. */
export const slowDelays = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000]

/** The same for a run that goes on in its page: nobody waits for these. */
export const returnDelays = [10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000]

/** Milliseconds from the return of the network or of the learner to a look: other pages return, too. */
const afterReturn = 2_000

/**
 * Looks after each of these times until it is enough.
 *
 * @param look true when nothing more is to be looked for
 * @returns false when it was never enough
 */
export const lookAgain = async (
  delays: readonly number[],
  look: () => Promise<boolean>,
): Promise<boolean> => {
  for (const delay of delays) {
    await pause(delay)
    if (await look()) return true
  }
  return false
}

/**
 * The same for who is not waited for: it looks besides, and from the first time on again, when the network
 * is back or the page is shown again.
 *
 * @param signal aborted when nothing is to be looked for any more
 */
export const lookAgainFromPage = async (
  delays: readonly number[],
  look: () => Promise<boolean>,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> => {
  for (let next = 0; !signal.aborted;) {
    const isReturn = await pause(delays[next] ?? Infinity, { signal, untilReturn: true })
    if (isReturn) await pause(afterReturn, { signal })
    next = isReturn ? 0 : next + 1
    if (signal.aborted || (await look())) return
  }
}
