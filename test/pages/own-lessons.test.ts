import type { Browser, BrowserContext, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { textOfExample } from '../own-lessons/support/examples.ts'
import { launch, serveFiles, startLab, watch, type Served, type Watched } from './support/lab.ts'
import { branchOff, shownIn } from './support/shown.ts'
import { seek } from './support/visit.ts'

const elsewhere = 'https://docs.example'

let browser: Browser
let files: Served
let lab: Served
let context: BrowserContext

beforeAll(async () => {
  browser = await launch()
  files = await serveFiles('/some/where')
  lab = await startLab({ LESSON_ORIGINS: elsewhere })
})

afterEach(() => context.close())

afterAll(async () => {
  await browser.close()
  await files.stop()
  await lab.stop()
})

interface Fetched {
  readonly cookie: string | undefined
}

/** Opens an address; files of `lessons` are there, and those elsewhere allow every page to read them. */
const open = async (
  url: string,
  text: (name: string) => string = textOfExample,
): Promise<Watched & { readonly fetched: Fetched[] }> => {
  const fetched: Fetched[] = []
  context = await browser.newContext()
  await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  await context.addCookies(
    [files.url, elsewhere].map((of) => ({ name: 'session', value: 'secret', url: of })),
  )
  await context.route(
    ({ pathname }) => pathname.includes('/lessons/'),
    async (route: Route) => {
      const { cookie } = await route.request().allHeaders()
      fetched.push({ cookie })
      const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
      const headers = { 'access-control-allow-origin': '*' }
      await route.fulfill({ body: text(name), contentType: 'text/plain', headers })
    },
  )
  const watched = await watch(context)
  await watched.page.goto(url)
  return { ...watched, fetched }
}

/** The names of scripts that hold the reader of YAML. */
const yamlIn = (requests: readonly string[]): readonly string[] =>
  requests.filter((url) => /\/yaml-[\w-]+\.js$/.test(url))

describe('on a static host', () => {
  test('a YAML file beside the lab is played to its end, within the policy of the page', async () => {
    const { page, errors, violations, requests } = await open(
      `${files.url}?lesson-src=lessons/anmeldung.yaml&lang=de`,
    )
    await page.getByText('Der Store sieht das Passwort nie').waitFor()
    expect(await seek(page, 20)).toBe(20)
    await page.getByText('Der Warenkorb ist da.').first().waitFor()
    expect(errors).toEqual([])
    expect(violations).toEqual([])
    expect(yamlIn(requests)).toHaveLength(1)
    expect(
      requests.filter(
        (url) => !/^(?:data|blob):/.test(url) && !url.startsWith(new URL(files.url).origin),
      ),
    ).toEqual([])
  })

  test('a JSON file needs no reader of YAML', async () => {
    const { page, requests } = await open(`${files.url}?lesson-src=lessons/stolen-session.json`)
    await page.getByText('Whoever brings the session id is let in.').waitFor()
    expect(yamlIn(requests)).toEqual([])
  })

  test('it is fetched without cookies', async () => {
    const { page, fetched } = await open(`${files.url}?lesson-src=lessons/acme.yaml`)
    await page.locator('lab-controls').waitFor()
    expect(fetched).toEqual([{ cookie: undefined }])
  })

  test('the player for frames plays it', async () => {
    const { page, violations } = await open(
      `${files.url}embed.html?lesson-src=lessons/acme.yaml#step=forums-load.posts-response`,
    )
    await page.getByText('You are in, and nobody has asked for a password.').first().waitFor()
    await page.getByText('One login for Acme Shop and Acme Club').first().waitFor()
    expect(violations).toEqual([])
  })

  test('a reload finds its run with its branch, at its message', async () => {
    const { page } = await open(`${files.url}?lesson-src=lessons/acme.yaml`)
    await page.locator('lab-controls').waitFor()
    await seek(page, 20)
    await branchOff(page, 6, { type: 'clock.advance', seconds: 60 })
    await seek(page, 6)
    await expect.poll(() => page.url()).toContain('#step=')
    const before = await shownIn(page)
    expect(before.branches).toHaveLength(2)
    await page.reload()
    await expect.poll(async () => (await shownIn(page)).message).toBeGreaterThan(0)
    expect(await shownIn(page)).toEqual(before)
  })

  test('the link to a run of it makes that run again', async () => {
    const run = '#run=1~open-store.login-store.right-store.wait-60'
    const { page } = await open(`${files.url}?lesson-src=lessons/acme.yaml${run}`)
    await expect.poll(async () => (await shownIn(page)).messages.length).toBe(20)
    await page.getByText('One login for Acme Shop and Acme Club').first().waitFor()
  })

  test('a reload after the file has changed begins anew, and says so', async () => {
    let isChanged = false
    const { page } = await open(`${files.url}?lesson-src=lessons/acme.yaml`, () =>
      textOfExample(isChanged ? 'stolen-session.json' : 'acme.yaml'),
    )
    await page.locator('lab-controls').waitFor()
    await seek(page, 30)
    await branchOff(page, 6, { type: 'clock.advance', seconds: 60 })
    isChanged = true
    await page.reload()
    await page.getByText('cannot be done again here, so it begins anew').waitFor()
    await page.getByText('Whoever brings the session id is let in.').waitFor()
  })

  test('a file that is too large is not read', async () => {
    const { page } = await open(`${files.url}?lesson-src=lessons/large.yaml`, () =>
      '#'.repeat(200_000),
    )
    await page.getByText('is larger than 100000 bytes, and is not read').waitFor()
  })

  test('what stands in it is text and nothing else', async () => {
    const script = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    const { page, errors, violations } = await open(
      `${files.url}?lesson-src=lessons/hostile.yaml`,
      () =>
        JSON.stringify({
          workflow: 'webapp/native-login-form-to-application-backend-sessions',
          language: 'en',
          title: script,
          introduction: `Begin. ${script}`,
          events: [{ type: 'learner.open', app: 'Store' }],
          sentences: [{ event: 1, text: `First. ${script}` }],
          company: { Store: { name: '<b>x</b>' } },
        }),
    )
    await page.getByText(`Begin. ${script}`).waitFor()
    await seek(page, 1)
    await page.getByText(`First. ${script}`).first().waitFor()
    expect(errors).toEqual([])
    expect(violations).toEqual([])
  })
})

describe('a file of another origin', () => {
  test('is refused by the policy where nobody has named that origin', async () => {
    const { page, violations, fetched } = await open(
      `${files.url}?lesson-src=${elsewhere}/lessons/acme.yaml`,
    )
    await page.getByText('that LESSON_ORIGINS names its origin').waitFor()
    expect(violations.join()).toContain('connect-src')
    expect(fetched).toEqual([])
  })

  test('is played where the operator has named it, without cookies', async () => {
    const { page, violations, fetched, requests } = await open(
      `${lab.url}?lesson-src=${elsewhere}/lessons/acme.yaml`,
    )
    await page.getByText('You log in at the shop.').waitFor()
    expect(violations).toEqual([])
    expect(fetched).toEqual([{ cookie: undefined }])
    expect(requests.filter((url) => url.includes('/api/runs/'))).toEqual([])
  })
})
