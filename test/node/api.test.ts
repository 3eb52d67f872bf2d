import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Unreachable } from '../../scenarios/engine/ports.ts'
import { createFakeRun } from './fake-run.ts'
import { begin, createLab, get, openStore, post } from './client.ts'
import { made } from '../support/texts.ts'

describe('a run over HTTP', () => {
  it('begins with a state and an id that nobody can guess', async () => {
    const { api } = createLab()
    const answer = await post(api, '/api/runs', {
      workflow: 'webapp/oauth-code',
      lesson: 'tour',
      seed: 'a seed',
      defences: { 'refresh-token-rotation': true },
    })
    expect(answer.status).toBe(201)
    expect(answer.body.id).toMatch(/^[\w-]{22,}$/)
    expect(answer.body.state.trace).toMatchObject({
      workflow: 'webapp/oauth-code',
      lesson: 'tour',
      seed: 'a seed',
      defences: { 'refresh-token-rotation': true },
    })
  })

  it('never gives one id twice', async () => {
    const { api } = createLab({ runs: 300 })
    const ids = await Promise.all(Array.from({ length: 300 }, () => begin(api)))
    expect(new Set(ids).size).toBe(300)
  })

  it('acts when it is sent an event', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const answer = await post(api, `${run}/events`, { event: openStore })
    expect(answer.status).toBe(200)
    expect(answer.body.state.trace.messages).toHaveLength(2)
    expect((await get(api, run)).body.state).toEqual(answer.body.state)
  })

  it('says why when the run refuses an event, and stays usable', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const answer = await post(api, `${run}/events`, { event: { type: 'hacker.load' } })
    expect(answer.status).toBe(409)
    expect(answer.body.problem).toBe('Nothing was stolen yet.')
    expect(answer.body.reason).toEqual(made('Nothing was stolen yet.'))
    expect(answer.body.state.trace.messages).toHaveLength(0)
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(200)
  })

  it('tells what it cannot do, and says so again when it is asked to', async () => {
    const able = await post(createLab().api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(able.body).toMatchObject({ forks: true, switches: true })
    const { api } = createLab({}, { openRun: async (options) => createFakeRun(options, false) })
    const { body } = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(body).toMatchObject({ forks: false, switches: false })
    const run = `/api/runs/${body.id}`
    expect((await post(api, `${run}/fork`, { at: 0 })).status).toBe(409)
    expect((await post(api, `${run}/branch`, { branch: 'main' })).status).toBe(409)
  })

  it('forks when it acts in the past, and keeps the old branch', async () => {
    const { api } = createLab()
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    await post(api, `${run}/events`, { event: openStore })
    const { body } = await post(api, `${run}/events`, { event: openStore, at: 2 })
    expect(body.state.branches.map(({ length }) => length)).toEqual([4, 4])
    expect(body.state.branches[1]).toMatchObject({ parent: 'main', forkedAt: 2 })
    const back = await post(api, `${run}/branch`, { branch: 'main' })
    expect(back.body.state.branch).toBe('main')
  })

  it('forks without acting', async () => {
    const { api } = createLab()
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    const { status, body } = await post(api, `${run}/fork`, { at: 0 })
    expect(status).toBe(200)
    expect(body.state.branches).toHaveLength(2)
  })

  it('says so when there is no such branch', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const { status, body } = await post(api, `${run}/branch`, { branch: 'nowhere' })
    expect(status).toBe(409)
    expect(body.problem).toContain('nowhere')
  })

  it('takes two events sent at once one after the other', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const answers = await Promise.all([
      post(api, `${run}/events`, { event: openStore }),
      post(api, `${run}/events`, { event: openStore }),
    ])
    const lengths = answers.map(({ body }) => body.state.trace.messages.length)
    expect(lengths.toSorted((a, b) => a - b)).toEqual([2, 4])
  })

  it('answers a page that knows its present state without saying it again', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const asks = (etag: string | null) =>
      api.request(run, { headers: etag === null ? {} : { 'if-none-match': etag } })
    const sent = await post(api, `${run}/events`, { event: openStore })
    const etag = sent.headers.get('etag')
    const same = await asks(etag)
    expect([same.status, await same.text()]).toEqual([304, ''])
    await post(api, `${run}/events`, { event: openStore })
    const other = await asks(etag)
    expect(other.status).toBe(200)
    expect(await other.json()).toMatchObject({ state: { now: 0 } })
  })

  it('tells who says what he has only what is new', async () => {
    const { api } = createLab()
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    const { body } = await post(api, `${run}/events`, { event: openStore, have: 'main.2.0' })
    expect(body.state).toBeUndefined()
    expect(body.increment.messages.map(({ n }) => n)).toEqual([3, 4])
    const late = await get(api, `${run}?have=main.1.0`)
    expect(late.body.increment.messages.map(({ n }) => n)).toEqual([2, 3, 4])
  })

  it('says what its runs talk to', async () => {
    const { api } = createLab({}, { fusionauth: 'fusionauth' })
    expect((await get(api, '/api')).body).toEqual({ fusionauth: { kind: 'fusionauth' } })
  })

  it('gives the trace as it stands', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const { body } = await post(api, `${run}/events`, { event: openStore })
    const response = await api.request(`${run}/trace`)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual(body.state.trace)
  })

  it('is gone after it was deleted, and its engine is closed', async () => {
    const { api, runs } = createLab()
    const run = await begin(api)
    expect((await get(api, run, 'DELETE')).status).toBe(204)
    expect((await get(api, run)).status).toBe(404)
    expect(runs[0]?.closed()).toBe(true)
  })

  it('is closed when the server stops', async () => {
    const { api, runs, stop } = createLab()
    const run = await begin(api)
    stop()
    expect(runs[0]?.closed()).toBe(true)
    expect((await get(api, run)).status).toBe(404)
  })
})

