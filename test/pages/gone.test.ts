import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, startLab, type Served } from './support/lab.ts'
import { observeMainThread } from './support/main-thread.ts'
import { untilPrefetched } from './support/prefetched.ts'
import { startProgram } from './support/program.ts'
import { workflow } from './support/visit.ts'

const minute = 60_000

/** Shares of a minute: what a page may do besides what it would do anyway. */
const most = { requests: 10, work: 0.01 }

interface Watched {
  readonly page: Page
  /** What was asked of the network in vain since the server has gone. */
  readonly asked: string[]
  /** Share of the time that the main thread has worked since then. */
  readonly work: () => Promise<number>
}

let browser: Browser
let alive: Served
let resting: Watched
let playing: Watched
let early: Watched
/** A page that plays the same, with a server. */
let served: Watched

/** Opens a page at message 12. */
const openPage = async (url: string, before?: (page: Page) => Promise<unknown>): Promise<Page> => {
  const context = await browser.newContext()
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await before?.(page)
  await page.goto(`${url}?workflow=${workflow}&lesson=tour`)
  await page.locator('lab-controls').waitFor()
  await page.evaluate(() => document.querySelector('login-lab')?.seek(12))
  return page
}

/** Lets no such address be reached. A route of Playwright's would do without the browser's cache, too. */
const block = async (page: Page, urls: string[]): Promise<void> => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Network.enable')
  await devTools.send('Network.setBlockedURLs', { urls })
}

const play = (page: Page): Promise<void> =>
  page.evaluate(() => void document.querySelector('login-lab')?.play())

const watchFromNow = async (page: Page): Promise<Watched> => {
  const asked: string[] = []
  page.on('requestfailed', (request) => asked.push(`${request.method()} ${request.url()}`))
  const measured = await observeMainThread(page)
  const work = async (): Promise<number> => {
    const { passed, worked } = await measured()
    return worked / passed
  }
  return { page, asked, work }
}

beforeAll(async () => {
  browser = await launch()
  alive = await startLab()
  const program = await startProgram()
  // One that has neither the engine nor what comes later: it has to wait for its server.
  const lacking = await openPage(program.url, (page) =>
    block(page, ['*/deferred-elements-*.js', '*/worker-*.js']),
  )
  const pages = [await openPage(program.url), await openPage(program.url)] as const
  const other = await openPage(alive.url)
  for (const page of [...pages, other]) await untilPrefetched(page)
  for (const page of [lacking, pages[1], other]) await play(page)
  await program.kill()
  resting = await watchFromNow(pages[0])
  playing = await watchFromNow(pages[1])
  early = await watchFromNow(lacking)
  served = await watchFromNow(other)
  await new Promise((resolve) => setTimeout(resolve, minute))
})

afterAll(async () => {
  await browser.close()
  await alive.stop()
})

const shown = ({ page }: Watched): Promise<number> =>
  page.evaluate(() => document.querySelector('login-lab')?.currentStep ?? 0)

describe('a page whose server is gone for a minute', () => {
  test.each([
    ['at rest', () => resting],
    ['playing', () => playing],
    ['playing, without the engine and the parts that come later', () => early],
  ])('makes at most ten requests: %s', (_, watched) => {
    expect(watched().asked.length).toBeGreaterThan(0)
    expect(watched().asked.length, watched().asked.join('\n')).toBeLessThanOrEqual(most.requests)
  })

  test.each([
    ['at rest', () => resting],
    ['playing, until what it has is played', () => early],
  ])('leaves its main thread alone: %s', async (_, watched) => {
    expect(await watched().work()).toBeLessThan(most.work)
  })

  test('costs its main thread no more than a page with a server, playing the same', async () => {
    expect(await shown(playing)).toBeGreaterThan(30)
    expect(await shown(served)).toBeGreaterThan(30)
    expect((await playing.work()) - (await served.work())).toBeLessThan(most.work)
  })
})
