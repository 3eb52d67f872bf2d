import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { crash } from './support/crash.ts'
import { launch, serveFiles, startLab, watch, type Served } from './support/lab.ts'
import { branchOff, goToBranch, say, shownIn, type Shown } from './support/shown.ts'
import { seek, workflow } from './support/visit.ts'

let browser: Browser
let lab: Served
let files: Served
let context: BrowserContext

beforeAll(async () => {
  browser = await launch()
  lab = await startLab()
  files = await serveFiles('/lab')
})

afterEach(() => context.close())

afterAll(async () => {
  await browser.close()
  await lab.stop()
  await files.stop()
})

const play = `?workflow=${workflow}&lesson=tour`

const places = [
  ['on a server', () => `${lab.url}${play}`],
  ['in the page', () => `${lab.url}${play}&run=page`],
  ['on a static host', () => `${files.url}${play}`],
] as const

const visit = async (url: string): Promise<Page> => {
  context = await browser.newContext()
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  const { page } = await watch(context)
  await page.goto(url)
  await page.locator('lab-controls').waitFor()
  return page
}

/** A run of three branches, of which the second is shown, at its 15th message. */
const openBranched = async (url: string): Promise<Page> => {
  const page = await visit(url)
  await seek(page, 24)
  await branchOff(page, 12, { type: 'learner.open', app: 'Forums' })
  await seek(page, 15)
  await branchOff(page, 6, { type: 'clock.advance', seconds: 60 })
  await goToBranch(page, 'b2')
  await seek(page, 15)
  return page
}

const reload = async (page: Page): Promise<Shown> => {
  await page.reload()
  await expect.poll(async () => (await shownIn(page)).message).toBeGreaterThan(0)
  return shownIn(page)
}

describe('a reload', () => {
  test.each(places)('brings back the run with all its branches: %s', async (_, url) => {
    const page = await openBranched(url())
    const before = await shownIn(page)
    expect(before).toMatchObject({ message: 15, branch: 'b2' })
    expect(before.branches).toHaveLength(3)
    expect(await reload(page)).toEqual(before)
    await goToBranch(page, 'b1')
    await seek(page, 30)
    expect(await reload(page)).toMatchObject({ message: 30, branch: 'b1' })
  })

  test('a moment after several quick steps comes back to the last of them', async () => {
    const page = await visit(`${lab.url}${play}`)
    await seek(page, 20)
    await page.waitForTimeout(600)
    for (const to of [5, 6, 7, 8]) await seek(page, to)
    expect((await reload(page)).message).toBe(8)
  })

  test('brings back names of branches, answers on them, and the asking itself', async () => {
    const page = await openBranched(`${lab.url}${play}`)
    await say(page, 'lab-branch-name', { branch: 'b3', name: 'A minute later' })
    await say(page, 'lab-predict', true)
    const answers = { 'b2:x': true }
    await page.evaluate((given) => {
      const player = document.querySelector('login-lab')
      player?.dispatch({ type: 'answered', answers: given })
    }, answers)
    await page.evaluate(() => localStorage.removeItem('login-lab.branch-names'))
    await reload(page)
    const state = await page.evaluate(() => {
      const { names, answers: given, predicting } = document.querySelector('login-lab')?.state ?? {}
      return { names, given, predicting }
    })
    expect(state).toEqual({ names: { b3: 'A minute later' }, given: answers, predicting: true })
  })

  test('after the tab has crashed brings the same', async () => {
    const page = await openBranched(`${lab.url}${play}`)
    const before = await shownIn(page)
    const tab = await crash(browser, page)
    await tab.reload()
    const shown = () =>
      tab.evaluate(`(() => {
        const { currentStep, state } = document.querySelector('login-lab')
        if (state.run.kind !== 'open' || currentStep === 0) return null
        const { branch, branches } = state.run.playback.run
        return { message: currentStep, branch, branches }
      })()`)
    const { message, branch, branches } = before
    await expect.poll(shown).toEqual({ message, branch, branches })
  })

  test('finds nothing that was typed into a form: the tab keeps only whether it was right', async () => {
    const page = await visit(`${lab.url}${play}`)
    await seek(page, 20)
    const credentials = { loginId: 'me@example.com', password: 'my-very-own-words' }
    await branchOff(page, 6, { type: 'learner.submit', app: 'Store', credentials })
    const stored = () => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
    await expect.poll(stored).toContain('wrong-password')
    expect(await stored()).not.toMatch(/me@example|my-very-own/)
    expect((await reload(page)).branches[1]?.events).toEqual([
      { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
    ])
  })

  test('begins anew at an address that was typed', async () => {
    const page = await openBranched(`${lab.url}${play}`)
    await page.goto(`${lab.url}${play}`)
    expect((await shownIn(page)).branches).toHaveLength(1)
  })

  test('of a duplicated tab goes on apart from the other', async () => {
    const page = await openBranched(`${lab.url}${play}`)
    const before = await shownIn(page)
    const entry: unknown = await page.evaluate(() => history.state)
    const opening = context.waitForEvent('page')
    // A window that a page opens gets a copy of its session storage, as a duplicated tab does.
    await page.evaluate(() => void window.open('prefetch.json'))
    const twin = await opening
    await twin.waitForURL('**/prefetch.json')
    await twin.evaluate(([state, url]) => history.replaceState(state, '', url), [
      entry,
      page.url(),
    ] as const)
    expect(await reload(twin)).toEqual(before)
    await branchOff(twin, 9, { type: 'learner.open', app: 'Forums' })
    expect((await shownIn(twin)).branches).toHaveLength(4)
    expect(await reload(page)).toEqual(before)
  })

  test('brings each run of the history of a tab back with its branches', async () => {
    const page = await openBranched(`${lab.url}${play}`)
    const before = await shownIn(page)
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = location.search.replace('lesson=tour', 'lesson=outage')
      document.querySelector('login-lab')?.append(link)
      link.click()
    })
    await expect.poll(async () => (await shownIn(page)).branches.length).toBe(1)
    await page.goBack()
    await expect.poll(() => shownIn(page)).toEqual(before)
  })

  test('with what cannot be done again here begins anew, and says so', async () => {
    const page = await openBranched(`${lab.url}${play}`)
    await page.evaluate(() => {
      for (const [name, text] of Object.entries(sessionStorage))
        if (name.startsWith('login-lab.run.'))
          sessionStorage.setItem(name, text.replaceAll('"learner.open"', '"hacker.load"'))
      // At once: whatever the page still has to keep would take its place.
      location.reload()
    })
    await page.locator('lab-notice', { hasText: 'cannot be done again here' }).waitFor()
    expect((await shownIn(page)).branches).toHaveLength(1)
  })

  test('of a page whose storage is full or forbidden is one as ever', async () => {
    context = await browser.newContext()
    await context.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('', 'SecurityError')
        },
      })
    })
    const { page, errors } = await watch(context)
    await page.goto(`${lab.url}${play}`)
    await seek(page, 12)
    await page.waitForTimeout(600)
    expect((await reload(page)).message).toBe(12)
    expect(errors).toEqual([])
    expect(await page.locator('lab-notice').count()).toBe(0)
  })
})

