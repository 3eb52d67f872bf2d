import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { recordedEnglish } from '../../../web/recorded/words.en.ts'

/** A reader of a site, and what goes wrong in the page. */
export interface Reader {
  readonly page: Page
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly problems: readonly string[]
}

export const openReader = async (browser: Browser): Promise<Reader> => {
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1280, height: 900 } })
  // Only against hangs: a busy machine is no failure.
  page.setDefaultTimeout(60_000)
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => {
    const isAmiss = message.type() === 'error' || message.type() === 'warning'
    // The tools' own: an icon that the example does not have.
    if (isAmiss && !message.location().url.endsWith('/favicon.ico')) problems.push(message.text())
  })
  return { page, problems }
}

/** What one sees of a player. */
export interface Seen {
  /** Number of the message that is shown. */
  readonly message: number
  /** In CSS pixels. */
  readonly height: number
  /** Whether the link inside can be seen. */
  readonly hasLink: boolean
  /** What stands beside the picture, as text: tags that the tool has not read. */
  readonly stray: readonly string[]
}

/** Waits for the picture of a player, at a message. */
export const see = async (embed: Locator): Promise<Seen> => {
  await embed.scrollIntoViewIfNeeded()
  await embed.locator('lab-recorded .scroller svg:not(.icon)').first().waitFor()
  return {
    message: Number(await embed.locator('.count b', { hasNotText: /^0$/ }).textContent()),
    height: (await embed.boundingBox())?.height ?? 0,
    hasLink: await embed.locator('> a').isVisible(),
    stray:
      (await embed.page().locator('body').innerText()).match(
        /<\/?(?:login-lab-embed|script)\S*/g,
      ) ?? [],
  }
}

/** What is seen in place of a player where no script runs. */
export const seeWithoutScript = async (browser: Browser, address: string) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  const link = page.locator('login-lab-embed a')
  const image = link.locator('img')
  const seen = {
    link: await link.getAttribute('href'),
    /** With its own width in CSS pixels; 0 for a picture that has not come. */
    picture: await image.evaluate((one) => ({
      src: (one as HTMLImageElement).src,
      width: (one as HTMLImageElement).naturalWidth,
    })),
  }
  await context.close()
  return seen
}

/** Presses what leads one message on, and gives the number of the message that is shown then. */
export const stepOn = async (embed: Locator): Promise<number> => {
  const count = embed.locator('.count b')
  const before = await count.textContent()
  await embed.getByRole('button', { name: recordedEnglish.forward, exact: true }).click()
  await count.filter({ hasNotText: new RegExp(`^${before}$`) }).waitFor()
  return Number(await count.textContent())
}

/** Runs it live in the page, then in the whole lab in a frame, and waits for that. */
export const runLive = async (embed: Locator): Promise<void> => {
  await embed.getByRole('button', { name: recordedEnglish.live, exact: true }).click()
  await embed.locator('lab-choices').waitFor()
  await embed.getByRole('button', { name: recordedEnglish.whole, exact: true }).click()
  await embed.locator('iframe.is-shown').waitFor()
}

/** What a page holds on to, garbage collected. */
export interface Held {
  readonly frames: number
  readonly workers: number
  readonly listeners: number
  /** Embedding elements, on the page or not. */
  readonly embeds: number
}

const valueOf = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((one) => one.name === name)?.value ?? 0
}

const instances = async (session: CDPSession, element: string): Promise<number> => {
  const expression = `customElements.get('${element}')?.prototype ?? class {}.prototype`
  const { result } = await session.send('Runtime.evaluate', { expression, objectGroup: 'count' })
  const prototypeObjectId = result.objectId ?? ''
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId,
    objectGroup: 'count',
  })
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  })
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'count' })
  return Number(length.value)
}

/** Counts what a page holds on to. */
export const held = async (page: Page): Promise<Held> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage')
  const counted = {
    frames: page.frames().length - 1,
    workers: page.workers().length,
    embeds: await instances(session, 'login-lab-embed'),
    listeners: await valueOf(session, 'JSEventListeners'),
  }
  await session.detach()
  return counted
}
