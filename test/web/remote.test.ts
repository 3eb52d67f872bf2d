import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { createApi } from '../../server/node/api.ts'
import { defaultBounds, type Bounds } from '../../server/node/bounds.ts'
import type { BeginRun } from '../../server/node/runs-interface.ts'
import { openRun } from '../../server/run.ts'
import { createFakeRun } from '../node/fake-run.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Connect, RunTransport } from '../../web/player/run/link.ts'
import type { RunStatus } from '../../web/player/run/status.ts'
import { createOpener } from '../../web/player/run/opener.ts'
import { connectRemote, NoServer } from '../../web/player/run/remote.ts'
import { RunController, type LabRun } from '../../web/player/run-controller.ts'
import { made } from '../support/texts.ts'

const [first] = workflows
const workflow = first?.slug ?? ''

const createServer = (bounds: Partial<Bounds> = {}, open: BeginRun = openRun) => {
  const stopping = new AbortController()
  let time = 0
  const api = createApi({
    openRun: open,
    fusionauth: 'stand-in',
    workflows: workflows.map(({ slug }) => slug),
    bounds: { ...defaultBounds, ...bounds },
    now: () => time,
    site: { names: [], anyAddress: false, publicOrigin: null },
    stopped: stopping.signal,
    heartbeat: 60_000,
    log: () => undefined,
  })
  return {
    api,
    stop: () => stopping.abort(),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

let server = createServer()
let isUp = true
/** A server that takes requests and answers none. */
let hangs = false
let asked: string[] = []

beforeEach(() => {
  server = createServer()
  isUp = true
  hangs = false
  asked = []
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    if (hangs)
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    return isUp ? server.api.request(path, init) : Promise.reject(new TypeError('Failed to fetch'))
  })
})
afterEach(() => {
  server.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Runs in this process in place of a Worker, which Node's tests do not have. */
const connectHere: Connect = async (options) => {
  const run = await openRun(options)
  const told = async (result: ReturnType<typeof run.send>) => ({
    result: await result,
    state: run.state,
  })
  return {
    place: 'page',
    state: run.state,
    link: {
      send: (event, at) => told(run.send(event, { at })),
      fork: (at) => told(run.fork?.(at) ?? Promise.resolve({ ok: true })),
      switchTo: (branch) => told(run.switchTo?.(branch) ?? Promise.resolve({ ok: true })),
      look: async () => null,
      close: () => run.close(),
    },
  }
}

const connectNowhere: Connect = () => Promise.reject(new Error('there is no Worker'))

const open = (options = { workflow }) =>
  createOpener({ server: connectRemote, page: connectNowhere })(options, () => undefined)

describe('a run on the server', () => {
  test('does what is asked and shows what came of it', async () => {
    const { run } = await open()
    expect(run.state.plan.length).toBeGreaterThan(40)
    expect(await run.send({ type: 'learner.open', app: 'Store' })).toEqual({ ok: true })
    expect(run.state.trace.messages.map(({ id }) => id)).toEqual([
      'initialize.home-request',
      'initialize.home-response',
    ])
    run.close()
  })

  test('acts where the page looks', async () => {
    const { run } = await open()
    await run.send({ type: 'learner.open', app: 'Store' })
    const openForums = { type: 'learner.open', app: 'Forums' } as const
    expect(await run.send(openForums, { at: 0 })).toEqual({ ok: true })
    expect(run.state.branches).toHaveLength(2)
    run.close()
  })

  test('holds no connection open', async () => {
    const { run } = await open()
    await run.send({ type: 'learner.open', app: 'Store' })
    expect(asked.filter((path) => path.endsWith('/live'))).toEqual([])
    run.close()
  })

  test("passes on the server's own words when it refuses", async () => {
    const { run } = await open()
    const result = await run.send({ type: 'hacker.load' })
    expect(result).toMatchObject({ ok: false, problem: { code: 'choice.nothing-stolen' } })
    run.close()
  })

  const connect = (slug = workflow) =>
    connectRemote({ workflow: slug }, { state: vi.fn(), lost: vi.fn(), here: vi.fn() })

  test('is no run when nobody answers', async () => {
    isUp = false
    await expect(connect()).rejects.toBeInstanceOf(NoServer)
  })

  test('is no run when somebody else answers', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Not here</h1>', { status: 405 }))
    await expect(connect()).rejects.toBeInstanceOf(NoServer)
  })

  test('is refused for an unknown workflow, which is not a missing server', async () => {
    await expect(connect('webapp/nonsense')).rejects.toMatchObject({
      reason: { code: 'problem.no-such', params: { kind: 'workflow', name: 'webapp/nonsense' } },
    })
  })
})

const openController = async (page: Connect = connectHere) => {
  let state: LabRun = { kind: 'opening' }
  const heard: RunStatus[] = []
  const controller = new RunController(
    async (options, told) =>
      createOpener({ server: connectRemote, page })(options, (standing) => {
        heard.push(standing)
        told(standing)
      }),
    (next) => {
      state = next
    },
  )
  await controller.open({ workflow })
  return {
    controller,
    heard,
    now: () => state,
    messages: () => controller.playback?.state.run.trace.messages,
  }
}

describe('at the bound of the server', () => {
  test('the run is in the page, and plays', async () => {
    server = createServer({ runs: 0 })
    const two = await openController()
    expect(two.now()).toMatchObject({ kind: 'open', place: 'page', trouble: null })
    await two.controller.playback?.seek(10)
    expect(two.now()).toMatchObject({ playback: { cursor: 10 } })
    two.controller.close()
  })
})

describe('a run that the server has ended while nobody looked', () => {
  test('is made again with all its branches, and the command goes on', async () => {
    const { controller, now } = await openController()
    const { playback } = controller
    await playback?.seek(30)
    for (const [at, app] of [
      [12, 'Forums'],
      [14, 'Store'],
      [2, 'Store'],
    ] as const) {
      await playback?.seek(at)
      await playback?.act({ type: 'learner.open', app }, false)
    }
    await playback?.switchTo('b2')
    const seen = new Map(playback?.traces)
    const before = playback?.state.run
    expect(seen.size).toBe(4)
    server.pass(defaultBounds.lifetime)
    await playback?.switchTo('b3')
    expect(now()).toMatchObject({ place: 'server', trouble: null, moved: null })
    expect(playback?.state.run.branch).toBe('b3')
    expect(playback?.state.run.branches).toEqual(before?.branches)
    for (const [id, trace] of seen) {
      await playback?.switchTo(id)
      expect(playback?.state.run.trace, id).toEqual(trace)
    }
    controller.close()
  })
})

describe('a run that the server has lost and has no room for any more', () => {
  test('goes on in the page, and the reader hears why', async () => {
    const { controller, now } = await openController()
    await controller.playback?.seek(20)
    const full = createServer({ runs: 0 })
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => full.api.request(path, init))
    await controller.playback?.seek(40)
    expect(now()).toMatchObject({ place: 'page', moved: 'full', playback: { cursor: 40 } })
    controller.close()
    full.stop()
  })
})

