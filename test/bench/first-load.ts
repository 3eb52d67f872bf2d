import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { launchOptions } from '../support/chromium.ts'
import { started } from './start.ts'
import { summary } from './statistics.ts'

/** Scripts that the page itself names; everything else is loaded when it is needed. */
const entryScripts = async (url: string): Promise<number> => {
  const text = await (await fetch(url)).text()
  const paths = [...text.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const bodies = await Promise.all(
    paths.map(async (path) => (await fetch(new URL(path, url))).arrayBuffer()),
  )
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

/** Opens the page five times in a new browser profile: bytes, and milliseconds to list and picture. */
export const firstLoad = async () => {
  const lab = await started()
  const browser = await chromium.launch(launchOptions())
  const list: number[] = []
  const picture: number[] = []
  const bytes = {
    files: 0,
    raw: 0,
    gzip: 0,
    'gzip of the entry scripts': await entryScripts(lab.url),
  }
  for (let i = 0; i < 5; i++) {
    const page = await browser.newPage()
    const loads: Promise<void>[] = []
    page.on('response', (response) => {
      if (i > 0 || response.url().includes('/api/')) return
      loads.push(
        response.body().then((body) => {
          const packed = gzipSync(body).length
          bytes.files++
          bytes.raw += body.length
          bytes.gzip += packed
        }),
      )
    })
    const start = performance.now()
    await page.goto(lab.url)
    await page.locator('lab-list li').first().waitFor()
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
