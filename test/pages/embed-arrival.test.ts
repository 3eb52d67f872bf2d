import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  canBePressed,
  code,
  frames,
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
let lab: Served
let open: Reader[] = []

beforeAll(async () => {
  browser = await launch()
  docs = await startDocs()
  lab = await startLab({ EMBED_ORIGINS: docs.origin })
})

afterEach(async () => {
  await Promise.all(open.map(({ page }) => page.close()))
  open = []
})

afterAll(async () => {
  await browser.close()
  await Promise.all([docs, lab].map((one) => one.stop()))
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

/** A live run at once, in a frame. */
const live = `live workflow="${workflow}"`

describe('where the site is named', () => {
  test('the link is there until the player is ready, and gives way to it', async () => {
    const one = await enter()
    await one.page.addInitScript(() => {
      const seen: Record<string, boolean> = {}
      Object.assign(window, { seen })
      const look = () => document.querySelector('login-lab-embed a')?.checkVisibility() ?? false
      addEventListener('message', () => {
        seen['at the first word'] ??= look()
      })
      document.addEventListener('ready', () => {
        seen['when ready'] = look()
      })
    })
    await one.page.goto(docs.write('/named', code(lab, live)))
    await untilHeard(one)
    expect(await one.heard()).toEqual([['ready', '']])
    expect(await one.page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({
      'at the first word': true,
      'when ready': false,
    })
    await one.page
      .frameLocator('login-lab-embed iframe')
      .locator('lab-diagram svg .step')
      .first()
      .waitFor()
    expect(await one.page.locator('login-lab-embed iframe').isVisible()).toBe(true)
    expect(one.said).toEqual([])
  })

  test('a player that comes late is told as missing, and shown all the same', async () => {
    const one = await enter()
    await one.page.clock.install()
    let letThrough = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await one.page.route('**/embed.html*', async (route) => {
      await held
      await route.continue()
    })
    await one.page.goto(docs.write('/late', code(lab, live)))
    await expect.poll(() => frames(one)).toBe(1)
    await one.page.clock.fastForward(29_000)
    expect(await one.heard()).toEqual([])
    await one.page.clock.fastForward(2000)
    await untilHeard(one)
    expect(await one.heard()).toEqual([['error', sentence(lab, docs)]])
    expect(await canBePressed(one.page, link)).toBe(true)
    letThrough()
    await untilHeard(one, 2)
    expect((await one.heard()).at(-1)).toEqual(['ready', ''])
    expect(await one.page.locator(link).isVisible()).toBe(false)
    expect(await one.page.locator('login-lab-embed iframe').isVisible()).toBe(true)
  })

  test('a workflow that does not exist is told at once, by its name', async () => {
    const one = await visit(docs.write('/astray', code(lab, 'live workflow="webapp/no-such"')))
    await untilHeard(one, 1, 4000)
    expect(await one.heard()).toEqual([['error', 'There is no workflow “webapp/no-such”.']])
    expect(one.said).toEqual(['Login Lab: There is no workflow “webapp/no-such”.'])
    expect(await canBePressed(one.page, link)).toBe(true)
  })

  test('a lesson that does not exist is told, with the nearest that does', async () => {
    const one = await visit(docs.write('/no-lesson', code(lab, 'live lesson="attack-crsf"')))
    await untilHeard(one)
    const said = 'There is no lesson "attack-crsf". The nearest is "attack-csrf".'
    expect(await one.heard()).toEqual([['error', said]])
    expect(await canBePressed(one.page, link)).toBe(true)
  })

  test('a player that is moved in its page begins anew there', async () => {
    const one = await visit(docs.write('/moved', code(lab, live)))
    await untilHeard(one)
    await one.page.evaluate(() => {
      const element = document.querySelector('login-lab-embed')
      if (element !== null) document.querySelector('#below')?.after(element)
    })
    await untilHeard(one, 2)
    const at = await one.page.evaluate(async () => {
      const element = document.querySelector('login-lab-embed') as HTMLElement & {
        seek(target: number): Promise<unknown>
        currentStep: number
      }
      await element.seek(2)
      return element.currentStep
    })
    expect(at).toBe(2)
  })
})
