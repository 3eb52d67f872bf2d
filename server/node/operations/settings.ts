import { closestMatch } from '../../../scenarios/closest-match.ts'
import { isIP } from 'node:net'
import { isLoopback, wholeNumber, type Environment } from '../setting.ts'
import { readProxies } from './client-address.ts'
import { logLevels, type LogSettings } from './log.ts'
import type { MetricsAddress } from './metrics-server.ts'

/** How the server is operated: who stands before it, and what it tells of itself. */
export interface Operations {
  /** Proxies whose X-Forwarded-For is believed; addresses, ranges and their names. */
  readonly proxies: readonly string[]
  /** Where metrics are served; null for nowhere. */
  readonly metrics: MetricsAddress | null
  readonly log: LogSettings
  /** Milliseconds that the server goes on serving after it was told to stop. */
  readonly drain: number
}

/** What is wrong and what should be known; each a sentence. */
interface Remarks {
  readonly problems: string[]
  readonly warnings: string[]
}

const readTrust = (env: Environment, { problems }: Remarks): readonly string[] => {
  const proxies = readProxies(env['TRUST_PROXY'] ?? '')
  if (proxies === undefined)
    problems.push(
      'TRUST_PROXY must be the addresses or ranges of your proxies, such as 10.0.0.7, 10.0.0.0/8, loopback or uniquelocal, with commas between them.',
    )
  return proxies ?? []
}

const readMetrics = (env: Environment, { problems, warnings }: Remarks): MetricsAddress | null => {
  const text = env['METRICS_PORT'] ?? ''
  const host = (env['METRICS_HOST'] ?? '').replace(/^\[(.*)\]$/, '$1') || '127.0.0.1'
  if (text === '') {
    if (env['METRICS_HOST'])
      warnings.push('METRICS_HOST does nothing without METRICS_PORT: metrics are not served.')
    return null
  }
  const port = wholeNumber(text, 1, 65_535)
  if (port === undefined)
    problems.push('METRICS_PORT must be a whole number from 1 to 65535, such as 9464.')
  if (isIP(host) === 0 && host !== 'localhost')
    problems.push('METRICS_HOST must be an IP address, such as 127.0.0.1 or 0.0.0.0.')
  else if (!isLoopback(host))
    warnings.push(
      `METRICS_HOST=${host}: everybody who can reach this machine can read the metrics.`,
    )
  return port === undefined ? null : { host, port }
}

const readLog = (env: Environment, { problems }: Remarks): LogSettings => {
  const text = env['LOG_LEVEL'] ?? ''
  const level = logLevels.find((one) => one === text) ?? null
  if (text !== '' && level === null)
    problems.push(
      `LOG_LEVEL must be one of ${logLevels.join(', ')}. The nearest is ${closestMatch(text, logLevels) ?? 'info'}.`,
    )
  const clients = env['LOG_CLIENTS'] ?? ''
  if (!['', '0', '1'].includes(clients))
    problems.push('LOG_CLIENTS must be 1, to have addresses of clients in the log, or 0.')
  return { level, clients: clients === '1' }
}

/** As long as anybody would wait for a server to stop. */
const longestDrain = 3600

const readDrain = (env: Environment, { problems }: Remarks): number => {
  const seconds = wholeNumber(env['DRAIN_SECONDS'] || '0', 0, longestDrain)
  if (seconds === undefined)
    problems.push(`DRAIN_SECONDS must be a whole number from 0 to ${longestDrain}.`)
  return (seconds ?? 0) * 1000
}

/** Reads what concerns operations from environment variables, and adds its remarks. */
export const readOperations = (env: Environment, remarks: Remarks): Operations => ({
  proxies: readTrust(env, remarks),
  metrics: readMetrics(env, remarks),
  log: readLog(env, remarks),
  drain: readDrain(env, remarks),
})
