import { beforeAll, describe, expect, test } from 'vitest'
import {
  lifetimesAt,
  lifetimeThen,
  type LifetimeAt,
} from '../../scenarios/projections/lifetimes.ts'
import { secretsOf } from '../../scenarios/projections/secrets.ts'
import { timescaleOf } from '../../scenarios/projections/timescale.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { done, played, slugs } from '../support/play.ts'

let tour: Trace
beforeAll(async () => {
  tour = await played({ workflow: slugs.code })
})

/** Each as `kind of what it opens, whose`, at a message. */
const at = (id: string, later = 0): readonly LifetimeAt[] => {
  const message = tour.messages.find((one) => one.id === id)
  if (message === undefined) throw new Error(`the tour has no ${id}`)
  const now = Date.parse(message.at) + later
  return lifetimesAt(secretsOf(tour.messages), tour.messages, message.n, now)
}
const told = (lifetimes: readonly LifetimeAt[]): readonly string[] =>
  lifetimes.map(
    ({ secret, opens, whose, left }) =>
      `${secret.kind} ${opens} ${whose}${left === 0 ? ' over' : ''}`,
  )

describe('what runs out, and whose it is', () => {
  test('after the login: the session, its refresh token and FusionAuth’s session', () => {
    expect(told(at('load-cart.cart-response'))).toEqual([
      'session-id Store user',
      'refresh-token Store user',
      'sso-session FusionAuth user',
    ])
  })

  test('a token of Forums is not shown as the Store’s', () => {
    expect(told(at('forums-load.posts-response'))).toEqual([
      'session-id Store user',
      'refresh-token Store user',
      'session-id Forums user',
      'refresh-token Forums user',
      'sso-session FusionAuth user',
    ])
  })

  test('a stolen token is in two hands, and the thief’s own session in one', () => {
    const found = told(at('stolen-refresh-token.cart-response'))
    expect(found).toContain('refresh-token Store shared')
    expect(found).toContain('session-id Store hacker')
    expect(found).toContain('session-id Store user')
  })

  test('a session that is over stays as long as the browser holds its cookie', () => {
    expect(told(at('load-cart.cart-response', 31 * 60_000))).toContain('session-id Store user over')
    expect(told(at('refresh.cart-response')).filter((one) => one.includes('over'))).toEqual([])
  })

  test('the user’s own come first', () => {
    const whose = at('stolen-refresh-token.cart-response').map((one) => one.whose)
    expect(whose).toEqual(whose.toSorted((a, b) => order(a) - order(b)))
  })

  test('what is left shrinks with the clock to nothing', () => {
    const [session] = at('load-cart.cart-response')
    if (session === undefined) throw new Error('there is no session')
    const now = session.endsAt - session.left
    const half = lifetimeThen(session, now + session.left / 2, now)
    expect(half.left).toBe(session.left / 2)
    expect(half.share).toBeCloseTo(session.share / 2)
    expect(lifetimeThen(session, session.endsAt + 1, now)).toMatchObject({ left: 0, share: 0 })
  })
})

const order = (whose: LifetimeAt['whose']): number =>
  ['user', 'shared', 'hacker', 'nobody'].indexOf(whose)

describe('the line on which time is moved on', () => {
  const login: readonly LabEvent[] = [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
  ]

  test('stops just before and just after each end', () => {
    const lifetimes = at('load-cart.cart-response')
    const now = Date.parse('2026-01-01T09:00:00.400Z')
    const { stops } = timescaleOf(lifetimes, now)
    expect(stops).toHaveLength(6)
    expect(stops[0]).toBe((lifetimes[0]?.endsAt ?? 0) - 1000)
    expect(stops[1]).toBe((lifetimes[0]?.endsAt ?? 0) + 1000)
  })

  test('leads there and back', () => {
    const now = Date.parse('2026-01-01T09:00:00.400Z')
    const scale = timescaleOf(at('load-cart.cart-response'), now)
    expect(scale.at(0)).toBe(now)
    for (const position of [0.25, 0.5, 1.5, 2.75])
      expect(scale.positionOf(scale.at(position))).toBeCloseTo(position, 2)
    expect(scale.positionOf(now - 5)).toBe(0)
    expect(scale.at(99)).toBe(scale.at(scale.stretches))
  })

  test('moving to just before an end leaves a session alive, to just after does not', async () => {
    const request = { workflow: slugs.code }
    const before = await done(request, login)
    const last = before.messages.at(-1)
    const now = Date.parse(last?.at ?? '')
    const lifetimes = lifetimesAt(
      secretsOf(before.messages),
      before.messages,
      before.messages.length,
      now,
    )
    const [early = 0, late = 0] = timescaleOf(lifetimes, now).stops
    const load: LabEvent = { type: 'learner.load', app: 'Store' }
    const moved = (to: number): Promise<Trace> =>
      done(request, [
        ...login,
        { type: 'clock.advance', seconds: Math.round((to - now) / 1000) },
        load,
      ])
    expect((await moved(early)).messages.at(-1)?.phase).toBe('load-cart')
    expect((await moved(late)).messages.at(-1)?.phase).toBe('refresh')
  })

  test('has room to move on even when nothing runs out', () => {
    const scale = timescaleOf([], 1_000_000)
    expect(scale.stretches).toBe(1)
    expect(scale.stops).toEqual([])
    expect(scale.at(1)).toBeGreaterThan(1_000_000)
  })
})
