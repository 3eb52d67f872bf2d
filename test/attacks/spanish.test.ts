import { describe, expect, test } from 'vitest'
import { attacks } from '../../scenarios/attacks/index.ts'
import { spanish } from '../../scenarios/languages/spanish.ts'
import { createTranslator } from '../../scenarios/languages/translator.ts'
import { base, tries } from './support.ts'

const say = createTranslator(spanish)

/** What the applications' own scripts do in the Hacker's browser is told where they are. */
const byProgram = /\.(steal-|check-local-storage|render-login-form|local-storage-drop)/

/** Figures and names alone need no translation. */
const isWords = (text: string): boolean => /[a-z]{3}/.test(text)

const untranslated = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => isWords(text) && say(text) === text)

describe('Spanish of the attacks', () => {
  test('tells what each is called, what it needs, and what happened', () => {
    const texts = attacks.flatMap(({ title, precondition, incident }) => [
      title,
      precondition,
      ...(incident === null ? [] : [incident.what]),
    ])
    expect(untranslated(texts)).toEqual([])
  })

  test('tells all that Hacker and applications do while an attack is played', async () => {
    const played = await Promise.all(tries.map(([attack, workflow]) => base(attack, workflow)))
    const labels = played.flatMap(({ messages }) =>
      messages
        .filter(
          ({ kind, from, id }) =>
            kind === 'self' && ['Hacker', 'Store', 'Forums'].includes(from) && !byProgram.test(id),
        )
        .map(({ label }) => label),
    )
    expect(untranslated(labels)).toEqual([])
  }, 60_000)
})
