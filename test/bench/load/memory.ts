import { setTimeout as sleep } from 'node:timers/promises'
import { startDriver } from './driver.ts'
import { loadAverage } from './machine.ts'
import type { ProbeFigures } from './probe.ts'
import type { Side } from './protocol.ts'
import { type Settings, startProbed } from './server.ts'

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

/** The server of now puts a run to rest that nobody has asked for in a minute, and these seconds later all are. */
const toRest = { LOGIN_LAB_MINUTES: '1' }
const untilRest = 75

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
      memory: (row: string, seconds?: number) => Promise<ProbeFigures>,
    ) => Promise<void>,
    settings: Settings = {},
  ): Promise<void> => {
    const server = await startProbed(side, directory, settings)
    const driver = startDriver(side, server.url)
    const memory = async (row: string, seconds = rest): Promise<ProbeFigures> => {
      await sleep(seconds * 1000)
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
  await measure(
    async (driver, memory) => {
      const before = await memory('before any run')
      const { opened, refused } = await driver.run({ do: 'fill', count: runs })
      await memory(`${runs} toured runs`)
      const after = await memory('… at rest', untilRest)
      rows['… opened, refused'] = `${opened}, ${refused}`
      rows['… heap of each, kB'] = ((after.heap - before.heap) / 1000 / opened).toFixed(1)
      const { asked, there, milliseconds } = await driver.run({ do: 'look' })
      rows['… found again, ms for each'] = `${there} of ${asked}, ${milliseconds.toFixed(1)}`
    },
    side === 'now' ? toRest : {},
  )
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
