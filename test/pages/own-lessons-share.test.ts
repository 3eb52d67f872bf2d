import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { textOfExample } from '../own-lessons/support/examples.ts'
import { launch, serveFiles, type Served } from './support/lab.ts'
import { seek } from './support/visit.ts'

/** What Share makes of an own lesson, which the tables of the catalogue do not know. */

let browser: Browser
let files: Served
let context: BrowserContext

beforeAll(async () => {
  browser = await launch()
  files = await serveFiles('/some/where')
})

afterEach(() => context.close())

afterAll(async () => {
  await browser.close()
  await files.stop()
})

/** A lesson of a company, all of it played, with Share open. */
const openShare = async (): Promise<Page> => {
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  await context.route(
    ({ pathname }) => pathname.includes('/lessons/'),
    (route) => route.fulfill({ body: textOfExample('acme.yaml'), contentType: 'text/plain' }),
  )
  const page = await context.newPage()
  await page.goto(`${files.url}?lesson-src=lessons/acme.yaml`)
  await page.locator('lab-controls').waitFor()
  await seek(page, 1000)
  await page.getByText('and nobody has asked for a password').first().waitFor()
  await share(page)
  return page
}

const share = async (page: Page): Promise<void> => {
  await page
    .locator('login-lab')
    .evaluate((lab) => lab.dispatchEvent(new CustomEvent('lab-share', { detail: null })))
  await page.locator('lab-share dialog').waitFor()
}

const item = (page: Page, id: string): Locator => page.locator(`lab-share [data-item="${id}"]`)

/** The path of what an item saves. */
const save = async (page: Page, id: string): Promise<string> => {
  const saved = page.waitForEvent('download')
  await item(page, id).click()
  return (await saved).path()
}

const copied = async (page: Page, id: string): Promise<string> => {
  await item(page, id).click()
  await page.locator('lab-share [aria-live]', { hasText: 'Copied' }).waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the picture tells the lesson by its title, and the applications by their names', async () => {
  const page = await openShare()
  const svg = readFileSync(await save(page, 'svg'), 'utf8')
  expect(svg).toContain('lesson “One login for Acme Shop and Acme Club”')
  expect(svg).toMatch(/>Acme Shop<\/text>/)
  expect(svg).not.toMatch(/>Store<\/text>/)
})

test.each([
  ['mermaid', 'participant Store as Acme Shop'],
  ['plantuml', 'participant "Acme Shop" as Store'],
])('%s has the names of the applications', async (id, line) => {
  expect(await copied(await openShare(), id)).toContain(line)
})

test('the article has its title, its sentences, and the lab’s with the names', async () => {
  const page = await openShare()
  const article = readFileSync(await save(page, 'article'), 'utf8')
  expect(article).toContain('One login for Acme Shop and Acme Club')
  expect(article).toContain('The club has no session yet, so it asks FusionAuth, which knows you.')
  expect(article).toContain('You are in, and nobody has asked for a password.')
  expect(article.replaceAll(/```.*?```/gs, '').match(/.*\bStore\b.*/g)).toBeNull()
})

test('the code to embed names the file, and says that it runs live only, without a preview', async () => {
  const page = await openShare()
  expect(await copied(page, 'element')).toMatch(
    / lesson-src="lessons\/acme\.yaml" step="[^"]+"><a href="[^"]+">Watch this login<\/a></,
  )
  const dialog = page.locator('lab-share dialog')
  await dialog.getByText('Of an own lesson there is no recording').waitFor()
  await dialog.getByLabel('Tool').waitFor()
  expect(await dialog.locator('lab-embed-code details').count()).toBe(0)
})

test('a saved trace of it says why there is no link to it', async () => {
  const page = await openShare()
  const trace = await save(page, 'trace')
  await item(page, 'message-link').waitFor()
  await page.locator('lab-share input[type=file]').setInputFiles(trace)
  await page.waitForURL((url) => !url.searchParams.has('lesson-src'))
  await page.locator('lab-controls').waitFor()
  await share(page)
  for (const id of ['message-link', 'run-link', 'element', 'frame']) {
    expect(await item(page, id).innerText()).toContain('a saved trace of an own lesson')
    expect(await item(page, id).getAttribute('aria-disabled')).toBe('true')
  }
  expect(await page.locator('lab-share lab-embed-code').count()).toBe(0)
})
