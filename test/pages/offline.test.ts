import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launch, serve, type Served } from './support/lab.ts'
import { filesBelow } from './support/files.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions'

let browser: Browser
let context: BrowserContext
let host: Served
/** What the host has; a new version is put into it. */
let files: Map<string, { readonly type: string; readonly body: string | Buffer }>

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

beforeEach(async () => {
  files = await filesBelow('/some/where')
  host = await serve((path) => files.get(path) ?? null)
  context = await browser.newContext()
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
})

afterEach(async () => {
  await context.close()
  await host.stop()
})

const open = async (): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${host.url}some/where/?workflow=${workflow}&run=page`)
  await page.locator('lab-controls').waitFor()
  return page
}

const workers = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

const caches = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => globalThis.caches.keys())

const openHelp = async (page: Page) => {
  await page.locator('lab-offline').waitFor({ state: 'attached' })
  await page.keyboard.press('?')
  return page.locator('lab-offline button')
}

const keep = async (page: Page): Promise<void> => {
  const button = await openHelp(page)
  await button.click()
  await page.locator('lab-offline').getByText('is on this device').waitFor()
}

describe('an app that a visitor has kept', () => {
  test('plays a run after a reload without a network', async () => {
    const page = await open()
    await keep(page)
    await host.stop()
    await context.setOffline(true)
    await page.reload()
    await page.locator('lab-diagram svg .step').first().waitFor()
    await page.evaluate(() => document.querySelector('login-lab')?.seek('100%'))
    const state = await page.evaluate(() => document.querySelector('login-lab')?.mediaState)
    expect(state?.currentStep).toBeGreaterThan(20)
  })

  test('is taken away again when that is asked', async () => {
    const page = await open()
    await keep(page)
    expect(await caches(page)).toHaveLength(1)
    await page.locator('lab-offline').getByText('Remove it').click()
    await page.locator('lab-offline').getByText('can keep').waitFor()
    expect(await workers(page)).toBe(0)
    expect(await caches(page)).toEqual([])
  })

  test('is replaced by a new version, and what is older than the one before goes', async () => {
    const page = await open()
    await keep(page)
    const [first = ''] = await caches(page)
    const publish = async (build: string): Promise<void> => {
      for (const [path, from, to] of [
        ['/some/where/sw.js', first.slice('login-lab-'.length), build],
        ['/some/where/', '<main>', `<main data-build="${build}">`],
      ] as const) {
        const { body, type } = original.get(path) ?? { body: '', type: '' }
        files.set(path, { type, body: String(body).replaceAll(from, to) })
      }
      await page.evaluate(async () => {
        const [found] = await navigator.serviceWorker.getRegistrations()
        await found?.update()
      })
    }
    const original = new Map(files)
    await publish('second')
    await expect.poll(() => caches(page)).toEqual([first, 'login-lab-second'])
    await publish('third')
    await expect.poll(() => caches(page)).toEqual(['login-lab-second', 'login-lab-third'])
    await host.stop()
    await context.setOffline(true)
    await page.reload()
    expect(await page.locator('main').getAttribute('data-build')).toBe('third')
  })
})

describe('without being asked', () => {
  test('nothing is kept', async () => {
    const page = await open()
    await openHelp(page)
    expect(await workers(page)).toBe(0)
    expect(await caches(page)).toEqual([])
  })

  test('an embedded player does not offer it', async () => {
    const page = await context.newPage()
    await page.goto(`${host.url}some/where/embed.html?workflow=${workflow}`)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('lab-offline').count()).toBe(0)
    expect(await workers(page)).toBe(0)
  })
})
