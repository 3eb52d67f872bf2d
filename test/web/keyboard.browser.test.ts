import { afterEach, expect, test } from 'vitest'
import { type KeyAction, keyAction } from '../../web/features/help/keyboard.ts'

/** What a key asks for that is pressed in an element; null for nothing. */
const pressed = (key: string, within: Element = document.body): KeyAction | null => {
  let action: KeyAction | null = null
  const hear = (event: KeyboardEvent): void => {
    action = keyAction(event, 'page')
  }
  document.addEventListener('keydown', hear)
  within.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
  document.removeEventListener('keydown', hear)
  return action
}

const element = (html: string): Element => {
  document.body.innerHTML = html
  const [found] = document.body.children
  if (found === undefined) throw new Error('there is no element')
  return found
}

afterEach(() => {
  document.body.innerHTML = ''
})

test.each([
  ['ArrowRight', 'forward'],
  ['ArrowLeft', 'back'],
  ['PageDown', 'forward'],
  ['PageUp', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  [']', 'next-chapter'],
  ['[', 'previous-chapter'],
  [' ', 'toggle'],
])('the key %s asks for %s', (key, command) => {
  expect(pressed(key)).toEqual({ do: 'command', command })
})

test.each([
  ['<input type="text">', 'k'],
  ['<textarea></textarea>', 'k'],
  ['<input type="checkbox">', ' '],
  ['<input type="range">', 'ArrowRight'],
  ['<button>Press</button>', ' '],
])('in %s the key %j is the element’s own', (html, key) => {
  expect(pressed(key, element(html))).toBeNull()
})

test('a button leaves other keys to the player', () => {
  expect(pressed('k', element('<button>Press</button>'))).toEqual({
    do: 'command',
    command: 'toggle',
  })
})
