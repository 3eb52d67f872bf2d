import type { Browser, Page } from 'playwright-core'

/** A tab whose page has crashed, as the browser still knows it; Playwright has nothing to do with it any more. */
export interface CrashedTab {
  readonly reload: () => Promise<void>
  /** The value of an expression in the page, once it is there. */
  readonly evaluate: (expression: string) => Promise<unknown>
}

/** Lets the process of a page crash, as when it has no memory left. */
export const crash = async (browser: Browser, page: Page): Promise<CrashedTab> => {
  const devTools = await browser.newBrowserCDPSession()
  const { targetInfos } = await devTools.send('Target.getTargets')
  const target = targetInfos.find(({ url }) => url === page.url())
  if (target === undefined) throw new Error('the browser does not know the page')
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  const { targetId } = target
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: false })
  let calls = 0
  const send = (method: string, params: object = {}): Promise<unknown> => {
    calls += 1
    const id = calls
    return new Promise((resolve) => {
      devTools.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as { id?: number; result?: unknown }
        if (answer.id === id) resolve(answer.result)
      })
      const message = JSON.stringify({ id, method, params })
      void devTools.send('Target.sendMessageToTarget', { sessionId, message })
    })
  }
  return {
    reload: async () => {
      await send('Page.reload')
    },
    evaluate: async (expression) => {
      const params = { expression, returnByValue: true, awaitPromise: true }
      const { result } = (await send('Runtime.evaluate', params)) as {
        readonly result: { readonly value?: unknown }
      }
      return result.value
    },
  }
}
