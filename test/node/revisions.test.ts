import { describe, expect, it } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { historyOf } from '../../scenarios/model/history-of.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openerFor } from '../../server/node/open.ts'
import { createMemoryStore } from '../../server/node/store/memory.ts'
import { StoreSilent, type RunStore } from '../../server/node/store/store.ts'
import { openRun } from '../../server/run.ts'
import { begin, createLab, get, openStore, post } from './client.ts'

const workflow = workflows[0]?.slug ?? ''
const login = { type: 'learner.login', app: 'Store' }

const newStore = (): RunStore => createMemoryStore({ lifetime: 60_000, most: 1000, now: () => 0 })

/** A node over a store that it may share with others. */
const node = (store: RunStore = newStore()) =>
  createLab({}, { openRun, store, workflows: [workflow] })

describe('a run over HTTP, as its page has seen it', () => {
  it('has a tag that grows with each command, and not with what was refused', async () => {
    const { api } = node()
    const run = await begin(api, workflow)
    const tags = [(await get(api, run)).headers.get('etag')]
    for (const event of [openStore, { type: 'hacker.load' }, login])
      tags.push((await post(api, `${run}/events`, { event })).headers.get('etag'))
    expect(tags).toEqual(['"1"', '"2"', '"2"', '"3"'])
  })

  it('does nothing for who has seen another state, and says how it is', async () => {
    const { api } = node()
    const run = await begin(api, workflow)
    const send = () => post(api, `${run}/events`, { event: openStore }, { 'if-match': '"1"' })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([200, 412])
    expect(second.body.state).toEqual(first.body.state)
  })

  it.each(['', '"', 'x', '"0"', '"01"', '"1", "2"', '"99999999999999999999"'])(
    'does nothing for an If-Match that names no state of it: %j',
    async (tag) => {
      const { api } = node()
      const run = await begin(api, workflow)
      const headers = { 'if-match': tag }
      expect((await post(api, `${run}/events`, { event: openStore }, headers)).status).toBe(412)
    },
  )

  it('tells who says what it has only what is new, also when nothing was done', async () => {
    const { api } = node()
    const run = await begin(api, workflow)
    const send = () =>
      post(api, `${run}/events`, { event: openStore, have: 'b1.0.1' }, { 'if-match': '"1"' })
    await send()
    const { status, body } = await send()
    expect(status).toBe(412)
    expect(body.increment.messages.length).toBeGreaterThan(0)
  })
})

