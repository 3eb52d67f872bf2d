import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { serve, watch, type Served, type Watched } from './lab.ts'

/** A documentation site, on another site than the lab, whose articles embed the player. */
export interface Docs extends Served {
  readonly origin: string
  /** Puts a text at a path, and gives its address. */
  write(path: string, body: string, head?: string): string
  /** Puts a file at a path, and gives its address. */
  put(path: string, body: string): string
}

export const startDocs = async (): Promise<Docs> => {
  const articles = new Map<string, string>()
  const served = await serve((path) => {
    const body = articles.get(path)
    const type = path.endsWith('.json') ? 'application/json' : 'text/html'
    return body === undefined ? null : { type, body }
  })
  const url = served.url.replace('127.0.0.1', 'localhost')
  const put = (path: string, body: string): string => {
    articles.set(path, body)
    return new URL(path, url).href
  }
  return {
    ...served,
    url,
    origin: new URL(url).origin,
    put,
    write: (path, body, head = '') =>
      put(path, `<!doctype html><title>Docs</title>${head}<body><h1>Login</h1>${body}`),
  }
}

export const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

/** The element as authors paste it; the link leads to another page of theirs. */
export const code = (lab: Served, attributes = `workflow="${workflow}"`): string =>
  `<script async src="${lab.url}embed.js"></script><login-lab-embed ${attributes}><a href="/elsewhere">Watch this login</a></login-lab-embed><p id="below">Below.</p>`

/** The link in it. */
export const link = 'login-lab-embed a'

/** What an author is told when no player has come. */
export const sentence = (lab: Served, { origin }: Docs): string =>
  `No player has come from ${lab.url}embed.html: check that this address opens, and that ${origin} is named in EMBED_ORIGINS there.`

/** A reader of an article: what the embedding elements tell, and what the console says. */
export interface Reader extends Watched {
  /** Each event that was told, with its sentence if it has one. */
  heard(): Promise<readonly (readonly [type: string, message: string])[]>
  /** What Login Lab says to the author of the page. */
  readonly said: readonly string[]
}

/** Opens no page yet: the address comes later, so that a test can arrange what happens there. */
export const reader = async (browser: Browser | BrowserContext): Promise<Reader> => {
  const watched = await watch(browser)
  const { page } = watched
  const said: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('Login Lab: ')) said.push(message.text())
  })
  await page.addInitScript(() => {
    const told: (readonly [string, string])[] = []
    Object.assign(window, { told })
    for (const type of ['ready', 'error'])
      document.addEventListener(type, (event) => {
        if (event instanceof CustomEvent) told.push([type, String(event.detail.message ?? '')])
      })
  })
  const heard = () =>
    page.evaluate(() => (window as unknown as { told: readonly [string, string][] }).told)
  return { ...watched, said, heard }
}

export const frames = ({ page }: Reader): number => page.frames().length - 1

export const untilHeard = (one: Reader, count = 1, timeout = 15_000): Promise<void> =>
  expect.poll(async () => (await one.heard()).length, { timeout }).toBe(count)

/** Lets time pass for a page whose clock has been installed, until so much was told. */
export const hurry = async ({ page, heard }: Reader, count: number): Promise<void> => {
  while ((await heard()).length < count) {
    await page.clock.fastForward(500)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Whether the first match of a selector can be seen and pressed where it stands. */
export const canBePressed = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((of) => {
    const found = document.querySelector(of)
    if (found === null) return false
    const { x, y, width, height } = found.getBoundingClientRect()
    return document.elementFromPoint(x + width / 2, y + height / 2) === found
  }, selector)
