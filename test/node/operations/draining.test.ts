import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../../server/node/config.ts'
import { serveLab } from '../../../server/node/serve.ts'
import { createFakeRun, type FakeRun } from '../fake-run.ts'

const program = fileURLToPath(new URL('program.ts', import.meta.url))
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts the server as a process, and gives its address. */
const start = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, [program], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let heard = ''
  child.stderr?.on('data', (chunk) => (heard += String(chunk)))
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => ({
    status: code ?? signal,
    heard,
  }))
  const [url] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  return { child, ended, url: String(url) }
}

/** Serves in this process, with the runs that it opens. */
const serve = async (env: Record<string, string> = {}) => {
  const read = readConfig({ PORT: '0', ...env })
  if (!read.ok) throw new Error(read.problems.join())
  const runs: FakeRun[] = []
  const result = await serveLab(read.config, {
    openRun: async (options) => {
      const run = createFakeRun(options)
      runs.push(run)
      return run
    },
    workflows: ['webapp/one'],
    assets: new Map(),
    log: (line) => {
      throw new Error(line)
    },
  })
  if (!result.ok) throw new Error(result.problem)
  return { lab: result.lab, url: result.lab.url, runs }
}

const post = (url: string, path: string, body: unknown): Promise<Response> =>
  fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const event = { type: 'fusionauth.stop' }

const begin = async (url: string): Promise<string> => {
  const { id } = (await (await post(url, '/api/runs', { workflow: 'webapp/one' })).json()) as {
    id: string
  }
  return `/api/runs/${id}`
}

/** What a client that keeps posting is told until nobody listens any more. */
const keepPosting = async (url: string) => {
  const run = await begin(url)
  const statuses = new Set<number>()
  let answers = 0
  for (;;) {
    try {
      const response = await post(url, `${run}/events`, { event, have: 'main.0.0' })
      await response.json()
      statuses.add(response.status)
      answers += 1
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } }
      return { statuses: [...statuses], answers, end: cause?.code }
    }
  }
}

describe('a server that is told to stop', { timeout: 30_000 }, () => {
  it('is not ready from then on, and goes on serving while it drains', async () => {
    const { lab, url } = await serve({ DRAIN_SECONDS: '1' })
    const run = await begin(url)
    const stopped = lab.stop()
    expect((await fetch(new URL('/readyz', url))).status).toBe(503)
    expect((await fetch(new URL('/healthz', url))).status).toBe(200)
    expect((await post(url, `${run}/events`, { event })).status).toBe(200)
    await stopped
  })

  it('asks for a new connection after each answer, and not before', async () => {
    const { lab, url } = await serve({ DRAIN_SECONDS: '1' })
    expect((await fetch(new URL('/api', url))).headers.get('connection')).not.toBe('close')
    const stopped = lab.stop()
    expect((await fetch(new URL('/api', url))).headers.get('connection')).toBe('close')
    await stopped
  })

  it('finishes what it is at, though it takes nothing new', async () => {
    const { lab, url, runs } = await serve()
    const run = await begin(url)
    const release = runs[0]?.pause()
    const answer = post(url, `${run}/events`, { event })
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
    const stopped = lab.stop()
    await expect
      .poll(() =>
        fetch(new URL('/api', url)).then(
          () => 'answers',
          () => 'nobody listens',
        ),
      )
      .toBe('nobody listens')
    expect(runs[0]?.closed()).toBe(false)
    release?.()
    const response = await answer
    const { state } = (await response.json()) as { state: { trace: { messages: unknown[] } } }
    expect([response.status, state.trace.messages.length]).toEqual([200, 2])
    await stopped
  })

  it('stops once, however often it is told', async () => {
    const { lab } = await serve()
    const [first, second] = [lab.stop(), lab.stop()]
    expect(second).toBe(first)
    await first
  })
})

describe.skipIf(process.platform === 'win32')('SIGTERM', { timeout: 60_000 }, () => {
  it('cuts nobody off who keeps posting: what the server has answered has arrived', async () => {
    const { child, ended, url } = await start({ DRAIN_SECONDS: '1' })
    const posting = Promise.all([1, 2, 3, 4].map(() => keepPosting(url)))
    await expect.poll(async () => (await fetch(new URL('/readyz', url))).status).toBe(200)
    child.kill('SIGTERM')
    const clients = await posting
    for (const { statuses, end } of clients) {
      expect(statuses).toEqual([200])
      // The system resets a connection that came in the moment when the listener was closed.
      expect(end).toMatch(/^(ECONNREFUSED|ECONNRESET)$/)
    }
    const arrived = clients.reduce((sum, { answers }) => sum + answers, 0)
    expect(await ended).toEqual({ status: 0, heard: String(arrived + clients.length) })
  })

  it('a second time ends the program at once', async () => {
    const { child, ended, url } = await start({ DRAIN_SECONDS: '3600' })
    child.kill('SIGTERM')
    await expect.poll(async () => (await fetch(new URL('/readyz', url))).status).toBe(503)
    const again = setInterval(() => child.kill('SIGTERM'), 100)
    expect(await ended).toMatchObject({ status: 143 })
    clearInterval(again)
  })

  it('and SIGINT right after each other are one: npm passes on what the terminal sends', async () => {
    const { child, ended } = await start({ DRAIN_SECONDS: '1' })
    child.kill('SIGINT')
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ status: 0 })
  })
})

it.each(['-1', '1.5', '3601', 'soon'])('DRAIN_SECONDS=%s is refused', (DRAIN_SECONDS) => {
  const read = readConfig({ DRAIN_SECONDS })
  expect(read.ok ? '' : read.problems.join()).toContain('DRAIN_SECONDS must be a whole number')
})
