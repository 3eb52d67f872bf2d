import { beforeAll, describe, expect, test } from 'vitest'
import type { Message, Outcome, Trace } from '../../scenarios/model/trace.ts'
import { outcomesOf } from '../../scenarios/catalogue/outcomes.ts'
import { items, wasGiven } from './checks/shared/sessions.ts'
import { isAgent, json, path, status, stores, textOf } from './checks/scene.ts'
import { entries } from './checks/tables.ts'
import { bentPlays, detourPlays, lessonPlays, type Play, patience } from './support/plays.ts'
import { canFail } from './support/survivors.ts'
import { mutantsOf } from './support/mutate.ts'

let lessonsPlayed: readonly Play[] = []
let plays: readonly Play[] = []

beforeAll(async () => {
  lessonsPlayed = await lessonPlays()
  plays = [...lessonsPlayed, ...(await detourPlays()), ...(await bentPlays())]
}, patience)

describe.each(entries.map((entry) => [entry.text, entry] as const))('%s', (_, entry) => {
  test('is so in every lesson, and wherever it is shown', () => {
    const places = lessonsPlayed.flatMap(({ trace }) => entry.places(trace))
    expect(
      places.filter((scene) => !entry.check.holds(scene)).map(({ message }) => message.id),
    ).toEqual([])
  })

  test('is shown somewhere, and its check can fail', () => {
    const places = plays.flatMap(({ trace }) => entry.places(trace))
    expect(places.length).toBeGreaterThan(0)
    expect(canFail(entry.check, places.slice(0, 3))).toBe(true)
  })
})

const postsPassword = ({ from, http }: Message): boolean =>
  isAgent(from) &&
  http?.method === 'POST' &&
  (new URLSearchParams(http.body).has('password') || /"password":"/.test(http.body))

const answersPosts = (message: Message): boolean =>
  ['/posts', '/api/load-posts'].includes(path(message)) && status(message) === 200

const seesCartIn = (phase: Message['phase']) => (trace: Trace) =>
  trace.messages.some((message) => message.phase === phase && seesCart(message, trace))

/** The outcomes found out in another way: by who was sent what. */
const verdicts: Readonly<Record<string, (trace: Trace) => boolean>> = {
  'application-sees-the-password': ({ messages }) =>
    messages.some(
      (message) => (message.to === 'Store' || message.to === 'Forums') && postsPassword(message),
    ),
  'single-sign-on': ({ messages }) => {
    const opened = messages.findIndex(({ id }) => id === 'forums-initialize.home-request')
    const since = messages.slice(opened)
    const arrived = since.findIndex(answersPosts)
    return arrived >= 0 && !since.slice(0, arrived).some(postsPassword)
  },
  'hacker-sees-the-cart': (trace) => trace.messages.some((message) => seesCart(message, trace)),
  'hacker-sees-the-cart.stolen-refresh-token': seesCartIn('stolen-refresh-token'),
  'hacker-sees-the-cart.stolen-session-id': seesCartIn('stolen-session-id'),
  'hacker-sees-the-cart.stolen-jwt': seesCartIn('stolen-jwt'),
  'hacker-owns-a-session': ({ messages }) =>
    messages.some((message) => message.to === 'Hacker' && stores(message, 'sid')),
  'hacker-owns-a-jwt': ({ messages }) =>
    messages.some(
      (message) =>
        message.to === 'Hacker' &&
        (stores(message, 'jwt') ||
          stores(message, 'access_token') ||
          textOf(message, 'token') !== ''),
    ),
}

/** What a cart holds, from a page or from an answer to a script or an app. */
const cart = (message: Message): string =>
  path(message) === '/api/load-shopping-cart'
    ? JSON.stringify(json(message)['items'] ?? '')
    : items(message).join()

/** The Hacker is shown the items that the user was shown before. */
const seesCart = (message: Message, { messages }: Trace): boolean =>
  message.to === 'Hacker' &&
  ['/shopping-cart', '/api/load-shopping-cart'].includes(path(message)) &&
  cart(message).length > 2 &&
  messages.some(
    (other) =>
      other.n < message.n &&
      (other.to === 'Browser' || other.to === 'Mobile') &&
      cart(other) === cart(message),
  )

const size = (outcome: Outcome | undefined): number => outcome?.evidence.length ?? 0

const holding = ({ outcome }: { outcome: readonly Outcome[] }): Readonly<Record<string, boolean>> =>
  Object.fromEntries(outcome.map(({ id, holds }) => [id, holds]))

describe('what came of a run', () => {
  test('is what another look at its messages finds, in every lesson and off them', () => {
    for (const { name, trace } of plays) {
      const expected = Object.fromEntries(
        trace.outcome.map(({ id }) => [id, verdicts[id]?.(trace)]),
      )
      expect([name, holding(trace)]).toEqual([name, expected])
    }
  })

  test('has as evidence messages of the run, wherever it holds', () => {
    for (const { trace } of plays)
      for (const { id, holds, evidence } of trace.outcome) {
        expect([id, evidence.length > 0 || !holds]).toEqual([id, true])
        expect(evidence.every((n) => trace.messages[n - 1]?.n === n)).toBe(true)
      }
  })

  test.each(Object.keys(verdicts))('can be otherwise: %s', (id) => {
    const proofs = plays
      .map(({ trace }) => ({ trace, outcome: trace.outcome.find((one) => one.id === id) }))
      .filter(({ outcome }) => outcome?.holds === true)
      .toSorted((one, other) => size(one.outcome) - size(other.outcome))
    const [place] = proofs
    if (place === undefined) throw new Error(`${id} holds nowhere`)
    const { trace, outcome: proven } = place
    const last = proven?.evidence.at(-1) ?? 1
    let found = false
    for (const mutant of mutantsOf(trace, last)) {
      const outcome = outcomesOf(mutant.trace.messages)
      found = holding({ outcome })[id] !== true
      if (found) break
    }
    expect(found).toBe(true)
  })

  test('a stolen value is one that the Browser was given', () => {
    for (const { trace } of plays)
      for (const message of trace.messages.filter(
        ({ step, kind }) => step === 'hacker.steal' && kind === 'self',
      ))
        for (const { where, op, after } of message.changes)
          if (
            where === 'Hacker.jar' &&
            op === 'set' &&
            typeof after === 'object' &&
            after !== null &&
            'value' in after
          )
            expect(
              wasGiven({ message, trace }, 'Browser', JSON.stringify(after['value']).slice(1, -1)),
            ).toBe(true)
  })
})
