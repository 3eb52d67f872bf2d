import axe from 'axe-core'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launch, serve, startLab, watch, type Served } from './support/lab.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

let browser: Browser
let lab: Served
let docs: Served
/** The pages of the site that embeds, by path. */
const articles = new Map<string, string>()
const open: Page[] = []

const article = (path: string, body: string): void => {
  articles.set(path, `<!doctype html><title>Docs</title><h1>How login works</h1>${body}`)
}

beforeAll(async () => {
  browser = await launch()
  const served = await serve((path) => {
    const body = articles.get(path)
    return body === undefined ? null : { type: 'text/html', body }
  })
  // Another site than the lab's, and another origin.
  docs = { ...served, url: served.url.replace('127.0.0.1', 'localhost') }
  lab = await startLab({ EMBED_ORIGINS: new URL(docs.url).origin })
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()))
})

afterAll(async () => {
  await browser.close()
  await docs.stop()
  await lab.stop()
})

const visit = async (path: string) => {
  const watched = await watch(browser)
  open.push(watched.page)
  await watched.page.goto(new URL(path, docs.url).href)
  return watched
}

const playerIn = async (page: Page): Promise<Frame> => {
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (frame === null) throw new Error('the frame is empty')
  await frame.locator('lab-controls').waitFor()
  return frame
}

const script = (): string => `<script async src="${lab.url}embed.js"></script>`

describe('an article that embeds the player', () => {
  test('shows diagram, story and transport; the rest when it is asked for', async () => {
    article(
      '/element',
      `${script()}<login-lab-embed workflow="${workflow}" step="3" title="Login"><a href="${lab.url}">Watch it</a></login-lab-embed>`,
    )
    const { page, errors } = await visit('/element')
    const frame = await playerIn(page)
    await frame.locator('lab-diagram svg .step').first().waitFor()
    for (const name of ['lab-embed-bar', 'lab-story', 'lab-diagram', 'lab-controls'])
      expect(await frame.locator(name).isVisible(), name).toBe(true)
    for (const name of ['lab-header', 'lab-inspector', 'lab-choices', 'lab-start', 'lab-tour'])
      expect(await frame.locator(name).isVisible(), name).toBe(false)
    const height = async () => (await page.locator('iframe').boundingBox())?.height ?? 0
    const before = await height()
    await frame.locator('.drawer').click()
    await frame.locator('lab-inspector').waitFor()
    await expect.poll(height).toBeGreaterThan(before + 200)
    expect(await page.locator('a').isVisible()).toBe(false)
    expect(errors).toEqual([])
  })

  test('can drive it with the names of <video>, and hears what it does', async () => {
    article(
      '/drive',
      `${script()}<login-lab-embed id="lab" workflow="${workflow}"></login-lab-embed>`,
    )
    const { page } = await visit('/drive')
    await playerIn(page)
    const told = await page.evaluate(async () => {
      const player = document.querySelector('#lab') as HTMLElement & {
        seek(target: unknown): Promise<unknown>
        next(): Promise<unknown>
        currentStep: number
        stepCount: number
      }
      const heard: string[] = []
      for (const type of ['stepchange', 'marker'])
        document.addEventListener(type, (event) => {
          heard.push(
            `${type} ${(event as CustomEvent<{ currentStep: number }>).detail.currentStep}`,
          )
        })
      const found = await player.seek(2)
      await player.next()
      const missing = await player.seek({ step: 'no.such' })
      const refused = await player.seek('nonsense').catch((error: Error) => error.name)
      return { found, missing, refused, heard, at: player.currentStep, of: player.stepCount }
    })
    expect(told).toMatchObject({ found: true, missing: false, refused: 'TypeError', at: 3 })
    expect(told.of).toBeGreaterThan(3)
    expect(told.heard).toEqual(expect.arrayContaining(['stepchange 2', 'stepchange 3']))
  })

  test('can hold one script and nothing else', async () => {
    article(
      '/script',
      `<script async src="${lab.url}embed.js" data-workflow="${workflow}" data-step="2" data-theme="dark" data-lang="es" data-controls="0"></script>`,
    )
    const { page } = await visit('/script')
    const frame = await (await page.waitForSelector('iframe')).contentFrame()
    await frame?.locator('lab-story').waitFor()
    expect(await frame?.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    expect(await frame?.locator('lab-embed-bar a').innerText()).toBe('Abrir en Login Lab')
    expect(await frame?.locator('lab-controls').isVisible()).toBe(false)
    expect(
      await page.evaluate(() => Object.keys(globalThis).filter((key) => /lab/i.test(key))),
    ).toEqual([])
  })

  test('loads nothing of it before it comes into view, or before it is pressed', async () => {
    article(
      '/lazy',
      `${script()}<div style="height:5000px"></div><login-lab-embed id="far" workflow="${workflow}"></login-lab-embed>`,
    )
    article(
      '/poster',
      `${script()}<login-lab-embed loading="click" workflow="${workflow}"><a href="${lab.url}?workflow=${workflow}">Watch the login</a></login-lab-embed>`,
    )
    const far = await visit('/lazy')
    await far.page.waitForFunction(() => customElements.get('login-lab-embed') !== undefined)
    expect(far.requests.filter((url) => url.includes('embed.html'))).toEqual([])
    await far.page.evaluate(() => document.querySelector('#far')?.scrollIntoView())
    await playerIn(far.page)

    const poster = await visit('/poster')
    await poster.page.waitForFunction(() => customElements.get('login-lab-embed') !== undefined)
    expect(poster.requests.filter((url) => url.includes('embed.html'))).toEqual([])
    await poster.page.getByRole('link', { name: 'Watch the login' }).click()
    await playerIn(poster.page)
    expect(new URL(poster.page.url()).pathname).toBe('/poster')
  })

  test('is a link where scripts are not allowed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(new URL('/poster', docs.url).href)
    expect(await page.getByRole('link', { name: 'Watch the login' }).isVisible()).toBe(true)
    await context.close()
  })

  test('keeps its own keys: the player hears them only with the focus inside', async () => {
    article(
      '/keys',
      `${script()}<login-lab-embed workflow="${workflow}" step="2"></login-lab-embed>`,
    )
    const { page } = await visit('/keys')
    const frame = await playerIn(page)
    const count = frame.locator('lab-controls .count b')
    await expect.poll(() => count.innerText()).toBe('2')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    await frame.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' })),
    )
    expect(await count.innerText()).toBe('2')
    await frame.locator('lab-controls .play').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => count.innerText()).toBe('3')
  })
})

