import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './support/lab.ts'
import { visit, type Visited } from './support/visit.ts'

let browser: Browser
let visited: Visited
let page: Page

beforeAll(async () => {
  browser = await launch()
  visited = await visit(browser)
  page = await visited.context.newPage()
  await page.goto(new URL('?clients', visited.lab.url).href)
  await page.locator('lab-clients table').waitFor()
})

afterAll(async () => {
  await visited.close()
  await browser.close()
})

test('what has the focus on the way back through the links is never under the head of the table', async () => {
  const links = page.locator('lab-clients td a')
  await links.nth(40).focus()
  const covered: string[] = []
  for (let back = 0; back < 25; back += 1) {
    await page.keyboard.press('Shift+Tab')
    const name = await page.evaluate(() => {
      let focused = document.activeElement
      while (focused?.shadowRoot?.activeElement != null) focused = focused.shadowRoot.activeElement
      const { x, y, width, height } = focused?.getBoundingClientRect() ?? new DOMRect()
      const root = focused?.getRootNode() as ShadowRoot
      const seen = root.elementFromPoint(x + width / 2, y + height / 2)
      return focused?.contains(seen) === true ? null : (focused?.ariaLabel ?? '')
    })
    if (name !== null) covered.push(name)
  }
  expect(covered).toEqual([])
})

test('on paper the table is whole', async () => {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  const cut = await page.evaluate(() => {
    const root = document.querySelector('login-lab')?.shadowRoot?.querySelector('lab-clients')
    const frame = root?.shadowRoot?.querySelector('.scroll')
    const rows = [...(root?.shadowRoot?.querySelectorAll('tbody th[scope=row]') ?? [])]
    if (frame == null) throw new Error('there is no table')
    return {
      rows: rows.filter((row) => row.getBoundingClientRect().height > 0).length,
      below: frame.scrollHeight - frame.clientHeight,
      beside: frame.scrollWidth - frame.clientWidth,
    }
  })
  expect(cut).toEqual({ rows: 29, below: 0, beside: 0 })
})
