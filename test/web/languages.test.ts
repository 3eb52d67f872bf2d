import { expect, test } from 'vitest'
import { languageOf } from '../../web/words/languages.ts'

test.each([
  ['es', 'es'],
  ['es-MX', 'es'],
  ['EN-gb', 'en'],
  ['de', null],
  ['esperanto', null],
  [null, null],
])('the language of the tag %s is %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language)
})
