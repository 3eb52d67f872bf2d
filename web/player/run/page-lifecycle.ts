/** What is done while a page is visible, and when it goes. */
export interface PageLifecycle {
  /** Called now and then while the page is visible. */
  readonly onTick: () => void
  /** Called when the page becomes visible again, or its network is back. */
  readonly onShow: () => void
  /** Called when the page goes; `persisted` when the browser keeps it in its back/forward cache. */
  readonly onHide: (persisted: boolean) => void
}

/** Milliseconds between two ticks; well below the two minutes that a server keeps an unused run. */
const tickInterval = 45_000

const ifVisible = (work: () => void) => (): void => {
  if (document.visibilityState === 'visible') work()
}

/** Calls back, until the signal is aborted, when the page becomes visible again or its network is back. */
export const observeReturn = (onReturn: () => void, signal: AbortSignal): void => {
  if (typeof document === 'undefined') return
  document.addEventListener('visibilitychange', ifVisible(onReturn), { signal })
  addEventListener('online', onReturn, { signal })
  addEventListener('pageshow', ({ persisted }) => void (persisted && onReturn()), { signal })
}

/** Follows the life of the page that this script runs in; gives the way to stop. */
export const observePage = ({ onTick, onShow, onHide }: PageLifecycle): (() => void) => {
  if (typeof document === 'undefined') return () => undefined
  const listening = new AbortController()
  const { signal } = listening
  const timer = setInterval(ifVisible(onTick), tickInterval)
  observeReturn(onShow, signal)
  addEventListener('pagehide', ({ persisted }) => onHide(persisted), { signal })
  return () => {
    clearInterval(timer)
    listening.abort()
  }
}
