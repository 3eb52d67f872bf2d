import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from './support/lab.ts'
import { untilPrefetched } from './support/prefetched.ts'
import { startProgram, type Program } from './support/program.ts'
import { branchOff, goToBranch, say, shownIn, type Shown } from './support/shown.ts'
import { seek, workflow } from './support/visit.ts'

let browser: Browser
let program: Program
let playing: Page
let branched: Page
let inDialog: Page
/** What each page showed when its server was killed. */
let before: { readonly playing: Shown; readonly branched: Shown; readonly inDialog: Shown }

/** A server that has lost all its runs when it is started again: the pages have to bring them. */
const forgetful = { LOGIN_LAB_STORE: 'memory' }

const dialog = 'lab-share dialog[open]'

const openPage = async (): Promise<Page> => {
  const context = await browser.newContext()
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${program.url}?workflow=${workflow}&lesson=tour`)
  await page.locator('lab-controls').waitFor()
  return page
}

const notices = (page: Page): Promise<string[]> =>
  page
    .locator('lab-notice')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement & { words: string }).words))

/** A server is killed under three pages, is gone for as long as the one that plays needs it, and is back. */
beforeAll(async () => {
  browser = await launch()
  program = await startProgram(0, forgetful)
  playing = await openPage()
  branched = await openPage()
  inDialog = await openPage()
  await seek(branched, 24)
  await branchOff(branched, 12, { type: 'learner.open', app: 'Forums' })
  await branchOff(branched, 6, { type: 'clock.advance', seconds: 60 })
  await goToBranch(branched, 'b2')
  await seek(branched, 15)
  await seek(inDialog, 20)
  await say(inDialog, 'lab-share')
  await inDialog.locator(dialog).waitFor()
  for (const page of [playing, branched, inDialog]) await untilPrefetched(page)
  await seek(playing, 18)
  await say(playing, 'lab-speed', 4)
  await playing.evaluate(() => void document.querySelector('login-lab')?.play())
  before = {
    playing: await shownIn(playing),
    branched: await shownIn(branched),
    inDialog: await shownIn(inDialog),
  }
  await program.kill()
  await playing.locator('lab-notice', { hasText: 'so the run goes on in this page' }).waitFor()
  program = await startProgram(Number(new URL(program.url).port), forgetful)
})

afterAll(async () => {
  await browser.close()
  await program.kill()
})

describe('a server that is killed and started again', () => {
  test('finds the page that plays further on, back on the server, with one sentence about it', async () => {
    await expect
      .poll(async () => (await shownIn(playing)).place, { timeout: 60_000 })
      .toBe('server')
    expect((await shownIn(playing)).message).toBeGreaterThan(before.playing.message)
    expect(await notices(playing)).toEqual([
      'The server answers again, so the run is back there, at the same message and with all its branches.',
    ])
  })

  test('finds the branches as they were, and they go on', async () => {
    expect(await shownIn(branched)).toEqual(before.branched)
    await goToBranch(branched, 'b1')
    expect(await seek(branched, 40)).toBe(40)
    expect(await notices(branched)).toEqual([])
    await goToBranch(branched, 'b2')
    await seek(branched, 15)
  })

  test('finds the dialog open', async () => {
    expect(await inDialog.locator(dialog).count()).toBe(1)
    expect(await shownIn(inDialog)).toEqual(before.inDialog)
  })

  test('brings each page back at a reload', async () => {
    await playing.evaluate(() => document.querySelector('login-lab')?.pause())
    for (const page of [playing, branched, inDialog]) {
      const shown = await shownIn(page)
      await page.reload()
      await expect.poll(() => shownIn(page)).toEqual(shown)
    }
    await inDialog.locator(dialog).waitFor()
  })
})
