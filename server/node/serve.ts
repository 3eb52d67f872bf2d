import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApi } from './api.ts'
import type { Assets } from './assets.ts'
import type { Config } from './config.ts'
import { createFairQueue } from './fair-queue.ts'
import type { Site } from './guard.ts'
import { createPatternOf, tellingOfAnswers, type Answered } from './operations/answered.ts'
import { createClientOf, networkOf } from './operations/client-address.ts'
import { createInFlight, createStop } from './operations/draining.ts'
import { createHealth } from './operations/health.ts'
import { noMetrics, type Metrics } from './operations/metrics.ts'
import { createPages } from './pages.ts'
import type { BeginRun } from './runs-interface.ts'
import { createMemoryStore } from './store/memory.ts'
import type { RunStore } from './store/store.ts'
import { createTurnOf, queueBoundsFor } from './take-turn.ts'

/** A server at work. */
export interface Lab {
  /** Where a browser on this machine finds it. */
  readonly url: string
  /** Drains, ends all runs, answers nothing more, and resolves when every connection is closed. */
  stop(): Promise<void>
}

export type LabResult =
  | { readonly ok: true; readonly lab: Lab }
  | { readonly ok: false; readonly problem: string }

/** What the server serves. */
export interface LabContent {
  readonly openRun: BeginRun
  readonly workflows: readonly string[]
  readonly assets: Assets
  /** Where runs are kept; in memory when left out. */
  readonly store?: RunStore
  readonly log: (line: string) => void
  /** What counts; nothing when left out. */
  readonly metrics?: Metrics
  /** Told of each request that was answered; to tell it takes time, so nobody is null. */
  readonly onAnswer?: ((answered: Answered) => void) | null
}

/** Milliseconds of silence on a live stream; proxies close what is silent for a minute. */
const heartbeat = 15_000

/** Milliseconds between two looks for runs that nobody uses any more. */
const sweepInterval = 5_000

/** How many ports after the first are tried when none was asked for. */
const tries = 20

const listen = (server: Server, host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => resolve(error.code ?? 'unknown')
    server.once('error', onError)
    server.listen(port, host, () => {
      server.off('error', onError)
      resolve('')
    })
  })

const refusals = new Map([
  [
    'EADDRINUSE',
    (port: number) =>
      `Port ${port} is taken by another program. Set PORT to a free one, or leave it out and one is found.`,
  ],
  [
    'EACCES',
    (port: number) =>
      `Port ${port} needs more rights than this program has. Set PORT to one from 1024 on.`,
  ],
  [
    'EADDRNOTAVAIL',
    (_port: number, host: string) => `HOST=${host} is not an address of this machine.`,
  ],
  ['ENOTFOUND', (_port: number, host: string) => `HOST=${host} is a name without an address.`],
])

const listenSomewhere = async (server: Server, config: Config): Promise<string> => {
  const { host, port, exactPort } = config
  let code = ''
  for (let turn = 0; turn < (exactPort ? 1 : tries); turn += 1) {
    code = await listen(server, host, port + turn)
    if (code === '') return ''
    if (code !== 'EADDRINUSE') break
  }
  const refusal = refusals.get(code)
  return refusal?.(port, host) ?? `The server could not listen at ${host}, port ${port} (${code}).`
}

const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::'

const urlOf = ({ host }: Config, port: number): string => {
  const shown = isAny(host) ? '127.0.0.1' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`
}

const siteOf = ({ host, publicOrigin, embedders, lessonOrigins, fusionauth }: Config): Site => ({
  isReal: fusionauth !== null,
  names: [(host.includes(':') ? `[${host}]` : host).toLowerCase()],
  anyAddress: isAny(host),
  publicOrigin,
  embedders,
  lessonOrigins,
})

const badRequest = (): Response =>
  Response.json(
    { problem: 'The request line or the Host header is not valid HTTP.' },
    { status: 400 },
  )

/** Serves the pages and the API for runs where the configuration says. */
export const serveLab = async (config: Config, content: LabContent): Promise<LabResult> => {
  const stopping = new AbortController()
  const stopped = new AbortController()
  const site = siteOf(config)
  const now = (): number => performance.now()
  const store =
    content.store ??
    createMemoryStore({
      lifetime: config.bounds.kept,
      most: config.bounds.keptRuns,
      now,
    })
  const fusionauth = config.fusionauth === null ? 'stand-in' : 'fusionauth'
  const queue = createFairQueue(queueBoundsFor(fusionauth), now)
  const clientOf = createClientOf(config.operations.proxies)
  const { metrics = noMetrics, onAnswer = null } = content
  metrics.gauge('queue_waiting', 'Pieces of work that wait for their turn.', queue.waiting)
  const api = createApi({
    openRun: content.openRun,
    fusionauth,
    workflows: content.workflows,
    bounds: config.bounds,
    store,
    now,
    clientOf: (c) => networkOf(clientOf(c)),
    turnOf: createTurnOf({ queue, clientOf, fusionauth, metrics }),
    metrics,
    site,
    stopped: stopped.signal,
    heartbeat,
    scheduleSweep: (sweep) => {
      const timer = setInterval(sweep, sweepInterval)
      timer.unref()
      stopped.signal.addEventListener('abort', () => clearInterval(timer))
    },
    log: content.log,
  })
  const health = createHealth({
    site,
    isReady: () => store.isReady(),
    isStopping: () => stopping.signal.aborted,
  })
  const pages = createPages(content.assets, api, site, health)
  const patternOf = createPatternOf([pages, api], (path) => content.assets.has(path))
  const inFlight = createInFlight()
  const answer = inFlight.counting(
    onAnswer === null
      ? pages.fetch
      : tellingOfAnswers(pages.fetch, { onAnswer, patternOf, clientOf, now }),
  )
  // The engine works with the platform's own Request and Response, as it does in a page.
  const listener = getRequestListener(answer, {
    overrideGlobalObjects: false,
    errorHandler: badRequest,
  })
  const server = createServer({ requestTimeout: 30_000 }, listener as unknown as RequestListener)

  const problem = await listenSomewhere(server, config)
  if (problem !== '') return { ok: false, problem }

  const { drain } = config.operations
  const stopServer = createStop({ server, inFlight, drain, stopping, stopped })
  let ending: Promise<void> | null = null
  const stop = (): Promise<void> => {
    ending ??= stopServer().then(() => store.close())
    return ending
  }
  const { port } = server.address() as AddressInfo
  return { ok: true, lab: { url: urlOf(config, port), stop } }
}
