import { afterEach, beforeEach, vi } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { createApi } from '../../server/node/api.ts'
import { defaultBounds, type Bounds } from '../../server/node/bounds.ts'
import type { BeginRun } from '../../server/node/runs-interface.ts'
import { openRun } from '../../server/run.ts'
import type { Connect } from '../../web/player/run/link.ts'
import type { RunStatus } from '../../web/player/run/status.ts'
import { createOpener } from '../../web/player/run/opener.ts'
import { connectRemote } from '../../web/player/run/remote.ts'
import { RunController, type LabRun } from '../../web/player/run-controller.ts'

const [first] = workflows
/** The workflow that is played. */
export const workflow = first?.slug ?? ''

/** The API for runs, in this process; time passes as it is told. */
export const createServer = (bounds: Partial<Bounds> = {}, open: BeginRun = openRun) => {
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

/** The server that pages of this process ask, and how it stands with it. */
export interface ServerHere {
  server: ReturnType<typeof createServer>
  isUp: boolean
  /** It takes requests and answers none. */
  hangs: boolean
  /** What it was asked, `METHOD PATH`. */
  asked: string[]
}

/** Answers what is fetched in the tests of a file; each begins with a server of its own. */
export const serveHere = (): ServerHere => {
  const here: ServerHere = { server: createServer(), isUp: true, hangs: false, asked: [] }
  beforeEach(() => {
    here.server = createServer()
    here.isUp = true
    here.hangs = false
    here.asked = []
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
      here.asked.push(`${init?.method ?? 'GET'} ${path}`)
      if (here.hangs)
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        })
      return here.isUp
        ? here.server.api.request(path, init)
        : Promise.reject(new TypeError('Failed to fetch'))
    })
  })
  afterEach(() => {
    here.server.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return here
}

/** Runs in this process in place of a Worker, which Node's tests do not have. */
export const connectHere: Connect = async (options) => {
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

export const connectNowhere: Connect = () => Promise.reject(new Error('there is no Worker'))

/** Opens a run in a controller that tells how it stands with it. */
export const openController = async (page: Connect = connectHere) => {
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

/** A run at message 30 whose server has gone; time passes as the test says. */
export const openLost = async (here: ServerHere, page?: Connect) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  const opened = await openController(page)
  await opened.controller.playback?.seek(30)
  here.isUp = false
  here.asked = []
  return opened
}

/** Lets a command find out, and time pass meanwhile. */
export const during = async (work: Promise<unknown> | undefined, milliseconds: number) => {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await work
}
