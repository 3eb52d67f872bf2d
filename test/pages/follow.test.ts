import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createReplica, type Increment, type RunHeader } from '../../scenarios/engine/increment.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { launch, watch } from './support/lab.ts'
import { openPlayer, seek, visit, type Visited } from './support/visit.ts'

/** Only against hangs: a busy machine is no failure. */
const hangs = { timeout: 60_000, interval: 100 }

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

interface Told {
  readonly type: string
  readonly id: string
  readonly data: string
}

/** Opens a second page that follows a run by the browser's own EventSource. */
const openFollower = async ({ context, lab }: Visited, run: string) => {
  const { page } = await watch(context)
  await page.goto(lab.url)
  await page.evaluate((address) => {
    const told: Told[] = []
    const source = new EventSource(`${address}/live`)
    for (const type of ['state', 'increment', 'end'])
      source.addEventListener(type, ({ data, lastEventId }) => {
        told.push({ type, id: lastEventId, data: String(data) })
      })
    Object.assign(globalThis, { told, source })
  }, run)
  const told = (): Promise<readonly Told[]> =>
    page.evaluate(() => (globalThis as unknown as { told: readonly Told[] }).told)
  return { told }
}

/** The run as it is where one has heard all this; throws where something is missing in between. */
const heardIn = (told: readonly Told[]): RunState => {
  const [first, ...others] = told.map(({ data }) => JSON.parse(data) as RunHeader | Increment)
  if (first === undefined || !('state' in first)) throw new Error('nothing was told at first')
  const replica = createReplica(first)
  for (const next of others)
    if ('state' in next || !replica.apply(next)) throw new Error('what was told has a gap')
  return replica.state
}

const stateOf = async (run: string): Promise<RunState> => {
  const { state } = (await (await fetch(run)).json()) as RunHeader
  return state
}

describe('somebody who follows a run that another page plays', () => {
  let visited: Visited
  beforeAll(async () => {
    visited = await visit(browser)
  })
  afterAll(() => visited.close())

  test('holds one connection', async () => {
    const { connections } = visited
    const { run, page } = await openPlayer(visited)
    const { told } = await openFollower(visited, run)
    await expect.poll(async () => (await told()).length).toBe(1)
    await expect.poll(connections.held).toBe(1)
    expect(connections.pending()).toEqual([new URL(`${run}/live`).pathname])
    await page.close()
  })

  describe('and is cut off for ten seconds in which the run moves on', () => {
    let before: readonly Told[]
    let after: readonly Told[]
    /** What the follower said that it has, each time that it asked. */
    let asked: readonly (string | null)[]
    let run: string
    beforeAll(async () => {
      const { connections } = visited
      const player = await openPlayer(visited)
      ;({ run } = player)
      const { told } = await openFollower(visited, run)
      const caughtUp = () =>
        vi.waitFor(async () => expect(heardIn(await told())).toEqual(await stateOf(run)), hangs)
      await seek(player.page, 12)
      await caughtUp()
      before = await told()

      const own = new RegExp(`^${new URL(run).pathname}/live$`)
      const mend = connections.cut(own)
      const ten = new Promise((resolve) => {
        setTimeout(resolve, 10_000)
      })
      await seek(player.page, 30)
      await ten
      expect((await told()).length).toBe(before.length)
      mend()
      await seek(player.page, 45)
      // The browser tries again after seconds, by itself.
      await caughtUp()
      after = await told()
      asked = connections.lastEventIds(own)
    })

    test('asks again with what it had when it was cut off', () => {
      expect(asked.length).toBeGreaterThanOrEqual(3)
      expect(asked).toEqual([null, ...Array(asked.length - 1).fill(before.at(-1)?.id)])
    })

    test('is told what is new, and nothing that it had', () => {
      const since = after.slice(before.length)
      expect(since.length).toBeGreaterThan(0)
      expect(new Set(since.map(({ type }) => type))).toEqual(new Set(['increment']))
    })

    test('has every message once', async () => {
      const { messages } = heardIn(after).trace
      expect(messages.map(({ n }) => n)).toEqual(messages.map((_, index) => index + 1))
      expect(heardIn(after)).toEqual(await stateOf(run))
    })
  })
})
