import { startDriver } from './driver.ts'
import { slopeOf } from '../statistics.ts'
import { startProbed } from './server.ts'

interface SoakOptions {
  readonly minutes: number
  readonly learners: number
  readonly interval: number
  readonly pause: number
}

/** Tours before anything is counted. */
const warmUp = 30

/** Minutes at the beginning, in which code becomes quick and what was for that is let go. */
const settling = 3

/** Fewer minutes after these say nothing of a slope. */
const fewest = 5

/** Kilobytes a minute that are taken for no growth: 3 MB an hour. */
const negligible = 50

const verdictOf = (kilobytes: readonly number[]): string => {
  const settled = kilobytes.slice(settling)
  if (settled.length < fewest)
    return `${settled.length} minutes after the first ${settling} say nothing of growth; ${fewest} are needed.`
  const { slope, error } = slopeOf(settled)
  const told = `${slope.toFixed(1)} kB a minute after the first ${settling}, give or take ${(2 * error).toFixed(1)}`
  if (slope + 2 * error <= negligible) return `The heap does not grow: ${told}.`
  return slope - 2 * error > 0
    ? `The heap grows: ${told}.`
    : `Whether the heap grows cannot be told yet: ${told}. A longer soak tells.`
}

/** Does something each minute until it is told to end; never resolves, and rejects when it fails. */
const everyMinute = (work: () => Promise<void>, ended: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const timer = setInterval(() => void work().catch(reject), 60_000)
    ended.addEventListener('abort', () => clearInterval(timer))
  })

/**
 * A steady load for some minutes. After each the heap that is left when garbage is collected, which
 * holds the runs that are under way just then; at the end whether it grows.
 */
export const soak = async (
  directory: string,
  { minutes, ...options }: SoakOptions,
): Promise<void> => {
  const server = await startProbed('now', directory)
  const driver = startDriver('now', server.url)
  const heaps: number[] = []
  try {
    await driver.run({ do: 'tours', count: warmUp })
    const loading = driver.run({ do: 'load', ...options, seconds: minutes * 60 })
    const look = async (): Promise<void> => {
      const { heap, rss, highestRss } = await server.probe({ collect: true, reset: true })
      heaps.push(heap / 1000)
      console.log(
        `minute ${heaps.length}: heap ${(heap / 1e6).toFixed(1)} MB, resident ${Math.round(rss / 1e6)} MB, at most ${Math.round(highestRss / 1e6)} MB`,
      )
    }
    const ended = new AbortController()
    const { offered, done, refused, broken, late, notBegun } = await Promise.race([
      loading,
      everyMinute(look, ended.signal),
    ]).finally(() => ended.abort())
    console.log(
      `${done} of ${offered} tours done; ${refused} refused, ${broken} broken, ${late} late, ${notBegun} never begun.`,
    )
    console.log(verdictOf(heaps))
  } finally {
    driver.stop()
    await server.stop()
  }
}
