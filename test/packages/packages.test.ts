import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions } from '../support/chromium.ts'
import { installPackage } from './support/install.ts'
import { serveByVite, serveFolder } from './support/pages.ts'

/** The packed package, in a fresh folder, as those who install it have it. */

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

const root = fileURLToPath(new URL('../..', import.meta.url))
const installed = await installPackage()

describe.skipIf(installed === null)('the packed package', () => {
  if (installed === null) return
  const { folder, packed } = installed
  const inPackage = join(folder, 'node_modules/login-lab')
  const passed = { status: 0, said: expect.any(String) as string }

  afterAll(() => installed.remove())

  test('has nothing that publint finds', async () => {
    const { status, said } = await installed.run('publint', ['run', packed, '--strict'])
    expect([status, said]).toEqual([0, expect.stringContaining('All good!')])
  })

  test('has types wherever TypeScript looks for those of a module', async () => {
    const ended = await installed.run('attw', [
      packed,
      '--profile',
      'esm-only',
      '--format',
      'table',
    ])
    expect(ended, ended.said).toEqual(passed)
    expect(ended.said).not.toContain('any declared')
  })

  test('has types that a strict program compiles with, libraries checked', async () => {
    const ended = await installed.run('tsc', ['-p', folder])
    expect(ended, ended.said).toEqual(passed)
  })

  test('names no place of the machine that it was made on', () => {
    const files = readdirSync(inPackage, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(inPackage, name)).isFile(),
    )
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'THIRD-PARTY.txt']))
    const naming = files.filter((name) => readFileSync(join(inPackage, name)).includes(root))
    expect(naming).toEqual([])
  })

  test('has the classes of its elements where the custom elements manifest says', async () => {
    const text = readFileSync(join(inPackage, 'custom-elements.json'), 'utf8')
    const { modules } = JSON.parse(text) as {
      readonly modules: readonly { readonly path: string; readonly exports: readonly unknown[] }[]
    }
    expect(modules.map(({ path }) => path).toSorted()).toEqual([
      'lib/embed-element.js',
      'lib/player.js',
    ])
    for (const { path } of modules)
      expect(readFileSync(join(inPackage, path), 'utf8')).toMatch(/ as LoginLab(?:Embed)?\b/)
  })

  test('names the packages whose code is in it', () => {
    const notices = readFileSync(join(inPackage, 'THIRD-PARTY.txt'), 'utf8')
    for (const name of ['lit', 'mermaid', 'xstate', 'hono', 'jose'])
      expect(notices).toContain(`\n${name} `)
  })

  test('is imported where pages are rendered without a page', async () => {
    const program =
      "import { define } from 'login-lab'; import { define as other } from 'login-lab/embed'; define(); other()"
    const ended = await installed.node(['--input-type=module', '--eval', program])
    expect(ended, ended.said).toEqual({ status: 0, said: '' })
  })

  test('lets a process end that has stopped its stand-in', async () => {
    const program = `import { startStandIn } from 'login-lab/stand-in'
      await using standIn = await startStandIn()
      await fetch(standIn.url)`
    const ended = await installed.node(['--input-type=module', '--eval', program])
    expect(ended, ended.said).toEqual({ status: 0, said: '' })
  })

  test('tests an Express application that logs in', async () => {
    const ended = await installed.run('vitest', ['run', '--root', '.'], 'express-vitest')
    expect(ended, ended.said).toEqual(passed)
  })

  describe('in pages', () => {
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
        if (
          !request.url().startsWith(new URL(url).origin) &&
          !/^(?:data|blob):/.test(request.url())
        )
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
          .poll(() =>
            embed.evaluate((one) => (one as HTMLElement & { stepCount: number }).stepCount),
          )
          .toBeGreaterThan(0)
        expect(problems).toEqual([])
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
  })
})
