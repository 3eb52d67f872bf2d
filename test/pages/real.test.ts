import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBehind, type Behind } from '../real/support/behind.ts'
import { launch } from './support/lab.ts'
import { visit, workflow, type Visited } from './support/visit.ts'

let browser: Browser
let behind: Behind
let visited: Visited

beforeAll(async () => {
  browser = await launch()
  behind = await openBehind()
  visited = await visit(browser, {
    FUSIONAUTH_URL: behind.origin,
    FUSIONAUTH_API_KEY: behind.apiKey,
  })
})

afterAll(async () => {
  await visited.close()
  await behind.close()
  await browser.close()
})

const open = async (words: string): Promise<Page> => {
  const page = await visited.context.newPage()
  await page.goto(`${visited.lab.url}?workflow=${workflow}${words}`)
  return page
}

const shown = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('login-lab')?.currentStep ?? -1)

test('A reload at a real FusionAuth begins anew where the address says, and says so', async () => {
  const page = await open('#step=login.token-response')
  await expect.poll(() => shown(page)).toBe(13)
  // As soon as it is kept, which is after it is shown.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values(sessionStorage))))
    .toContain('\\"at\\":13')
  await page.reload()
  await expect.poll(() => shown(page)).toBe(13)
  expect(await page.getByText('it begins anew').count()).toBe(1)
  await page.close()
})

test('An attack that needs what no FusionAuth does leads to the stand-in, in the page', async () => {
  const page = await open('&lesson=attack-redirect-307')
  await page.getByRole('link', { name: 'Play it on the stand-in' }).click()
  await page.locator('lab-controls').waitFor()
  expect(new URL(page.url()).searchParams.get('run')).toBe('page')
  await page.close()
})
