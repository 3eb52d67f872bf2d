import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, describe, it, onTestFinished } from 'vitest'
import type { Asset } from '../../../server/node/assets.ts'
import { readConfig } from '../../../server/node/config.ts'
import type { Answered } from '../../../server/node/operations/answered.ts'
import { serveMetrics } from '../../../server/node/operations/metrics-server.ts'
import { createPrometheusMetrics } from '../../../server/node/operations/prometheus.ts'
import { createPages } from '../../../server/node/pages.ts'
import { createPatternOf, tellingOfAnswers } from '../../../server/node/operations/answered.ts'
import { begin, createLab, post } from '../client.ts'

const answered: Answered = {
  method: 'POST',
  route: '/api/runs/:id/events',
  status: 200,
  milliseconds: 20,
  client: '203.0.113.9',
}

/** The lines of one metric. */
const linesOf = (text: string, name: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith(`login_lab_${name}`))

describe('metrics', () => {
  it('count requests by method, pattern of the address and class of the status', async () => {
    const metrics = createPrometheusMetrics()
    metrics.answered(answered)
    metrics.answered({ ...answered, status: 429 })
    expect(linesOf(await metrics.read(), 'http_requests_total')).toEqual([
      'login_lab_http_requests_total{method="POST",route="/api/runs/:id/events",status="2xx"} 1',
      'login_lab_http_requests_total{method="POST",route="/api/runs/:id/events",status="4xx"} 1',
    ])
  })

  it('tell how long answers took, in seconds', async () => {
    const metrics = createPrometheusMetrics()
    metrics.answered(answered)
    const lines = linesOf(await metrics.read(), 'http_request_duration_seconds')
    expect(lines).toContain(
      'login_lab_http_request_duration_seconds_sum{method="POST",route="/api/runs/:id/events"} 0.02',
    )
    expect(lines.find((line) => line.includes('le="0.025"'))).toMatch(/ 1$/)
    expect(lines.find((line) => line.includes('le="0.01"'))).toMatch(/ 0$/)
  })

  it('have no series of their own for methods that somebody made up', async () => {
    const metrics = createPrometheusMetrics()
    for (const method of ['PROPFIND', 'MKCOL']) metrics.answered({ ...answered, method })
    const lines = linesOf(await metrics.read(), 'http_requests_total')
    expect(lines).toEqual([expect.stringContaining('method="other"')])
  })

  it('count what becomes of runs', async () => {
    const metrics = createPrometheusMetrics()
    metrics.runOpened('webapp/one')
    metrics.runRemade('webapp/one')
    metrics.runFolded()
    metrics.runEnded()
    metrics.refused('queue')
    const text = await metrics.read()
    for (const line of [
      'login_lab_runs_opened_total{workflow="webapp/one"} 1',
      'login_lab_runs_remade_total{workflow="webapp/one"} 1',
      'login_lab_runs_folded_total 1',
      'login_lab_runs_ended_total 1',
      'login_lab_refusals_total{kind="queue"} 1',
    ])
      expect(text).toContain(`${line}\n`)
  })

  it('read a figure when somebody asks for it', async () => {
    const metrics = createPrometheusMetrics()
    let runs = 1
    metrics.gauge('runs', 'Runs in memory.', () => runs)
    await metrics.read()
    runs = 5
    expect(await metrics.read()).toContain('login_lab_runs 5\n')
  })

  it('tell of the process, and of the delay of its event loop', async () => {
    const text = await createPrometheusMetrics().read()
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
  })

  it('of two servers in one process are apart', async () => {
    const [first, second] = [createPrometheusMetrics(), createPrometheusMetrics()]
    first.runEnded()
    expect(await second.read()).toContain('login_lab_runs_ended_total 0\n')
  })
})

