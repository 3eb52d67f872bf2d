import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { demoKey } from '../../server/fusionauth/stand-in/demo-key.ts'
import { dist, launch, serve, startLab, type Served } from './support/lab.ts'
import { root } from './support/build.ts'
import {
  allFiles,
  brotliOf,
  bytesOf,
  engineFiles,
  entryFiles,
  gzipOf,
  playerFiles,
} from './support/entry-files.ts'

/** Bytes of JavaScript, packed, before somebody does something. */
const most = 97_500

/** Files that a page has to have before it runs, and the Worker: each is a request. */
const mostFiles = { page: 45, engine: 30 }

/** Bytes of the Worker in which runs run with all that it imports, packed. */
const mostOfEngine = 169_000

/**
 * Bytes of the folder: of what was in it at commit 54c31d2, the app and what embeds it, a third of then;
 * and of all of it, with a page and the Markdown of each workflow in two languages, and its picture.
 */
const mostOfFolder = { app: 2_452_685, all: 4_100_000 }

/** What is there for who reads without a script, and for who writes. */
const isForReaders = (file: string): boolean =>
  /^(?:es\/)?workflows\/|^pictures\/|^oembed\/|\.(?:md|xml)$|^llms\.txt$|^card\.png$/.test(file)

/** Bytes of the script that other pages load for the sake of the player. */
const mostOfEmbed = 6500

/** Bytes, packed with Brotli, that an embedded player moves until somebody does something with it. */
const mostOfPlayer = 40 * 1024

/** Bytes that ten of them on a page move more than one, each with another lesson. */
const mostOfNineMore = 60_000

let browser: Browser
let lab: Served

beforeAll(async () => {
  browser = await launch()
  lab = await startLab()
})

afterAll(async () => {
  await browser.close()
  await lab.stop()
})

const text = (file: string): string => readFileSync(join(dist, file), 'utf8')

const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
)

describe('JavaScript before the first interaction', () => {
  test.each(['index.html', 'embed.html'])(
    '%s: its entry and all that this imports is small',
    (page) => {
      const files = entryFiles(dist, page)
      expect(files.length).toBeGreaterThan(1)
      expect(gzipOf(dist, files)).toBeLessThan(most)
      expect(files.length).toBeLessThan(mostFiles.page)
    },
  )

  test('the script for other pages is tiny, and one file', () => {
    expect(gzipSync(text('embed.js')).length).toBeLessThan(mostOfEmbed)
    expect(text('embed.js')).not.toMatch(/\bexport\b|\bimport\b(?!\()/)
  })

  /** What a page moves until ten or fewer players on it can be read, but for the page itself. */
  const embedded = async (players: readonly string[]): Promise<number> => {
    const html = `<!doctype html><title>Docs</title><body><script async src="${lab.url}embed.js"></script>${players.join('')}`
    const docs = await serve((path) => (path === '/' ? { type: 'text/html', body: html } : null))
    const page = await browser.newPage({ viewport: { width: 1200, height: 9000 } })
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (response.url().startsWith(lab.url)) bodies.push(response.body())
    })
    await page.goto(docs.url)
    for (let index = 0; index < players.length; index += 1)
      await page.locator('lab-recorded svg .step').nth(index).waitFor()
    await page.waitForLoadState('networkidle')
    const packed = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length)
    await page.close()
    await docs.stop()
    return packed.reduce((sum, one) => sum + one, 0)
  }

  const element = ({ slug }: (typeof workflows)[number]): string =>
    `<login-lab-embed workflow="${slug}" step="5"><a href="/"><img src="${lab.url}pictures/${slug}.svg" width="800" height="496" loading="lazy" alt="A login"/> Watch this login</a></login-lab-embed>`

  test('an embedded player moves little until it is used, and ten of other workflows little more', async () => {
    const [first, ...others] = workflows.slice(0, 10).map(element)
    const one = await embedded([first ?? ''])
    expect(one).toBeGreaterThan(10_000)
    expect(one).toBeLessThan(mostOfPlayer)
    expect((await embedded([first ?? '', ...others])) - one).toBeLessThan(mostOfNineMore)
  })

  const requested = async (path: string, ready: (page: Page) => Promise<unknown>) => {
    const page = await browser.newPage()
    const loads: Promise<number>[] = []
    const names: string[] = []
    let isOver = false
    page.on('response', (response) => {
      if (isOver || response.request().resourceType() !== 'script') return
      names.push(new URL(response.url()).pathname)
      loads.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(new URL(path, lab.url).href, { waitUntil: 'commit' })
    await ready(page)
    isOver = true
    const bytes = (await Promise.all(loads)).reduce((sum, load) => sum + load, 0)
    await page.close()
    return { bytes, names }
  }

  test('the start page asks its questions before more than that has come', async () => {
    const { names } = await requested('', (page) =>
      page.locator('lab-start a, lab-start button').first().waitFor(),
    )
    const first = new Set(entryFiles(dist, 'index.html').map((file) => `/${file}`))
    const needed = names.filter((name) => first.has(name))
    expect(needed.length).toBe(first.size)
  })

  test('the list of messages can be read without the picture', async () => {
    const page = await browser.newPage()
    const early = new Set(entryFiles(dist, 'index.html').map((file) => `/${file}`))
    await page.route(
      (url) => url.pathname.endsWith('.js') && !early.has(url.pathname),
      (route) => {
        const isOurs = /worker|deferred/.test(route.request().url())
        return isOurs ? route.continue() : route.abort()
      },
    )
    await page.goto(
      `${lab.url}?workflow=webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies`,
    )
    const first = page.locator('lab-list li').first()
    await first.waitFor()
    expect((await first.innerText()).length).toBeGreaterThan(5)
    await page.close()
  })
})

