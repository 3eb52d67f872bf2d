import type { Answered } from './answered.ts'
import { createLog, type Log, type Write } from './log.ts'
import { serveMetrics } from './metrics-server.ts'
import { noMetrics, type Metrics } from './metrics.ts'
import type { Operations } from './settings.ts'

/** What tells of a server while it works. */
interface Telling {
  readonly log: Log
  readonly metrics: Metrics
  /** Null when nothing is told of requests. */
  readonly onAnswer: ((answered: Answered) => void) | null
}

type TellingResult =
  | { readonly ok: true; readonly telling: Telling }
  | { readonly ok: false; readonly problem: string }

const startMetrics = async (
  address: Operations['metrics'],
  log: Log,
): Promise<Metrics | string> => {
  if (address === null) return noMetrics
  // Loaded only where it is used, since a start waits for it.
  const { createPrometheusMetrics } = await import('./prometheus.ts')
  const metrics = createPrometheusMetrics()
  const served = await serveMetrics(metrics, address)
  if (!served.ok) return served.problem
  log.info(`Metrics are served at port ${served.port}, /metrics.`)
  return metrics
}

/** Begins to log and to serve metrics, as the settings say. */
export const startTelling = async (
  { log: settings, metrics: address }: Operations,
  write: Write,
): Promise<TellingResult> => {
  const log = await createLog(settings, write)
  const metrics = await startMetrics(address, log)
  if (typeof metrics === 'string') return { ok: false, problem: metrics }
  const onAnswer = (answered: Answered): void => {
    metrics.answered(answered)
    log.answered(answered)
  }
  const isTold = settings.level !== null || address !== null
  return { ok: true, telling: { log, metrics, onAnswer: isTold ? onAnswer : null } }
}
