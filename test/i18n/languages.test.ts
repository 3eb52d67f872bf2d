import { beforeAll, describe, expect, test } from 'vitest'
import { compareTraces } from '../../scenarios/conformance/index.ts'
import { englishTexts, sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish, spanishTexts } from '../../scenarios/i18n/es/index.ts'
import type { Text } from '../../scenarios/model/text.ts'
import {
  bentPlays,
  detourPlays,
  lessonPlays,
  patience,
  type Play,
  realPlays,
} from '../narration/support/plays.ts'

/** Everything that runs say, each once. */
let texts: readonly Text[] = []

const saidIn = ({ trace, decisionPoints }: Play): readonly (Text | string | null)[] => [
  ...trace.messages.flatMap(({ label, cookies, received }) => [
    label,
    ...[...cookies, ...received].map(({ reason }) => reason),
  ]),
  ...decisionPoints.flatMap(({ choices }) => choices.map(({ reason }) => reason)),
]

/** In what runs differ that have little in common. */
const differencesOf = (plays: readonly Play[]): readonly (Text | null)[] => {
  const [first, ...others] = plays
  if (first === undefined) return []
  return others
    .slice(0, 20)
    .flatMap(({ trace }) => compareTraces(first.trace, trace))
    .flatMap(({ sentence, reason }) => [sentence, reason])
}

beforeAll(async () => {
  const plays = [
    ...(await lessonPlays()),
    ...(await detourPlays()),
    ...(await bentPlays()),
    ...(await realPlays()),
  ]
  const said = [...plays.flatMap(saidIn), ...differencesOf(plays)]
  const ours = said.filter((one) => one !== null && typeof one !== 'string')
  texts = [...new Map(ours.map((text) => [JSON.stringify(text), text])).values()]
}, patience)

/** Values that a text was given, from texts within it too; codes and kinds are no values. */
const valuesIn = (given: unknown): readonly string[] => {
  if (typeof given === 'number') return [String(given)]
  if (typeof given === 'string') return [given]
  if (typeof given !== 'object' || given === null) return []
  const members = 'code' in given && 'params' in given ? [given.params] : Object.values(given)
  return members.flatMap(valuesIn)
}

describe('what runs say', () => {
  test('is said in Spanish with other words', () => {
    expect(texts.length).toBeGreaterThan(200)
    const same = texts.filter((text) => sayEnglish(text) === saySpanish(text))
    expect(same.filter(({ code }) => code !== 'quoted' && code !== 'verbatim')).toEqual([])
  })

  test('tells every value in each language that it tells in one', () => {
    const lost = texts.flatMap((text) => {
      const [english, spanish] = [sayEnglish(text), saySpanish(text)]
      return valuesIn(text)
        .filter((value) => /[.:/=@]|^\d{2,}$/.test(value))
        .filter((value) => english.split(value).length !== spanish.split(value).length)
        .map((value) => [value, english, spanish])
    })
    expect(lost).toEqual([])
  })

  test('leaves no English word in Spanish but what others said', () => {
    const words = /\b(the|was|were|this|with|without|and|which|begun|expected)\b/i
    const quoted = /«[^»]*»|"[^"]*"/g
    const left = texts
      .filter((text) => !words.test(valuesIn(text).join(' ')))
      .map((text) => saySpanish(text).replaceAll(quoted, ''))
      .filter((said) => words.test(said))
    expect(left).toEqual([])
  })
})

/** What an entry does with params of which each says its own name; null where they are no plain values. */
const namesIn = (entry: unknown): readonly string[] | null => {
  if (typeof entry !== 'function') return null
  const params: unknown = new Proxy({}, { get: (_, name) => `⟨${String(name)}⟩` })
  try {
    const said: unknown = entry(params, () => '⟨text⟩')
    if (typeof said !== 'string' || said.includes('undefined')) return null
    return (said.match(/⟨\w+⟩/g) ?? []).toSorted()
  } catch {
    return null
  }
}

/** Entries that have words of their own for what a param may be. */
const inOwnWords: readonly string[] = ['difference.redirect-form', 'problem.no-such']

test('every entry of a catalogue tells the params that its sisters tell', () => {
  const entries = Object.entries(englishTexts)
    .filter(([code]) => !inOwnWords.includes(code))
    .map(
      ([code, english]) =>
        [code, namesIn(english), namesIn(spanishTexts[code as keyof typeof spanishTexts])] as const,
    )
  expect(entries.filter(([, english]) => english !== null).length).toBeGreaterThan(80)
  expect(
    entries.filter(([, english, spanish]) => english?.join(' ') !== spanish?.join(' ')),
  ).toEqual([])
})
