import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** Of the last minute, as the system tells it. */
export const loadAverage = (): number => Number((loadavg()[0] ?? 0).toFixed(2))

/** What the figures were measured on. */
export const machine = (): string => {
  const memory = Math.round(totalmem() / 1e9)
  return `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, ${memory} GB, ${process.platform}, Node ${process.version}, load average ${loadAverage()}`
}
