import type { Command } from './events.ts'

/** What a key asks for. */
export type KeyAction =
  | { readonly do: 'command'; readonly command: Command }
  /** Go to this share of all messages, 0 to 0.9. */
  | { readonly do: 'share'; readonly share: number }
  | { readonly do: 'faster' | 'slower' | 'fullscreen' | 'list' | 'theme' | 'go' | 'help' | 'leave' }

const command = (name: Command): KeyAction => ({ do: 'command', command: name })

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
  '?': { do: 'help' },
  Escape: { do: 'leave' },
}

/** Keys and what they do, for people to read. */
export const shortcuts: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['Space', 'k'], 'Play or pause'],
  [['→', '.'], 'One message on'],
  [['←', ','], 'One message back'],
  [[']', 'Shift →'], 'Next chapter'],
  [['[', 'Shift ←'], 'Previous chapter'],
  [['0 … 9'], 'To a tenth of the lesson'],
  [['Home', 'End'], 'To the beginning, to the end'],
  [['<', '>'], 'Slower, faster'],
  [['g'], 'Go to a message by number or name'],
  [['o'], 'Messages as a list or as a diagram'],
  [['f'], 'Fullscreen'],
  [['d'], 'Light or dark'],
  [['?'], 'This help'],
  [['Esc'], 'Close, or stop following a secret'],
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

/**
 * What a key press asks the player for; null when it is not the player's: a modifier is held, text
 * is being typed, or the control in focus uses the key itself.
 */
export const keyAction = (event: KeyboardEvent): KeyAction | null => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null
  const target = event.composedPath()[0]
  if (target instanceof Element && belongsElsewhere(target, event.key)) return null
  if (event.shiftKey && event.key === 'ArrowRight') return command('next-chapter')
  if (event.shiftKey && event.key === 'ArrowLeft') return command('previous-chapter')
  if (/^\d$/.test(event.key)) return { do: 'share', share: Number(event.key) / 10 }
  return actions[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null
}
