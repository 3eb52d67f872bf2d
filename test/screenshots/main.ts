import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import build, { root } from '../pages/support/build.ts'
import { launch, startLab } from '../pages/support/lab.ts'
import { views, type View } from './views.ts'

/**
 * `npm run screenshots`: pictures of every view at three widths, light and dark, for somebody to look
 * at. Builds and starts what it needs. `-- --only login,theft --width 390` makes some of them.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, width: { type: 'string' }, into: { type: 'string' } },
})

const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const

const folder = values.into ?? join(root, 'screenshots')
const wanted = values.only?.split(',')
const widths = values.width?.split(',').map(Number)

const take = async (
  browser: Browser,
  url: string,
  { name, path, prepare, first }: View,
  [width, height]: readonly [number, number],
  language: string,
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    // What moves would be elsewhere in every picture.
    reducedMotion: 'reduce',
    deviceScaleFactor: width === 390 ? 2 : 1,
    hasTouch: width === 390,
  })
  try {
    if (first !== true)
      await context.addInitScript(() => localStorage.setItem('login-lab.tour', 'seen'))
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(new URL(path, url).href)
    await page.waitForTimeout(500)
    await prepare?.(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(colorScheme === 'light' ? 700 : 200)
      const tag = language === 'en' ? '' : `-${language}`
      await page.screenshot({ path: join(folder, `${name}${tag}-${width}-${colorScheme}.png`) })
    }
  } finally {
    await context.close()
  }
}

const main = async (): Promise<void> => {
  await build()
  if (wanted === undefined && widths === undefined) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const lab = await startLab()
  const browser = await launch()
  const failed: string[] = []
  for (const view of views) {
    if (wanted !== undefined && !wanted.includes(view.name)) continue
    for (const size of sizes) {
      if (widths !== undefined && !widths.includes(size[0])) continue
      for (const language of view.spanish === true ? ['en', 'es'] : ['en'])
        await take(browser, lab.url, view, size, language).catch((error: unknown) => {
          failed.push(`${view.name} at ${size[0]}, ${language}: ${String(error).split('\n', 1)[0]}`)
        })
    }
    process.stdout.write(`${view.name} `)
  }
  await browser.close()
  await lab.stop()
  process.stdout.write(`\n${folder}\n`)
  for (const problem of failed) console.error(problem)
  process.exitCode = failed.length === 0 ? 0 : 1
}

await main()
