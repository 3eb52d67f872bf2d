import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readDocument } from '../../scenarios/projections/document.ts'
import { pagePolicyFor } from '../../server/policy.ts'
import { launchOptions } from '../support/chromium.ts'

/**
 * Pages that try to do something, in a real Chromium, in the lab's own frame under the lab's own
 * policy. A server counts whatever arrives; `alarm()` is what a script would call.
 */
const payloads: Readonly<Record<string, (there: string) => string>> = {
  script: () => '<script>top.alarm()</script><script src="/hit"></script>',
  'image with a handler': (there) => `<img src="${there}/i" onerror="top.alarm()">`,
  'handlers everywhere': () =>
    '<body onload="top.alarm()"><div onclick="top.alarm()" onmouseover="top.alarm()">x</div><input autofocus onfocus="top.alarm()"><details open ontoggle="top.alarm()">x</details>',
  'script in an address': () =>
    '<a href="javascript:top.alarm()">x</a><form action="javascript:top.alarm()"><button>y</button></form>',
  'a link elsewhere': (there) =>
    `<a href="${there}/a">x</a><a target="_self" href="${there}/b">y</a><a target="_top" href="${there}/c" ping="${there}/ping">z</a><area href="${there}/d">`,
  'a form elsewhere': (there) =>
    `<form action="${there}/f" method="post"><input name="password" type="password" value="p"><input type="submit"><button formaction="${there}/g">b</button><input type="image" src="${there}/h"></form>`,
  refresh: (there) => `<meta http-equiv="refresh" content="0; url=${there}/r">`,
  'frames and plugins': (there) =>
    `<iframe src="${there}/1"></iframe><iframe srcdoc="<script>top.alarm()</script>"></iframe><object data="${there}/2"></object><embed src="${there}/3"><frameset><frame src="${there}/4"></frameset>`,
  'links of the head': (there) =>
    `<link rel="stylesheet" href="${there}/s"><link rel="preconnect" href="${there}"><link rel="dns-prefetch" href="${there}"><link rel="prefetch" href="${there}/p"><link rel="preload" as="image" href="${there}/q"><link rel="icon" href="${there}/icon"><link rel="manifest" href="${there}/m">`,
  media: (there) =>
    `<img srcset="${there}/1 1x"><picture><source srcset="${there}/2"></picture><video src="${there}/3" poster="${there}/4" autoplay></video><audio src="${there}/5" autoplay></audio><track src="${there}/6"><input type="image" src="${there}/7"><body background="${there}/8"><table background="${there}/9"><td>x</td></table>`,
  styles: (there) =>
    `<style>@import "${there}/1"; @import url(${there}/2); body { background: url(${there}/3) } p { background: u\\72l(${there}/4); cursor: url(${there}/5), auto; content: url(${there}/6) } @font-face { font-family: x; src: url(${there}/7) } p { font-family: x; filter: url(${there}/8#a); mask: url(${there}/9); list-style: url(${there}/10); background: image-set(url(${there}/11) 1x) } input[value^=p] { background: url(${there}/12) }</style><p style="background:url(${there}/13)">x</p><input value="pass">`,
  svg: (there) =>
    `<svg onload="top.alarm()"><script>top.alarm()</script><image href="${there}/1"/><use href="${there}/2#a"/><foreignObject><iframe src="${there}/3"></iframe></foreignObject><animate attributeName="href" values="javascript:top.alarm()"/><a xlink:href="javascript:top.alarm()"><text>x</text></a></svg><math><mtext><mglyph><style><img src=x onerror=top.alarm()></style></mglyph></mtext></math>`,
  'broken markup': () =>
    '<noscript><p title="</noscript><img src=x onerror=top.alarm()>"></noscript><textarea></textarea><img src=x onerror=top.alarm()><svg></p><style><a id="</style><img src=x onerror=top.alarm()>"><xmp><script>top.alarm()</script></xmp><!--<img src="--><img src=x onerror=top.alarm()//">',
  'names that hide what is there': () =>
    '<form name="body" id="body"><input name="adoptedStyleSheets" id="CSSStyleSheet"></form><img name="createElement" id="contentDocument"><form id="defaultView"></form><p id="addEventListener">x</p>',
  'a base elsewhere': (there) =>
    `<base href="${there}/" target="_top"><a href="x">x</a><form><button>y</button></form><img src="y">`,
  'custom elements and templates': () =>
    '<x-y onclick="top.alarm()">x</x-y><template><script>top.alarm()</script></template><template shadowrootmode="open"><script>top.alarm()</script></template><slot></slot>',
  'what draws over the lab': (there) =>
    `<div popover="manual" id="p" style="position:fixed;inset:0">x</div><button popovertarget="p" command="show-popover" commandfor="p">y</button><dialog open>z</dialog><a href="${there}/a" style="position:fixed;inset:0;opacity:0">all</a>`,
}