describe('what a server counts', () => {
  /** A site that tells a registry of its answers. */
  const createCounted = (runs = 1) => {
    const metrics = createPrometheusMetrics()
    const lab = createLab({ runs }, { metrics })
    const asset: Asset = {
      type: 'text/javascript',
      etag: '""',
      immutable: true,
      packings: ['identity'],
      body: async () => Buffer.from(''),
    }
    const assets = new Map([['/assets/index-12345678.js', asset]])
    const site = { names: [], anyAddress: false, publicOrigin: null }
    const pages = createPages(assets, lab.api, site)
    const fetch = tellingOfAnswers(pages.fetch, {
      onAnswer: metrics.answered,
      patternOf: createPatternOf([pages, lab.api], (path) => assets.has(path)),
      clientOf: () => '203.0.113.9',
      now: () => 0,
    })
    return {
      ...lab,
      metrics,
      ask: (path: string) => fetch(new Request(`http://127.0.0.1${path}`), {}),
    }
  }

  it('names no run, no client, and nothing that somebody made up', async () => {
    const { ask, metrics } = createCounted()
    const id = 'AAAAAAAAAAAAAAAAAAAAAAAA'
    for (const path of [`/api/runs/${id}?have=secret`, `/api/runs/${id}/trace`, `/${id}`, '/api/x'])
      await ask(path)
    const text = await metrics.read()
    expect(text).not.toMatch(/AAAA|secret|203\.0\.113/)
    expect(
      linesOf(text, 'http_requests_total').map((line) => /route="([^"]*)"/.exec(line)?.[1]),
    ).toEqual(['/api/runs/:id', '/api/runs/:id/trace', '*'])
  })

  it.each([
    ['/api', '/api'],
    ['/api/runs', '/api/runs'],
    ['/api/runs/x/events', '/api/runs/:id/events'],
    ['/assets/index-12345678.js', '/assets/*'],
    ['/assets/index-00000000.js', '*'],
    ['/metrics', '*'],
  ])('%s is told as %s', async (path, pattern) => {
    const { ask, metrics } = createCounted()
    await ask(path)
    expect(await metrics.read()).toContain(`route="${pattern}"`)
  })

  it('are the runs that were opened, by workflow, and those that were put aside for them', async () => {
    const { api, metrics } = createCounted()
    await begin(api)
    await begin(api)
    const text = await metrics.read()
    expect(text).toContain('login_lab_runs_opened_total{workflow="webapp/oauth-code"} 2')
    expect(text).toContain('login_lab_runs_folded_total 1')
    expect(text).toContain('login_lab_runs 1')
  })

  it('are the runs for which there was no room', async () => {
    const { api, metrics } = createCounted(0)
    await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(await metrics.read()).toContain('login_lab_refusals_total{kind="runs"} 1')
  })
})

describe('the server for metrics', () => {
  const serve = async (port = 0) => {
    const metrics = createPrometheusMetrics()
    const served = await serveMetrics(metrics, { host: '127.0.0.1', port })
    if (served.ok) onTestFinished(() => served.stop())
    return served
  }

  it('serves them in the format that Prometheus reads, and nothing else', async () => {
    const served = await serve()
    const base = `http://127.0.0.1:${served.ok ? served.port : 0}`
    const response = await fetch(`${base}/metrics`)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(await response.text()).toContain('# TYPE login_lab_http_requests_total counter')
    for (const path of ['/', '/api', '/healthz'])
      expect((await fetch(base + path)).status).toBe(404)
  })

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const served = await serve((other.address() as AddressInfo).port)
    expect(served.ok ? '' : served.problem).toContain('Set METRICS_PORT')
  })
})

describe('METRICS_PORT and METRICS_HOST', () => {
  const read = (env: Record<string, string>) => {
    const result = readConfig(env)
    return result.ok ? result.config : result.problems.join()
  }

  it('say where, which is nowhere without a port, and this machine without a host', () => {
    expect(read({})).toMatchObject({ operations: { metrics: null } })
    expect(read({ METRICS_PORT: '9464' })).toMatchObject({
      operations: { metrics: { host: '127.0.0.1', port: 9464 } },
      warnings: [],
    })
  })

  it('warn of others who can read them, and of a host without a port', () => {
    expect(read({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' })).toMatchObject({
      warnings: [expect.stringContaining('can read the metrics')],
    })
    expect(read({ METRICS_HOST: '0.0.0.0' })).toMatchObject({
      warnings: [expect.stringContaining('does nothing without METRICS_PORT')],
    })
  })

  it.each([
    [{ METRICS_PORT: '0' }, 'METRICS_PORT must be'],
    [{ PORT: '8080', METRICS_PORT: '8080' }, 'METRICS_PORT must be another port than PORT'],
    [{ METRICS_PORT: '9464', METRICS_HOST: 'a b' }, 'METRICS_HOST must be'],
  ])('%j is refused', (env, problem) => {
    expect(read(env)).toContain(problem)
  })
})
