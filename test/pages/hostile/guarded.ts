import type { Browser, BrowserContext, Page } from 'playwright-core'
import { evil } from './payloads.ts'

/** A browser that notes whatever a payload may do: call, ask, alert, load, leave. */
export const guarded = async (browser: Browser) => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  })
  const done: string[] = []
  await context.exposeBinding('pwned', ({ frame }) => {
    done.push(`ran in ${frame.url()}`)
  })
  await context.route(
    (url) => url.host === new URL(evil).host,
    (route) => {
      done.push(`asked for ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('dialog', (dialog) => {
    done.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => {
    done.push(`a window: ${popup.url()}`)
  })
  page.on('download', (download) => {
    if (!download.url().startsWith('blob:')) done.push(`a download: ${download.url()}`)
  })
  // Only what our own document tries: in the frames of pages inside, trying is expected.
  await context.exposeBinding('violated', (_source, what: string) => {
    done.push(`violated ${what}`)
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) => {
      ;(globalThis as unknown as { violated(what: string): void }).violated(
        `${violatedDirective} ${blockedURI} ${sample}`,
      )
    })
  })
  return { context, page, done }
}

/** Lets what was started finish: pictures fail to load, animations begin, frames load. */
export const settle = (page: Page): Promise<void> => page.waitForTimeout(600)
