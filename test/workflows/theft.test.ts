import { describe, expect, test } from 'vitest'
import { memoryAt } from '../../scenarios/view/memory.ts'
import type { Message, Trace } from '../../scenarios/vocabulary.ts'
import { done, played, slugs } from '../support/play.ts'

const holds = (trace: Trace, id: string) => trace.outcome.find((outcome) => outcome.id === id)

const messagesOf = (trace: Trace, numbers: readonly number[]): readonly Message[] =>
  trace.messages.filter(({ n }) => numbers.includes(n))

/** Names in the Hacker's jar when message `n` is sent. */
const loot = (trace: Trace, n: number): readonly string[] =>
  memoryAt(trace.messages, n)
    .filter(({ where }) => where === 'Hacker.jar')
    .flatMap(({ entries }) => entries.map(({ key }) => key))

const firstOf = (trace: Trace, id: string): Message => {
  const message = trace.messages.find((one) => one.id === id)
  if (message === undefined) throw new Error(`the trace has no ${id}`)
  return message
}

describe.each(Object.entries(slugs))('%s login', (_, workflow) => {
  test('a stolen refresh token opens the victim’s cart', async () => {
    const trace = await played({ workflow })
    const outcome = holds(trace, 'hacker-sees-the-cart.stolen-refresh-token')
    expect(outcome?.holds).toBe(true)
    const [seen] = messagesOf(trace, outcome?.evidence ?? [])
    expect(seen).toMatchObject({ from: 'Store', to: 'Hacker', http: { status: 200 } })
    expect(seen?.http?.body).toContain('Your cart, Ada Winter')
  })

  test('a stolen session id opens the victim’s cart, and FusionAuth is not even asked', async () => {
    const trace = await played({ workflow })
    expect(holds(trace, 'hacker-sees-the-cart.stolen-session-id')?.holds).toBe(true)
    const attack = trace.messages.filter(({ phase }) => phase === 'stolen-session-id')
    expect(attack.filter(({ to }) => to === 'FusionAuth')).toEqual([])
  })

  test('before each theft is used the Hacker’s jar holds the stolen value and nothing else', async () => {
    const trace = await played({ workflow })
    const first = firstOf(trace, 'stolen-refresh-token.cart-request')
    const second = firstOf(trace, 'stolen-session-id.cart-request')
    expect(loot(trace, first.n)).toEqual(['rt@store.example.com'])
    expect(loot(trace, second.n)).toEqual(['sid@store.example.com'])
  })

  test('what the Hacker holds is the very value of the Browser', async () => {
    const trace = await played({ workflow })
    const before = firstOf(trace, 'stolen-session-id.cart-request').n
    const tables = memoryAt(trace.messages, before)
    const value = (where: string) =>
      tables
        .find((table) => table.where === where)
        ?.entries.find(({ key }) => key === 'sid@store.example.com')?.value
    expect(value('Hacker.jar')).toEqual(expect.objectContaining({ name: 'sid' }))
    expect(value('Hacker.jar')).toMatchObject({
      value: (value('Browser.jar') as { value: string }).value,
    })
  })

  test('with the refresh token the Hacker ends up with a session of their own', async () => {
    const trace = await played({ workflow })
    const [given] = messagesOf(trace, holds(trace, 'hacker-owns-a-session')?.evidence ?? [])
    expect(given?.received.map(({ name, stored }) => [name, stored])).toContainEqual(['sid', true])
  })

  test('single sign-on happens with the code grant alone', async () => {
    const trace = await played({ workflow })
    expect(holds(trace, 'single-sign-on')?.holds).toBe(workflow === slugs.code)
  })
})

test('a Hacker whose session id has died is sent to the login', async () => {
  const trace = await done({ workflow: slugs.code }, [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
    { type: 'hacker.steal', what: 'session-id' },
    { type: 'clock.expire', what: 'session' },
    { type: 'hacker.load' },
  ])
  expect(holds(trace, 'hacker-sees-the-cart')?.holds).toBe(false)
  expect(firstOf(trace, 'stolen-session-id.cart-response').http?.status).toBe(302)
})

test('a Hacker whose refresh token has died is sent to the login', async () => {
  const trace = await done({ workflow: slugs.code }, [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
    { type: 'hacker.steal', what: 'refresh-token' },
    { type: 'clock.expire', what: 'refresh-token' },
    { type: 'hacker.load' },
  ])
  expect(holds(trace, 'hacker-sees-the-cart')?.holds).toBe(false)
  expect(firstOf(trace, 'stolen-refresh-token.token-response').http?.status).toBe(400)
})
