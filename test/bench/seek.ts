import { chromium, type Browser, type Page } from 'playwright-core'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { launchOptions } from '../support/chromium.ts'
import { played } from '../support/play.ts'
import { mainThreadWork, type Work } from './main-thread.ts'
import { naivePlayer } from './naive.ts'
import { beside, startIn } from './beside.ts'
import { started } from './start.ts'

/** Milliseconds between two seeks: long enough that all that follows from one is counted to it. */
const breath = 320

/** The slug of the workflow whose tour has most messages. */
export const longestTour = async (): Promise<string> => {
  const tours = await Promise.all(
    workflows.map(async ({ slug }) => ({
      slug,
      length: (await played({ workflow: slug })).messages.length,
    })),
  )
  return tours.toSorted((a, b) => b.length - a.length)[0]?.slug ?? ''
}

/** Opens the tour and plays all of it, so that seeking finds every message. */
const openTour = async (page: Page, url: string, workflow: string): Promise<number> => {
  const address = new URL(url)
  address.searchParams.set('workflow', workflow)
  address.searchParams.set('run', 'page')
  await page.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
  await page.goto(address.href)
  await page.locator('lab-diagram svg .step').first().waitFor({ state: 'attached' })
  const lab = page.locator('login-lab')
  const total = await page.locator('lab-diagram svg .step').count()
  await lab.evaluate((element, n) => {
    element.dispatchEvent(new CustomEvent('lab-seek', { detail: n }))
  }, total)
  await page.locator('lab-list li[aria-current] [data-n]').waitFor({ state: 'attached' })
  await page.waitForTimeout(1500)
  return total
}

/** Seeks from within the page, a mark before each, and waits for what follows. */
const seekAll = (page: Page, order: readonly number[]): Promise<void> =>
  page.locator('login-lab').evaluate(
    async (lab, [numbers, pause]) => {
      const rest = () => new Promise((resolve) => setTimeout(resolve, pause))
      // A frame begins with its callbacks and is a task: what is posted from one follows the whole.
      const tellWhenShown = () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => performance.mark('shown'), { once: true })
          port1.start()
          port2.postMessage(null)
        })
      await rest()
      for (const n of numbers) {
        performance.mark(`work:${n}`)
        lab.dispatchEvent(new CustomEvent('lab-seek', { detail: n }))
        tellWhenShown()
        await rest()
      }
      performance.mark('work:end')
    },
    [order, breath] as const,
  )

/** As often as there are messages, nothing: what a page costs that only waits. */
const waitOnly = (page: Page, times: number): Promise<void> =>
  page.evaluate(
    async ([count, pause]) => {
      for (let i = 0; i <= count; i++) {
        performance.mark(i === count ? 'work:end' : `work:${i}`)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    },
    [times, breath] as const,
  )

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const round = (value: number): number => Math.round(value * 10) / 10

const row = (work: readonly Work[]) => {
  const cpu = work.map((one) => one.cpu).toSorted((a, b) => a - b)
  const frame = work.map((one) => one.firstFrame).toSorted((a, b) => a - b)
  const worst = work.toSorted((a, b) => b.firstFrame - a.firstFrame)[0]
  return {
    'to the frame, median': round(percentile(frame, 0.5)),
    p95: round(percentile(frame, 0.95)),
    maximum: round(frame.at(-1) ?? 0),
    'of message': worst?.mark ?? '',
    'with all that follows, median': round(percentile(cpu, 0.5)),
    'its p95': round(percentile(cpu, 0.95)),
    'longest task': round(Math.max(...work.map((one) => one.longest))),
    seeks: work.length,
  }
}

/** A fixed shuffle: jumps of every length, the same in every run. */
const shuffled = (total: number): readonly number[] =>
  Array.from({ length: total }, (_, index) => ((index * 29) % total) + 1)

/** Seeks whichever panel of the inspector is open. */
const seekEverywhere = async (browser: Browser, url: string, workflow: string) => {
  const rows: Record<string, ReturnType<typeof row>> = {}
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const total = await openTour(page, url, workflow)
  const inOrder = Array.from({ length: total }, (_, index) => index + 1)
  rows['nothing, for comparison'] = row(await mainThreadWork(page, () => waitOnly(page, 20)))
  for (const tab of await page.locator('lab-inspector [role=tab]').all()) {
    const name = (await tab.getAttribute('id'))?.replace('tab-', '') ?? ''
    await tab.evaluate((element: HTMLElement) => element.click())
    for (const [kind, order] of [
      ['each message', inOrder],
      ['at random', shuffled(total)],
    ] as const)
      rows[`${name}, ${kind}`] = row(await mainThreadWork(page, () => seekAll(page, order)))
  }
  await page.close()
  return rows
}

/**
 * Main-thread work of one seek in the longest workflow, milliseconds of processor time, whichever
 * panel of the inspector is open: until the frame that shows it is handed over, and with everything
 * that follows (announcement, address, animations); beside it a player that draws with Mermaid at
 * each step. Where there is a checkout of before, its page seeks at the same time in another browser.
 */
export const seeks = async () => {
  const lab = await started()
  const former = beside === null ? null : await startIn(beside)
  const browser = await chromium.launch(launchOptions())
  const other = await chromium.launch(launchOptions())
  try {
    const workflow = await longestTour()
    const [now, before] = await Promise.all([
      seekEverywhere(browser, lab.url, workflow),
      former === null ? null : seekEverywhere(other, former.url, workflow),
    ])
    const rows: Record<string, object> = {}
    for (const [name, figures] of Object.entries(now)) {
      if (before?.[name] !== undefined) rows[`${name}, before`] = before[name]
      rows[name] = figures
    }
    rows['Mermaid at each step'] = row(await naivePlayer(browser, await played({ workflow })))
    return rows
  } finally {
    await Promise.all([browser.close(), other.close()])
    await lab.stop()
    former?.stop()
  }
}
