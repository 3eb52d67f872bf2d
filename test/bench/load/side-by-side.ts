import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '../statistics.ts'
import { startDriver } from './driver.ts'
import type { LoadOptions } from './learners.ts'
import type { Side } from './protocol.ts'
import { startProbed } from './server.ts'
import { loadAverage } from './machine.ts'

/** Tours before anything is counted. */
const warmUp = 30

/** Milliseconds of rest after the last tour, before the memory is looked at again. */
const rest = 5_000

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

/** Processor time of a tour in the engine alone, milliseconds: no HTTP, no server. */
const bareCost = async (directory: string): Promise<number> => {
  const program = fileURLToPath(new URL('engine.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, directory])
  return Number(stdout)
}

/** Percentiles of 50, 95 and 99 of 100, with a dash for none. */
const percentiles = (milliseconds: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => percentile(milliseconds, share) ?? '–').join(' / ')

/** Loads the server of a checkout and tells how it stood. */
export const loadSide = async (
  side: Side,
  directory: string,
  options: LoadOptions,
): Promise<Record<string, string | number>> => {
  const bare = await bareCost(directory)
  const server = await startProbed(side, directory)
  const driver = startDriver(side, server.url)
  try {
    const { events, messages } = await driver.run({ do: 'tours', count: warmUp })
    const average = loadAverage()
    const first = await server.probe({ collect: true, reset: true })
    const figures = await driver.run({ do: 'load', ...options })
    const last = await server.probe({ collect: false, reset: false })
    await sleep(rest)
    const after = await server.probe({ collect: false, reset: false })
    // An unfinished tour costs too; it counts by how much of it was answered.
    const tours = figures.answered / (events + 1)
    const cpu = (last.cpu - first.cpu) / tours
    return {
      'a tour: messages, events': `${messages}, ${events}`,
      'load average at the start': average,
      'tours offered': figures.offered,
      'tours done': figures.done,
      'tours failed': figures.offered - figures.done,
      '… refused, broken, late, never begun': [
        figures.refused,
        figures.broken,
        figures.late,
        figures.notBegun,
      ].join(', '),
      'seconds until the end': round(figures.took, 1),
      'a tour that was done, ms: p50 / p95 / p99': percentiles(figures.tours),
      'an event of it, ms: p50 / p95 / p99': percentiles(figures.events),
      'event loop delay, ms: p99': round(last.loopDelay, 1),
      'processor time a tour, ms': round(cpu, 1),
      'the same in the engine alone, ms': round(bare, 1),
      'times the engine alone': round(cpu / bare, 2),
      'kB on the wire a tour': round(figures.bytes / tours / 1000, 1),
      'resident MB before / highest / after': [first.rss, last.highestRss, after.rss]
        .map(megabytes)
        .join(' / '),
      'cores of the server': round((last.cpu - first.cpu) / 1000 / figures.took, 2),
      'cores of the learners': round(figures.cpu / 1000 / figures.took, 2),
    }
  } finally {
    driver.stop()
    await server.stop()
  }
}
