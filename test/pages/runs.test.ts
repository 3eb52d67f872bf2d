import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engineFiles } from './support/entry-files.ts'
import { dist, launch, serve, startLab, watch } from './support/lab.ts'
import { untilPrefetched } from './support/prefetched.ts'
import { startProgram, type Program } from './support/program.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const play = `?workflow=${workflow}&lesson=tour`

type Player = HTMLElement & {
  seek(target: unknown): Promise<unknown>
  play(): Promise<void>
  currentStep: number
  paused: boolean
}

let browser: Browser
let context: BrowserContext
const stops: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  browser = await launch()
})

afterEach(async () => {
  await context.close()
  for (const stop of stops.splice(0).toReversed()) await stop()
})

afterAll(() => browser.close())

/** A lab, and how many runs it has opened and not ended. */
const labWith = async (env: Readonly<Record<string, string>> = {}) => {
  context = await browser.newContext()
  let open = 0
  const lab = await startLab(env, (run) => {
    open += 1
    const close = run.close.bind(run)
    run.close = () => {
      open -= 1
      close()
    }
  })
  stops.push(() => lab.stop())
  return { lab, open: () => open }
}

const tabAt = async (url: string): Promise<Page> => {
  const { page } = await watch(context)
  page.setDefaultTimeout(60_000)
  await page.goto(url)
  await page.locator('lab-controls').waitFor()
  return page
}

/** Asks a player for a message, and gives the message that is shown then. */
const seek = (page: Page | Frame, to: number): Promise<number> =>
  page.evaluate(async (target) => {
    const lab = document.querySelector('login-lab') as unknown as Player
    await lab.seek(target)
    return lab.currentStep
  }, to)

/** Lets time pass in a page until something has come of it: pages wait for seconds before they give up. */
const hurried = async <Value>(page: Page, work: Promise<Value>): Promise<Value> => {
  await page.clock.install()
  const waiting = new Set([work])
  const done = work.finally(() => waiting.clear())
  while (waiting.size > 0) await page.clock.runFor(500)
  return done
}

const tabs = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

describe('any number of players', () => {
  test('with room for one run on the server, three tabs play', async () => {
    const { lab, open } = await labWith({ LOGIN_LAB_RUNS: '1' })
    const pages: Page[] = []
    for (const _ of tabs(3)) pages.push(await tabAt(`${lab.url}${play}`))
    expect(open()).toBe(1)
    for (const page of pages) expect(await seek(page, 20)).toBe(20)
  })
})

