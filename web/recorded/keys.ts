import type { Playback } from '../player/playback.ts'

const length = (player: Playback): number => player.state.run.trace.messages.length

/** What a key does in the small player. */
const keys: Readonly<Record<string, (player: Playback) => unknown>> = {
  ArrowRight: (player) => player.forward(),
  ArrowLeft: (player) => player.back(),
  Home: (player) => player.seek(0),
  End: (player) => player.seek(length(player)),
  ']': (player) => player.chapter(1),
  '[': (player) => player.chapter(-1),
  ' ': (player) => player.toggle(),
  k: (player) => player.toggle(),
}

/** Whether what has the focus needs this key for itself. */
const isTaken = (target: EventTarget | undefined, key: string): boolean => {
  if (!(target instanceof HTMLElement)) return false
  // A list of choices opens and moves by keys, and finds by letters.
  if (target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement) return key !== 'k' && key !== '[' && key !== ']'
  return key === ' ' && target.matches('button, a, summary, [role="tab"]')
}

/**
 * Does what a key asks.
 *
 * @returns false for a key that the player does not use: it is the page's
 */
export const handleKey = (event: KeyboardEvent, player: Playback | null): boolean => {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event
  const act = Object.hasOwn(keys, key) ? keys[key] : undefined
  if (act === undefined || player === null) return false
  if (ctrlKey || metaKey || altKey || defaultPrevented) return false
  if (isTaken(event.composedPath()[0], key)) return false
  act(player)
  return true
}