describe('a run whose id its page has chosen', () => {
  const id = 'a-b_c'.padEnd(24, '0')
  const put = (api: Hono, at = id) =>
    api.request(`/api/runs/${at}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workflow: 'webapp/oauth-code' }),
    })

  it('is there under this id', async () => {
    const { api } = createLab()
    expect((await put(api)).status).toBe(201)
    expect((await get(api, `/api/runs/${id}`)).status).toBe(200)
  })

  it('is not taken over by whoever chooses the same id', async () => {
    const { api } = createLab()
    await put(api)
    await post(api, `/api/runs/${id}/events`, { event: openStore })
    expect((await put(api)).status).toBe(409)
    expect((await get(api, `/api/runs/${id}`)).body.state.trace.messages).toHaveLength(2)
  })

  it('needs an id that nobody can guess', async () => {
    const { api } = createLab()
    for (const short of ['1', 'a'.repeat(23), 'a'.repeat(25), `${'a'.repeat(23)}.`])
      expect((await put(api, short)).status).toBe(400)
  })

  it('is not opened for a page that has left before it was open', async () => {
    const { api, runs } = createLab()
    const [opening] = await Promise.all([put(api), get(api, `/api/runs/${id}`, 'DELETE')])
    expect(opening.status).toBe(408)
    expect(runs.every((run) => run.closed())).toBe(true)
    expect((await get(api, `/api/runs/${id}`)).status).toBe(404)
  })

  it('is not opened for a page whose farewell came first', async () => {
    const { api, runs } = createLab()
    expect((await get(api, `/api/runs/${id}`, 'DELETE')).status).toBe(404)
    expect((await put(api)).status).toBe(408)
    expect(runs.every((run) => run.closed())).toBe(true)
  })
})

describe('isolation', () => {
  it('keeps what happens in one run out of every other', async () => {
    const { api } = createLab()
    const [mine, yours] = [await begin(api), await begin(api, 'webapp/native-login')]
    await post(api, `${mine}/events`, { event: openStore })
    const { body } = await get(api, yours)
    expect(body.state.trace).toMatchObject({ workflow: 'webapp/native-login', messages: [] })
  })

  it('answers a foreign id exactly as an unknown one', async () => {
    const [one, other] = [createLab(), createLab()]
    const foreign = await begin(other.api)
    const paths = [foreign, '/api/runs/AAAAAAAAAAAAAAAAAAAAAAAA', '/api/runs/__proto__']
    const answers = await Promise.all(
      paths.map(async (path) => {
        const response = await one.api.request(path)
        return [response.status, await response.text(), ...response.headers]
      }),
    )
    expect(answers[0]?.[0]).toBe(404)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('does not open a run for part of its id, or for its id in other letters', async () => {
    const { api } = createLab()
    const run = await begin(api)
    for (const path of [run.slice(0, -1), `${run}A`, run.toLowerCase(), `${run}%00`])
      expect((await get(api, path)).status).toBe(404)
  })
})

describe('when a run cannot begin', () => {
  it('says which known workflow is nearest to an unknown one', async () => {
    const { api } = createLab()
    const { status, body } = await post(api, '/api/runs', { workflow: 'webapp/nativ-login' })
    expect(status).toBe(404)
    expect(body).toMatchObject({ field: 'workflow', nearest: 'webapp/native-login' })
    expect(body.problem).toContain('webapp/native-login')
  })

  it('passes on what the lesson or the defences refuse', async () => {
    const { api } = createLab(
      {},
      { openRun: async () => ({ problem: 'There is no lesson "x".', field: 'lesson' }) },
    )
    const { status, body } = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(status).toBe(400)
    expect(body).toEqual({ problem: 'There is no lesson "x".', field: 'lesson' })
  })

  it('says so when FusionAuth cannot be reached', async () => {
    const { api, log } = createLab(
      {},
      {
        openRun: () =>
          Promise.reject(new Unreachable('http://localhost:9011', made('Nobody there.'))),
      },
    )
    const { status, body } = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(status).toBe(503)
    expect(body.problem).toContain('Nobody there.')
    expect(log).toEqual([])
  })

  it('logs a defect without anything that a learner sent or a secret could hide in', async () => {
    const { api, log } = createLab(
      {},
      { openRun: () => Promise.reject(new Error('secret-in-a-message')) },
    )
    const { status, body } = await post(api, '/api/runs', {
      workflow: 'webapp/oauth-code',
      seed: 'a-private-seed',
    })
    expect(status).toBe(500)
    expect(log).toHaveLength(1)
    expect(JSON.stringify([log, body])).not.toMatch(/secret-in-a-message|a-private-seed/)
  })
})
