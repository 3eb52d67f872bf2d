import { describe, expect, test, vi } from 'vitest'
import type { Connect } from '../../web/player/run/link.ts'
import { connectHere, connectNowhere, createServer, during, openLost, serveHere } from './here.ts'

const here = serveHere()
const lost = (page?: Connect) => openLost(here, page)

describe('a server that goes away', () => {
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

  test('when it is back within seconds, nothing has happened', async () => {
    const { controller, now, heard } = await lost()
    const seeking = controller.playback?.seek(45)
    await vi.advanceTimersByTimeAsync(300)
    here.isUp = true
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
    here.isUp = true
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
      expect(here.asked.length).toBeGreaterThan(2)
      expect(here.asked.length).toBeLessThanOrEqual(10)
      controller.close()
    },
  )

  test('the looking ends, until somebody asks for it', async () => {
    const { controller, now } = await lost(connectNowhere)
    await during(controller.playback?.seek(60), 20 * 60_000)
    expect(now()).toMatchObject({ trouble: { kind: 'silent', isOver: true } })
    const before = here.asked.length
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(here.asked).toHaveLength(before)
    here.isUp = true
    await during(controller.retry(), 5_000)
    expect(now()).toMatchObject({ trouble: null, playback: { cursor: 30 } })
    controller.close()
  })

  test('when it hangs, the run goes on in the page as well', async () => {
    const { controller, now } = await lost()
    here.isUp = true
    here.hangs = true
    await during(controller.playback?.seek(45), 20_000)
    expect(now()).toMatchObject({ place: 'page', moved: 'silent', playback: { cursor: 45 } })
    controller.close()
  })

  test('one that takes its time is waited for', async () => {
    const { controller, now } = await lost()
    here.isUp = true
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      if (path.endsWith('/events')) await new Promise((resolve) => setTimeout(resolve, 30_000))
      return here.server.api.request(path, init)
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
    here.isUp = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(now()).toMatchObject({ trouble: null, playback: { problem: null } })
    controller.close()
  })

  test('started again empty, it gets the run again', async () => {
    const { controller, now, messages } = await lost()
    const before = messages()
    const events = controller.playback?.state.run.trace.events.length ?? 0
    here.server = createServer()
    here.isUp = true
    await during(controller.playback?.seek(45), 5_000)
    expect(now()).toMatchObject({
      place: 'server',
      trouble: null,
      moved: null,
      playback: { cursor: 45 },
    })
    expect(messages()?.slice(0, before?.length)).toEqual(before)
    expect(here.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
    expect(here.asked.filter((one) => one.startsWith('POST')).length).toBeLessThanOrEqual(
      2 + (controller.playback?.state.run.trace.events.length ?? 0) - events,
    )
    controller.close()
  })
})
