import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align, type Alignment } from '../../scenarios/trace-diff/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Participant, Phase } from '../../scenarios/model/participant.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { done, played, slugs } from '../support/play.ts'

type Recorded = Pick<Trace, 'messages'>

const message = fc.record({
  phase: fc.constantFrom<Phase>('login', 'refresh', 'relogin'),
  name: fc.constantFrom('cart-request', 'cart-response', 'token-request', 'extend-session'),
  kind: fc.constantFrom<Message['kind']>('request', 'response', 'self'),
  from: fc.constantFrom<Participant>('Browser', 'Store'),
  to: fc.constantFrom<Participant>('Store', 'FusionAuth'),
})

/** Traces of any order, in phases that come and go. */
const told: fc.Arbitrary<Recorded> = fc.array(message, { maxLength: 24 }).map((parts) => ({
  messages: parts.map(({ phase, name, kind, from, to }, index): Message => ({
    n: index + 1,
    id: `${phase}.${name}${index % 3 === 0 ? '' : `.${index + 1}`}`,
    phase,
    step: 'learner.load',
    from,
    to,
    kind,
    exchange: null,
    cause: null,
    at: '2026-01-01T09:00:00.000Z',
    label: name,
    http: null,
    cookies: [],
    received: [],
    changes: [],
    provenance: 'real',
  })),
}))

const numbers = (messages: readonly (Message | null)[]): readonly number[] =>
  messages.flatMap((one) => (one === null ? [] : [one.n]))

const rowsOf = ({ sections }: Alignment) => sections.flatMap(({ rows }) => rows)

const pairs = (alignment: Alignment) =>
  rowsOf(alignment).map(({ left, right }) => [left?.n ?? null, right?.n ?? null])

describe('Two traces side by side, whatever they are', () => {
  test('lose no message, and keep the order of either side', () => {
    fc.assert(
      fc.property(told, told, (left, right) => {
        const rows = rowsOf(align(left, right))
        expect(numbers(rows.map((row) => row.left))).toEqual(numbers(left.messages))
        expect(numbers(rows.map((row) => row.right))).toEqual(numbers(right.messages))
        expect(rows.every((row) => row.left !== null || row.right !== null)).toBe(true)
      }),
    )
  })

  test('are the same pairs when the sides are swapped', () => {
    fc.assert(
      fc.property(told, told, (left, right) => {
        const swapped = pairs(align(right, left)).map(([one, other]) => [other, one])
        expect(pairs(align(left, right))).toEqual(swapped)
      }),
    )
  })

  test('align fully when they are identical, and differ in nothing', () => {
    fc.assert(
      fc.property(told, (trace) => {
        for (const { left, right, contrasts } of rowsOf(align(trace, trace))) {
          expect(left?.n).toBe(right?.n)
          expect(contrasts).toEqual([])
        }
      }),
    )
  })

  test('never pair messages of different phases or kinds', () => {
    fc.assert(
      fc.property(told, told, (left, right) => {
        for (const { phase, rows } of align(left, right).sections)
          for (const row of rows) {
            for (const one of [row.left, row.right]) expect(one?.phase ?? phase).toBe(phase)
            if (row.left !== null && row.right !== null) expect(row.left.kind).toBe(row.right.kind)
          }
      }),
    )
  })
})

const rowAt = (alignment: Alignment, side: 'left' | 'right', n: number) => {
  const row = rowsOf(alignment).find((one) => one[side]?.n === n)
  if (row === undefined) throw new Error(`no row has message ${n} on the ${side}`)
  return row
}

const find = ({ messages }: Recorded, id: string): Message => {
  const found = messages.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no message ${id}`)
  return found
}

describe('Code against native login', async () => {
  const code = await played({ workflow: slugs.code })
  const native = await played({ workflow: slugs.native })
  const alignment = align(code, native)

  test('the password goes to FusionAuth in the one and to the Store in the other', () => {
    const row = rowAt(alignment, 'left', find(code, 'login.credentials-request').n)
    expect(row.right?.id).toBe('login.credentials-request')
    expect(row.contrasts.find(({ what }) => what === 'way')).toEqual({
      what: 'way',
      left: ['Browser → FusionAuth'],
      right: ['Browser → Store'],
    })
  })

  test('the token request stands beside the Login API call that does its work', () => {
    const row = rowAt(alignment, 'left', find(code, 'login.token-request').n)
    expect(row.right?.id).toBe('login.login-api-request')
  })

  test('what FusionAuth’s own pages need is on one side only', () => {
    const row = rowAt(alignment, 'left', find(code, 'login.consent-request').n)
    expect(row.right).toBeNull()
  })

  test('no secret is told', () => {
    const text = JSON.stringify(rowsOf(alignment).flatMap(({ contrasts }) => contrasts))
    for (const { messages } of [code, native]) {
      const secrets = messages.flatMap(({ changes }) =>
        changes.filter(({ where }) => /Sessions|Tokens/.test(where)).map(({ key }) => key),
      )
      expect(secrets.length).toBeGreaterThan(0)
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
  })
})

describe('Two branches of a run', async () => {
  const open: readonly LabEvent[] = [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
  ]
  const submit = (credentials: 'right' | 'wrong-password'): LabEvent => ({
    type: 'learner.submit',
    app: 'Store',
    credentials,
  })
  const right = await done({ workflow: slugs.native }, [...open, submit('right')])
  const wrong = await done({ workflow: slugs.native }, [...open, submit('wrong-password')])
  const alignment = align(right, wrong)

  test('are alike up to where they part', () => {
    const { n } = find(right, 'login.credentials-request')
    for (const row of rowsOf(alignment).slice(0, n - 1)) expect(row.contrasts).toEqual([])
  })

  test('part with another password, which is not told, and another status', () => {
    const sent = rowAt(alignment, 'left', find(right, 'login.credentials-request').n)
    expect(sent.contrasts.map(({ what }) => what)).toEqual(['parameters'])
    expect(JSON.stringify(sent.contrasts)).toContain('password #2')
    const answered = rowAt(alignment, 'left', find(right, 'login.login-api-response').n)
    expect(answered.contrasts.find(({ what }) => what === 'status')).toEqual({
      what: 'status',
      left: ['200'],
      right: ['404'],
    })
  })
})
