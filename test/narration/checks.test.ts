/** @module-tag exhaustive */

import { beforeAll, describe, expect, test } from 'vitest'
import { english } from '../../scenarios/narration/english.ts'
import { storyKeyOf } from '../../scenarios/narration/index.ts'
import { spanish } from '../../scenarios/narration/spanish.ts'
import {
  attackPlays,
  bentPlays,
  detourPlays,
  lessonPlays,
  type Play,
  patience,
  realPlays,
  stoppedPlays,
  switchedPlays,
} from './support/plays.ts'
import { checksOf, contradictionsIn, keys, sentences } from './support/judge.ts'
import { survivors } from './support/survivors.ts'

let lessonsPlayed: readonly Play[] = []
let allPlays: readonly Play[] = []
let attacked: readonly Play[] = []
let turned: readonly Play[] = []
let everyPlay: readonly Play[] = []

beforeAll(async () => {
  lessonsPlayed = await lessonPlays()
  allPlays = [
    ...lessonsPlayed,
    ...(await detourPlays()),
    ...(await bentPlays()),
    ...(await realPlays()),
  ]
  attacked = [...(await attackPlays()), ...(await stoppedPlays())]
  turned = await switchedPlays()
  everyPlay = [...allPlays, ...attacked, ...turned]
}, patience)

describe('what the stories say is so', () => {
  test('in every lesson of every workflow, in both profiles', () => {
    expect(lessonsPlayed.length).toBeGreaterThanOrEqual(20)
    expect(lessonsPlayed.flatMap(contradictionsIn)).toEqual([])
  })

  test('off the lessons too: with thieves, outages, lapses of time and pages in the way', () => {
    expect(allPlays.flatMap(contradictionsIn)).toEqual([])
  })

  test('in every attack, where it comes off and where it is stopped', () => {
    expect(attacked.length).toBeGreaterThan(500)
    expect(attacked.flatMap(contradictionsIn)).toEqual([])
  })

  test('on every tour with a single switch turned', () => {
    expect(turned.length).toBeGreaterThan(200)
    expect(turned.flatMap(contradictionsIn)).toEqual([])
  })

  test('every story is told somewhere', () => {
    const told = new Set(
      everyPlay.flatMap(({ trace }) => trace.messages.map((message) => storyKeyOf(message, trace))),
    )
    expect(keys.filter((key) => !told.has(key))).toEqual([])
  })

  test(
    'every check can fail: some altered trace makes it',
    () => {
      expect(survivors(everyPlay)).toEqual([])
    },
    patience,
  )
})

describe('every sentence that states a fact has a check', () => {
  const unfounded = sentences.flatMap(({ key, index, grounds }) =>
    'unchecked' in grounds ? [`${key} ${index + 1}: ${grounds.unchecked}`] : [],
  )

  test('all but these, each with its reason', () => {
    console.info(
      `${sentences.length} sentences, ${sentences.flatMap(checksOf).length} checks; without a check ${unfounded.length}:\n${unfounded.join('\n')}`,
    )
    expect(unfounded.map((line) => line.split(':', 1)[0])).toEqual([
      'authorize-response/400 2',
      'consent-request 2',
      'token-request/password 2',
      'steal-refresh-token 3',
      'no-answer 2',
    ])
  })
})

describe('the languages', () => {
  test('have the same stories with as many sentences', () => {
    const counts = (stories: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(stories).map(([key, all]) => [key, all.length]))
    expect(counts(spanish)).toEqual(counts(english))
  })

  test('say the same of the same things: names, numbers, standards', () => {
    const terms =
      /RFC \d+|§[\d.]+|\d+|HttpOnly|Origin|PKCE|JWT|API|FusionAuth|Store|Forums|Hacker|refresh token|access token|code_challenge|state\b|nonce|verifier/g
    const told = (text: string) => [...new Set(text.match(terms))].toSorted()
    for (const key of keys)
      english[key].forEach((sentence, index) => {
        const translation = (spanish[key] as readonly string[])[index] ?? ''
        expect([key, index, told(translation)]).toEqual([key, index, told(sentence)])
        expect(translation).not.toBe(sentence)
      })
  })

  test.each(Object.entries({ english, spanish }))('are written in full: %s', (_, stories) => {
    const texts = Object.values(stories).flat()
    for (const text of texts) expect(text).toMatch(/^[\p{Lu}¿¡“].*[.!?]$/u)
  })
})
