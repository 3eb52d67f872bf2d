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
/** Names nobody. */
let strict: Served
let open: Reader[] = []

beforeAll(async () => {
  browser = await launch()
  docs = await startDocs()
  strict = await startLab()
})

afterEach(async () => {
  await Promise.all(open.map(({ page }) => page.close()))
  open = []
})

afterAll(async () => {
  await browser.close()
  await Promise.all([docs, strict].map((one) => one.stop()))
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

/** A live run at once, in a frame. */
const live = `live workflow="${workflow}"`

describe('where the site is not named in EMBED_ORIGINS', () => {
  test('the author’s link stays where it is, an event and the console say what to check', async () => {
    const one = await visit(docs.write('/refused', code(strict, live)))
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
      docs.write('/calls', code(strict, `live loading="click" workflow="${workflow}"`)),
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
      docs.write('/press', code(strict, `live loading="click" workflow="${workflow}"`)),
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
        `<script async src="${strict.url}embed.js" data-live data-workflow="${workflow}"></script>`,
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
      docs.write('/gone', code(mortal, `live loading="click" workflow="${workflow}"`)),
    )
    await mortal.stop()
    await one.page.locator(link).click()
    await hurry(one, 1)
    expect(await one.heard()).toEqual([['error', sentence(mortal, docs)]])
    expect(await canBePressed(one.page, link)).toBe(true)
  })

  test('a recording that does not come is told, and asked for again by a later call', async () => {
    const one = await enter()
    const away = (url: URL) => /player\.js|recordings/.test(url.pathname)
    await one.page.route(away, (route) => route.abort())
    await one.page.goto(docs.write('/away', code(strict, `workflow="${workflow}"`)))
    const said = `The player could not be loaded from ${strict.url}: check that this address opens, and that your site’s Content-Security-Policy allows its scripts.`
    await untilHeard(one)
    expect(await one.heard()).toEqual([['error', said]])
    expect(one.said).toEqual([`Login Lab: ${said}`])
    expect(await canBePressed(one.page, link)).toBe(true)
    await one.page.unroute(away)
    const found = await one.page.evaluate(() =>
      (
        document.querySelector('login-lab-embed') as HTMLElement & {
          seek(target: number): Promise<unknown>
        }
      ).seek(3),
    )
    expect(found).toBe(true)
    expect(await one.page.locator('lab-recorded .count b').innerText()).toBe('3')
  })
})
