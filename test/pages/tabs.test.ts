import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBehind, type Behind } from '../real/support/behind.ts'
import { launch, serve, watch, type Served } from './support/lab.ts'
import { live, openPlayer, seek, visit, workflow, type Visited } from './support/visit.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

describe('twelve tabs of one lab', () => {
  let visited: Visited
  const pages: Page[] = []
  beforeAll(async () => {
    visited = await visit(browser)
    for (let tab = 0; tab < 12; tab += 1) pages.push((await openPlayer(visited)).page)
  })
  afterAll(() => visited.close())

  test('all play, each a run of its own on the server', async () => {
    const shown: unknown[] = []
    for (const page of pages) shown.push(await seek(page, 20))
    expect(shown).toEqual(pages.map(() => 20))
    expect(visited.kinds()).toHaveLength(12)
  })

  test('hold no connection when they are at rest', async () => {
    const { connections } = visited
    await expect.poll(connections.held).toBe(0)
    expect(connections.pending()).toEqual([])
    expect(connections.requests.filter((path) => live.test(path))).toEqual([])
  })
})

describe('tabs of one lab whose runs are at a real FusionAuth', () => {
  let behind: Behind
  let visited: Visited
  const shown: unknown[] = []
  beforeAll(async () => {
    behind = await openBehind()
    visited = await visit(browser, {
      FUSIONAUTH_URL: behind.origin,
      FUSIONAUTH_API_KEY: behind.apiKey,
    })
    for (let tab = 0; tab < 3; tab += 1) {
      const { page } = await openPlayer(visited)
      shown.push(await seek(page, 20))
    }
  })
  afterAll(async () => {
    await visited.close()
    await behind.close()
  })

  test('play, each a run of its own at that FusionAuth', () => {
    expect(shown).toEqual([20, 20, 20])
    expect(visited.kinds()).toEqual(['fusionauth', 'fusionauth', 'fusionauth'])
  })

  test('hold no connection when they are at rest, and so share none', async () => {
    const { connections } = visited
    await expect.poll(connections.held).toBe(0)
    expect(connections.requests.filter((path) => live.test(path))).toEqual([])
  })
})

describe('twelve live players on a page of another site', () => {
  let visited: Visited
  let docs: Served
  let page: Page
  beforeAll(async () => {
    let body = ''
    docs = await serve((path) => (path === '/' ? { type: 'text/html', body } : null))
    const site = docs.url.replace('127.0.0.1', 'localhost')
    visited = await visit(browser, { EMBED_ORIGINS: new URL(site).origin })
    const player = `<login-lab-embed live workflow="${workflow}"></login-lab-embed><p>And another one.</p>`
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
    expect(visited.kinds()).toEqual([])
    await expect.poll(visited.connections.held).toBe(0)
  })
})
