import { expect, describe, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { createApi } from '../../server/node/api.ts'
import { readConfig } from '../../server/node/config.ts'
import { openerFor } from '../../server/node/open.ts'
import type { BeginRun } from '../../server/node/runs-interface.ts'
import { get, post } from './client.ts'
import { countRuns } from './counting.ts'
import { createFakeRun } from './fake-run.ts'

const workflow = workflows[0]?.slug ?? ''
const openStore: LabEvent = { type: 'learner.open', app: 'Store' }
const aMinute = 60_000

/** The API as an operator sets it, over real runs, with a clock that the test moves. */
const labWith = (env: Readonly<Record<string, string>>, open?: BeginRun) => {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.problems.join(' '))
  let time = 0
  const { metrics, counted } = countRuns()
  const api = createApi({
    openRun: open ?? openerFor(read.config),
    fusionauth: 'stand-in',
    workflows: workflows.map(({ slug }) => slug),
    bounds: read.config.bounds,
    now: () => time,
    site: { names: [], anyAddress: false, publicOrigin: null },
    stopped: new AbortController().signal,
    heartbeat: aMinute,
    clientOf: (c) => c.req.header('x-client') ?? null,
    metrics,
    log: () => undefined,
  })
  const begin = async () => post(api, '/api/runs', { workflow })
  return {
    api,
    counted,
    begin,
    run: async () => `/api/runs/${(await begin()).body.id}`,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

/** How many branches a run lets be opened, and what it says then. */
const branchesOf = async (setting: string) => {
  const { api, run } = labWith({ LOGIN_LAB_BRANCHES: setting })
  const path = await run()
  for (;;) {
    const { status, body } = await post(api, `${path}/fork`, { at: 0 })
    if (status !== 200) return { open: body.state.branches.length, problem: body.problem }
  }
}

describe('each setting of a bound does what it says', () => {
  test('LOGIN_LAB_RUNS: so many runs are in memory at once', async () => {
    const { begin, counted } = labWith({ LOGIN_LAB_RUNS: '2' })
    for (let runs = 0; runs < 3; runs += 1) expect((await begin()).status).toBe(201)
    expect(counted).toEqual(['opened', 'opened', 'folded', 'opened'])
  })

  test('LOGIN_LAB_RUNS: so many at a real FusionAuth, and no more', async () => {
    const { begin } = labWith({ LOGIN_LAB_RUNS: '2' }, async (options) =>
      createFakeRun(options, false, 'fusionauth'),
    )
    const statuses = [await begin(), await begin(), await begin()].map(({ status }) => status)
    expect(statuses).toEqual([201, 201, 429])
  })

  test('LOGIN_LAB_CLIENT_RUNS: so many at a real FusionAuth of one client', async () => {
    const { api } = labWith({ LOGIN_LAB_CLIENT_RUNS: '2' }, async (options) =>
      createFakeRun(options, false, 'fusionauth'),
    )
    const statusFor = async (client: string) =>
      (await post(api, '/api/runs', { workflow }, { 'x-client': client })).status
    const one = [await statusFor('one'), await statusFor('one'), await statusFor('one')]
    expect([...one, await statusFor('two')]).toEqual([201, 201, 429, 201])
  })

  test('LOGIN_LAB_KEPT: of so many the events are kept', async () => {
    const { api, run } = labWith({ LOGIN_LAB_KEPT: '2', LOGIN_LAB_RUNS: '1' })
    const paths = [await run(), await run(), await run()]
    const statuses: number[] = []
    for (const path of paths) statuses.push((await get(api, path)).status)
    expect(statuses).toEqual([404, 200, 200])
  })

  test('LOGIN_LAB_MESSAGES: so many messages in a run', async () => {
    const { api, run } = labWith({ LOGIN_LAB_MESSAGES: '2' })
    const path = await run()
    expect((await post(api, `${path}/events`, { event: openStore })).status).toBe(200)
    const full = await post(api, `${path}/events`, { event: openStore })
    expect(full.status).toBe(409)
    expect(full.body.problem).toContain('from 2 on')
  })

  test.each(['3', '30'])('LOGIN_LAB_BRANCHES=%s: so many branches in a run', async (setting) => {
    const { open, problem } = await branchesOf(setting)
    expect(open).toBe(Number(setting))
    expect(problem).toContain(`${setting} is the most`)
  })

  test('LOGIN_LAB_MINUTES: so long a run is in memory that nobody uses', async () => {
    const { api, run, pass, counted } = labWith({ LOGIN_LAB_MINUTES: '3' })
    const path = await run()
    pass(3 * aMinute - 1)
    await run()
    expect(counted).not.toContain('folded')
    pass(1)
    await run()
    expect(counted).toContain('folded')
    expect((await get(api, path)).status).toBe(200)
  })

  test('LOGIN_LAB_HOURS: so long its events are kept', async () => {
    const { api, run, pass } = labWith({ LOGIN_LAB_HOURS: '2' })
    const path = await run()
    pass(120 * aMinute - 1)
    expect((await get(api, path)).status).toBe(200)
    pass(120 * aMinute)
    expect((await get(api, path)).status).toBe(404)
  })

  test('LOGIN_LAB_REAL_MINUTES: so long one at a real FusionAuth is kept', async () => {
    const { api, run, pass } = labWith({ LOGIN_LAB_REAL_MINUTES: '5' }, async (options) =>
      createFakeRun(options, false, 'fusionauth'),
    )
    const path = await run()
    pass(5 * aMinute - 1)
    expect((await get(api, path)).status).toBe(200)
    pass(5 * aMinute)
    expect((await get(api, path)).status).toBe(410)
  })

  test('LOGIN_LAB_BODY_BYTES: so much is read of a request', async () => {
    const { api, run } = labWith({ LOGIN_LAB_BODY_BYTES: '200' })
    const path = await run()
    expect((await post(api, `${path}/fork`, `{"at":0}${' '.repeat(192)}`)).status).toBe(200)
    expect((await post(api, `${path}/fork`, `{"at":0}${' '.repeat(193)}`)).status).toBe(413)
  })

  test('LOGIN_LAB_FOLLOWERS: so many follow one run live', async () => {
    const { api, run } = labWith({ LOGIN_LAB_FOLLOWERS: '2' })
    const path = await run()
    const answers = [1, 2, 3].map(async () => (await api.request(`${path}/live`)).status)
    expect((await Promise.all(answers)).toSorted((a, b) => a - b)).toEqual([200, 200, 429])
  })
})
