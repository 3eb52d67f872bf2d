import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { workflows } from '../../../scenarios/catalogue/index.ts'
import type { Run } from '../../../scenarios/model/run.ts'
import { loadAssets } from '../../../server/node/assets.ts'
import { readConfig } from '../../../server/node/config.ts'
import { openerFor } from '../../../server/node/open.ts'
import { serveLab } from '../../../server/node/serve.ts'
import { launchOptions } from '../../support/chromium.ts'
import { root } from './build.ts'

/** Something that answers at an address until it is stopped. */
export interface Served {
  readonly url: string
  stop(): Promise<void>
}

export const dist = join(root, 'dist')

/**
 * The product itself at a free port, with the built pages and the settings of an operator; `opened`
 * sees every run that it opens.
 */
export const startLab = async (
  env: Readonly<Record<string, string>> = {},
  opened: (run: Run) => void = () => undefined,
): Promise<Served> => {
  const read = readConfig({ PORT: '0', ...env })
  if (!read.ok) throw new Error(read.problems.join(' '))
  const open = openerFor(read.config)
  const served = await serveLab(read.config, {
    openRun: async (options) => {
      const run = await open(options)
      if (!('problem' in run)) opened(run)
      return run
    },
    workflows: workflows.map(({ slug }) => slug),
    assets: loadAssets(dist, read.config.lessonOrigins),
    log: () => undefined,
  })
  if (!served.ok) throw new Error(served.problem)
  return served.lab
}

/** A plain server: what `answer` gives for a path, and nothing for null. No API, no headers. */
export const serve = async (
  answer: (path: string) => { readonly type: string; readonly body: string | Buffer } | null,
): Promise<Served> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://any.test').pathname
    const found = request.method === 'GET' ? answer(path) : null
    if (found === null) response.writeHead(404, { 'content-type': 'text/html' }).end('Not here')
    else response.writeHead(200, { 'content-type': found.type }).end(found.body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** The built pages on a host that only knows files, below a path. */
export const serveFiles = async (below: string): Promise<Served> => {
  const assets = loadAssets(dist)
  const files = new Map<string, { type: string; body: Buffer }>()
  for (const [path, asset] of assets)
    files.set(`${below}${path}`, { type: asset.type, body: await asset.body('identity') })
  const served = await serve((path) => files.get(path) ?? null)
  return { ...served, url: new URL(`${below}/`, served.url).href }
}

/** Chromium with nothing in it. */
export const launch = (): Promise<Browser> => chromium.launch(launchOptions())

/** What a page does that nobody may see: errors, violations of its policy, and what it asked for. */
export interface Watched {
  readonly page: Page
  readonly errors: string[]
  readonly violations: string[]
  readonly requests: string[]
}

/** Opens an address and notes everything that goes wrong there. */
export const watch = async (context: Browser | BrowserContext): Promise<Watched> => {
  const page = await context.newPage()
  // Only against hangs: a busy machine is no failure.
  page.setDefaultTimeout(60_000)
  const watched: Watched = { page, errors: [], violations: [], requests: [] }
  page.on('pageerror', (error) => watched.errors.push(error.message))
  page.on('request', (request) => watched.requests.push(request.url()))
  page.on('dialog', (dialog) => {
    watched.errors.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy|TrustedHTML|TrustedScript|Refused to/i.test(text))
      watched.violations.push(text)
  })
  return watched
}
