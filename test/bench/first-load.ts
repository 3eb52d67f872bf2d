import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { launchOptions } from '../support/chromium.ts'
import { started } from './start.ts'
import { summary } from './statistics.ts'

/** Opens the page five times in a new browser profile: bytes, and milliseconds to list and picture. */
export const firstLoad = async () => {
  const lab = await started()
  const browser = await chromium.launch(launchOptions())
  const list: number[] = []
  const picture: number[] = []
  const bytes = { files: 0, raw: 0, gzip: 0, 'gzip of scripts before the list': 0 }
  for (let i = 0; i < 5; i++) {
    const page = await browser.newPage()
    const loads: Promise<void>[] = []
    let listed = false
    page.on('response', (response) => {
      if (i > 0 || response.url().includes('/api/')) return
      const early = !listed && response.url().endsWith('.js')
      loads.push(
        response.body().then((body) => {
          const packed = gzipSync(body).length
          bytes.files++
          bytes.raw += body.length
          bytes.gzip += packed
          if (early) bytes['gzip of scripts before the list'] += packed
        }),
      )
    })
    const start = performance.now()
    await page.goto(lab.url)
    await page.locator('lab-list li').first().waitFor()
    listed = true
    list.push(performance.now() - start)
    await page.locator('lab-diagram svg').first().waitFor()
    picture.push(performance.now() - start)
    await Promise.all(loads)
    await page.close()
  }
  await browser.close()
  await lab.stop()
  return {
    'message list, ms': summary(list),
    'diagram, ms': summary(picture),
    bytes,
  }
}
