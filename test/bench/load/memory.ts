import { setTimeout as sleep } from 'node:timers/promises'
import { startDriver } from './driver.ts'
import { loadAverage } from './machine.ts'
import type { ProbeFigures } from './probe.ts'
import type { Side } from './protocol.ts'
import { startProbed } from './server.ts'

interface MemoryOptions {
  readonly runs: number
  /** Those who load their pages again and again. */
  readonly learners: number
  /** Seconds in which what was left comes to rest. */
  readonly rest: number
}

/** Tours before anything is counted, and tours after which the memory is looked at. */
const warmUp = 30
const tours = 1000

/** How often a learner loads the page. */
const reloads = 100

const heapAndRss = ({ heap, rss }: ProbeFigures): string =>
  `${(heap / 1e6).toFixed(1)} / ${Math.round(rss / 1e6)}`

/** What runs of a checkout's server hold, and what they leave behind. */
export const memoryOf = async (
  side: Side,
  directory: string,
  { runs, learners, rest }: MemoryOptions,
): Promise<Record<string, string | number>> => {
  const rows: Record<string, string | number> = {}
  const measure = async (
    work: (
      driver: ReturnType<typeof startDriver>,
      memory: (row: string) => Promise<ProbeFigures>,
    ) => Promise<void>,
  ): Promise<void> => {
    const server = await startProbed(directory)
    const driver = startDriver(side, server.url)
    const memory = async (row: string): Promise<ProbeFigures> => {
      await sleep(rest * 1000)
      const figures = await server.probe({ collect: true, reset: true })
      rows[`${row}: heap / resident, MB`] = heapAndRss(figures)
      process.stderr.write(`${side}, ${row}: ${heapAndRss(figures)} MB\n`)
      return figures
    }
    try {
      await driver.run({ do: 'tours', count: warmUp })
      await work(driver, memory)
    } finally {
      driver.stop()
      await server.stop()
    }
  }
  rows['load average at the start'] = loadAverage()
  await measure(async (driver, memory) => {
    const before = await memory('before runs at rest')
    const { opened, refused } = await driver.run({ do: 'fill', count: runs })
    const after = await memory(`${runs} toured runs at rest`)
    rows['… opened, refused'] = `${opened}, ${refused}`
    rows['… heap of each, kB'] = ((after.heap - before.heap) / 1000 / opened).toFixed(1)
    const { asked, there } = await driver.run({ do: 'look' })
    rows['… found again'] = `${there} of ${asked}`
  })
  await measure(async (driver, memory) => {
    await memory('before the reloads')
    const { opened, refused } = await driver.run({ do: 'reload', learners, times: reloads })
    await memory(`${learners} learners reloaded ${reloads} times`)
    rows['… opened, refused (reloads)'] = `${opened}, ${refused}`
    const { asked, there } = await driver.run({ do: 'look' })
    rows['… runs that are left'] = `${there} of ${asked}`
  })
  await measure(async (driver, memory) => {
    await memory('before the tours')
    await driver.run({ do: 'tours', count: tours })
    await memory(`after ${tours} tours`)
  })
  return rows
}
