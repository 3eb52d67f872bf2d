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

/** Fewer minutes say nothing of a slope. */
const fewest = 5

/** Kilobytes a minute that are taken for no growth: less than 60 MB in a thousand hours. */
const negligible = 1

const verdictOf = (kilobytes: readonly number[]): string => {
  if (kilobytes.length < fewest) return `Fewer than ${fewest} minutes say nothing of growth.`
  const { slope, error } = slopeOf(kilobytes)
  const told = `${slope.toFixed(1)} kB a minute, give or take ${(2 * error).toFixed(1)}`
  return slope - 2 * error > negligible
    ? `The heap grows: ${told}.`
    : `The heap does not grow: ${told}.`
}

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
    const timer = setInterval(() => void look(), 60_000)
    const { offered, done, refused, broken, late, notBegun } = await loading
    clearInterval(timer)
    console.log(
      `${done} of ${offered} tours done; ${refused} refused, ${broken} broken, ${late} late, ${notBegun} never begun.`,
    )
    console.log(verdictOf(heaps))
  } finally {
    driver.stop()
    await server.stop()
  }
}
