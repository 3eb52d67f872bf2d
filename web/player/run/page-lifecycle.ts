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

/** Follows the life of the page that this script runs in; gives the way to stop. */
export const observePage = ({ onTick, onShow, onHide }: PageLifecycle): (() => void) => {
  if (typeof document === 'undefined') return () => undefined
  const ifVisible = (work: () => void) => (): void => {
    if (document.visibilityState === 'visible') work()
  }
  const listening = new AbortController()
  const { signal } = listening
  const timer = setInterval(ifVisible(onTick), tickInterval)
  document.addEventListener('visibilitychange', ifVisible(onShow), { signal })
  addEventListener('online', onShow, { signal })
  addEventListener('pageshow', ({ persisted }) => void (persisted && onShow()), { signal })
  addEventListener('pagehide', ({ persisted }) => onHide(persisted), { signal })
  return () => {
    clearInterval(timer)
    listening.abort()
  }
}