describe('a run that cannot be made again by itself', () => {
  const openStore: LabEvent = { type: 'learner.open', app: 'Store' }

  test('at a real FusionAuth says that it has ended, and is made anew when one asks', async () => {
    server = createServer({}, async (options) => createFakeRun(options, false, 'fusionauth'))
    const { controller, now } = await openController()
    await controller.playback?.act(openStore, false)
    server.pass(defaultBounds.realLifetime)
    await controller.playback?.act(openStore, false)
    expect(now()).toMatchObject({ place: 'server', trouble: { kind: 'ended', isOver: true } })
    await controller.retry()
    expect(now()).toMatchObject({ trouble: null })
    controller.close()
  })

  test('in a page whose Worker died says so, and is made anew when one asks', async () => {
    let isDead = false
    const dying: Connect = async (options, observer) => {
      const connection = await connectHere(options, observer)
      const { send } = connection.link
      const link: RunTransport = {
        ...connection.link,
        send: (event, at) =>
          isDead
            ? Promise.resolve({ result: { ok: false, problem: made('dead') }, failure: 'run' })
            : send(event, at),
      }
      return { ...connection, link }
    }
    isUp = false
    const { controller, now, messages } = await openController(dying)
    await controller.playback?.seek(20)
    const before = messages()
    isDead = true
    await controller.playback?.act({ type: 'learner.load', app: 'Store' }, false)
    expect(now()).toMatchObject({ place: 'page', trouble: { kind: 'stopped', isOver: true } })
    isDead = false
    await controller.retry()
    expect(now()).toMatchObject({ trouble: null })
    expect(messages()).toEqual(before)
    controller.close()
  })
})

