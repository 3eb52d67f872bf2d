import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { root } from '../pages/support/build.ts'
import {
  allFiles,
  brotliOf,
  bytesOf,
  engineFiles,
  entryFiles,
  gzipOf,
} from '../pages/support/entry-files.ts'
import { launchOptions } from '../support/chromium.ts'
import { beside, startIn } from './beside.ts'
import { started } from './start.ts'
import { summary } from './statistics.ts'

const times = 5

/** Milliseconds from the address to the start page, and to the run after a click as soon as it is there. */
const firstInteraction = async (browser: Browser, url: string) => {
  const page = await browser.newPage()
  const begin = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  const question = page.locator('lab-start a, lab-start button').first()
  await question.waitFor()
  const shown = performance.now() - begin
  await question.click()
  await page.locator('lab-controls').waitFor()
  const answered = performance.now() - begin
  await page.close()
  return { shown, answered }
}

/** Milliseconds from the link to a run to its list of messages and to its diagram; and what came. */
const firstRun = async (browser: Browser, url: string) => {
  const page = await browser.newPage()
  const loads: Promise<{ readonly raw: number; readonly gzip: number }>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) return
    loads.push(response.body().then((body) => ({ raw: body.length, gzip: gzipSync(body).length })))
  })
  const begin = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('lab-list li').first().waitFor({ state: 'attached' })
  const list = performance.now() - begin
  await page.locator('lab-diagram svg .step').first().waitFor()
  const picture = performance.now() - begin
  const bodies = await Promise.all(loads)
  await page.close()
  const sum = (of: 'raw' | 'gzip'): number => bodies.reduce((total, body) => total + body[of], 0)
  return { list, picture, files: bodies.length, raw: sum('raw'), gzip: sum('gzip') }
}

/** Milliseconds from the link to a run in the page to its list of messages. */
const runInPage = async (browser: Browser, url: string): Promise<number> => {
  const page = await browser.newPage()
  const begin = performance.now()
  await page.goto(`${url}&run=page`, { waitUntil: 'commit' })
  await page.locator('lab-list li').first().waitFor({ state: 'attached' })
  const list = performance.now() - begin
  await page.close()
  return list
}

/** Opens the pages of a server five times, each in a new browser profile: milliseconds and bytes. */
const visit = async (browser: Browser, url: string, dist: string) => {
  const run = `${url}?workflow=${workflows[0]?.slug ?? ''}`
  const interactions: Awaited<ReturnType<typeof firstInteraction>>[] = []
  const runs: Awaited<ReturnType<typeof firstRun>>[] = []
  const inPage: number[] = []
  for (let i = 0; i < times; i++) {
    interactions.push(await firstInteraction(browser, url))
    runs.push(await firstRun(browser, run))
    inPage.push(await runInPage(browser, run))
  }
  const [first] = runs
  return {
    'start page, ms': summary(interactions.map(({ shown }) => shown)),
    'run after the first click, ms': summary(interactions.map(({ answered }) => answered)),
    'message list of a link, ms': summary(runs.map(({ list }) => list)),
    'diagram of a link, ms': summary(runs.map(({ picture }) => picture)),
    'message list of a run in the page, ms': summary(inPage),
    bytes: {
      'entry scripts, gzip': gzipOf(dist, entryFiles(dist, 'index.html')),
      'script to embed, gzip': gzipOf(dist, ['embed.js']),
      'engine, brotli': brotliOf(dist, engineFiles(dist)),
      'folder, raw': bytesOf(dist, allFiles(dist)),
      'folder, brotli': brotliOf(dist, allFiles(dist)),
      'a run: files': first?.files,
      'a run: raw': first?.raw,
      'a run: gzip': first?.gzip,
    },
  }
}

/** What a first visit costs; in turns with the same of a checkout of before, where there is one. */
export const firstLoad = async () => {
  const lab = await started()
  const former = beside === null ? null : { dist: join(beside, 'dist'), ...(await startIn(beside)) }
  const browser = await chromium.launch(launchOptions())
  const told: Record<string, object> = {}
  const tell = (when: string, figures: Awaited<ReturnType<typeof visit>>): void => {
    for (const [name, figure] of Object.entries(figures)) told[`${name}${when}`] = figure
  }
  try {
    if (former !== null) tell(', before', await visit(browser, former.url, former.dist))
    tell('', await visit(browser, lab.url, join(root, 'dist')))
    if (former !== null) tell(', before, again', await visit(browser, former.url, former.dist))
    if (former !== null) tell(', again', await visit(browser, lab.url, join(root, 'dist')))
  } finally {
    await browser.close()
    await lab.stop()
    former?.stop()
  }
  return told
}
