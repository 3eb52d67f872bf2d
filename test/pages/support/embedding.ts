import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { reader, startDocs, workflow, type Docs, type Reader } from './docs.ts'
import { launch, startLab, type Served } from './lab.ts'

/** Milliseconds that something in a page may take; only against hangs. */
export const patience = 15_000

/** Asks again until it is so. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: patience })

/** What a test of the embedding element is given. */
export interface Embedding {
  readonly browser: Browser
  readonly docs: Docs
  /** Names the documentation site in EMBED_ORIGINS. */
  readonly lab: Served
  /** A reader who is nowhere yet. */
  enter(options?: BrowserContextOptions): Promise<Reader>
  /** A reader of an article with this text and head. */
  read(body: string, head?: string, options?: BrowserContextOptions): Promise<Reader>
  /** The line that loads `embed.js`. */
  script(): string
}

/** The element as authors paste it, without its script. */
export const element = (attributes = '', inside = ''): string =>
  `<login-lab-embed workflow="${workflow}" ${attributes}>${inside}</login-lab-embed>`

/** A browser, a documentation site and a lab, for all tests of a file. */
export const useEmbedding = (): Embedding => {
  const own: { browser?: Browser; docs?: Docs; lab?: Served } = {}
  const open: Page[] = []
  const have = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('Nothing has been started yet.')
    return thing
  }
  beforeAll(async () => {
    own.browser = await launch()
    own.docs = await startDocs()
    own.lab = await startLab({ EMBED_ORIGINS: own.docs.origin })
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((page) => page.context().close()))
  })
  afterAll(async () => {
    await own.browser?.close()
    await own.docs?.stop()
    await own.lab?.stop()
  })
  const enter = async (options: BrowserContextOptions = {}): Promise<Reader> => {
    const one = await reader(await have(own.browser).newContext(options))
    one.page.setDefaultTimeout(patience)
    open.push(one.page)
    return one
  }
  const script = (): string => `<script async src="${have(own.lab).url}embed.js"></script>`
  return {
    get browser() {
      return have(own.browser)
    },
    get docs() {
      return have(own.docs)
    },
    get lab() {
      return have(own.lab)
    },
    enter,
    script,
    read: async (body, head = '', options = {}) => {
      const one = await enter(options)
      await one.page.goto(have(own.docs).write('/article', script() + body, head))
      return one
    },
  }
}

/** The small player of the page, once it is shown. */
export const player = async ({ page }: Reader): Promise<Locator> => {
  const found = page.locator('lab-recorded').first()
  await found.locator('.sentence').waitFor()
  return found
}

/** The number of the message that the small player shows. */
export const shownIn = (of: Page | Locator): Promise<string> =>
  of.locator('.count b').first().innerText()

/** The element in the page, with what its authors can call. */
export type EmbedElement = HTMLElement & {
  play(): Promise<unknown>
  pause(): Promise<unknown>
  next(): Promise<unknown>
  prev(): Promise<unknown>
  seek(target: unknown): Promise<unknown>
  load(): void
  runLive(): void
  readonly stepCount: number
  readonly paused: boolean
  currentStep: number
  playbackRate: number
}

/** Sets attributes of the element; null takes one away. */
export const setAttributes = (
  { page }: Reader,
  attributes: Readonly<Record<string, string | null>>,
): Promise<void> =>
  page.evaluate((of) => {
    const embed = document.querySelector('login-lab-embed')
    for (const [name, value] of Object.entries(of))
      if (value === null) embed?.removeAttribute(name)
      else embed?.setAttribute(name, value)
  }, attributes)
