import { describe, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { historyOf } from '../../scenarios/model/history-of.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import type { Connect, RunTransport } from '../../web/player/run/link.ts'
import { createOpener } from '../../web/player/run/opener.ts'
import { connectRemote, NoServer } from '../../web/player/run/remote.ts'
import { createFakeRun } from '../node/fake-run.ts'
import { made } from '../support/texts.ts'
import {
  connectHere,
  connectNowhere,
  createServer,
  openController,
  serveHere,
  workflow,
} from './here.ts'

const here = serveHere()

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
    expect(here.asked.filter((path) => path.endsWith('/live'))).toEqual([])
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
    here.isUp = false
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

describe('at the bound of the server', () => {
  test('the run is in the page, and plays', async () => {
    here.server = createServer({ runs: 0 })
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
    here.server.pass(defaultBounds.lifetime)
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

describe('a run with more in its past than the server takes', () => {
  test('is made again in the page', async () => {
    here.server = createServer({ body: 500 })
    const { controller } = await openController()
    await controller.playback?.seek(46)
    const history = historyOf(controller.playback?.state.run ?? { branches: [], branch: '' })
    const again = createOpener({ server: connectRemote, page: connectHere })
    const { run, place } = await again({ workflow, history }, () => undefined)
    expect(place).toBe('page')
    expect(run.state.trace.messages.length).toBeGreaterThanOrEqual(46)
    run.close()
    controller.close()
  })
})

describe('a run that cannot be made again by itself', () => {
  const openStore: LabEvent = { type: 'learner.open', app: 'Store' }

  test('at a real FusionAuth says that it has ended, and is made anew when one asks', async () => {
    here.server = createServer({}, async (options) => createFakeRun(options, false, 'fusionauth'))
    const { controller, now } = await openController()
    await controller.playback?.act(openStore, false)
    here.server.pass(defaultBounds.realLifetime)
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
    here.isUp = false
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
