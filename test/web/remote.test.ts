import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { createApi } from '../../server/node/api.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openRun } from '../../server/run.ts'
import type { OpenRun, Trouble } from '../../web/run/open.ts'
import { NoServer, openRemote } from '../../web/run/remote.ts'
import { Session, type SessionState } from '../../web/session.ts'

const [first] = workflows
const workflow = first?.slug ?? ''

const createServer = () => {
  const stopping = new AbortController()
  const api = createApi({
    openRun,
    workflows: workflows.map(({ slug }) => slug),
    bounds: defaultBounds,
    now: () => 0,
    site: { names: [], anyAddress: false, publicOrigin: null },
    stopped: stopping.signal,
    heartbeat: 60_000,
    log: () => undefined,
  })
  return { api, stop: () => stopping.abort() }
}

/** An EventSource over the API in this process; it does not reconnect by itself. */
const eventSource = (api: () => Hono) =>
  class extends EventTarget {
    #over = false
    constructor(path: string) {
      super()
      void this.#read(path)
    }
    async #read(path: string): Promise<void> {
      const response = await api().request(path)
      if (!response.ok || response.body === null) {
        this.dispatchEvent(new Event('error'))
        return
      }
      this.dispatchEvent(new Event('open'))
      let text = ''
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        if (this.#over) return
        text += chunk
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.#tell(block)
      }
      if (!this.#over) this.dispatchEvent(new Event('error'))
    }
    #tell(block: string): void {
      const type = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (type !== undefined) this.dispatchEvent(new MessageEvent(type, { data }))
    }
    close(): void {
      this.#over = true
    }
  }

let server = createServer()

beforeEach(() => {
  server = createServer()
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => server.api.request(path, init))
  vi.stubGlobal(
    'EventSource',
    eventSource(() => server.api),
  )
})
afterEach(() => {
  server.stop()
  vi.unstubAllGlobals()
})

const until = (what: () => boolean) => vi.waitFor(() => expect(what()).toBe(true))

describe('a run on the server', () => {
  test('does what is asked and shows what came of it', async () => {
    const run = await openRemote({ workflow }, () => undefined)
    expect(run.state.plan.length).toBeGreaterThan(40)
    expect(await run.send({ type: 'learner.open', app: 'Store' })).toEqual({ ok: true })
    expect(run.state.trace.messages.map(({ id }) => id)).toEqual([
      'initialize.home-request',
      'initialize.home-response',
    ])
    run.close()
  })

  test('seeks at once, and acts where the page looks', async () => {
    const run = await openRemote({ workflow }, () => undefined)
    await run.send({ type: 'learner.open', app: 'Store' })
    run.seek(0)
    expect(run.state.cursor).toBe(0)
    expect(await run.send({ type: 'learner.open', app: 'Forums' })).toEqual({ ok: true })
    expect(run.state.branches).toHaveLength(2)
    run.close()
  })

  test("passes on the server's own words when it refuses", async () => {
    const run = await openRemote({ workflow }, () => undefined)
    const result = await run.send({ type: 'hacker.load' })
    expect(result).toMatchObject({ ok: false, problem: expect.stringMatching(/\w+ .*\./) })
    run.close()
  })

  test('says that there is no server when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(openRemote({ workflow }, () => undefined)).rejects.toBeInstanceOf(NoServer)
  })

  test('says so too when somebody else answers', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Not here</h1>', { status: 405 }))
    await expect(openRemote({ workflow }, () => undefined)).rejects.toBeInstanceOf(NoServer)
  })

  test('an unknown workflow is a refusal, not a missing server', async () => {
    const opening = openRemote({ workflow: 'webapp/nonsense' }, () => undefined)
    await expect(opening).rejects.toThrow(/There is no workflow "webapp\/nonsense"/)
  })
})

describe('a server that goes away', () => {
  const openSession = async (elsewhere: OpenRun | null = null) => {
    const troubles: (Trouble | null)[] = []
    let state: SessionState = { kind: 'opening' }
    const session = new Session(
      async (options, onTrouble) => ({
        place: 'server',
        run: await openRemote(options, (trouble) => {
          troubles.push(trouble)
          onTrouble(trouble)
        }),
      }),
      (next) => {
        state = next
      },
      elsewhere,
    )
    await session.open({ workflow })
    await session.playback?.seek(30)
    return { session, troubles, now: () => state }
  }

  test('loses nothing that was seen', async () => {
    const { session, now } = await openSession()
    server.stop()
    await until(() => session.state.kind === 'open' && session.state.trouble?.gone === true)
    session.playback?.back()
    expect(now()).toMatchObject({ kind: 'open', playback: { cursor: 29 } })
    session.close()
  })

  test('and comes back: the same run is made again, to the same message', async () => {
    const { session, now } = await openSession()
    const before = session.playback?.state.run.trace.messages
    server.stop()
    await until(() => session.state.kind === 'open' && session.state.trouble?.gone === true)
    server = createServer()
    await session.again()
    expect(now()).toMatchObject({ kind: 'open', trouble: null, playback: { cursor: 30 } })
    expect(session.playback?.state.run.trace.messages).toEqual(before)
    session.close()
  })

  test('the run goes on in the page, from the same message, and says why', async () => {
    const { session, now } = await openSession(async (options) => ({
      place: 'page',
      run: await openRun(options),
    }))
    const before = session.playback?.state.run.trace.messages
    session.playback?.setSpeed(2)
    server.stop()
    await until(() => session.state.kind === 'open' && session.state.place === 'page')
    expect(now()).toMatchObject({
      trouble: null,
      moved: { problem: expect.stringMatching(/\w/) },
      playback: { cursor: 30, speed: 2 },
    })
    expect(session.playback?.state.run.trace.messages).toEqual(before)
    const length = before?.length ?? 0
    await session.playback?.seek(length + 1)
    expect(session.playback?.state.cursor).toBe(length + 1)
    session.acknowledge()
    expect(now()).toMatchObject({ moved: null })
    session.close()
  })

  test('a command to a silent server says what to do', async () => {
    const { session, now } = await openSession()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await session.playback?.act({ type: 'fusionauth.stop' }, false)
    expect(now()).toMatchObject({
      playback: {
        cursor: 30,
        problem: 'The server does not answer. Check that it is running, then try again.',
      },
    })
    session.close()
  })
})
