/** Milliseconds after which work is done even when the page is never idle. */
const patience = 120

/** Resolves when the page has nothing more urgent to do. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: patience })
    else setTimeout(resolve, 0)
  })
