import { describe, expect, test } from 'vitest'
import { attackVerdictAt } from '../../scenarios/projections/attack-verdict.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'

const message = (n: number, id: string, step: Message['step']): Message =>
  ({ n, id, step }) as Message

const messages = [
  message(1, 'load-cart.cart-response', 'learner.load'),
  message(2, 'attack.csrf', 'hacker.attack'),
  message(3, 'attack.checkout-request', 'hacker.attack'),
  message(4, 'attack.checkout-response', 'hacker.attack'),
  message(5, 'load-cart.cart-request.2', 'learner.load'),
]

const traceWith = (holds: boolean): Pick<Trace, 'messages' | 'outcome'> => ({
  messages,
  outcome: [{ id: 'attack.csrf', holds, evidence: holds ? [3] : [] }],
})

const shownAt = (trace: ReturnType<typeof traceWith>) =>
  messages.map(({ n }) => attackVerdictAt(trace, n)).flatMap((found) => found?.evidence ?? [])

describe('what came of an attack', () => {
  test('is told at the messages that show its success', () => {
    expect(shownAt(traceWith(true))).toEqual([3])
    expect(attackVerdictAt(traceWith(true), 3)).toEqual({
      attack: 'csrf',
      won: true,
      evidence: [3],
    })
  })

  test('is told at its last message when it brought nothing', () => {
    expect(shownAt(traceWith(false))).toEqual([4])
    expect(attackVerdictAt(traceWith(false), 4)?.won).toBe(false)
  })

  test('is told nowhere when nobody judged it', () => {
    expect(shownAt({ messages, outcome: [] })).toEqual([])
  })
})
