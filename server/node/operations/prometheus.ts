import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** Metrics that Prometheus reads. */
export interface PrometheusMetrics extends Metrics {
  readonly contentType: string
  /** All of them, in the text format of Prometheus. */
  read(): Promise<string>
}

/** Methods that are told by name: a client may send others, and each would be a series of its own. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

/** Seconds: an answer from memory takes one millisecond, a queue up to half a minute. */
const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Metrics in a registry of their own, with those of the process and the delay of its event loop. */
export const createPrometheusMetrics = (): PrometheusMetrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter({ name: `login_lab_${name}`, help, labelNames, registers })
  const requests = counter('http_requests_total', 'Requests that were answered.', [
    'method',
    'route',
    'status',
  ])
  const durations = new Histogram({
    name: 'login_lab_http_request_duration_seconds',
    help: 'Time until an answer began.',
    labelNames: ['method', 'route'],
    buckets,
    registers,
  })
  const opened = counter('runs_opened_total', 'Runs that were opened.', ['workflow'])
  const remade = counter('runs_remade_total', 'Runs made again from their events.', ['workflow'])
  const folded = counter('runs_folded_total', 'Runs put aside, their events kept.', [])
  const ended = counter('runs_ended_total', 'Runs that ended.', [])
  const refusals = counter('refusals_total', 'What was refused, by the bound or fault.', ['kind'])

  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    runOpened: (workflow) => opened.inc({ workflow }),
    runRemade: (workflow) => remade.inc({ workflow }),
    runFolded: () => folded.inc(),
    runEnded: () => ended.inc(),
    refused: (kind) => refusals.inc({ kind }),
    answered: ({ method: asked, route, status, milliseconds }) => {
      const method = methods.has(asked) ? asked : 'other'
      requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` })
      durations.observe({ method, route }, milliseconds / 1000)
    },
    gauge: (name, help, read) => {
      const gauge = new Gauge({
        name: `login_lab_${name}`,
        help,
        registers: [],
        collect() {
          this.set(read())
        },
      })
      registry.registerMetric(gauge)
    },
  }
}
