import { describe, expect, test, vi } from 'vitest'
import type { LabRun } from '../../web/player/run-controller.ts'
import { during, openLost, serveHere } from './here.ts'

const here = serveHere()

describe('a server that answers again', () => {
  /** A run with two branches that has gone on in its page. */
  const moved = async () => {
    const opened = await openLost(here)
    here.isUp = true
    await opened.controller.playback?.act({ type: 'learner.open', app: 'Forums' }, false)
    await opened.controller.playback?.switchTo('b1')
    here.isUp = false
    here.asked = []
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
    expect(before?.branches).toHaveLength(2)
    here.isUp = true
    await back(now)
    expect(now()).toMatchObject({ trouble: null })
    expect(heard.filter((one) => one.moved === 'back')).toHaveLength(1)
    expect(playback?.state).toMatchObject({ cursor: 45, problem: null })
    expect(playback?.state.run).toEqual(before)
    here.asked = []
    await during(playback?.seek(50), 1_000)
    expect(here.asked.filter((one) => one.startsWith('POST'))).not.toEqual([])
    expect(now()).toMatchObject({ playback: { cursor: 50 } })
    controller.close()
  })

  test('what is done while the run goes back is not lost', async () => {
    const { controller, now } = await moved()
    const { playback } = controller
    let acting: Promise<unknown> | undefined
    let crossed = 0
    here.isUp = true
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const response = await here.server.api.request(path, init)
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
    expect(here.asked.length).toBeLessThanOrEqual(12)
    here.asked = []
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(here.asked).toEqual([])
    here.isUp = true
    page.dispatchEvent(new Event('visibilitychange'))
    await back(now)
    controller.close()
  })

  test('a run that was closed meanwhile leaves nothing behind on it', async () => {
    const { controller } = await moved()
    controller.close()
    here.isUp = true
    here.asked = []
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(here.asked).toEqual([])
  })
})
