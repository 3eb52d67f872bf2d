import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { launchOptions } from '../../support/chromium.ts'
import { selfSigned } from './certificate.ts'
import {
  byKey,
  type Case,
  type Hop,
  type Kept,
  methodOf,
  type Observed,
  type Setting,
  type Step,
} from './script.ts'

const day = 24 * 60 * 60 * 1000

/** A browser in front of servers that play every host of every case. */
export interface Chromium {
  actOut(script: Case): Promise<Observed>
  close(): Promise<void>
}

interface Answer extends Hop {
  readonly next: string | null
}

/** A server that answers by the ticket in the query, and notes which cookies came with it. */
const createHosts = () => {
  const answers = new Map<string, Answer>()
  const arrived = new Map<string, string>()
  let tickets = 0
  const respond: RequestListener = (request, response) => {
    const ticket = new URL(request.url ?? '/', 'http://any.test').searchParams.get('ticket') ?? ''
    const answer = answers.get(ticket)
    const octets = Buffer.from(request.headers.cookie ?? '', 'latin1')
    if (answer !== undefined) arrived.set(ticket, octets.toString('utf8'))
    const next = answer?.next ?? null
    const lines = [
      next === null ? 'HTTP/1.1 200 OK' : `HTTP/1.1 ${answer?.status ?? 302} Redirect`,
      ...(next === null ? [] : [`Location: ${next}`]),
      ...(answer?.set ?? []).map((value) => `Set-Cookie: ${value}`),
      'Content-Type: text/html',
      'Cache-Control: no-store',
      'Content-Length: 0',
      'Connection: close',
    ]
    // Written by hand, because Node refuses some of the octets that a browser has to cope with.
    response.socket?.end(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`))
  }
  return {
    respond,
    /** Registers an answer; gives the address to ask, and what came with the question. */
    expect: (hop: Hop, next: string | null) => {
      const ticket = String((tickets += 1))
      answers.set(ticket, { ...hop, next })
      const url = new URL(hop.url)
      url.searchParams.set('ticket', ticket)
      return { url: url.href, cookie: () => arrived.get(ticket) ?? 'never asked' }
    },
  }
}

const listen = async (server: ReturnType<typeof createServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const launch = async (
  profile: string,
  ports: readonly [number, number],
  { blockThirdParty = false, shortWindow = false }: Setting,
) => {
  await mkdir(join(profile, 'Default'), { recursive: true })
  const preferences = { profile: { cookie_controls_mode: blockThirdParty ? 1 : 0 } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const { args, ...options } = launchOptions()
  return chromium.launchPersistentContext(profile, {
    ...options,
    args: [
      ...args,
      `--host-resolver-rules=MAP *:80 127.0.0.1:${ports[0]}, MAP *:443 127.0.0.1:${ports[1]}`,
      '--ignore-certificate-errors',
      ...(shortWindow ? ['--enable-features=ShortLaxAllowUnsafeThreshold'] : []),
    ],
  })
}

/** What a page does to begin a request; runs in the page. */
const begin = async ({ by, url, method }: { by: Step['by']; url: string; method: string }) => {
  const { body } = document
  const add = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
    body.appendChild(document.createElement(name))
  const loaded = (element: HTMLImageElement | HTMLIFrameElement) =>
    new Promise((resolve) => {
      element.addEventListener('load', resolve)
      element.addEventListener('error', resolve)
      element.src = url
    })
  if (by === 'link') {
    const link = add('a')
    link.href = url
    link.click()
  } else if (by === 'form' || by === 'post') {
    const form = add('form')
    const target = new URL(url)
    for (const [name, value] of target.searchParams) {
      const input = form.appendChild(document.createElement('input'))
      input.name = name
      input.value = value
    }
    form.action = url
    form.method = method
    form.submit()
  } else if (by === 'image') await loaded(add('img'))
  else if (by === 'frame') await loaded(add('iframe'))
  else await fetch(url, { method, mode: 'no-cors', credentials: 'include' }).catch(() => null)
}

const keptIn = async (context: BrowserContext): Promise<readonly Kept[]> =>
  (await context.cookies())
    .map(({ domain, expires, sameSite, name, value, path, secure, httpOnly }): Kept => ({
      name,
      value,
      domain: domain.replace(/^\./, ''),
      hostOnly: !domain.startsWith('.'),
      path,
      secure,
      httpOnly,
      sameSite: sameSite === 'Strict' ? 'strict' : sameSite === 'None' ? 'none' : 'lax',
      days: expires === -1 ? null : Math.round((expires * 1000 - Date.now()) / day),
    }))
    .toSorted(byKey)

const run = async (page: Page, step: Step, first: string, last: string): Promise<void> => {
  const { by } = step
  if (by === 'typed') {
    await page.goto(first, { waitUntil: 'commit' })
    return
  }
  const navigates = by === 'link' || by === 'form' || by === 'post'
  const landed = navigates ? page.waitForURL(last, { waitUntil: 'commit' }) : null
  await page.evaluate(begin, { by, url: first, method: methodOf(by) })
  await landed
}

/** Starts the servers and a Chromium that finds every host there. */
export const startChromium = async (setting: Setting): Promise<Chromium> => {
  const hosts = createHosts()
  const plain = createServer(hosts.respond)
  const secure = createSecureServer(selfSigned('shop.test'), hosts.respond)
  const ports = [await listen(plain), await listen(secure)] as const
  const profile = await mkdtemp(join(tmpdir(), 'login-lab-'))
  const context = await launch(profile, ports, setting)
  const page = await context.newPage()
  return {
    actOut: async ({ steps }) => {
      await context.clearCookies()
      const asked: (() => string)[] = []
      for (const step of steps) {
        await setTimeout((step.after ?? 0) * 1000)
        if (step.from !== undefined) {
          const start = hosts.expect({ url: step.from }, null)
          asked.push(start.cookie)
          await page.goto(start.url, { waitUntil: 'domcontentloaded' })
        }
        const expected: { readonly url: string; readonly cookie: () => string }[] = []
        for (const hop of step.hops.toReversed())
          expected.unshift(hosts.expect(hop, expected[0]?.url ?? null))
        asked.push(...expected.map(({ cookie }) => cookie))
        await run(page, step, expected[0]?.url ?? '', expected.at(-1)?.url ?? '')
      }
      const script = await page.evaluate(() => document.cookie)
      return { requests: asked.map((cookie) => cookie()), script, kept: await keptIn(context) }
    },
    close: async () => {
      await context.close()
      plain.close()
      secure.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
