import { chromium, type Page } from 'playwright-core'
import { launchOptions } from '../support/chromium.ts'
import { mainThreadWork } from './main-thread.ts'
import { longestTour } from './seek.ts'
import { started } from './start.ts'

/** Opens the tour and plays it to its end, fast; marks where loading ends and playing begins. */
const play = async (page: Page, url: string, workflow: string): Promise<void> => {
  const address = new URL(url)
  address.searchParams.set('workflow', workflow)
  address.searchParams.set('run', 'page')
  await page.goto(address.href)
  await page.locator('lab-diagram svg .step').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(500)
  await page.locator('login-lab').evaluate(async (lab) => {
    performance.mark('work:playing')
    lab.dispatchEvent(new CustomEvent('lab-speed', { detail: 4 }))
    lab.dispatchEvent(new CustomEvent('lab-command', { detail: 'toggle' }))
    const list = lab.shadowRoot?.querySelector('lab-list')?.shadowRoot
    const isOver = (): boolean =>
      [...(list?.querySelectorAll('li') ?? [])].at(-1)?.hasAttribute('aria-current') === true
    while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 500))
    performance.mark('work:end')
  })
}

const round = (value: number): number => Math.round(value * 10) / 10

/**
 * The longest single task on the main thread, milliseconds: while the page loads and Mermaid draws
 * for the first time, and while the whole tour plays at four times the speed.
 */
export const playing = async () => {
  const lab = await started()
  const browser = await chromium.launch(launchOptions())
  try {
    const workflow = await longestTour()
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(() => {
      localStorage.setItem('login-lab.tour', 'seen')
      performance.mark('work:loading and first drawing')
    })
    const work = await mainThreadWork(page, () => play(page, lab.url, workflow))
    return Object.fromEntries(
      work.map(({ mark, cpu, longest, longestByClock, over50 }) => [
        mark,
        {
          'longest task': round(longest),
          'by wall clock': round(longestByClock),
          'tasks over 50 ms': over50,
          'all tasks': round(cpu),
        },
      ]),
    )
  } finally {
    await browser.close()
    await lab.stop()
  }
}
