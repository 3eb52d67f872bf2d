import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReplica, type Increment, type RunHeader } from '../../scenarios/engine/increment.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { observeConnections, type Connections } from './support/connections.ts'
import { launch, serve, startLab, watch, type Served } from './support/lab.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const play = `?workflow=${workflow}&lesson=tour`
const live = /\/api\/runs\/[\w-]+\/live$/

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

/** A lab whose runs and connections are counted, and a visitor of it. */
interface Visited {
  readonly lab: Served
  readonly context: BrowserContext
  readonly connections: Connections
  /** How many runs the lab has opened. */
  readonly runs: () => number
  readonly close: () => Promise<void>
}

const visit = async (env: Readonly<Record<string, string>> = {}): Promise<Visited> => {
  let runs = 0
  const context = await browser.newContext()
  const lab = await startLab(env, () => void (runs += 1))
  const connections = observeConnections(lab)
  return {
    lab,
    context,
    connections,
    runs: () => runs,
    close: async () => {
      await context.close()
      connections.stop()
      await lab.stop()
    },
  }
}

/** Plays up to a message, and gives the one that is shown then. */
const seek = (page: Page, to: number): Promise<number | undefined> =>
  page.evaluate(async (target) => {
    const player = document.querySelector('login-lab')
    await player?.seek(target)
    return player?.currentStep
  }, to)

/** Opens a tab that plays a run of its own on the server, and gives the address of the run. */
const openPlayer = async ({ context, lab }: Visited) => {
  const { page, requests } = await watch(context)
  await page.goto(`${lab.url}${play}`)
  await page.locator('lab-controls').waitFor()
  const run = requests.find((address) => /\/api\/runs\/[\w-]{24}$/.test(address))
  if (run === undefined) throw new Error('the page has no run on the server')
  return { page, run }
}

interface LiveEvent {
  readonly type: string
  readonly id: string
  readonly data: string
}

/** Opens a second page that follows a run by the browser's own EventSource. */
const openFollower = async ({ context, lab }: Visited, run: string) => {
  const { page } = await watch(context)
  await page.goto(lab.url)
  await page.evaluate((address) => {
    const told: LiveEvent[] = []
    const source = new EventSource(`${address}/live`)
    for (const type of ['state', 'increment', 'end'])
      source.addEventListener(type, ({ data, lastEventId }) => {
        told.push({ type, id: lastEventId, data: String(data) })
      })
    Object.assign(globalThis, { told, source })
  }, run)
  const told = (): Promise<readonly LiveEvent[]> =>
    page.evaluate(() => (globalThis as unknown as { told: readonly LiveEvent[] }).told)
  return { told }
}

/** The run as it is where one has heard all this; throws where something is missing in between. */
const heardIn = (told: readonly LiveEvent[]): RunState => {
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
    visited = await visit()
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

  test('goes on without a gap when the connection was cut for a while', async () => {
    const { connections } = visited
    const { page, run } = await openPlayer(visited)
    const { told } = await openFollower(visited, run)
    const heard = async () => heardIn(await told()).trace.messages.length
    const played = async () => (await stateOf(run)).trace.messages.length
    await seek(page, 12)
    await expect.poll(heard).toBe(await played())

    const before = connections.resets()
    const mend = connections.cut(live)
    // Once where it was, and once when the browser has tried again: after seconds, by itself.
    await seek(page, 30)
    await expect.poll(connections.resets).toBeGreaterThanOrEqual(before + 2)
    expect(await heard()).toBeLessThan(await played())
    mend()
    await seek(page, 45)

    await expect.poll(heard).toBe(await played())
    const all = await told()
    expect(heardIn(all).trace).toEqual((await stateOf(run)).trace)
    expect(all.filter(({ type }) => type === 'state')).toHaveLength(1)
  })
})

describe('twelve tabs of one lab', () => {
  let visited: Visited
  const pages: Page[] = []
  beforeAll(async () => {
    visited = await visit()
    for (let tab = 0; tab < 12; tab += 1) pages.push((await openPlayer(visited)).page)
  })
  afterAll(() => visited.close())

  test('all play, each a run of its own on the server', async () => {
    const shown: unknown[] = []
    for (const page of pages) shown.push(await seek(page, 20))
    expect(shown).toEqual(pages.map(() => 20))
    expect(visited.runs()).toBe(12)
  })

  test('hold no connection when they are at rest', async () => {
    const { connections } = visited
    await expect.poll(connections.held).toBe(0)
    expect(connections.pending()).toEqual([])
    expect(connections.requests.filter((path) => live.test(path))).toEqual([])
  })
})

describe('twelve players on a page of another site', () => {
  let visited: Visited
  let docs: Served
  let page: Page
  beforeAll(async () => {
    let body = ''
    docs = await serve((path) => (path === '/' ? { type: 'text/html', body } : null))
    const site = docs.url.replace('127.0.0.1', 'localhost')
    visited = await visit({ EMBED_ORIGINS: new URL(site).origin })
    const player = `<login-lab-embed workflow="${workflow}"></login-lab-embed><p>And another one.</p>`
    body = `<!doctype html><title>Docs</title><script async src="${visited.lab.url}embed.js"></script>${player.repeat(12)}`
    ;({ page } = await watch(visited.context))
    await page.goto(site)
  })
  afterAll(async () => {
    await visited.close()
    await docs.stop()
  })

  /** Plays up to a message in the first players. */
  const seekIn = async (count: number, to: number): Promise<readonly number[]> => {
    const shown: number[] = []
    for (const embed of (await page.locator('login-lab-embed').all()).slice(0, count)) {
      await embed.scrollIntoViewIfNeeded()
      shown.push(
        await embed.evaluate(async (element, target) => {
          const player = element as HTMLElement & {
            seek(to: number): Promise<unknown>
            readonly currentStep: number
          }
          await player.seek(target)
          return player.currentStep
        }, to),
      )
    }
    return shown
  }

  test('all play, and the first one goes on', async () => {
    expect(await seekIn(12, 20)).toEqual(Array(12).fill(20))
    expect(await seekIn(1, 30)).toEqual([30])
  })

  test('ask the server for no run, and hold no connection', async () => {
    expect(page.frames()).toHaveLength(13)
    expect(visited.runs()).toBe(0)
    await expect.poll(visited.connections.held).toBe(0)
  })
})
