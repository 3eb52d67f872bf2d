import { describe, expect, test } from 'vitest'
import { type TextCatalogue, createSay } from '../../scenarios/i18n/catalogue.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { ChoiceTexts } from '../../scenarios/model/texts/choices.ts'
import { made } from '../support/texts.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'

describe('putting a text into words', () => {
  test('fills in what varies', () => {
    expect(sayEnglish(textOf('choice.open-first', { app: 'Forums' }))).toBe('Open Forums first.')
  })

  test('puts a text within it into words, too', () => {
    const why = textOf('network.no-such-host', { host: 'https://a.example' })
    expect(sayEnglish(textOf('note.no-answer', { why }))).toBe(
      'No answer: no such host: https://a.example',
    )
    expect(saySpanish(textOf('note.no-answer', { why }))).toBe(
      'Sin respuesta: no existe el host https://a.example',
    )
  })

  test('puts several sentences one after the other', () => {
    expect(sayEnglish(textOf('sentences', { each: [made('One.'), made('Two.')] }))).toBe(
      'One. Two.',
    )
  })

  test('leaves what it is given as it is', () => {
    expect(sayEnglish(made('<b>${app}</b> {app}'))).toBe('<b>${app}</b> {app}')
  })

  test.each(['cookie.of-tomorrow', 'constructor', '__proto__'])(
    'says the code of what another version said: %s',
    (code) => {
      expect(sayEnglish({ code, params: {} })).toBe(code)
    },
  )

  test('says what one wishes for a code that is not there yet', () => {
    expect(createSay({}, () => '…')(textOf('set-cookie.empty'))).toBe('…')
  })
})

describe('the types', () => {
  const whole: TextCatalogue<Pick<ChoiceTexts, 'choice.busy' | 'choice.open-first'>> = {
    'choice.busy': 'Busy.',
    'choice.open-first': ({ app }) => app,
  }

  test('refuse a language that lacks a text', () => {
    // @ts-expect-error -- 'choice.busy' is missing
    const lacking: typeof whole = { 'choice.open-first': ({ app }) => app }
    expect(lacking).not.toEqual(whole)
  })

  test('refuse a sentence that asks for a param that is not there', () => {
    const asking: typeof whole = {
      ...whole,
      // @ts-expect-error -- it has no user
      'choice.open-first': ({ user }) => String(user),
    }
    expect(asking).not.toEqual(whole)
  })

  test('refuse a text without its params, with others, and of a code that there is not', () => {
    // @ts-expect-error -- it wants the app
    const without = textOf('choice.open-first')
    // @ts-expect-error -- there is no such app
    const other = textOf('choice.open-first', { app: 'Shop' })
    // @ts-expect-error -- it has no params
    const more = textOf('choice.busy', { app: 'Store' })
    // @ts-expect-error -- nobody says this
    const unknown = textOf('choice.dance')
    expect([without, other, more, unknown].map(({ code }) => code)).toEqual([
      'choice.open-first',
      'choice.open-first',
      'choice.busy',
      'choice.dance',
    ])
  })
})
