import type { Browser, CDPSession, Page } from 'playwright-core'

/** What a visit to a page cost. */
export interface Visit {
  readonly requests: number
  /** Bytes of bodies as they travelled. */
  readonly bytes: number
  /** Milliseconds from the navigation until its diagram can be read, as the page itself sees it. */
  readonly readable: number
  /** The same until there is a player that can be stepped; NaN where there is none. */
  readonly playable: number
  /** Milliseconds of processor time of all tasks on the main thread of the page. */
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

/** What is to be on a page: a selector, and one in the shadow of each element before. */
export interface Sought {
  readonly path: readonly string[]
  /** How often the last one is to be there; a picture once it has come. */
  readonly count: number
}

/** What makes a page readable, and what makes it playable, where it can be played. */
export interface Aims {
  readonly readable: Sought
  readonly playable?: Sought
}

/** Runs in each document, before all that is in it: notes the frame in which all that is sought is there. */
const lookFor = (aims: Aims): void => {
  const times: Record<string, number> = {}
  Object.assign(globalThis, { times })
  const isThere = ({ path, count }: Sought): boolean => {
    let roots: readonly ParentNode[] = [document]
    for (const [index, selector] of path.entries()) {
      const found = roots.flatMap((root) => [...root.querySelectorAll(selector)])
      roots =
        index === path.length - 1
          ? found.filter((one) => !(one instanceof HTMLImageElement) || one.naturalWidth > 0)
          : found.map(({ shadowRoot }) => shadowRoot).filter((root) => root !== null)
    }
    return roots.length >= count
  }
  for (const [name, sought] of Object.entries(aims) as [string, Sought][]) {
    const look = (): void => {
      if (!isThere(sought)) requestAnimationFrame(look)
      // After the frame that shows it.
      else
        setTimeout(() => {
          times[name] = Date.now()
        })
    }
    requestAnimationFrame(look)
  }
}

type Times = Readonly<Partial<Record<keyof Aims, number>>>

const timesIn = async (page: Page, aims: Aims): Promise<Times> => {
  for (;;) {
    for (const frame of page.frames()) {
      // A frame may go while it is asked, and comes again in the next round.
      // oxlint-disable-next-line no-await-in-loop
      const times = await frame
        .evaluate(() => (globalThis as { readonly times?: Times }).times)
        .catch(() => undefined)
      if (Object.keys(aims).every((name) => times?.[name as keyof Aims] !== undefined))
        return times ?? {}
    }
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(300)
  }
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
export const visit = async (browser: Browser, address: string, aims: Aims): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  // Not what it waits for while others have the processor.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const counted = countBytes(page)
  await page.addInitScript(observe)
  await page.addInitScript(lookFor, aims)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForTimeout(quiet)
  const times = await timesIn(page, aims)
  const begin = await page.evaluate(() => performance.timeOrigin)
  const after = (time = Number.NaN): number => time - begin
  const mainThread = await taskTime(session)
  const { longest, shift } = await page.evaluate(
    () => (globalThis as unknown as { readonly observed: Observed }).observed,
  )
  const found = {
    requests: counted.count(),
    bytes: await counted.sum(),
    readable: after(times.readable),
    playable: after(times.playable),
    mainThread,
    longest,
    shift,
  }
  await context.close()
  return found
}
