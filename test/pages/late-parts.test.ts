import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launch, startLab, watch, type Served } from './support/lab.ts'
import { workflow } from './support/visit.ts'

let browser: Browser
let lab: Served
let context: BrowserContext

beforeAll(async () => {
  browser = await launch()
  lab = await startLab()
})

afterEach(() => context.close())

afterAll(async () => {
  await browser.close()
  await lab.stop()
})

/** A page with a run; `fails` says of each request for what comes a moment later whether it fails. */
const openPage = async (fails: (request: number) => boolean): Promise<Page> => {
  context = await browser.newContext()
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  const { page } = await watch(context)
  let requests = 0
  await page.route(/deferred-elements-[^/]*\.js$/, (route) => {
    requests += 1
    return fails(requests) ? route.abort() : route.continue()
  })
  await page.goto(`${lab.url}?workflow=${workflow}&run=page`)
  await page.locator('lab-controls').waitFor()
  await expect.poll(() => requests).toBeGreaterThan(0)
  return page
}

describe('what comes a moment after the page', () => {
  test('is asked for again by who wants it, when it has failed once', async () => {
    const page = await openPage((request) => request === 1)
    await page.keyboard.press('?')
    await page.locator('lab-help dialog').waitFor()
    await page.locator('lab-diagram svg .step').first().waitFor()
  })

  test('is told to who wants it, where it does not come', async () => {
    const page = await openPage(() => true)
    await page.keyboard.press('?')
    await page.getByText('A part of the page could not be loaded').first().waitFor()
    await page.keyboard.press('ArrowRight')
    await page.locator('lab-controls .count b', { hasText: '1' }).waitFor()
  })
})
