import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  canBePressed,
  code,
  frames,
  hurry,
  link,
  reader,
  sentence,
  startDocs,
  untilHeard,
  workflow,
  type Docs,
  type Reader,
} from './support/docs.ts'
import { launch, startLab, type Served } from './support/lab.ts'

let browser: Browser
let docs: Docs
/** Names the documentation site in EMBED_ORIGINS. */
let friendly: Served
/** Names nobody. */
let strict: Served
let open: Reader[] = []

beforeAll(async () => {
  browser = await launch()
  docs = await startDocs()
  friendly = await startLab({ EMBED_ORIGINS: docs.origin })
  strict = await startLab()
})

afterEach(async () => {
  await Promise.all(open.map(({ page }) => page.close()))
  open = []
})

afterAll(async () => {
  await browser.close()
  await Promise.all([docs, friendly, strict].map((one) => one.stop()))
})

const enter = async (): Promise<Reader> => {
  const one = await reader(browser)
  open.push(one)
  return one
}

const visit = async (address: string): Promise<Reader> => {
  const one = await enter()
  await one.page.goto(address)
  return one
}

/** The same with a clock that `hurry` moves on. */
const visitInHurry = async (address: string): Promise<Reader> => {
  const one = await enter()
  await one.page.clock.install()
  await one.page.goto(address)
  await one.page.waitForFunction(() => customElements.get('login-lab-embed') !== undefined)
  return one
}

describe('where the site is not named in EMBED_ORIGINS', () => {
  test('the author’s link stays where it is, an event and the console say what to check', async () => {
    const one = await visit(docs.write('/refused', code(strict)))
    await expect.poll(() => frames(one)).toBe(1)
    const top = () =>
      one.page.evaluate(() => document.querySelector('#below')?.getBoundingClientRect().top)
    const before = await top()
    expect(await canBePressed(one.page, link)).toBe(true)
    await untilHeard(one)
    expect(await one.heard()).toEqual([['error', sentence(strict, docs)]])
    expect(one.said).toEqual([`Login Lab: ${sentence(strict, docs)}`])
    expect(frames(one)).toBe(0)
    expect(await canBePressed(one.page, link)).toBe(true)
    expect(await top()).toBe(before)
    await one.page.locator(link).click()
    await one.page.waitForURL('**/elsewhere')
  })

  test('play() and seek() reject with the same sentence, and a later call tries again', async () => {
    const one = await visitInHurry(
      docs.write('/calls', code(strict, `loading="click" workflow="${workflow}"`)),
    )
    const call = (method: 'play' | 'seek') =>
      one.page.evaluate(async (name) => {
        const element = document.querySelector('login-lab-embed') as unknown as Record<
          'play' | 'seek',
          (target: number) => Promise<unknown>
        >
        return element[name](3).then(
          () => 'done',
          (error: Error) => error.message,
        )
      }, method)
    const both = await Promise.all([call('play'), call('seek'), hurry(one, 1)])
    expect(both.slice(0, 2)).toEqual([sentence(strict, docs), sentence(strict, docs)])
    expect((await Promise.all([call('seek'), hurry(one, 2)]))[0]).toBe(sentence(strict, docs))
    expect(one.requests.filter((url) => url.includes('embed.html'))).toHaveLength(2)
    expect(one.errors).toEqual([])
  })

  test('a link that was pressed to load the player works as a link afterwards', async () => {
    const one = await visitInHurry(
      docs.write('/press', code(strict, `loading="click" workflow="${workflow}"`)),
    )
    await one.page.locator(link).click()
    await hurry(one, 1)
    expect(new URL(one.page.url()).pathname).toBe('/press')
    await one.page.locator(link).click()
    await one.page.waitForURL('**/elsewhere')
  })

  test('an element without a link keeps a button that tries again', async () => {
    const one = await visitInHurry(
      docs.write(
        '/button',
        `<script async src="${strict.url}embed.js" data-workflow="${workflow}"></script>`,
      ),
    )
    await hurry(one, 1)
    await one.page.locator('login-lab-embed button').click()
    await hurry(one, 2)
  })
})

describe('where no lab can be reached', () => {
  test('the link stays after the server has gone', async () => {
    const mortal = await startLab({ EMBED_ORIGINS: docs.origin })
    const one = await visitInHurry(
      docs.write('/gone', code(mortal, `loading="click" workflow="${workflow}"`)),
    )
    await mortal.stop()
    await one.page.locator(link).click()
    await hurry(one, 1)
    expect(await one.heard()).toEqual([['error', sentence(mortal, docs)]])
    expect(await canBePressed(one.page, link)).toBe(true)
  })
})

describe('a page without an origin', () => {
  const said =
    'The origin of this page is "null" (it is a file, or in a sandbox), and EMBED_ORIGINS can name no such page: serve it from a web site.'

  test('opened as a file keeps its link, and is told that it cannot be named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'login-lab-'))
    const file = join(folder, 'deck.html')
    writeFileSync(file, `<!doctype html><title>Deck</title>${code(friendly)}`)
    const one = await visit(pathToFileURL(file).href)
    await untilHeard(one)
    rmSync(folder, { recursive: true })
    expect(await one.heard()).toEqual([['error', said]])
    expect(one.said).toEqual([`Login Lab: ${said}`])
    expect(await canBePressed(one.page, link)).toBe(true)
  })

  test('in a sandbox keeps its link, and is told the same', async () => {
    docs.write('/inside', code(friendly))
    const one = await visit(
      docs.write('/sandbox', '<iframe sandbox="allow-scripts" src="/inside"></iframe>'),
    )
    await expect.poll(() => one.said).toEqual([`Login Lab: ${said}`])
    expect(await one.page.frameLocator('iframe').locator(link).isVisible()).toBe(true)
    expect(one.requests.filter((url) => url.includes('embed.html'))).toEqual([])
  })
})
