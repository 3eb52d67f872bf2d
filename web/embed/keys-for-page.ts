/** Keys with which a presenter goes on, or leaves: the player has no use for them. */
const presenters = new Set(['PageUp', 'PageDown', 'Escape'])

/** What has the focus and needs keys for itself, whatever the page says. */
const needsKeys = 'input, select, textarea, button, a, summary, [role="tab"], dialog[open] *'

/** Whether one can act on this key where the focus is. */
const isNeeded = ({ key }: KeyboardEvent, target: EventTarget | undefined): boolean =>
  target instanceof Element &&
  target.matches(needsKeys) &&
  (['Tab', 'Enter', ' '].includes(key) || !target.matches('button, a'))

/**
 * Tells the page around a frame which keys the player does not use: those of a presenter when nobody
 * here has acted on them, and all of them when no key is to be the player's.
 */
export const giveKeys = (
  around: Pick<Window, 'addEventListener'>,
  keyboard: 'none' | 'usual',
  tell: (key: string) => void,
): void => {
  if (keyboard === 'none')
    around.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Tab' || isNeeded(event, event.composedPath()[0])) return
        event.stopImmediatePropagation()
        if (event.key.length === 1 || !event.key.startsWith('Page')) event.preventDefault()
        tell(event.key)
      },
      { capture: true },
    )
  else
    around.addEventListener('keydown', (event) => {
      if (presenters.has(event.key) && !event.defaultPrevented) tell(event.key)
    })
}