describe('several nodes over one store', () => {
  it('carry on one run, whichever is asked', async () => {
    const store = newStore()
    const [one, two, three] = [node(store), node(store), node(store)]
    const run = await begin(one.api, workflow)
    for (const [{ api }, event] of [
      [one, openStore],
      [two, login],
      [three, openStore],
      [one, login],
    ] as const)
      expect((await post(api, `${run}/events`, { event })).status).toBe(200)
    const states = await Promise.all(
      [one, two, three].map(async ({ api }) => (await get(api, run)).body.state),
    )
    expect(states[1]).toEqual(states[0])
    expect(states[2]).toEqual(states[0])
    expect(states[0]?.trace.events).toHaveLength(4)
  })

  it('do a command once that is sent to both at the same moment', async () => {
    const store = newStore()
    const [one, two] = [node(store), node(store)]
    const run = await begin(one.api, workflow)
    await get(two.api, run)
    const answers = await Promise.all(
      [one, two].map(({ api }) =>
        post(api, `${run}/events`, { event: openStore }, { 'if-match': '"1"' }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    expect((await get(one.api, run)).body.state.trace.events).toHaveLength(1)
  })

  it('do both commands of two pages that ask for no state, one after the other', async () => {
    const store = newStore()
    const [one, two] = [node(store), node(store)]
    const run = await begin(one.api, workflow)
    await get(two.api, run)
    const wait = { type: 'clock.advance', seconds: 5 }
    await Promise.all([one, two].map(({ api }) => post(api, `${run}/events`, { event: wait })))
    expect((await get(one.api, run)).body.state.trace.events).toEqual([wait, wait])
    expect((await get(two.api, run)).body.state.trace.events).toEqual([wait, wait])
  })

  it('tell who follows a run on one of them what another one has done', async () => {
    const store = newStore()
    let sweep = (): void => undefined
    const one = createLab(
      {},
      { openRun, store, workflows: [workflow], scheduleSweep: (work) => (sweep = work) },
    )
    const two = node(store)
    const run = await begin(one.api, workflow)
    const followed = await one.api.request(`${run}/live`)
    const reader = followed.body?.getReader()
    const next = async (): Promise<string> =>
      Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(await next()).toMatch(/^event: state/)
    await post(two.api, `${run}/events`, { event: openStore })
    sweep()
    expect(await next()).toMatch(/^event: increment\nid: b1\.2\./)
    await reader?.cancel()
  })

  it('open one run for a request that a proxy sends again to another one', async () => {
    const store = newStore()
    const [one, two] = [node(store), node(store)]
    const id = 'a'.repeat(24)
    const put = ({ api }: typeof one, body: object) =>
      api.request(`/api/runs/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const request = { workflow, seed: 'again' }
    const first = await put(one, request)
    const second = await put(two, request)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    expect((await put(two, { workflow, seed: 'other' })).status).toBe(409)
    await post(one.api, `/api/runs/${id}/events`, { event: openStore })
    expect((await put(two, request)).status).toBe(409)
  })

  it('know that a run was ended on another one', async () => {
    const store = newStore()
    const [one, two] = [node(store), node(store)]
    const run = await begin(one.api, workflow)
    await get(two.api, run, 'DELETE')
    expect((await get(one.api, run)).status).toBe(404)
  })

  it('keep a run on that the store has lost, for who has seen all of it, and for nobody else', async () => {
    const lost = new Set<string>()
    const inner = newStore()
    const store: RunStore = {
      ...inner,
      read: async (id) => (lost.delete(id) ? (await inner.end(id), null) : inner.read(id)),
      write: async () => true,
    }
    const { api } = node(store)
    const run = await begin(api, workflow)
    const id = run.split('/').at(-1) ?? ''
    lost.add(id)
    const seen = await api.request(run, { headers: { 'if-none-match': '"1"' } })
    expect(seen.status).toBe(304)
    lost.add(id)
    expect((await api.request(run, { headers: { 'if-none-match': '"9"' } })).status).toBe(404)
  })
})

describe('a run that is made again', () => {
  it('from the history that a page sends has all branches and the same messages', async () => {
    const first = node()
    const run = await begin(first.api, workflow)
    await post(first.api, `${run}/events`, { event: openStore })
    await post(first.api, `${run}/events`, { event: login })
    const forked = await post(first.api, `${run}/fork`, { at: 2 })
    const history = historyOf(forked.body.state)
    const again = await post(node().api, '/api/runs', { workflow, history })
    expect(again.status).toBe(201)
    expect(again.body.state).toEqual(forked.body.state)
  })

  it('is refused with a sentence where the history cannot be played', async () => {
    const history = {
      branches: [
        { parent: null, forkedAt: 0, inherited: 0, length: 1, events: [{ type: 'hacker.load' }] },
      ],
      branch: 'b1',
    }
    const opener = openerFor({ fusionauth: null, bounds: defaultBounds })
    const refusing = createLab({}, { openRun: opener, workflows: [workflow] })
    const answer = await post(refusing.api, '/api/runs', { workflow, history })
    expect([answer.status, answer.body.field]).toEqual([400, 'history'])
    expect(answer.body.problem).toContain('cannot be done again here')
  })
})

describe('a store that cannot be reached', () => {
  it('is told with 503, nothing is done, and the run goes on when it is back', async () => {
    const inner = newStore()
    let isDown = false
    const orFail = <T>(work: () => Promise<T>): Promise<T> =>
      isDown ? Promise.reject(new StoreSilent()) : work()
    const store: RunStore = {
      ...inner,
      read: (id) => orFail(() => inner.read(id)),
      write: (id, record, expected) => orFail(() => inner.write(id, record, expected)),
    }
    const { api } = node(store)
    const run = await begin(api, workflow)
    isDown = true
    const refused = await post(api, `${run}/events`, { event: openStore })
    expect([refused.status, refused.body.reason.code]).toEqual([503, 'problem.store-silent'])
    isDown = false
    const { body } = await get(api, run)
    expect(body.state.trace.events).toEqual([])
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(200)
  })

  it('that does not take what a command has made of a run leaves the run as it was', async () => {
    const inner = newStore()
    let fails = false
    const store: RunStore = {
      ...inner,
      write: (...args) => (fails ? Promise.reject(new StoreSilent()) : inner.write(...args)),
    }
    const { api } = node(store)
    const run = await begin(api, workflow)
    fails = true
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(503)
    fails = false
    expect((await get(api, run)).body.state.trace.events).toEqual([])
  })

  it('that fails after the command leaves a run of which each state is one that was kept', async () => {
    const inner = newStore()
    let fails = false
    const store: RunStore = {
      ...inner,
      write: async (id, record, expected) => {
        const done = await inner.write(id, record, expected)
        if (fails) throw new StoreSilent()
        return done
      },
    }
    const { api } = node(store)
    const run = await begin(api, workflow)
    fails = true
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(503)
    fails = false
    const seen = await get(api, run)
    expect(seen.headers.get('etag')).toBe('"2"')
    const again = await post(api, `${run}/events`, { event: openStore }, { 'if-match': '"1"' })
    expect(again.status).toBe(412)
    expect(again.body.state.trace.events).toHaveLength(1)
  })
})
