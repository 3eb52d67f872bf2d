import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { usualSeed } from '../../server/run.ts'
import { readmeSnippet, shareSnippet } from '../support/snippets.ts'
import { reader, startDocs, workflow, type Docs, type Reader } from './support/docs.ts'
import { dist, launch, startLab, type Served } from './support/lab.ts'

let browser: Browser
let docs: Docs
let lab: Served
let other: Served
let open: Reader[] = []

beforeAll(async () => {
  browser = await launch()
  docs = await startDocs()
  lab = await startLab({ EMBED_ORIGINS: docs.origin })
  other = await startLab({ EMBED_ORIGINS: docs.origin })
})

afterEach(async () => {
  await Promise.all(open.map(({ page }) => page.close()))
  open = []
})

afterAll(async () => {
  await browser.close()
  await Promise.all([docs, lab, other].map((one) => one.stop()))
})

const visit = async (address: string): Promise<Reader> => {
  const one = await reader(browser)
  open.push(one)
  await one.page.goto(address)
  return one
}

const untilReady = (one: Reader, count = 1) =>
  expect
    .poll(() => one.heard(), { timeout: 15_000 })
    .toEqual(Array.from({ length: count }, () => ['ready', '']))

/** The labs that the players of a page are of, from top to bottom. */
const players = ({ page }: Reader): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('login-lab-embed')].map(({ shadowRoot }) => {
      const inside = shadowRoot?.querySelector('lab-recorded')?.shadowRoot
      return inside?.querySelector<HTMLAnchorElement>('.bar a')?.href.split('?', 1)[0] ?? ''
    }),
  )

/** The number of the message that the first player shows. */
const shown = ({ page }: Reader): Promise<string> =>
  page.locator('lab-recorded .count b').first().innerText()

const element = (attributes = ''): string =>
  `<login-lab-embed ${attributes} workflow="${workflow}"><a href="${lab.url}">Watch</a></login-lab-embed>`

/** As a run is when nobody has chosen otherwise. */
const usual = { seed: usualSeed }

