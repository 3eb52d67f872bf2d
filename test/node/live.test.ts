import type { Hono } from 'hono'
import { createFakeRun } from './fake-run.ts'
import { describe, expect, it } from 'vitest'
import type { Increment, RunHeader } from '../../scenarios/engine/increment.ts'
import { begin, createLab, get, openStore, post } from './client.ts'

interface Block {
  readonly event: string
  readonly id: string
  readonly data: string
}

/** Reads server-sent events one block at a time. */
const followRun = async (api: Hono, run: string, last = '') => {
  const headers = last === '' ? {} : { 'last-event-id': last }
  const response = await api.request(`${run}/live`, { headers })
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const next = async (): Promise<Block | undefined> => {
    while (!text.includes('\n\n')) {
      const chunk = await reader?.read()
      if (chunk === undefined || chunk.done) return undefined
      text += decoder.decode(chunk.value, { stream: true })
    }
    const [block = ''] = text.split('\n\n', 1)
    text = text.slice(block.length + 2)
    const field = (name: string): string =>
      new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
    return { event: field('event') || block, id: field('id'), data: field('data') }
  }
  return { response, next, leave: async () => reader?.cancel() }
}

/** How many messages a block tells. */
const messagesIn = (block: Block | undefined): number => {
  const data = JSON.parse(block?.data ?? '') as RunHeader | Increment
  return 'state' in data ? data.state.trace.messages.length : data.messages.length
}

describe('a run followed live', () => {
  it('shows its present state at once, then what is new, and how much one has then', async () => {
    const { api } = createLab()
    const run = await begin(api)
    await post(api, `${run}/events`, { event: openStore })
    const { response, next } = await followRun(api, run)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const first = await next()
    expect(first?.event).toBe('state')
    expect(messagesIn(first)).toBe(2)
    const coming = next()
    await post(api, `${run}/events`, { event: openStore })
    const second = await coming
    expect(second?.event).toBe('increment')
    expect([first?.id, second?.id]).toEqual(['main.2.0', 'main.4.0'])
  })

  it('shows a slow reader the latest state, not all that it missed', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const { next } = await followRun(api, run)
    await next()
    for (let step = 0; step < 50; step += 1) await post(api, `${run}/events`, { event: openStore })
    expect(messagesIn(await next())).toBe(100)
  })

  it('goes on without a gap for a follower who was cut off', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const cut = await followRun(api, run)
    await cut.next()
    await post(api, `${run}/events`, { event: openStore })
    const last = await cut.next()
    await cut.leave()
    for (let step = 0; step < 3; step += 1) await post(api, `${run}/events`, { event: openStore })
    const { next } = await followRun(api, run, last?.id)
    const missed = await next()
    expect(missed?.event).toBe('increment')
    expect(messagesIn(missed)).toBe(6)
    expect(missed?.id).toBe('main.8.0')
  })

  it('gives two followers the same states, and none of another run', async () => {
    const { api } = createLab()
    const [run, other] = [await begin(api), await begin(api)]
    const followers = [await followRun(api, run), await followRun(api, run)]
    await post(api, `${other}/events`, { event: openStore })
    const [one, two] = await Promise.all(followers.map(({ next }) => next()))
    expect(one).toEqual(two)
    expect(messagesIn(one)).toBe(0)
  })

  it('gives a sign of life when nothing happens', async () => {
    const { api } = createLab({}, { heartbeat: 1 })
    const { next } = await followRun(api, await begin(api))
    await next()
    expect((await next())?.event).toBe(': still here')
    expect((await next())?.event).toBe(': still here')
  })

  it('ends when the run is deleted', async () => {
    const { api } = createLab()
    const run = await begin(api)
    const { next } = await followRun(api, run)
    await next()
    await get(api, run, 'DELETE')
    expect(await next()).toMatchObject({
      event: 'end',
      data: '{"problem":"This run was closed.","reason":{"code":"problem.run-closed","params":{}}}',
    })
    expect(await next()).toBeUndefined()
  })

  it('keeps the run, and counts from when the last follower has left', async () => {
    const { api, pass } = createLab(
      { realLifetime: 60_000 },
      { openRun: async (options) => createFakeRun(options, true, 'fusionauth') },
    )
    const run = await begin(api)
    const { next, leave } = await followRun(api, run)
    await next()
    pass(600_000)
    await leave()
    pass(59_999)
    expect((await get(api, run)).status).toBe(200)
    pass(60_000)
    expect((await get(api, run)).status).toBe(410)
  })

  it('ends when the server stops', async () => {
    const { api, stop } = createLab()
    const { next } = await followRun(api, await begin(api))
    await next()
    stop()
    expect((await next())?.data).toContain('Start it again')
    expect(await next()).toBeUndefined()
  })

  it('has room for a few followers, and for the next one when one has left', async () => {
    const { api } = createLab({ followers: 2 })
    const run = await begin(api)
    const first = await followRun(api, run)
    await followRun(api, run)
    const third = await get(api, `${run}/live`)
    expect(third.status).toBe(429)
    expect(third.body.problem).toContain('as it may have: 2')
    await first.leave()
    expect((await followRun(api, run)).response.status).toBe(200)
  })

  it('is not kept for a request that only asks for the headers', async () => {
    const { api } = createLab({ followers: 1 })
    const run = await begin(api)
    expect((await api.request(`${run}/live`, { method: 'HEAD' })).status).toBe(405)
    expect((await followRun(api, run)).response.status).toBe(200)
  })
})
