import { expect, test } from 'vitest'
import { controls as spanish } from '../../web/features/controls/words.es.ts'
import { english } from '../../web/i18n/english.ts'
import { languageOf } from '../../web/i18n/languages.ts'

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

test.each([
  ['English', english.controls],
  ['Spanish', spanish],
])('the transport bar names number, sender and receiver in their order in %s', (_, controls) => {
  expect(controls.at(3, 9, 'Store', 'FusionAuth', 'POST /x')).toMatch(
    /3 .*9.*Store.*FusionAuth.*POST \/x/,
  )
})