describe('code that is handed out plays as it stands', () => {
  test('README’s, but for the name of the lab', async () => {
    const code = readmeSnippet().replaceAll('https://lab.example.com/', lab.url)
    const one = await visit(docs.write('/readme', code))
    await untilReady(one)
    expect(await shown(one)).toBe('13')
    expect(one.said).toEqual([])
  })

  /** How much of what is seen moves while the players of a page come, as Layout Instability counts it. */
  const shiftOf = async (path: string, code: string): Promise<number> => {
    const one = await reader(browser)
    open.push(one)
    await one.page.addInitScript(() => {
      Object.assign(window, { shift: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { shift: number }).shift += (
            entry as unknown as { readonly value: number }
          ).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    // The script comes when everything else has been drawn.
    await one.page.route(/\/embed\.js$/, async (route) => {
      await one.page.locator('#below').waitFor()
      await one.page.evaluate(() => new Promise(requestAnimationFrame))
      await route.continue()
    })
    const text = `<main style="max-width:760px">${code}<p id="below">${'Text that is read. '.repeat(300)}</p></main>`
    const styles = '<style>img { max-width: 100%; height: auto }</style>'
    await one.page.goto(docs.write(path, text, styles))
    await untilReady(one)
    return one.page.evaluate(() => (window as unknown as { shift: number }).shift)
  }

  test('README’s keeps the room of the player, by its picture', async () => {
    const code = readmeSnippet().replaceAll('https://lab.example.com/', lab.url)
    expect(await shiftOf('/shift', code)).toBeLessThan(0.02)
    expect(await shiftOf('/no-room', code.replace(/<img [^>]*>/, ''))).toBeGreaterThan(0.02)
  })

  test('the element that Share copies', async () => {
    const one = await visit(docs.write('/share', await shareSnippet('element', lab.url, usual)))
    await untilReady(one)
    expect(await shown(one)).toBe('13')
  })

  test('the frame that Share copies, without a border', async () => {
    const one = await visit(docs.write('/frame', await shareSnippet('frame', lab.url, usual)))
    const frame = one.page.locator('iframe')
    const inside = frame.contentFrame()
    await inside.locator('lab-recorded svg .step.is-current').waitFor()
    expect(await inside.locator('.count b').innerText()).toBe('13')
    expect(await frame.evaluate((of) => getComputedStyle(of).borderWidth)).toBe('0px')
    expect((await frame.boundingBox())?.height).toBe(560)
  })
})

describe('one script and nothing else', () => {
  const alone = (attributes: string, from = lab): string =>
    `<script ${attributes} src="${from.url}embed.js" data-workflow="${workflow}"></script>`

  test.each(['async', 'defer', 'crossorigin', 'type="module"'])(
    'puts nothing anywhere when it stands in the head, and says what to do: %s',
    async (attributes) => {
      const one = await visit(docs.write('/head', '<p>Text.</p>', alone(attributes)))
      await expect
        .poll(() => one.said)
        .toEqual([
          `Login Lab: embed.js stands in <head>, where nothing can be shown: put <login-lab-embed workflow="${workflow}"></login-lab-embed> where the player belongs.`,
        ])
      expect(await one.page.locator('login-lab-embed').count()).toBe(0)
      expect(await players(one)).toEqual([])
    },
  )

  test.each(['', 'async', 'crossorigin', 'type="module"'])(
    'puts the player where it stands in the text, twice if it stands there twice: %s',
    async (attributes) => {
      const code = alone(attributes)
      const one = await visit(docs.write('/twice', `<p>A</p>${code}<p>B</p>${code}<p>C</p>`))
      await untilReady(one, 2)
      expect(
        await one.page.evaluate(() =>
          [...document.body.children].map(({ localName }) => localName).slice(1),
        ),
      ).toEqual(['p', 'login-lab-embed', 'p', 'login-lab-embed', 'p'])
    },
  )

  test('takes what the element takes', async () => {
    const code = `<script async src="${lab.url}embed.js" data-workflow="${workflow}" data-step="2" data-theme="dark" data-lang="es" data-controls="0" data-height="400"></script>`
    const one = await visit(docs.write('/taken', code))
    await untilReady(one)
    const embed = one.page.locator('login-lab-embed')
    expect((await embed.boundingBox())?.height).toBe(400)
    expect(await embed.locator('lab-recorded .badge-text').innerText()).toBe('Grabado')
    expect(await embed.locator('lab-recorded .what').innerText()).toMatch(/^2\./)
    expect(await embed.locator('lab-recorded .controls').count()).toBe(0)
    expect(
      await one.page.evaluate(() => Object.keys(globalThis).filter((key) => /lab/i.test(key))),
    ).toEqual([])
  })

  test('of each of two labs brings the player of its own', async () => {
    const one = await visit(docs.write('/both', alone('async') + alone('async', other)))
    await untilReady(one, 2)
    expect(await players(one)).toEqual([lab.url, other.url])
  })
})

describe('the script of an element', () => {
  const bytes = readFileSync(join(dist, 'embed.js'))
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`

  test.each([
    ['crossorigin', 'async crossorigin'],
    ['with its hash', `async crossorigin integrity="${integrity}"`],
    ['as a module', 'type="module"'],
    ['as a module with its hash', `type="module" integrity="${integrity}"`],
  ])('may be loaded %s', async (_how, attributes) => {
    const script = `<script ${attributes} src="${lab.url}embed.js"></script>`
    const one = await visit(docs.write('/loaded', element(), script))
    await untilReady(one)
    expect(await players(one)).toEqual([lab.url])
    expect(one.errors).toEqual([])
  })

  test('may be imported by a script of the page', async () => {
    const script = `<script type="module">import '${lab.url}embed.js'</script>`
    const one = await visit(docs.write('/imported', script + element()))
    await untilReady(one)
    expect(await players(one)).toEqual([lab.url])
  })

  test('may come twice, and in other ways', async () => {
    const source = `src="${lab.url}embed.js"`
    const scripts = `<script async ${source}></script><script type="module" ${source}></script><script ${source}></script>`
    const one = await visit(docs.write('/again', scripts + element(), scripts))
    await untilReady(one)
    expect(await players(one)).toEqual([lab.url])
    expect(one.errors).toEqual([])
  })

  test('may come from one lab, while elements name others', async () => {
    const script = `<script async src="${lab.url}embed.js"></script>`
    const name = other.url.replace(/\/$/, '')
    const one = await visit(docs.write('/labs', script + element() + element(`lab="${name}"`)))
    await untilReady(one, 2)
    expect(await players(one)).toEqual([lab.url, other.url])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://[', ''])(
    'is asked when what an element names is no place: %s',
    async (name) => {
      const script = `<script async src="${lab.url}embed.js"></script>`
      const one = await visit(docs.write('/noplace', script + element(`lab="${name}"`)))
      await untilReady(one)
      expect(await players(one)).toEqual([lab.url])
      expect(one.errors).toEqual([])
    },
  )
})
