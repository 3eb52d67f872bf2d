import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../../pages/support/lab.ts'
import {
  held,
  openReader,
  runLive,
  see,
  seeWithoutScript,
  stepOn,
  type Held,
  type Reader,
} from './reader.ts'
import { complaintsIn, openSite, type Site, type Tool } from './site.ts'

/** How one goes about in a site whose navigation replaces pages, or in a deck. */
export interface Ways {
  /** Address of a page without a player. */
  readonly away: string
  /** Goes from there to the player, and from the player there. */
  readonly there: (reader: Reader) => Promise<unknown>
  readonly back: (reader: Reader) => Promise<unknown>
  /** Whether what one has left stays on the page, as the slides of a deck do. */
  readonly keepsSlides?: boolean
  /** Workers of the tool itself. */
  readonly ownWorkers?: number
  /** What a visit adds to what is held, where the tool keeps the pages that one has left. */
  readonly kept?: Pick<Held, 'embeds' | 'listeners'>
}

/** What is looked at of a tool. */
export interface Looks extends Tool {
  /** Addresses of pages with the element. */
  readonly pages: readonly string[]
  readonly ways?: Ways
  /** Where what is shown now stands; the whole page when left out. */
  readonly within?: string
  /** What the tool says of itself in any case. */
  readonly usual?: RegExp
}

/** What is looked at, once the tests run. */
export interface Looked {
  readonly site: () => Site
  readonly browser: () => Browser
  /** What the console says of a page without a player. */
  readonly own: () => readonly string[]
}

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

/** The number of the message that the snippet opens at. */
const opened = 13

/** What is asked of every tool; `more` asks what is particular about one. */
export const docsTool = (looks: Looks, more: (looked: Looked) => void = () => undefined): void => {
  const { pages, ways, usual, within = 'body' } = looks
  const embedOn = (page: Page): Locator => page.locator(`${within} login-lab-embed`)
  let browser: Browser
  let site: Site
  /** What the tool's own pages say in the console. */
  let own: readonly string[] = []

  beforeAll(async () => {
    site = await openSite(looks)
    browser = await launch()
    const { page, problems } = await openReader(browser)
    await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' })
    own = [...problems]
    await page.close()
  }, 900_000)

  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test('says nothing of what was pasted', () => {
    expect(site.built.status, site.built.said).toBe(0)
    expect(complaintsIn(site.built).filter((line) => usual?.test(line) !== true)).toEqual([])
  })

  test.each(pages)('shows the recorded lesson at once, and steps through it: %s', async (path) => {
    const { page, problems } = await openReader(browser)
    await page.goto(`${site.origin}${path}`)
    const seen = await see(embedOn(page))
    expect(seen).toMatchObject({ message: opened, hasLink: false, stray: [] })
    expect(seen.height).toBeGreaterThan(300)
    expect(await stepOn(embedOn(page))).toBe(opened + 1)
    expect(page.frames()).toHaveLength(1)
    expect(problems.filter((one) => !own.includes(one))).toEqual([])
    await page.close()
  })

  // Slides are made by scripts.
  if (ways?.keepsSlides !== true)
    test.each(pages)('has a picture that links to the lesson, without script: %s', async (path) => {
      const { lab, origin } = site
      const { link, picture } = await seeWithoutScript(browser, `${origin}${path}`)
      expect(link).toBe(`${lab.url}?workflow=${workflow}#step=login.token-response`)
      expect(picture).toEqual({ src: `${lab.url}pictures/${workflow}.svg`, width: 800 })
    })

  if (ways !== undefined)
    test('plays again after each way away and back, and leaves nothing behind', async () => {
      const reader = await openReader(browser)
      const { page, problems } = reader
      await page.goto(`${site.origin}${ways.away}`)
      await page.evaluate(() => Object.assign(window, { isSame: true }))
      const counts: Held[] = []
      for (let time = 0; time < 5; time += 1) {
        await ways.there(reader)
        expect(await see(embedOn(page))).toMatchObject({ hasLink: false, stray: [] })
        await stepOn(embedOn(page))
        await ways.back(reader)
        await embedOn(page).waitFor({ state: 'detached' })
        counts.push(await held(page))
      }
      expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
      // A leak is left by every visit; what comes once is the tool's, the player's or Playwright's.
      const told = JSON.stringify(counts)
      const kept = ways.kept ?? { embeds: 0, listeners: 0 }
      for (const of of ['embeds', 'listeners'] as const) {
        const growths = counts.slice(1).map((count, at) => count[of] - Number(counts[at]?.[of]))
        expect(Math.min(...growths), told).toBeLessThanOrEqual(kept[of])
      }
      expect(counts.at(-1)).toMatchObject({ frames: 0, workers: ways.ownWorkers ?? 0 })
      expect(problems.filter((one) => !own.includes(one))).toEqual([])
      await page.close()
    })

  if (ways !== undefined && ways.keepsSlides !== true)
    test('ends a live run when its page is left', async () => {
      const reader = await openReader(browser)
      const { page, problems } = reader
      await page.goto(`${site.origin}${ways.away}`)
      await ways.there(reader)
      await see(embedOn(page))
      await runLive(embedOn(page))
      expect(page.frames()).toHaveLength(2)
      await ways.back(reader)
      await embedOn(page).waitFor({ state: 'detached' })
      expect(await held(page)).toMatchObject({ frames: 0, workers: ways.ownWorkers ?? 0 })
      expect(problems.filter((one) => !own.includes(one))).toEqual([])
      await page.close()
    })

  more({
    site: () => site,
    browser: () => browser,
    own: () => own,
  })
}

/** Looks at a tool; skipped where it is not there, which has been said then. */
export const describeTool = (name: string, isThere: boolean, define: () => void): void => {
  describe.skipIf(!isThere)(name, define)
}
