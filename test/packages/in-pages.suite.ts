import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions } from '../support/chromium.ts'
import type { Installed } from './support/install.ts'
import { serveByVite, serveFolder } from './support/pages.ts'

/** What becomes of a page that imports all of the package. */
interface Changes {
  readonly names: readonly (readonly string[])[]
  readonly defined: readonly string[]
  readonly policies: readonly string[]
  readonly listeners: readonly string[]
  readonly isTheSame: boolean
}

/** As text, since the runner of the tests would put its own way to import into a function. */
const importing = `(async () => {
  const seen = { policies: [], listeners: [] }
  const watch = (target, method, list) => {
    const usual = target[method]
    target[method] = function (name, ...others) {
      list.push(name)
      return usual.call(this, name, ...others)
    }
  }
  watch(trustedTypes, 'createPolicy', seen.policies)
  watch(EventTarget.prototype, 'addEventListener', seen.listeners)
  const before = document.documentElement.outerHTML
  const files = ['player', 'embed-element', 'stand-in.page']
  const modules = await Promise.all(
    files.map((name) => import('/node_modules/login-lab/lib/' + name + '.js')),
  )
  return {
    ...seen,
    names: modules.map((module) => Object.keys(module).toSorted()),
    defined: ['login-lab', 'lab-story', 'login-lab-embed'].filter((tag) => customElements.get(tag)),
    isTheSame: document.documentElement.outerHTML === before,
  }
})()`

/** What the installed package does in Chromium. */
export const inPages = (installed: Installed): void => {
  const { folder } = installed
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch(launchOptions())
  })

  afterAll(() => browser.close())

  /** A page, and what went wrong in it. */
  const open = async (url: string): Promise<{ page: Page; problems: string[] }> => {
    const page = await browser.newPage()
    const problems: string[] = []
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('requestfailed', (request) => problems.push(request.url()))
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico'))
        problems.push(`${response.status()} ${response.url()}`)
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(url).origin) && !/^(?:data|blob):/.test(request.url()))
        problems.push(`asked elsewhere: ${request.url()}`)
    })
    await page.goto(url)
    return { page, problems }
  }

  const playsAtItsStep = async (page: Page): Promise<void> => {
    await page.locator('login-lab lab-diagram svg').first().waitFor()
    const state = await page.locator('login-lab').evaluate(async (lab) => {
      const player = lab as HTMLElement & {
        next(): Promise<void>
        readonly mediaState: { readonly step: string | null; readonly currentStep: number }
      }
      const before = player.mediaState
      await player.next()
      return { step: before.step, further: player.mediaState.currentStep - before.currentStep }
    })
    expect(state).toEqual({ step: 'login.token-response', further: 1 })
  }

  test('plays in a page that Vite has built', async () => {
    const built = await installed.run('vite', ['build', '--logLevel', 'warn'], 'vite-page')
    expect(built, built.said).toEqual({ status: 0, said: '' })
    const served = await serveFolder(join(folder, 'vite-page/dist'))
    try {
      const { page, problems } = await open(served.url)
      await playsAtItsStep(page)
      await expect.poll(() => page.locator('#told').textContent()).toMatch(/^\d+ of \d+$/)
      expect(problems).toEqual([])
    } finally {
      await served.stop()
    }
  })

  test('plays in a page that Vite serves while it is developed', async () => {
    const served = await serveByVite(folder, 'vite-page')
    try {
      const { page, problems } = await open(served.url)
      await playsAtItsStep(page)
      expect(problems).toEqual([])
    } finally {
      await served.stop()
    }
  })

  describe('without a bundler', () => {
    let served: Awaited<ReturnType<typeof serveFolder>>

    beforeAll(async () => {
      served = await serveFolder(folder)
    })

    afterAll(() => served.stop())

    test('plays, and embeds the pages that are in the package', async () => {
      const { page, problems } = await open(`${served.url}bare-page/`)
      await playsAtItsStep(page)
      const embed = page.locator('login-lab-embed')
      await embed.scrollIntoViewIfNeeded()
      await expect
        .poll(() => embed.evaluate((one) => (one as HTMLElement & { stepCount: number }).stepCount))
        .toBeGreaterThan(0)
      expect(problems).toEqual([])
    })

    test('plays under a strict policy with Trusted Types, as README says', async () => {
      const policy = [
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'",
        "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'",
        "require-trusted-types-for 'script'; trusted-types lit-html login-lab-worker",
      ].join('; ')
      const page = await browser.newPage()
      const violations: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') violations.push(message.text())
      })
      const player = `<script type="module" src="strict.js"></script>
        <login-lab workflow="webapp/oauth-authorization-code-grant-sessions" step="login.token-response"></login-lab>`
      await page.route('**/strict/*', (route) =>
        route.fulfill(
          route.request().url().endsWith('.js')
            ? {
                contentType: 'text/javascript',
                body: `import { define } from '/node_modules/login-lab/lib/player.js'
                  define()`,
              }
            : {
                contentType: 'text/html',
                headers: { 'content-security-policy': policy },
                body: `<!doctype html><link rel="icon" href="data:,">${player}`,
              },
        ),
      )
      await page.goto(`${served.url}strict/page`)
      await playsAtItsStep(page)
      expect(violations).toEqual([])
    })

    test('changes nothing when it is imported', async () => {
      const { page } = await open(`${served.url}package.json`)
      const changes = await page.evaluate<Changes>(importing)
      expect(changes).toEqual({
        names: [
          ['LoginLab', 'define'],
          ['LoginLabEmbed', 'define'],
          ['StandInError', 'createStandIn', 'startStandIn'],
        ],
        defined: [],
        // Lit's own, which nobody else uses.
        policies: ['lit-html'],
        listeners: [],
        isTheSame: true,
      })
    })

    test('gives a stand-in to a page, with a clock that it moves', async () => {
      const { page, problems } = await open(`${served.url}stand-in-page/`)
      await expect
        .poll(() => page.locator('output').textContent())
        .toBe('shopper@example.com: 200, an hour later 401')
      expect(problems).toEqual([])
    })
  })
}