describe('the folder', () => {
  test('its engine is small', () => {
    expect(brotliOf(dist, engineFiles(dist))).toBeLessThan(mostOfEngine)
    expect(engineFiles(dist).length).toBeLessThan(mostFiles.engine)
  })

  test('all of it is small', () => {
    const files = allFiles(dist)
    const app = files.filter((file) => !isForReaders(file))
    expect(app.length).toBeLessThan(files.length)
    expect(bytesOf(dist, app)).toBeLessThan(mostOfFolder.app)
    expect(bytesOf(dist, files)).toBeLessThan(mostOfFolder.all)
  })

  test('holds no file for programs that build it', () => {
    expect(allFiles(dist).filter((name) => /manifest|\.vite/.test(name))).toEqual([])
  })

  // Of parts that no run in a page asks for: each name is in their sources and in no other.
  test.each([
    ['the stand-in’s API of other objects', '/api/identity-provider'],
    ['Kickstart', 'FUSIONAUTH_FORM'],
    ['setting up a real FusionAuth', 'setup.other-tenant'],
    ['methods of the client that nobody calls', '/api/reactor'],
    ['public suffixes of other hosts', 'kawasaki'],
    ['all English texts', 'There is no branch'],
  ])('its engine has no part for %s', (_what, name) => {
    for (const file of engineFiles(dist)) expect(text(file).includes(name), file).toBe(false)
  })
})

describe('what must not leak into the pages', () => {
  /** By name, so that a failure says what leaked. */
  const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
    ['a module of Node', /(?:from|import|require)\s*\(?\s*["'`]node:/],
    [
      'the path of the machine that built it',
      new RegExp(root.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    ],
    ['a home or a temporary directory', /["'`](?:\/home\/|\/Users\/|\/root\/|\/tmp\/|[A-Z]:\\\\)/],
    ['a source map', /sourceMappingURL/],
    ['the test runner', /\bvitest\b|\bplaywright\b|fast-check/],
    // But for the advice of embed.js, which says where authors' sites have to be named.
    [
      'a setting of the server',
      /FUSIONAUTH_API_KEY|LOGIN_LAB_|EMBED_ORIGINS(?! there\.| can name no such page)/,
    ],
    ['process.env', /process\.env\.(?!NODE_ENV)[A-Z]/],
    ['a private key of somebody', /BEGIN (?:EC |OPENSSH )PRIVATE KEY/],
    ['debugging', /\bdebugger\b/],
  ]

  test.each(forbidden)('%s is in no script that we serve', (_what, pattern) => {
    const guilty = scripts.filter((name) => pattern.test(text(name)))
    expect(guilty).toEqual([])
  })

  test.each([
    '@fusionauth',
    'FusionAuthClient',
    'mermaidAPI',
    'htmlparser2',
    'xstate',
    demoKey.privateJwk.d,
  ])('%s is not in what is loaded first', (string) => {
    const first = ['index.html', 'embed.html'].flatMap((page) => entryFiles(dist, page))
    for (const file of [...first, ...playerFiles(dist)])
      expect(text(file), file).not.toContain(string)
  })

  test('no map and no source is served', () => {
    expect(allFiles(dist).filter((name) => /\.(?:map|ts|tsx)$/.test(name))).toEqual([])
  })

  test('the check can fail: each name is found where it is planted', () => {
    const planted: Readonly<Record<string, string>> = {
      'a module of Node': 'import{readFileSync}from"node:fs"',
      'the path of the machine that built it': `"${root}web/main.ts"`,
      'a home or a temporary directory': '"/home/somebody/x"',
      'a source map': '//# sourceMappingURL=x.js.map',
      'the test runner': 'vitest',
      'a setting of the server': 'env.FUSIONAUTH_API_KEY',
      'process.env': 'process.env.SECRET',
      'a private key of somebody': '-----BEGIN EC PRIVATE KEY-----',
      debugging: 'debugger;',
    }
    for (const [what, pattern] of forbidden)
      expect(pattern.test(planted[what] ?? ''), what).toBe(true)
  })
})
