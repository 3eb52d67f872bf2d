import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attackLessons } from '../../scenarios/attacks/lessons.ts'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import {
  excerptOf,
  type CompactRecording,
  type CompactWords,
} from '../../scenarios/recorded/compact.ts'
import { root } from './support/build.ts'
import { launch, serveFiles, type Served } from './support/lab.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

let browser: Browser
let host: Served
/** A visitor whose browser runs no script of a page. */
let visitor: BrowserContext

beforeAll(async () => {
  browser = await launch()
  host = await serveFiles('/some/where')
  visitor = await browser.newContext({ javaScriptEnabled: false })
})

afterAll(async () => {
  await browser.close()
  await host.stop()
})

const languages = ['en', 'es'] as const

const placeOf = (slug: string, language: string): string =>
  `${language === 'en' ? '' : 'es/'}workflows/${slug}/`

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'web/recordings', `${name}.json`), 'utf8'))

describe.each(languages)(
  'pages without script, on a host of files below a path, in %s',
  (language) => {
    const { stories } = recorded(`words.${language}`) as CompactWords

    test('every message of every workflow is there, with its words and its sentence', async () => {
      const page = await visitor.newPage()
      for (const { slug } of workflows) {
        const excerpt = excerptOf(recorded(slug) as CompactRecording, 'tour', language)
        if (excerpt === null) throw new Error(`${slug} is not recorded`)
        await page.goto(host.url + placeOf(slug, language))
        const rows = await page
          .locator('tbody tr')
          .evaluateAll((all) =>
            all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)),
          )
        const messages = rows.filter((cells) => cells.length === 4)
        expect(messages.map(([n]) => Number(n))).toEqual(excerpt.trace.messages.map(({ n }) => n))
        for (const [index, message] of excerpt.trace.messages.entries()) {
          const [, way = '', label = '', story = ''] = messages[index] ?? []
          expect(way).toContain(message.from)
          expect(way).toContain(message.to)
          expect(label).toContain(message.label)
          expect(story).toContain(stories[excerpt.stories[index] ?? ''])
          expect(story).not.toBe('')
        }
      }
      await page.close()
    })

    test('every lesson and attack of a workflow is a link into the app', async () => {
      const page = await visitor.newPage()
      for (const workflow of workflows) {
        await page.goto(host.url + placeOf(workflow.slug, language))
        const links = await page
          .locator('main a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
        const found = links
          .map((link) => new URL(link))
          .filter((link) => link.pathname === '/some/where/')
          .filter(({ searchParams }) => searchParams.get('workflow') === workflow.slug)
        const names = found.map(({ searchParams }) => searchParams.get('lesson'))
        expect(names.filter((name) => name !== null)).toEqual(
          [...lessons(workflow), ...attackLessons(workflow)].map(({ name }) => name),
        )
      }
      await page.close()
    })

    test('every link, picture and style leads to a file', async () => {
      const page = await visitor.newPage()
      const seen = new Set<string>()
      for (const slug of ['', ...workflows.map((workflow) => workflow.slug)]) {
        const address = host.url + placeOf(slug, language).replace('//', '/')
        await page.goto(address)
        const links = await page
          .locator('[href]')
          .evaluateAll(
            (all, base) => all.map((one) => new URL(one.getAttribute('href') ?? '', base).href),
            address,
          )
        for (const link of links) seen.add(link.replace(/[?#].*$/, ''))
      }
      expect(seen.size).toBeGreaterThan(workflows.length * 2)
      for (const link of seen) expect((await fetch(link)).status, link).toBe(200)
      await page.close()
    })
  },
)

describe('a page without script', () => {
  test.each([
    ['light', 1280, ''],
    ['dark', 1280, ''],
    ['light', 390, ''],
    ['dark', 390, ''],
    ['light', 390, 'es/'],
  ] as const)(
    'has no fault that axe finds: %s, %i wide, %s',
    async (colorScheme, width, folder) => {
      // axe waits by timers, which stand still where scripts are off. The page has none to run.
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
      })
      const page = await context.newPage()
      // At one size all of them; what they are made of is the same.
      const shown = width === 1280 && colorScheme === 'light' ? workflows : workflows.slice(0, 1)
      for (const place of ['workflows/', ...shown.map(({ slug }) => `workflows/${slug}/`)]) {
        await page.goto(host.url + folder + place)
        expect(await page.locator('script').count()).toBe(0)
        await page.evaluate(axeSource)
        const { violations } = await page.evaluate(
          (options) =>
            (
              globalThis as unknown as {
                readonly axe: { run(options: RunOptions): Promise<AxeResults> }
              }
            ).axe.run(options),
          {},
        )
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over).toBeLessThanOrEqual(0)
      }
      await context.close()
    },
  )

  test('asks for nothing but its style, its picture and its icon, and breaks no policy', async () => {
    const page = await visitor.newPage()
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    const [first] = workflows
    await page.goto(host.url + placeOf(first?.slug ?? '', 'en'))
    await page.waitForLoadState('networkidle')
    expect(said).toEqual([])
    expect(
      asked.map((url) => url.slice(host.url.length).replace(/-[\w-]{8}\.png/, '.png')),
    ).toEqual(
      expect.arrayContaining([
        placeOf(first?.slug ?? '', 'en'),
        'workflows/style.css',
        `pictures/${first?.slug}.all.svg`,
      ]),
    )
    expect(asked.filter((url) => url.endsWith('.js') || !url.startsWith(host.url))).toEqual([])
    await page.close()
  })
})
