import { describe, expect, test } from 'vitest'
import { spokenOf } from '../../scenarios/projections/spoken.ts'

const spoken = (sentence: string, ...names: readonly string[]) => [...spokenOf(sentence, names)]

describe('what a sentence speaks of', () => {
  test('names are found as words, however they are written', () => {
    const sentence = 'The Store sends the refresh token and the code_verifier; Set-Cookie follows.'
    expect(
      spoken(sentence, 'refresh_token', 'refreshToken', 'code_verifier', 'set-cookie', 'state'),
    ).toEqual(['refresh_token', 'refreshToken', 'code_verifier', 'set-cookie'])
  })

  test('a part of a word is no word', () => {
    expect(spoken('The codec decodes stately.', 'code', 'state')).toEqual([])
  })

  test('letters of any language count', () => {
    expect(spoken('La contraseña no pasa.', 'contraseña', 'contrase')).toEqual(['contraseña'])
  })

  test('a single letter means nothing', () => {
    expect(spoken('A key e and n', 'e', 'n', '')).toEqual([])
  })
})
