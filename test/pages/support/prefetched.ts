import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { dist } from './lab.ts'

/** Waits until a page has fetched what it may need later: it does so when it has nothing else to do. */
export const untilPrefetched = async (page: Page): Promise<void> => {
  const parts = JSON.parse(readFileSync(join(dist, 'prefetch.json'), 'utf8')) as readonly string[]
  const missing = async () => {
    const there = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    return parts.filter((part) => !there.some((name) => name.endsWith(part)))
  }
  await vi.waitFor(async () => expect(await missing()).toEqual([]), { timeout: 60_000 })
}
