import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { workflows as catalogue } from '../../scenarios/catalogue/index.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { openerFor } from '../../server/node/open.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { played } from '../support/play.ts'
import { begin, createLab, get, post } from './client.ts'

const slugs = catalogue.map(({ slug }) => slug)
const [slug = ''] = slugs

/** The API over the engine itself, with the stand-in. */
const createRealLab = () =>
  createLab(
    {},
    { workflows: slugs, openRun: openerFor({ fusionauth: null, bounds: defaultBounds }) },
  )

/** Does what the lesson does, to its end. */
const play = async (api: Hono, run: string): Promise<RunState> => {
  let { state } = (await get(api, run)).body
  for (;;) {
    const next = state.decisionPoints.at(-1)?.next ?? null
    if (next === null) return state
    const at = state.trace.messages.length
    const answer = await post(api, `${run}/events`, { event: next, at })
    expect(answer.status).toBe(200)
    state = answer.body.state
  }
}

describe('a workflow driven over HTTP', () => {
  it.each(slugs)('%s plays to its end, message for message as without HTTP', async (workflow) => {
    const { api, log } = createRealLab()
    const { trace } = await play(api, await begin(api, workflow))
    expect(trace.messages.length).toBeGreaterThan(20)
    expect(trace).toEqual(await played({ workflow }))
    expect(log).toEqual([])
  })

  it('gives two learners the same trace for the same seed, though they take turns', async () => {
    const { api } = createRealLab()
    const [one, two] = [await begin(api, slug), await begin(api, slug)]
    const traces = await Promise.all([play(api, one), play(api, two)])
    expect(traces[0]?.trace).toEqual(traces[1]?.trace)
  })

  it('forks when the learner goes back and does something else', async () => {
    const { api } = createRealLab()
    const run = await begin(api, slug)
    const { trace } = await play(api, run)
    const event = { type: 'fusionauth.stop' }
    const { status, body } = await post(api, `${run}/events`, { event, at: 0 })
    expect(status).toBe(200)
    expect(body.state.trace.messages.length).toBeLessThan(trace.messages.length)
    expect(body.state.branches).toHaveLength(2)
    const back = await post(api, `${run}/branch`, { branch: body.state.branches[0]?.id })
    expect(back.body.state.trace).toEqual(trace)
  })

  it('says why an event is not possible now, and goes on', async () => {
    const { api } = createRealLab()
    const run = await begin(api, slug)
    const { status, body } = await post(api, `${run}/events`, { event: { type: 'hacker.load' } })
    expect(status).toBe(409)
    expect(body.problem.length).toBeGreaterThan(10)
    expect((await play(api, run)).trace.messages.length).toBeGreaterThan(20)
  })

  it.each([
    [{ lesson: 'turo' }, 'lesson'],
    [{ defences: { 'no-such-defence': true } }, 'defences'],
  ])('does not begin with %j, and names the field', async (more, field) => {
    const { api } = createRealLab()
    const { status, body } = await post(api, '/api/runs', { workflow: slug, ...more })
    expect(status).toBe(400)
    expect(body.field).toBe(field)
  })
})
