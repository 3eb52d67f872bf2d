/** Keys with which a presenter goes on, or leaves: the player has no use for them. */
const presenters = new Set(['PageUp', 'PageDown', 'Escape'])

/** What has the focus and needs keys for itself, whatever the page says. */
const needsKeys = 'input, select, textarea, button, a, summary, [role="tab"], dialog[open] *'

/** Whether one can act on this key where the focus is. */
const isNeeded = ({ key }: KeyboardEvent, target: EventTarget | undefined): boolean =>
  target instanceof Element &&
  target.matches(needsKeys) &&
  (['Tab', 'Enter', ' '].includes(key) || !target.matches('button, a'))

/** Keys that scroll. */
const scrolling = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' '])

/** A key of the browser or the system: copying, searching, reloading. */
const isOfBrowser = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || /^F\d+$/.test(key)

/**
 * Tells the page around a frame which keys the player does not use: those of a presenter when nobody
 * here has acted on them, and all of them when no key is to be the player's.
 *
 * @param until ends it
 */
export const giveKeys = (
  around: Pick<Window, 'addEventListener'>,
  keyboard: 'none' | 'usual',
  tell: (key: string) => void,
  until: AbortSignal = new AbortController().signal,
): void => {
  const giveAll = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || isOfBrowser(event) || isNeeded(event, event.composedPath()[0]))
      return
    event.stopImmediatePropagation()
    if (scrolling.has(event.key)) event.preventDefault()
    tell(event.key)
  }
  const giveUnused = (event: KeyboardEvent): void => {
    if (presenters.has(event.key) && !isOfBrowser(event) && !event.defaultPrevented) tell(event.key)
  }
  if (keyboard === 'none')
    around.addEventListener('keydown', giveAll, { capture: true, signal: until })
  else around.addEventListener('keydown', giveUnused, { signal: until })
}