describe('a server that goes away', () => {
  const lost = async (page?: Connect) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const opened = await openController(page)
    await opened.controller.playback?.seek(30)
    isUp = false
    asked = []
    return opened
  }
  /** Lets a command find out, and time pass meanwhile. */
  const during = async (work: Promise<unknown> | undefined, milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds)
    await work
  }

  test('the command goes on in the page, and the reader hears why', async () => {
    const { controller, now, messages } = await lost()
    const before = messages()
    controller.playback?.setSpeed(2)
    await during(controller.playback?.seek(45), 5_000)
    expect(now()).toMatchObject({
      place: 'page',
      trouble: null,
      moved: 'silent',
      playback: { cursor: 45, speed: 2, problem: null },
    })
    expect(messages()?.slice(0, before?.length)).toEqual(before)
    controller.acknowledge()
    expect(now()).toMatchObject({ moved: null })
    controller.close()
  })

  /** A run with two branches that has gone on in its page. */
  const moved = async () => {
    const opened = await lost()
    isUp = true
    await opened.controller.playback?.act({ type: 'learner.open', app: 'Forums' }, false)
    await opened.controller.playback?.switchTo('b1')
    isUp = false
    asked = []
    await during(opened.controller.playback?.seek(45), 5_000)
    expect(opened.now()).toMatchObject({ place: 'page', moved: 'silent' })
    return opened
  }
  /** Lets time pass until a run is back on its server. */
  const back = (now: () => LabRun) =>
    vi.waitFor(() => expect(now()).toMatchObject({ place: 'server', moved: 'back' }), {
      timeout: 60_000,
      interval: 100,
    })

  test('when it answers again, the run goes back with all its branches', async () => {
    const { controller, now, heard } = await moved()
    const { playback } = controller
    const before = playback?.state.run
    isUp = true
    await back(now)
    expect(now()).toMatchObject({ trouble: null })
    expect(heard.filter((one) => one.moved === 'back')).toHaveLength(1)
    expect(playback?.state).toMatchObject({ cursor: 45, problem: null })
    expect(playback?.state.run).toEqual(before)
    asked = []
    await during(playback?.seek(50), 1_000)
    expect(asked.filter((one) => one.startsWith('POST'))).not.toEqual([])
    expect(now()).toMatchObject({ playback: { cursor: 50 } })
    controller.close()
  })

  test('what is done while the run goes back is not lost', async () => {
    const { controller, now } = await moved()
    const { playback } = controller
    let acting: Promise<unknown> | undefined
    let crossed = 0
    isUp = true
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const response = await server.api.request(path, init)
      if (init?.method === 'PUT' && crossed < 1) {
        crossed += 1
        acting = playback?.act({ type: 'learner.load', app: 'Store' }, false)
        await acting
      }
      return response
    })
    await back(now)
    await acting
    expect(crossed).toBe(1)
    expect(playback?.state.run.branches).toHaveLength(3)
    expect(playback?.state.run.trace.events.at(-1)).toEqual({ type: 'learner.load', app: 'Store' })
    controller.close()
  })

  test('it is looked for from the page for a bounded time, and when somebody comes back', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
    vi.stubGlobal('document', page)
    vi.stubGlobal('addEventListener', () => undefined)
    const { controller, now } = await moved()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(asked.length).toBeLessThanOrEqual(12)
    asked = []
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(asked).toEqual([])
    isUp = true
    page.dispatchEvent(new Event('visibilitychange'))
    await back(now)
    controller.close()
  })

  test('a run that was closed meanwhile leaves nothing behind on it', async () => {
    const { controller } = await moved()
    controller.close()
    isUp = true
    asked = []
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(asked).toEqual([])
  })

  test('when it is back within seconds, nothing has happened', async () => {
    const { controller, now, heard } = await lost()
    const seeking = controller.playback?.seek(45)
    await vi.advanceTimersByTimeAsync(300)
    isUp = true
    await during(seeking, 5_000)
    expect(now()).toMatchObject({
      place: 'server',
      trouble: null,
      moved: null,
      playback: { cursor: 45 },
    })
    expect(heard.some(({ trouble }) => trouble !== null)).toBe(false)
    controller.close()
  })

  test('a command whose answer was lost is not carried out twice', async () => {
    const { controller } = await openController()
    await controller.playback?.seek(30)
    const events = controller.playback?.state.run.trace.events.length ?? 0
    let isCut = false
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const response = await server.api.request(path, init)
      const isFirst = !isCut && path.endsWith('/events')
      isCut ||= isFirst
      if (isFirst) throw new TypeError('Failed to fetch')
      return response
    })
    await controller.playback?.act({ type: 'learner.open', app: 'Store' }, false)
    expect(isCut).toBe(true)
    expect(controller.playback?.state.run.trace.events).toHaveLength(events + 1)
    // Message 30 is in the past of its step: each time would open a branch.
    expect(controller.playback?.state.run.branches).toHaveLength(2)
    controller.close()
  })

  test('a request that the browser sends once more by itself is not carried out twice', async () => {
    const { controller } = await openController()
    await controller.playback?.seek(30)
    const before = controller.playback?.state.run
    const statuses: number[] = []
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      if (path.endsWith('/events')) await server.api.request(path, init)
      const response = await server.api.request(path, init)
      statuses.push(response.status)
      return response
    })
    await controller.playback?.act({ type: 'learner.open', app: 'Store' }, false)
    expect(statuses).toEqual([412])
    expect(controller.playback?.state.run.branches).toHaveLength(2)
    expect(controller.playback?.state.problem).toBeNull()
    expect(before?.branches).toHaveLength(1)
    controller.close()
  })

  test('a command goes on from what somebody else has done in the run meanwhile', async () => {
    const { controller } = await openController()
    const events = asked.find((one) => one.startsWith('PUT'))?.slice(4)
    await server.api.request(`${events}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: { type: 'learner.open', app: 'Store' } }),
    })
    await controller.playback?.act({ type: 'learner.open', app: 'Forums' }, false)
    const { run } = controller.playback?.state ?? {}
    expect(run?.branches.map((branch) => branch.events)).toEqual([
      [{ type: 'learner.open', app: 'Store' }],
      [{ type: 'learner.open', app: 'Forums' }],
    ])
    controller.close()
  })

  test('without a Worker, what was seen stays, and the server is looked for', async () => {
    const { controller, now } = await lost(connectNowhere)
    await during(controller.playback?.seek(60), 5_000)
    expect(now()).toMatchObject({
      place: 'server',
      trouble: { kind: 'silent', isOver: false },
      playback: { cursor: 30 },
    })
    controller.playback?.back()
    expect(now()).toMatchObject({ playback: { cursor: 29 } })
    isUp = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(now()).toMatchObject({ trouble: null })
    controller.close()
  })

  test.each([
    ['without a Worker', connectNowhere],
    ['with a run that goes on in the page', connectHere],
  ])(
    'it is asked at most ten times in the first minute, however often one clicks, %s',
    async (_, page) => {
      const { controller } = await lost(page)
      for (let second = 0; second < 60; second += 1)
        await during(controller.playback?.seek(60), second === 0 ? 4_000 : 1_000)
      expect(asked.length).toBeGreaterThan(2)
      expect(asked.length).toBeLessThanOrEqual(10)
      controller.close()
    },
  )

  test('the looking ends, until somebody asks for it', async () => {
    const { controller, now } = await lost(connectNowhere)
    await during(controller.playback?.seek(60), 20 * 60_000)
    expect(now()).toMatchObject({ trouble: { kind: 'silent', isOver: true } })
    const before = asked.length
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(asked).toHaveLength(before)
    isUp = true
    await during(controller.retry(), 5_000)
    expect(now()).toMatchObject({ trouble: null, playback: { cursor: 30 } })
    controller.close()
  })

  test('when it hangs, the run goes on in the page as well', async () => {
    const { controller, now } = await lost()
    isUp = true
    hangs = true
    await during(controller.playback?.seek(45), 20_000)
    expect(now()).toMatchObject({ place: 'page', moved: 'silent', playback: { cursor: 45 } })
    controller.close()
  })

  test('one that takes its time is waited for', async () => {
    const { controller, now } = await lost()
    isUp = true
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      if (path.endsWith('/events')) await new Promise((resolve) => setTimeout(resolve, 30_000))
      return server.api.request(path, init)
    })
    await during(controller.playback?.act({ type: 'learner.open', app: 'Store' }, false), 60_000)
    expect(now()).toMatchObject({ place: 'server', trouble: null, moved: null })
    controller.close()
  })

  test('what stood in the way is told no longer when it is back', async () => {
    const { controller, now } = await lost(connectNowhere)
    await during(controller.playback?.seek(60), 4_000)
    await during(controller.playback?.seek(60), 10)
    expect(now()).toMatchObject({ playback: { problem: { code: 'problem.server-silent' } } })
    isUp = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(now()).toMatchObject({ trouble: null, playback: { problem: null } })
    controller.close()
  })

  test('started again empty, it gets the run again', async () => {
    const { controller, now, messages } = await lost()
    const before = messages()
    const events = controller.playback?.state.run.trace.events.length ?? 0
    server = createServer()
    isUp = true
    await during(controller.playback?.seek(45), 5_000)
    expect(now()).toMatchObject({
      place: 'server',
      trouble: null,
      moved: null,
      playback: { cursor: 45 },
    })
    expect(messages()?.slice(0, before?.length)).toEqual(before)
    expect(asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
    expect(asked.filter((one) => one.startsWith('POST')).length).toBeLessThanOrEqual(
      2 + (controller.playback?.state.run.trace.events.length ?? 0) - events,
    )
    controller.close()
  })
})

describe('a server that has too much to do', () => {
  /** Answers so many commands with a refusal before it carries them out. */
  const refusing = (count: number, status: number, reason: string, headers = {}) => {
    let refused = 0
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      asked.push(`${init?.method ?? 'GET'} ${path}`)
      if (init?.method !== 'POST' || refused >= count) return server.api.request(path, init)
      refused += 1
      return Response.json({ problem: '…', reason: { code: reason } }, { status, headers })
    })
  }
  const opened = async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const { controller, now } = await openController()
    await controller.playback?.seek(20)
    asked = []
    return { controller, now }
  }
  const settle = (now: () => LabRun, place: string) =>
    vi.waitFor(() => expect(now()).toMatchObject({ place, playback: { cursor: 30 } }), {
      timeout: 60_000,
      interval: 200,
    })

  test('is asked again when it says, and nothing has happened', async () => {
    const { controller, now } = await opened()
    refusing(2, 429, 'problem.too-much', { 'retry-after': '1' })
    void controller.playback?.seek(30)
    await vi.advanceTimersByTimeAsync(900)
    expect(asked).toHaveLength(1)
    await settle(now, 'server')
    expect(now()).toMatchObject({ trouble: null, moved: null, playback: { problem: null } })
    controller.close()
  })

  test('is left alone when it never has time: the run goes on in the page', async () => {
    const { controller, now } = await opened()
    refusing(Infinity, 429, 'problem.too-much', { 'retry-after': '3600' })
    void controller.playback?.seek(30)
    await settle(now, 'page')
    expect(now()).toMatchObject({ trouble: null, moved: 'busy', playback: { problem: null } })
    expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(4)
    controller.close()
  })

  test('counts as silent when it cannot reach its store of runs', async () => {
    const { controller, now } = await opened()
    vi.stubGlobal('fetch', async () =>
      Response.json({ problem: '…', reason: { code: 'problem.store-silent' } }, { status: 503 }),
    )
    void controller.playback?.seek(30)
    await settle(now, 'page')
    expect(now()).toMatchObject({ trouble: null, moved: 'silent', playback: { problem: null } })
    controller.close()
  })
})
