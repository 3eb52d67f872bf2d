import { beforeAll, describe, expect, test } from 'vitest'
import { cookieRules } from '../../scenarios/engine/cookie-jar.ts'
import { acting } from '../../scenarios/languages/spanish/acting.ts'
import { attacks } from '../../scenarios/languages/spanish/attacks.ts'
import { comparing } from '../../scenarios/languages/spanish/comparing.ts'
import { cookies } from '../../scenarios/languages/spanish/cookies.ts'
import { happening } from '../../scenarios/languages/spanish/happening.ts'
import { published } from '../../scenarios/languages/spanish/published.ts'
import { spanish } from '../../scenarios/languages/spanish.ts'
import { createTranslator } from '../../scenarios/languages/translator.ts'
import {
  bentPlays,
  detourPlays,
  lessonPlays,
  type Play,
  patience,
  realPlays,
} from '../stories/support/plays.ts'
import { cookieReasons } from './support/cookies.ts'
import { differences } from './support/differences.ts'
import { obstacles } from './support/obstacles.ts'
import { problems } from './support/problems.ts'
import { unreadable } from './support/recordings.ts'
import type { Said } from './support/said.ts'
import { sources } from './support/sources.ts'
import { saidIn, tables } from './support/tables.ts'

let said: readonly Said[] = []
let reasons: ReturnType<typeof cookieReasons> = []

/** Each text once, with the first place where it is said. */
const distinct = (all: readonly Said[]): readonly Said[] =>
  [...new Map(all.toReversed().map(([where, text]) => [text, where]))].map(([text, where]) => [
    where,
    text,
  ])

const tourOf = (plays: readonly Play[]): Play => {
  const [first] = plays
  if (first === undefined) throw new Error('nothing was played')
  return first
}

beforeAll(async () => {
  const lessonsPlayed = await lessonPlays()
  const plays = [
    ...lessonsPlayed,
    ...(await detourPlays()),
    ...(await bentPlays()),
    ...(await realPlays()),
  ]
  const tour = tourOf(lessonsPlayed)
  const native = plays.find(({ name }) => name.startsWith('native, wrong')) ?? tour
  reasons = cookieReasons()
  said = distinct([
    ...tables(),
    ...plays.flatMap(saidIn),
    ...reasons.map(([where, text]): Said => [where, text]),
    ...obstacles(),
    ...differences([tour.trace, native.trace]),
    ...unreadable(tour.trace),
    ...(await problems(tour.trace)),
  ])
}, patience)

const say = createTranslator(spanish)
const keys = Object.keys(spanish)
const names = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)~?\}/g)].map(([, name]) => name ?? '').toSorted()

describe('everything that the lab says has its Spanish', () => {
  test('in tables, traces, choices, problems and comparisons', () => {
    expect(said.filter(([, text]) => say(text) === text)).toEqual([])
    expect(said.length).toBeGreaterThan(500)
  })

  test('of every rule for cookies at least one reason was translated', () => {
    const seen = new Set(reasons.map(([, , rule]) => rule))
    const all = [...cookieRules.sending, ...cookieRules.receiving]
    expect(all.filter((rule) => !seen.has(rule))).toEqual([])
  })

  test('without an English word left of what is translated', () => {
    const ours = (text: string): string =>
      text.replaceAll(/«[^»]*»|"[^"]*"|\S*changed-by-the-mutator\S*|messages\S*/g, '')
    const left = said
      .map(([, text]) => ours(say(text)))
      .filter((text) =>
        /\b(the|was|were|this|with|without|and|which|begun|expected|from)\b/i.test(text),
      )
    expect(left).toEqual([])
  })
})

describe('every entry', () => {
  test('is the Spanish of something that is said', () => {
    // Each meaning says its own number, so that entries used within others are seen too.
    const marking = Object.fromEntries(
      keys.map((key, index) => [
        key,
        `⟦${index}⟧${[...(spanish[key] ?? '').matchAll(/\{\w+~?\}/g)].map(([one]) => one).join('')}`,
      ]),
    )
    const mark = createTranslator(marking)
    const used = new Set(
      said.flatMap(([, text]) => [...mark(text).matchAll(/⟦(\d+)⟧/g)].map(([, n]) => Number(n))),
    )
    const files = sources()
    const inSource = (key: string): boolean =>
      files.some((file) =>
        key
          .split(/\{\w+\}/)
          .every(
            (literal) => file.includes(literal.replaceAll("'", "\\'")) || file.includes(literal),
          ),
      )
    expect(keys.filter((key, index) => !used.has(index) && !inSource(key))).toEqual([])
  })

  test('has the placeholders of its sentence, all of them', () => {
    const each = (text: string) => [...new Set(names(text))].join()
    expect(keys.filter((key) => each(key) !== each(spanish[key] ?? ''))).toEqual([])
  })

  test('leaves words between two placeholders', () => {
    expect(keys.filter((key) => key.includes('}{'))).toEqual([])
  })

  test('stands in one list only', () => {
    const lists = [acting, happening, cookies, published, comparing, attacks]
    expect(lists.map((list) => Object.keys(list).length).reduce((a, b) => a + b)).toBe(keys.length)
  })

  test('ends as its sentence does', () => {
    const end = (text: string) => /[.:]?$/.exec(text)?.[0]
    expect(keys.filter((key) => end(key) !== end(spanish[key] ?? ''))).toEqual([])
  })
})