describe('what somebody else does in a run', () => {
  test('is seen when its page is shown again', async () => {
    const { lab } = await labWith()
    const watched = await watch(context)
    const { page, requests } = watched
    await page.goto(`${lab.url}${play}`)
    await page.locator('lab-controls').waitFor()
    const run = requests.find((url) => /\/api\/runs\/[\w-]{24}$/.test(url)) ?? ''
    await fetch(`${run}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: { type: 'learner.open', app: 'Store' } }),
    })
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    const made = () =>
      page.evaluate(() => {
        const { state } = document.querySelector('login-lab') as unknown as {
          state: { run: { playback: { run: { trace: { messages: unknown[] } } } } }
        }
        return state.run.playback.run.trace.messages.length
      })
    await expect.poll(made).toBe(2)
  })
})

describe('a run ends with its page', () => {
  test('thirty reloads leave one, whoever else hears that the page goes', async () => {
    const { lab, open } = await labWith()
    await context.addInitScript(() => addEventListener('pagehide', () => undefined))
    const page = await tabAt(`${lab.url}${play}`)
    for (const turn of tabs(30)) {
      await page.reload({ waitUntil: 'domcontentloaded' })
      // Of three, one is left when its run is open, the others while it is being opened.
      if (turn % 3 === 0) await page.locator('lab-controls').waitFor()
    }
    await page.locator('lab-controls').waitFor()
    await expect.poll(open, { timeout: 20_000 }).toBeLessThanOrEqual(2)
    expect(open()).toBeGreaterThan(0)
  })

  test('when the tab is closed, or another page is opened in it', async () => {
    const { lab, open } = await labWith()
    const closed = await tabAt(`${lab.url}${play}`)
    const left = await tabAt(`${lab.url}${play}`)
    expect(open()).toBe(2)
    await closed.close()
    await expect.poll(open).toBe(1)
    await left.goto('about:blank')
    await expect.poll(open).toBe(0)
  })

  test('when its frame is taken out of a page', async () => {
    const docs = await serve((path) => (path === '/' ? { type: 'text/html', body } : null))
    stops.push(() => docs.stop())
    const site = docs.url.replace('127.0.0.1', 'localhost')
    const { lab, open } = await labWith({ EMBED_ORIGINS: new URL(site).origin })
    const body = `<iframe src="${lab.url}embed.html?live=1&workflow=${workflow}"></iframe>`
    const { page } = await watch(context)
    // What a server says whose runs are at a real FusionAuth: then a frame, too, asks it for its run.
    await page.route('**/api', (route) =>
      route.fulfill({ json: { fusionauth: { kind: 'fusionauth' } } }),
    )
    await page.goto(site)
    await expect.poll(open, { timeout: 20_000 }).toBe(1)
    await page.frameLocator('iframe').locator('lab-controls').waitFor()
    await page.locator('iframe').evaluate((frame) => frame.remove())
    await expect.poll(open).toBe(0)
  })

  test('and is there again, at the same message, when the page comes back', async () => {
    const { lab, open } = await labWith()
    const page = await tabAt(`${lab.url}${play}`)
    await seek(page, 24)
    await page.goto(`${lab.url}embed.js`)
    await expect.poll(open).toBe(0)
    await page.goBack()
    await page.locator('lab-controls').waitFor()
    await expect.poll(open).toBe(1)
    expect(await seek(page, 30)).toBe(30)
  })
})

describe('a server that is killed', () => {
  const killed = async () => {
    context = await browser.newContext()
    const program = await startProgram()
    stops.push(() => program.kill())
    const page = await tabAt(`${program.url}${play}`)
    await untilPrefetched(page)
    return { program, page }
  }

  test('a moment after a run was opened in a page: it goes on there', async () => {
    context = await browser.newContext()
    const program = await startProgram()
    stops.push(() => program.kill())
    const { page } = await watch(context)
    const engine = engineFiles(dist).map((file) =>
      page.waitForResponse((response) => response.url().endsWith(file)),
    )
    await page.goto(`${program.url}${play}`)
    await page.locator('lab-controls').waitFor()
    for (const response of await Promise.all(engine)) await response.finished()
    await program.kill()
    expect(await hurried(page, seek(page, 30))).toBe(30)
  })

  test('or hangs: the run goes on in the page', async () => {
    const { program, page } = await killed()
    expect(await seek(page, 20)).toBe(20)
    program.hang()
    expect(await hurried(page, seek(page, 40))).toBe(40)
    await page
      .locator('lab-notice', { hasText: 'The server stopped answering, so the run goes on' })
      .waitFor()
  })

  test('before the scripts of a page have come: the page says so', async () => {
    const { lab } = await labWith()
    const { page } = await watch(context)
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.clock.install()
    await page.goto(`${lab.url}${play}`)
    await hurried(page, page.getByText('Login Lab is not here yet').waitFor())
  })

  const branchesOf = (page: Page): Promise<{ shown: string; all: string[] }> =>
    page.evaluate(() => {
      const { state } = document.querySelector('login-lab') as unknown as {
        state: { run: { playback: { run: { branch: string; branches: { id: string }[] } } } }
      }
      const { branch, branches } = state.run.playback.run
      return { shown: branch, all: branches.map(({ id }) => id) }
    })

  /** Kills the server, and gives what it is asked for in vain from then on. */
  const kill = async (program: Program, page: Page): Promise<string[]> => {
    await program.kill()
    const asked: string[] = []
    page.on('requestfailed', (request) => asked.push(`${request.method()} ${request.url()}`))
    return asked
  }

  test('while playing: it plays on in the page, with both branches', async () => {
    const { program, page } = await killed()
    await seek(page, 12)
    await page.evaluate(() => {
      document
        .querySelector('login-lab')
        ?.dispatchEvent(
          new CustomEvent('lab-send', { detail: { type: 'learner.open', app: 'Forums' } }),
        )
    })
    await expect.poll(async () => (await branchesOf(page)).shown).toBe('b2')
    await page.evaluate(() => {
      document
        .querySelector('login-lab')
        ?.dispatchEvent(new CustomEvent('lab-branch', { detail: 'b1' }))
    })
    await expect.poll(async () => (await branchesOf(page)).shown).toBe('b1')
    const at = await seek(page, 21)
    await page.evaluate(() => {
      const lab = document.querySelector('login-lab') as unknown as Player
      lab.dispatchEvent(new CustomEvent('lab-speed', { detail: 4 }))
      void lab.play()
    })
    const asked = await kill(program, page)
    const shown = () =>
      page.evaluate(() => (document.querySelector('login-lab') as unknown as Player).currentStep)
    await expect.poll(shown, { timeout: 60_000 }).toBeGreaterThan(at + 24)
    expect(await branchesOf(page)).toEqual({ shown: 'b1', all: ['b1', 'b2'] })
    const notices = page.locator('lab-notice')
    expect(await notices.count()).toBe(1)
    expect(await notices.filter({ hasText: 'so the run goes on in this page' }).count()).toBe(1)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(10)
  })

  test('what nobody has looked at yet is there all the same', async () => {
    const { program, page } = await killed()
    await kill(program, page)
    expect(await hurried(page, seek(page, 30))).toBe(30)
    const say = (type: string, detail: unknown = null) =>
      page.evaluate(
        ([name, value]) =>
          document
            .querySelector('login-lab')
            ?.dispatchEvent(new CustomEvent(name as string, { detail: value })),
        [type, detail],
      )
    await say('lab-language', 'es')
    await page.locator('lab-notice', { hasText: 'El servidor dejó de responder' }).waitFor()
    for (const part of ['share', 'defend', 'predict', 'tour']) {
      await say(`lab-${part}`, part === 'predict' ? true : null)
      await page.locator(`lab-${part}`).waitFor({ state: 'attached' })
      await page.keyboard.press('Escape')
    }
    await say('lab-view', 'compare')
    await page.locator('lab-compare').waitFor()
    const isMissing = () =>
      page.evaluate(
        () =>
          (document.querySelector('login-lab') as unknown as { state: { partMissing: boolean } })
            .state.partMissing,
      )
    expect(await isMissing()).toBe(false)
  })
})
