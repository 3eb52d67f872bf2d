import type { Page } from 'playwright-core'

/** Seconds, on the clock of the page and of processor time of its main thread. */
interface MainThreadTime {
  readonly passed: number
  readonly worked: number
}

/** Begins to measure the main thread of a page; the result tells what came since. */
export const observeMainThread = async (page: Page): Promise<() => Promise<MainThreadTime>> => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const measure = async (): Promise<MainThreadTime> => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
    return { passed: of('Timestamp'), worked: of('TaskDuration') }
  }
  const before = await measure()
  return async () => {
    const now = await measure()
    return { passed: now.passed - before.passed, worked: now.worked - before.worked }
  }
}
