import { describe, expect, test, vi } from 'vitest'
import type { LabRun } from '../../web/player/run-controller.ts'
import { openController, serveHere } from './here.ts'

const here = serveHere()

describe('a command', () => {
  test('a command whose answer was lost is not carried out twice', async () => {
    const { controller } = await openController()
    await controller.playback?.seek(30)
    const events = controller.playback?.state.run.trace.events.length ?? 0
    let isCut = false
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const response = await here.server.api.request(path, init)
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
      if (path.endsWith('/events')) await here.server.api.request(path, init)
      const response = await here.server.api.request(path, init)
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
    const events = here.asked.find((one) => one.startsWith('PUT'))?.slice(4)
    await here.server.api.request(`${events}/events`, {
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
})

describe('a server that has too much to do', () => {
  /** Answers so many commands with a refusal before it carries them out. */
  const refusing = (count: number, status: number, reason: string, headers = {}) => {
    let refused = 0
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      here.asked.push(`${init?.method ?? 'GET'} ${path}`)
      if (init?.method !== 'POST' || refused >= count) return here.server.api.request(path, init)
      refused += 1
      return Response.json({ problem: '…', reason: { code: reason } }, { status, headers })
    })
  }
  const opened = async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const { controller, now } = await openController()
    await controller.playback?.seek(20)
    here.asked = []
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
    expect(here.asked).toHaveLength(1)
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
    expect(here.asked.filter((one) => one.startsWith('POST'))).toHaveLength(4)
    controller.close()
  })

  test('counts as silent when it tells how a run is and does nothing with it', async () => {
    const { controller, now } = await opened()
    refusing(1_000, 503, 'problem.store-silent')
    void controller.playback?.seek(30)
    await settle(now, 'page')
    expect(now()).toMatchObject({ trouble: null, moved: 'silent', playback: { problem: null } })
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
