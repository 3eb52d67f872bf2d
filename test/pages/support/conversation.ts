import type { Browser, Page } from 'playwright-core'

/** What a page and its server say to each other of runs, as the browser counts it. */
interface Conversation {
  /** Bytes on the wire when nothing is under way any more: answers with their heads, bodies of requests. */
  readonly told: () => Promise<number>
  /** How many requests were made. */
  readonly requests: () => number
}

/** Counts what a page asks of the API from now on, and what comes back, live streams included. */
const observeConversation = async (page: Page): Promise<Conversation> => {
  const devTools = await page.context().newCDPSession(page)
  const answers = new Map<string, number>()
  const pending = new Set<string>()
  let sent = 0
  let settle: () => void = () => undefined
  devTools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!/^\/api(\/|$)/.test(new URL(request.url).pathname)) return
    answers.set(requestId, 0)
    pending.add(requestId)
    for (const { bytes = '' } of request.postDataEntries ?? [])
      sent += Buffer.byteLength(bytes, 'base64')
  })
  devTools.on('Network.responseReceived', ({ requestId, response }) => {
    if (!answers.has(requestId)) return
    answers.set(requestId, response.encodedDataLength)
    // Nobody waits for the end of a stream that has none.
    if (response.mimeType === 'text/event-stream') pending.delete(requestId)
  })
  devTools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const before = answers.get(requestId)
    if (before !== undefined) answers.set(requestId, before + encodedDataLength)
  })
  // The end of an answer tells all of it once more, its head included.
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!answers.has(requestId)) return
    answers.set(requestId, encodedDataLength)
    pending.delete(requestId)
    if (pending.size === 0) settle()
  })
  await devTools.send('Network.enable')
  return {
    told: async () => {
      if (pending.size > 0)
        await new Promise<void>((resolve) => {
          settle = resolve
        })
      return [...answers.values()].reduce((sum, bytes) => sum + bytes, sent)
    },
    requests: () => answers.size,
  }
}

/** What a whole tour cost between a page and the server of its run. */
export interface ToldTour {
  /** How many messages the tour has. */
  readonly messages: number
  readonly requests: number
  /** Bytes on the wire, from the opening on. */
  readonly told: number
  /** Bytes of the trace that came of it, as JSON. */
  readonly trace: number
}

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

/** Opens a page of the lab in a new browser context, plays the tour in it to its end, and closes it. */
export const playTour = async (browser: Browser, url: string): Promise<ToldTour> => {
  const page = await browser.newPage()
  // Only against hangs: a busy machine is no failure.
  page.setDefaultTimeout(60_000)
  const conversation = await observeConversation(page)
  const opening = page.waitForRequest((request) => /\/api\/runs\/[\w-]{24}$/.test(request.url()))
  await page.goto(`${url}?workflow=${workflow}&lesson=tour`)
  await page.locator('lab-controls').waitFor()
  const messages = await page.evaluate(async () => {
    const player = document.querySelector('login-lab') as HTMLElement & {
      seek(to: number): Promise<unknown>
      readonly currentStep: number
    }
    await player.seek(Number.MAX_SAFE_INTEGER)
    return player.currentStep
  })
  const answer = await fetch(`${(await opening).url()}/trace`)
  const trace = Buffer.byteLength(await answer.text())
  const told = await conversation.told()
  const requests = conversation.requests()
  await page.close()
  return { messages, requests, told, trace }
}
