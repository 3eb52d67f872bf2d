import type { RunRequest } from '../../scenarios/model/request.ts'
import { describe, expect, it } from 'vitest'
import { begin, createLab, get, openStore, post } from './client.ts'
import { createFakeRun, type FakeRun } from './fake-run.ts'

/** Runs that nobody can make again: they make no room, and end. */
const real = (made: FakeRun[] = []) => ({
  openRun: async (options: RunRequest) => {
    const run = createFakeRun(options, true, 'fusionauth')
    made.push(run)
    return run
  },
})

describe('every bound has an answer', () => {
  it('a body that is too large', async () => {
    const { api } = createLab({ body: 1000 })
    const answer = await post(api, '/api/runs', {
      workflow: 'webapp/oauth-code',
      seed: 's'.repeat(1000),
    })
    expect(answer.status).toBe(413)
    expect(answer.body.problem).toContain('1000 bytes')
  })

  it('a body that is too large and does not say how large it is', async () => {
    const { api } = createLab({ body: 1000 })
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(100).fill(32))
      },
    })
    const response = await api.request('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(pulled).toBeLessThan(20)
  })

  it('a body of exactly the bound is read', async () => {
    const text = JSON.stringify({ workflow: 'webapp/oauth-code' })
    const { api } = createLab({ body: text.length })
    expect((await post(api, '/api/runs', text)).status).toBe(201)
    expect((await post(api, '/api/runs', `${text} `)).status).toBe(413)
  })

  it('too many runs: come back when the oldest may have ended', async () => {
    const { api, pass } = createLab({ runs: 2, realLifetime: 60_000 }, real())
    const first = await begin(api)
    await begin(api)
    pass(20_000)
    const answer = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('40')
    await get(api, first, 'DELETE')
    const again = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(again.status).toBe(201)
  })

  it('too many runs, all asked for at the same moment', async () => {
    const { api } = createLab({ runs: 3 })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(api, '/api/runs', { workflow: 'webapp/oauth-code' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  it('a run that cannot begin takes no place', async () => {
    const { api } = createLab({ runs: 1 }, { openRun: () => Promise.reject(new Error('broken')) })
    const body = { workflow: 'webapp/oauth-code' }
    expect((await post(api, '/api/runs', body)).status).toBe(500)
    expect((await post(api, '/api/runs', body)).status).toBe(500)
  })

  it('a run full of messages can still be looked at', async () => {
    const { api } = createLab({ messages: 4 })
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    await post(api, `${run}/events`, { event: openStore })
    const full = await post(api, `${run}/events`, { event: openStore })
    expect(full.status).toBe(409)
    expect(full.body.problem).toContain('start a new run')
    expect(full.body.state.trace.messages).toHaveLength(4)
    expect((await get(api, run)).status).toBe(200)
  })

  it('a run cannot be filled through its branches either, and the refusal moves nothing', async () => {
    const { api } = createLab({ messages: 4 })
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    await post(api, `${run}/events`, { event: openStore, at: 0 })
    const full = await post(api, `${run}/events`, { event: openStore, at: 0 })
    expect(full.status).toBe(409)
    expect(full.body.state.branches).toHaveLength(2)
  })

  it('too many branches', async () => {
    const { api } = createLab({ branches: 2 })
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    await post(api, `${run}/fork`, { at: 0 })
    expect((await post(api, `${run}/fork`, { at: 0 })).status).toBe(409)
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(200)
    const past = await post(api, `${run}/events`, { event: openStore, at: 0 })
    expect(past.status).toBe(409)
    expect(past.body.problem).toContain('2 branches')
  })

  it('a run at a real FusionAuth that nobody used has ended, and its learner hears so', async () => {
    const runs: FakeRun[] = []
    const { api, pass } = createLab({ realLifetime: 60_000 }, real(runs))
    const run = await begin(api)
    pass(60_000)
    const answer = await get(api, run)
    expect(answer.status).toBe(410)
    expect(answer.body.problem).toContain('Start a new one')
    expect(runs[0]?.closed()).toBe(true)
  })

  it('a run at a real FusionAuth ends after twelve hours, however busy it is', async () => {
    const runs: FakeRun[] = []
    const { api, pass } = createLab({}, real(runs))
    const run = await begin(api)
    const minute = 60_000
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) {
      pass(30 * minute)
      expect((await get(api, run)).status).toBe(200)
    }
    pass(30 * minute)
    expect((await get(api, run)).status).toBe(410)
    expect(runs[0]?.closed()).toBe(true)
  })

  it('a run that nobody asks for leaves the memory by itself', async () => {
    let sweep = (): void => undefined
    const { runs, api, pass } = createLab(
      { lifetime: 60_000 },
      { scheduleSweep: (work) => (sweep = work) },
    )
    await begin(api)
    pass(59_999)
    sweep()
    expect(runs[0]?.closed()).toBe(false)
    pass(1)
    sweep()
    expect(runs[0]?.closed()).toBe(true)
  })

  it('a run whose asker has left while it was opened takes no place', async () => {
    const leaving = new AbortController()
    const { runs, api } = createLab(
      { runs: 1 },
      {
        openRun: async (options) => {
          leaving.abort()
          const run = createFakeRun(options)
          runs.push(run)
          return run
        },
      },
    )
    await api.request('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workflow: 'webapp/oauth-code' }),
      signal: leaving.signal,
    })
    expect(runs[0]?.closed()).toBe(true)
    await begin(api)
    expect(runs[1]?.closed()).toBe(false)
  })

  it('every use prolongs the life of a run that cannot be made again', async () => {
    const { api, pass } = createLab({ realLifetime: 60_000 }, real())
    const [used, forgotten] = [await begin(api), await begin(api)]
    for (let minute = 0; minute < 5; minute += 1) {
      pass(59_000)
      expect((await get(api, used)).status).toBe(200)
    }
    expect((await get(api, forgotten)).status).toBe(410)
  })

  it('expired runs are remembered, but not for ever', async () => {
    let sweep = (): void => undefined
    const { api, pass } = createLab(
      { realLifetime: 1, runs: 2000 },
      { ...real(), scheduleSweep: (work) => (sweep = work) },
    )
    const first = await begin(api)
    pass(1)
    const rest = await Promise.all(Array.from({ length: 1000 }, () => begin(api)))
    expect((await get(api, first)).status).toBe(410)
    pass(1)
    sweep()
    expect((await get(api, rest[0] ?? '')).status).toBe(410)
    expect((await get(api, first)).status).toBe(404)
  })

  it('too many commands that wait for one run', async () => {
    const { api, runs } = createLab({ waiting: 2 })
    const run = await begin(api)
    const go = runs[0]?.pause()
    const waiting = [1, 2].map(() => post(api, `${run}/events`, { event: openStore }))
    await new Promise((resolve) => setImmediate(resolve))
    const refused = await post(api, `${run}/events`, { event: openStore })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    go?.()
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200])
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(200)
  })
})
