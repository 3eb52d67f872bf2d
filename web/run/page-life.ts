/** What is done while a page is seen, and when it goes. */
export interface PageLife {
  /** Now and then while the page is seen, and when it is shown again; resolves to whether to go on. */
  readonly seen: () => Promise<boolean>
  /** When the page goes; `mayComeBack` when the browser puts it aside whole (back/forward cache). */
  readonly left: (mayComeBack: boolean) => void
}

/** Milliseconds between two looks; well below the two minutes that a server keeps an unused run. */
const every = 45_000

/** Follows the life of the page that this script runs in; gives the way to stop. */
export const watchPage = ({ seen, left }: PageLife): (() => void) => {
  if (typeof document === 'undefined') return () => undefined
  let goesOn = true
  const look = (): void => {
    void seen().then((answer) => {
      goesOn = answer
    })
  }
  const timer = setInterval(() => {
    if (goesOn && document.visibilityState === 'visible') look()
  }, every)
  const shown = (): void => {
    if (document.visibilityState === 'visible') look()
  }
  const back = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) look()
  }
  const gone = ({ persisted }: PageTransitionEvent): void => left(persisted)
  document.addEventListener('visibilitychange', shown)
  addEventListener('online', look)
  addEventListener('pageshow', back)
  addEventListener('pagehide', gone)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', shown)
    removeEventListener('online', look)
    removeEventListener('pageshow', back)
    removeEventListener('pagehide', gone)
  }
}
