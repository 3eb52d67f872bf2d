import { beforeAll, describe, expect, test } from 'vitest'
import type { Claim, OwnLesson } from '../../scenarios/model/own-lesson.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { deviationLine, deviationsOf } from '../../scenarios/own-lessons/claims.ts'
import { examples, lessonIn, playedRun, textOfExample } from './support/examples.ts'

test.each(examples)('%s says what happens', async (name) => {
  const lesson = await lessonIn(textOfExample(name))
  const run = await playedRun(lesson)
  expect(lesson.claims?.length).toBeGreaterThan(0)
  expect(deviationsOf(lesson, run.state.trace).map(deviationLine)).toEqual([])
})

describe('a claim that is wrong is told with what happened:', () => {
  let lesson: OwnLesson
  let trace: Trace

  beforeAll(async () => {
    lesson = await lessonIn(textOfExample('forged-order.yaml'))
    trace = (await playedRun(lesson)).state.trace
  })

  test.each<[string, Claim]>([
    [
      'claims[0] (message 24): the lesson says that attack.checkout-request carries the cookie sid, but it carries none.',
      { kind: 'cookie', message: 'attack.checkout-request', cookie: 'sid', sent: true },
    ],
    [
      'claims[0] (message 18): the lesson says that load-cart.cart-request does not carry the cookie sid, but it carries sid, rt.',
      { kind: 'cookie', message: 'load-cart.cart-request', cookie: 'sid', sent: false },
    ],
    [
      'claims[0]: the lesson says that outcome attack.csfr holds, but it has no such outcome, but application-sees-the-password, attack.csrf. The nearest is "attack.csrf".',
      { kind: 'outcome', outcome: 'attack.csfr', holds: true },
    ],
    [
      'claims[0]: the lesson says that outcome attack.csrf holds, but it does not hold.',
      { kind: 'outcome', outcome: 'attack.csrf', holds: true },
    ],
    [
      'claims[0] (message 20): the lesson says that load-cart.cart-response has status 302, but it has status 200.',
      { kind: 'status', message: 'load-cart.cart-response', status: 302 },
    ],
    [
      'claims[0] (message 18): the lesson says that load-cart.cart-request has status 200, but it is no answer.',
      { kind: 'status', message: 'load-cart.cart-request', status: 200 },
    ],
    [
      'claims[0]: the lesson says that login.tokn-request is sent, but it is not sent. The nearest is "login.token-request".',
      { kind: 'message', message: 'login.tokn-request', sent: true },
    ],
    [
      'claims[0] (message 12): the lesson says that login.token-request is not sent, but it is: message 12, login.token-request.',
      { kind: 'message', message: 'login.token-request', sent: false },
    ],
  ])('%s', (line, claim) => {
    const wrong = deviationsOf({ ...lesson, claims: [claim] }, trace)
    expect(wrong.map(deviationLine)).toEqual([line])
  })

  test('a sentence at a message that is never sent is one too', () => {
    const sentences = [{ message: 'login.tokn-request', text: 'x' }]
    const [wrong] = deviationsOf({ ...lesson, sentences }, trace)
    expect(wrong && deviationLine(wrong)).toMatch(/^sentences\[0\]\.message: .* not sent/)
  })
})