describe('the embedded player is accessible', () => {
  test.each([
    ['light', 'en', 900],
    ['dark', 'es', 390],
  ] as const)('%s, in %s, at %i pixels, closed and open', async (theme, language, width) => {
    const { page, violations } = await watch(browser)
    open.push(page)
    await page.setViewportSize({ width, height: 800 })
    await page.goto(
      `${lab.url}embed.html?workflow=${workflow}&theme=${theme}&lang=${language}#step=13`,
    )
    await page.locator('lab-diagram svg .step').first().waitFor()
    await page.evaluate(axe.source)
    for (const turn of [0, 1]) {
      if (turn === 1) await page.locator('.drawer').click()
      await page.waitForTimeout(300)
      const found = await page.evaluate(async () => {
        const { violations: breaches } = await (
          globalThis as unknown as { axe: { run(): Promise<axe.AxeResults> } }
        ).axe.run()
        return breaches.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`),
        )
      })
      expect(found).toEqual([])
    }
    expect(await page.title()).toContain('Login Lab')
    expect(violations).toEqual([])
  })
})

describe('a page that was not named', () => {
  test('cannot show the player, nor anybody the whole lab', async () => {
    article('/whole', `<iframe src="${lab.url}"></iframe>`)
    const strange = await startLab()
    article('/strange', `<iframe src="${strange.url}embed.html"></iframe>`)
    for (const path of ['/whole', '/strange']) {
      const { page } = await visit(path)
      await page.waitForTimeout(500)
      const inside = page.frames()[1]
      expect(
        await inside
          ?.locator('login-lab')
          .count()
          .catch(() => 0),
        path,
      ).toBe(0)
    }
    await strange.stop()
  })

  test('cannot drive the player, and hears nothing of it', async () => {
    article(
      '/unnamed',
      `<iframe src="${lab.url}embed.html?workflow=${workflow}&parent=https://other.example"></iframe>`,
    )
    const { page } = await visit('/unnamed')
    const frame = await playerIn(page)
    const heard = await page.evaluate(async () => {
      const messages: unknown[] = []
      addEventListener('message', ({ data }) => messages.push(data))
      const target = document.querySelector('iframe')?.contentWindow
      for (const method of ['next', 'play', 'seek', 'getState'])
        target?.postMessage({ method, args: ['100%'], id: 1 }, '*')
      await new Promise((resolve) => setTimeout(resolve, 800))
      return messages
    })
    expect(heard).toEqual([])
    expect(await frame.locator('lab-controls .count b').innerText()).toBe('0')
  })
})

describe('hostile messages of the named page', () => {
  test('do nothing and break nothing', async () => {
    const origin = new URL(docs.url).origin
    article(
      '/hostile',
      `<iframe src="${lab.url}embed.html?workflow=${workflow}&parent=${encodeURIComponent(origin)}"></iframe>`,
    )
    const { page, errors, violations } = await visit('/hostile')
    const frame = await playerIn(page)
    const answers = await page.evaluate(async () => {
      const answered: { method?: string; problem?: string }[] = []
      addEventListener('message', ({ data }) => {
        if (data.eventName === 'callback') answered.push(data)
      })
      const target = document.querySelector('iframe')?.contentWindow
      const values: readonly unknown[] = [
        null,
        true,
        0,
        -1,
        NaN,
        '',
        '{',
        '[]',
        '"seek"',
        'x'.repeat(100_000),
        [],
        {},
        new Date(0),
        new Map([['method', 'next']]),
        new Uint8Array(8),
        /next/,
        JSON.parse('{"__proto__":{"method":"next"}}'),
        '{"__proto__":{"method":"next"}}',
        { method: 7 },
        { method: ['next'] },
        { method: { toString: 'next' } },
        { args: ['next'] },
        { method: 'next', args: 'next' },
        { method: 'next', args: Array(9).fill(1) },
      ]
      const names = [
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'valueOf',
        'remove',
        'innerHTML',
        'eval',
        'goTo',
        'openFile',
        'click',
        'dispatchEvent',
        'openRun',
        'Next',
        ' next',
        'next ',
        'next\u0000',
        'setPlaybackRate',
      ]
      const targets = [
        null,
        '',
        '<img src=x onerror=alert(1)>',
        '1e9%',
        '-1%',
        {},
        [],
        { step: {} },
        { marker: [1] },
        { step: '__proto__' },
        { marker: '<svg onload=alert(1)>' },
      ]
      for (const value of values) target?.postMessage(value, '*')
      for (const method of names)
        for (const argument of targets) target?.postMessage({ method, args: [argument] }, '*')
      for (const argument of targets)
        target?.postMessage(JSON.stringify({ method: 'seek', args: [argument] }), '*')
      for (let i = 0; i < 2000; i += 1) {
        const bytes = crypto.getRandomValues(new Uint8Array(1 + (i % 60)))
        target?.postMessage(String.fromCharCode(...bytes), '*')
        target?.postMessage(
          { method: String.fromCharCode(...bytes), args: [...bytes].slice(0, 3) },
          '*',
        )
      }
      target?.postMessage({ method: 'getState', id: 'last' }, '*')
      await new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data.id === 'last') resolve()
        })
      })
      return answered.filter(({ problem }) => problem === undefined).map(({ method }) => method)
    })
    // What succeeds asks for nothing: a phase or a message that is not there, and the last question.
    expect(new Set(answers)).toEqual(new Set(['seek', 'getState']))
    expect(await frame.locator('lab-controls .count b').innerText()).toBe('0')
    expect(errors).toEqual([])
    expect(violations).toEqual([])
  })
})
