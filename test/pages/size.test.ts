import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoKey } from '../../server/fusionauth/stand-in/demo-key.ts'
import { dist, launch, startLab, type Served } from './support/lab.ts'
import { root } from './support/build.ts'
import {
  allFiles,
  brotliOf,
  bytesOf,
  engineFiles,
  entryFiles,
  gzipOf,
} from './support/entry-files.ts'

/** Bytes of JavaScript, packed, before somebody does something. */
const most = 97_000

/** Bytes of the Worker in which runs run with all that it imports, packed. */
const mostOfEngine = 168_000

/** Bytes of the folder: a third of what it was at commit 54c31d2. */
const mostOfFolder = 2_452_685

/** Bytes of the script that other pages load for the sake of the player. */
const mostOfEmbed = 3000

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
    },
  )

  test('the script for other pages is tiny, and one file', () => {
    expect(gzipSync(text('embed.js')).length).toBeLessThan(mostOfEmbed)
    expect(text('embed.js')).not.toMatch(/\bimport\b|\bexport\b/)
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
  })

  test('all of it is small', () => {
    expect(bytesOf(dist, allFiles(dist))).toBeLessThan(mostOfFolder)
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
    for (const page of ['index.html', 'embed.html'])
      for (const file of entryFiles(dist, page)) expect(text(file), file).not.toContain(string)
  })

  test('no map and no source is served', () => {
    const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => /\.(?:map|ts|tsx)$/.test(name))).toEqual([])
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
