import { resolve } from 'node:path'
import type { StoreConfig } from '../config.ts'
import { createMemoryStore } from './memory.ts'
import { createRedisStore } from './redis.ts'
import { createSqliteStore } from './sqlite.ts'
import type { RunStore } from './store.ts'

/** Where runs are kept when nothing is said; below the clone. */
const usualFile = '.cache/runs.sqlite'

interface OpenOptions {
  /** The folder of the clone. */
  readonly root: string
  /** Milliseconds that a run is kept that nobody asks for. */
  readonly lifetime: number
  /** How many are kept; Redis has a bound of its own, `maxmemory`. */
  readonly most: number
  readonly log: (line: string) => void
}

/**
 * Opens the store that the configuration asks for. The file that is used when nothing is said gives
 * way to memory where it cannot be opened, as in a clone that can only be read.
 *
 * @throws what the system says of a file that was asked for and cannot be opened
 */
export const openStore = (
  config: StoreConfig,
  { root, lifetime, most, log }: OpenOptions,
): RunStore => {
  const now = (): number => Date.now()
  const inMemory = (): RunStore =>
    createMemoryStore({ lifetime, most, now: () => performance.now() })
  if (config.kind === 'memory') return inMemory()
  if (config.kind === 'redis') return createRedisStore({ url: config.url, lifetime, log })
  const file = resolve(root, config.file ?? usualFile)
  try {
    return createSqliteStore({ file, lifetime, most, now, log })
  } catch (error) {
    if (config.file !== null) throw error
    const message = error instanceof Error ? error.message : ''
    const why = message.includes('locked') ? 'another server uses it' : message
    log(`Runs cannot be kept in ${file} (${why}). They are in memory: a restart loses them.`)
    return inMemory()
  }
}