let server: Server
let browser: Browser
let context: BrowserContext
let page: Page
let arrived: string[] = []
let connections = 0
let there = ''
let elsewhere: Server

beforeAll(async () => {
  const source = await readFile(
    new URL('../../web/features/screen/build.ts', import.meta.url),
    'utf8',
  )
  const build = stripTypeScriptTypes(source)
  const main = `import { pageFrameIn } from '/build.js'
    window.alarms = 0
    window.alarm = () => { window.alarms += 1 }
    window.pressed = []
    window.stage = (page) => new Promise((resolve) => {
      const frame = document.querySelector('iframe')
      const staged = pageFrameIn(frame)
      staged.show(page, (press, typed) => window.pressed.push([press, [...typed]]), () => {})
      resolve()
    })`
  const home = `<!doctype html><meta charset="utf-8"><title>lab</title><script type="module" src="/main.js"></script>
    <iframe sandbox="allow-same-origin" width="800" height="600" srcdoc="<!doctype html><html lang='en'><meta http-equiv='Content-Security-Policy' content=&quot;default-src 'none'&quot;><title>Page</title><body>"></iframe>`
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', home],
    '/favicon.ico': ['image/x-icon', ''],
    '/build.js': ['text/javascript', build],
    '/main.js': ['text/javascript', main],
  }
  server = createServer((request, response) => {
    const file = files[request.url ?? '']
    if (file === undefined) arrived.push(request.url ?? '')
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': file?.[0] ?? 'text/plain',
      'content-security-policy': pagePolicyFor("'none'"),
    })
    response.end(file?.[1] ?? '')
  })
  elsewhere = createServer((request, response) => {
    arrived.push(`elsewhere ${request.url}`)
    response.end('')
  })
  elsewhere.on('connection', () => {
    connections += 1
  })
  for (const one of [server, elsewhere])
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
  there = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  browser = await chromium.launch(launchOptions())
})

afterAll(async () => {
  await browser.close()
  server.close()
  elsewhere.close()
})

beforeEach(async () => {
  context = await browser.newContext()
  page = await context.newPage()
})

afterEach(() => context.close())

const stagePage = async (html: string) => {
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const asked: string[] = []
  await page.goto(home)
  await page.waitForFunction(() => 'stage' in globalThis)
  arrived = []
  connections = 0
  page.on('request', (request) => asked.push(request.url()))
  await page.evaluate(
    (document) =>
      (globalThis as unknown as { stage(page: unknown): Promise<void> }).stage(document),
    readDocument(`${home}page`, html),
  )
  /** Does to the page what a curious user does to it. */
  const handle = async (): Promise<void> => {
    await page.frames()[1]?.evaluate(() => {
      const elements = document.querySelectorAll('a, [role=link], button, div, p, details, input')
      const event = { bubbles: true, cancelable: true, composed: true }
      for (const element of elements) {
        element.dispatchEvent(new MouseEvent('click', event))
        element.dispatchEvent(new MouseEvent('mouseover', event))
        element.dispatchEvent(new MouseEvent('auxclick', { ...event, button: 1 }))
      }
    })
    await page.waitForTimeout(150)
  }
  const seen = () =>
    page.evaluate(() => {
      const lab = globalThis as unknown as {
        alarms: number
        pressed: readonly (readonly [{ href?: string }, readonly unknown[]])[]
        document: { querySelector(what: string): { contentDocument: { URL: string } | null } }
      }
      return {
        alarms: lab.alarms,
        pressed: lab.pressed,
        at: lab.document.querySelector('iframe').contentDocument?.URL,
      }
    })
  return { asked, handle, seen }
}

describe('A hostile page in a browser of the lab', () => {
  test.each(Object.entries(payloads))(
    'runs nothing and asks for nothing: %s',
    async (_, payload) => {
      const { asked, handle, seen } = await stagePage(payload(there))
      await handle()
      expect((await seen()).alarms).toBe(0)
      expect((await seen()).at).toBe('about:srcdoc')
      expect(asked).toEqual([])
      expect(arrived).toEqual([])
      expect(connections).toBe(0)
      expect(context.pages()).toEqual([page])
    },
  )

  test('tells what was pressed all the same, as a value', async () => {
    const { handle, seen } = await stagePage(
      `<a href="${there}/x">x</a><a href="javascript:top.alarm()">y</a>`,
    )
    await handle()
    const { pressed } = await seen()
    expect(pressed.map(([press]) => press.href)).toEqual([`${there}/x`])
  })

  test('the server and the alarm of this test do go off where they can', async () => {
    await stagePage('')
    await page.evaluate((address) => {
      const { location } = globalThis as unknown as { location: { href: string } }
      location.href = address
    }, `${there}/really`)
    await page.waitForURL(`${there}/really`)
    expect(arrived).toContain('elsewhere /really')
    expect(connections).toBeGreaterThan(0)
  })
})