const opened: readonly (readonly [string, (page: Page) => Promise<unknown>, string])[] = [
  ['help', (page) => page.keyboard.press('?'), 'lab-help dialog[open]'],
  ['the question for a message', (page) => page.keyboard.press('g'), 'lab-go dialog[open]'],
  ['the search', (page) => page.keyboard.press('/'), 'lab-search[open]'],
  ['sharing', (page) => say(page, 'lab-share'), 'lab-share dialog[open]'],
  ['attacks and defences', (page) => say(page, 'lab-defend'), 'lab-defend dialog[open]'],
  ['the tour', (page) => say(page, 'lab-tour'), 'lab-tour'],
  [
    'the clock',
    (page) => page.locator('button[popovertarget=clock]').click(),
    '#clock:popover-open',
  ],
  ['the branches', (page) => page.locator('button.branches').click(), '#branches:popover-open'],
  ['the menu', (page) => page.locator('lab-menu .opener').click(), '#menu:popover-open'],
  [
    'the workflows',
    (page) => page.locator('.workflow .opener').click(),
    '.workflow #list:popover-open',
  ],
  ['the lessons', (page) => page.locator('.lesson .opener').click(), '.lesson #list:popover-open'],
  [
    'the windows of the users, large',
    async (page) => {
      await page.locator('#tab-screen').click()
      await page.locator('.windows').evaluate((windows: HTMLElement) => windows.showPopover())
    },
    '.windows:popover-open',
  ],
  [
    'what the hacker can do',
    (page) => page.locator('.who.hacker').click(),
    '#group-hacker:popover-open',
  ],
]

/** Waits until the page has kept that something is open over it, or that nothing is: it closes a moment later. */
const keptDialog = (page: Page, isOpen: boolean) =>
  page.waitForFunction(
    (wanted) =>
      Object.entries(sessionStorage)
        .filter(([name]) => name.startsWith('login-lab.run.'))
        .some(([, text]) => (JSON.parse(text).dialog !== null) === wanted),
    isOpen,
  )

describe('what is open over the page', () => {
  test.each(opened)('is open again after a reload: %s', async (_, open, selector) => {
    const page = await openBranched(`${lab.url}${play}&run=page`)
    await page.locator('lab-diagram svg .step').first().waitFor()
    // What can be done is shown where something is to be decided.
    await seek(page, 20)
    await open(page)
    await page.locator(selector).first().waitFor()
    await keptDialog(page, true)
    await page.reload()
    await page.locator(selector).first().waitFor({ timeout: 10_000 })
    await expect.poll(async () => (await shownIn(page)).message).toBe(20)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(selector).count()).toBe(0)
    await keptDialog(page, false)
    await page.reload()
    await page.locator('lab-diagram svg .step').first().waitFor()
    expect(await page.locator(selector).count()).toBe(0)
  })
})
