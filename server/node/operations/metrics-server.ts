import { createServer, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { securityHeaders } from '../guard.ts'
import type { PrometheusMetrics } from './prometheus.ts'

/** Where metrics can be read. */
export interface MetricsAddress {
  readonly host: string
  readonly port: number
}

export type MetricsServerResult =
  | {
      readonly ok: true
      /** The port it listens at. */
      readonly port: number
      stop(): void
    }
  | { readonly ok: false; readonly problem: string }

const site = { names: [], anyAddress: false, publicOrigin: null }

/** `/metrics` and nothing else, at an address of its own: metrics are not for learners. */
export const serveMetrics = async (
  metrics: Pick<PrometheusMetrics, 'read' | 'contentType'>,
  { host, port }: MetricsAddress,
): Promise<MetricsServerResult> => {
  const app = new Hono()
  app.use(securityHeaders(site))
  app.get('/metrics', async (c) => {
    c.header('content-type', metrics.contentType)
    return c.body(await metrics.read())
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer({ requestTimeout: 30_000 }, listener as unknown as RequestListener)
  const code = await new Promise<string>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => resolve(''))
  })
  if (code !== '') {
    const problem = `The metrics could not be served at ${host}, port ${port} (${code}). Set METRICS_PORT and METRICS_HOST to a free port of this machine.`
    return { ok: false, problem }
  }
  // A start that fails for another reason ends all the same.
  server.unref()
  const address = server.address()
  return {
    ok: true,
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
