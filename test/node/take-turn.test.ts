import { describe, expect, it } from 'vitest'
import { createFairQueue } from '../../server/node/fair-queue.ts'
import { noMetrics } from '../../server/node/operations/metrics.ts'
import { createTurnOf } from '../../server/node/take-turn.ts'
import { begin, createLab, openStore, post } from './client.ts'

/** An API where one piece of work is done at a time and one waits for each client. */
const createBusyLab = () => {
  const bounds = { atOnce: 1, perClient: 1, overall: 10, longest: 60_000 }
  const queue = createFairQueue(bounds, () => 0)
  // Tests have no connections, so a header says who asks.
  const turnOf = createTurnOf({
    queue,
    clientOf: (c) => c.req.header('x-client') ?? '',
    fusionauth: 'stand-in',
    metrics: noMetrics,
  })
  return { ...createLab({}, { turnOf }), queue }
}

/** Two runs of one client, and a command that is at work until `release` is called. */
const createBusyClient = async () => {
  const { api, runs, queue } = createBusyLab()
  const [first, second] = [await begin(api), await begin(api)]
  const release = runs[0]?.pause()
  const atWork = post(api, `${first}/events`, { event: openStore })
  const waiting = post(api, `${second}/events`, { event: openStore })
  await expect.poll(() => queue.waiting()).toBe(1)
  return { api, queue, second, release, answers: () => Promise.all([atWork, waiting]) }
}

describe('work of many clients', { timeout: 10_000 }, () => {
  it('is refused at once when too much of one client waits, with the time to ask again', async () => {
    const { api, release, answers } = await createBusyClient()
    const refused = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.body.reason).toMatchObject({ code: 'problem.too-much' })
    release?.()
    expect((await answers()).map(({ status }) => status)).toEqual([200, 200])
  })

  it('says with a refusal that the run can be in the page', async () => {
    const { api, release, answers } = await createBusyClient()
    const { body } = await post(api, '/api/runs', { workflow: 'webapp/oauth-code' })
    expect(body).toMatchObject({ fusionauth: { kind: 'stand-in' } })
    release?.()
    await answers()
  })

  it('of another client is done when it is its turn', async () => {
    const { api, release, answers } = await createBusyClient()
    const other = post(
      api,
      '/api/runs',
      { workflow: 'webapp/oauth-code' },
      { 'x-client': '203.0.113.9' },
    )
    release?.()
    expect((await other).status).toBe(201)
    await answers()
  })

  it('is not done for whoever leaves before its turn', async () => {
    const { api, queue, runs } = { ...createBusyLab() }
    const [first, second] = [await begin(api), await begin(api)]
    const release = runs[0]?.pause()
    const atWork = post(api, `${first}/events`, { event: openStore })
    const page = new AbortController()
    const left = api.request(`${second}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: openStore }),
      signal: page.signal,
    })
    await expect.poll(() => queue.waiting()).toBe(1)
    page.abort()
    expect((await left).status).toBe(408)
    release?.()
    await atWork
    expect(runs[1]?.state.trace.messages).toEqual([])
  })

  it('fills no place for the commands of one run that wait for each other', async () => {
    const { api, runs, queue } = createBusyLab()
    const run = await begin(api)
    const release = runs[0]?.pause()
    const commands = [1, 2, 3].map(() => post(api, `${run}/events`, { event: openStore }))
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
    expect(queue.waiting()).toBe(0)
    release?.()
    expect((await Promise.all(commands)).map(({ status }) => status)).toEqual([200, 200, 200])
  })
})
