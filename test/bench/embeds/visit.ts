import type { Browser, CDPSession, Page } from 'playwright-core'

/** What a visit to a page cost. */
export interface Visit {
  readonly requests: number
  /** Bytes of bodies as they travelled. */
  readonly bytes: number
  /** Milliseconds from the address until it can be read. */
  readonly readable: number
  /** Milliseconds of all tasks on the main thread of the page. */
  readonly mainThread: number
  /** Longest task, milliseconds by the wall clock; 0 when none took 50. */
  readonly longest: number
  /** Cumulative Layout Shift, without what follows on what a reader does. */
  readonly shift: number
}

interface Observed {
  longest: number
  shift: number
}

/** Runs in the page, before all that is in it. */
const observe = (): void => {
  const found: Observed = { longest: 0, shift: 0 }
  Object.assign(globalThis, { observed: found })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.longest = Math.max(found.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number
      hadRecentInput: boolean
    }[])
      if (!entry.hadRecentInput) found.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Milliseconds of quiet after which a page has done what it does by itself. */
const quiet = 1500

const taskTime = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Counts what travels to a page and its frames. */
export const countBytes = (page: Page) => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    sizes.push(
      request.sizes().then(
        ({ responseBodySize }) => responseBodySize,
        () => 0,
      ),
    )
  })
  return {
    count: () => sizes.length,
    sum: async () => (await Promise.all(sizes)).reduce((total, size) => total + size, 0),
  }
}

/** Opens a page with an empty cache, and waits until it can be read and is quiet. */
export const visit = async (
  browser: Browser,
  address: string,
  isReadable: (page: Page) => Promise<unknown>,
): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const counted = countBytes(page)
  await page.addInitScript(observe)
  const begin = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await isReadable(page)
  const readable = performance.now() - begin
  await page.waitForTimeout(quiet)
  const mainThread = await taskTime(session)
  const { longest, shift } = await page.evaluate(
    () => (globalThis as unknown as { readonly observed: Observed }).observed,
  )
  const found = {
    requests: counted.count(),
    bytes: await counted.sum(),
    readable,
    mainThread,
    longest,
    shift,
  }
  await context.close()
  return found
}
