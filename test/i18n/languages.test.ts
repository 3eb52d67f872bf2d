import { beforeAll, describe, expect, test } from 'vitest'
import { compareTraces } from '../../scenarios/conformance/index.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import type { Text } from '../../scenarios/model/text.ts'
import {
  bentPlays,
  detourPlays,
  lessonPlays,
  patience,
  type Play,
  realPlays,
} from '../stories/support/plays.ts'

/** Everything that runs say, each once. */
let texts: readonly Text[] = []

const saidIn = ({ trace, rests: decisionPoints }: Play): readonly (Text | string | null)[] => [
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
