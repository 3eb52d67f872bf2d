import type { PlayerControl } from '../events.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

/** What a key can ask of the page around the player. */
export type PageWish = 'fullscreen' | 'list' | 'theme' | 'go' | 'find' | 'help' | 'leave'

/** What a key asks for. */
export type KeyAction =
  | { readonly do: 'command'; readonly command: PlayerControl }
  /** Go to this share of all messages, 0 to 0.9. */
  | { readonly do: 'share'; readonly share: number }
  | { readonly do: 'faster' | 'slower' | PageWish }

const command = (name: PlayerControl): KeyAction => ({ do: 'command', command: name })

const actions: Readonly<Record<string, KeyAction>> = {
  ' ': command('toggle'),
  k: command('toggle'),
  ArrowRight: command('forward'),
  '.': command('forward'),
  ArrowLeft: command('back'),
  ',': command('back'),
  ']': command('next-chapter'),
  '[': command('previous-chapter'),
  Home: command('first'),
  End: command('last'),
  '>': { do: 'faster' },
  '<': { do: 'slower' },
  f: { do: 'fullscreen' },
  o: { do: 'list' },
  d: { do: 'theme' },
  g: { do: 'go' },
  '/': { do: 'find' },
  '?': { do: 'help' },
  Escape: { do: 'leave' },
}

/** Keys of a presenter's remote; a page may use them, a part of a page may not: they scroll. */
const remote: Readonly<Record<string, KeyAction>> = {
  PageDown: command('forward'),
  PageUp: command('back'),
}

/** Keys and the name of what they do, for people to read. */
export const shortcuts: readonly (readonly [
  keys: readonly string[],
  words: keyof Catalogue['help'],
])[] = [
  [['Space', 'k'], 'toggle'],
  [['→', '.'], 'forward'],
  [['←', ','], 'back'],
  [[']', 'Shift →'], 'nextChapter'],
  [['[', 'Shift ←'], 'previousChapter'],
  [['0 … 9'], 'share'],
  [['Home', 'End'], 'ends'],
  [['<', '>'], 'speed'],
  [['g'], 'go'],
  [['/'], 'find'],
  [['o'], 'list'],
  [['f'], 'fullscreen'],
  [['d'], 'theme'],
  [['?'], 'help'],
  [['Esc'], 'leave'],
]

const textual = new Set(['text', 'search', 'url', 'email', 'password', 'number', 'tel', 'date'])

/** Whether the key belongs to the control that has the focus, not to the player. */
const belongsElsewhere = (target: Element, key: string): boolean => {
  if (target instanceof HTMLInputElement) {
    const isTyping = textual.has(target.type)
    const moves = target.type === 'range' && /^(?:Arrow|Home|End|Page)/.test(key)
    const ticks = target.type === 'checkbox' && key === ' '
    return isTyping || moves || ticks
  }
  if (target.matches('textarea, select, [contenteditable]')) return true
  return key === ' ' && target.matches('button, a[href], summary')
}

/** Whether something in focus can be scrolled by the key. */
const scrolls = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  target.tabIndex >= 0 &&
  target.scrollHeight > target.clientHeight + 1

/**
 * What a key press asks the player for; null when it is not the player's: a modifier is held, text
 * is being typed, or the control in focus uses the key itself.
 */
export const keyAction = (event: KeyboardEvent, where: 'page' | 'focus'): KeyAction | null => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null
  const target = event.composedPath()[0]
  if (target instanceof Element && belongsElsewhere(target, event.key)) return null
  if (event.shiftKey && event.key === 'ArrowRight') return command('next-chapter')
  if (event.shiftKey && event.key === 'ArrowLeft') return command('previous-chapter')
  if (where === 'page' && event.key in remote)
    return scrolls(target) ? null : (remote[event.key] ?? null)
  if (/^\d$/.test(event.key)) return { do: 'share', share: Number(event.key) / 10 }
  return actions[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null
}
