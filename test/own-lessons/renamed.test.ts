import { expect, test } from 'vitest'
import { textOf } from '../../scenarios/model/text.ts'
import { nameOf } from '../../web/i18n/name-of.ts'
import { renamed } from '../../web/i18n/renamed.ts'
import { wholeEnglish } from '../../web/i18n/whole-english.ts'
import { spanishWords } from '../../web/i18n/whole-spanish.ts'

const names = { Store: 'Acme $& Shop', Forums: 'Acme Club' }

test('words without own names are the same', () => {
  expect(renamed(wholeEnglish, {})).toBe(wholeEnglish)
})

test('a participant has its own name, and the others theirs', () => {
  const words = renamed(wholeEnglish, names)
  expect(['Store', 'Forums', 'FusionAuth'].map((one) => nameOf(one as 'Store', words))).toEqual([
    'Acme $& Shop',
    'Acme Club',
    'FusionAuth',
  ])
})

test.each([
  ['English', wholeEnglish],
  ['Spanish', spanishWords],
])('in %s no text of the page has a usual name', (_, words) => {
  const seen: string[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'string') seen.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(words.ui)
  const usual = seen.filter((text) => /\b(?:Store|Forums)\b/.test(text))
  seen.length = 0
  look(renamed(words, names).ui)
  expect(usual.length).toBeGreaterThan(0)
  expect(seen.filter((text) => /\b(?:Store|Forums)\b/.test(text))).toEqual([])
})

test('what a function says is renamed, and what is quoted is not', () => {
  const words = renamed(wholeEnglish, names)
  expect(words.ui.stage.said(1, 2, 'Store', 'Forums', 'x')).toContain('Acme $& Shop to Acme Club')
  expect(words.say(textOf('quoted', { text: 'Store' }))).toBe('Store')
})
