import { describe, expect, test } from 'vitest'
import { cartsOfHacker, orders, tokensOfHacker } from '../../scenarios/attacks/judging.ts'
import type { Participant } from '../../scenarios/model/participant.ts'
import type { HttpPart, Message } from '../../scenarios/model/trace.ts'

const address = 'https://store.example.com'

/** A message with only what an attack is judged by; after the first two of a list the attack begins. */
const messages = (
  ...parts: readonly (readonly [
    Participant,
    Participant,
    Message['kind'],
    number,
    Partial<HttpPart>,
  ])[]
): { readonly messages: readonly Message[] } => ({
  messages: parts.map(([from, to, kind, exchange, http], index): Message => ({
    n: index + 1,
    id: `attack.${index}`,
    phase: 'attack',
    step: index < 2 ? 'learner.load' : 'hacker.attack',
    from,
    to,
    kind,
    exchange,
    cause: null,
    at: '2026-01-01T09:00:00.000Z',
    label: '',
    http: { method: null, url: address, status: null, headers: [], body: '', ...http },
    cookies: [],
    received: [],
    changes: [],
    provenance: 'real',
  })),
})

const html: HttpPart['headers'] = [['content-type', 'text/html']]
const cart = (item: string): Partial<HttpPart> => ({
  url: `${address}/shopping-cart`,
  status: 200,
  headers: html,
  body: `<li class="item">${item}</li>`,
})
const nothing = ['Browser', 'Store', 'request', 1, { method: 'GET' }] as const
const seen = ['Store', 'Browser', 'response', 1, cart('Teapot')] as const

describe('what an attack is judged by', () => {
  test('a cart counts when it is the one that the victim was shown', () => {
    const shown = (item: string) =>
      cartsOfHacker(messages(nothing, seen, ['Store', 'Hacker', 'response', 2, cart(item)]))
    expect(shown('Teapot').map(({ n }) => n)).toEqual([3])
    expect(shown('Kettle')).toEqual([])
  })

  test('a token counts in whichever way FusionAuth hands it out', () => {
    const handed = (body: object, status = 200) => {
      const answer = { status, body: JSON.stringify(body) }
      return tokensOfHacker(
        messages(nothing, seen, ['FusionAuth', 'Hacker', 'response', 2, answer]),
      ).length
    }
    expect(handed({ access_token: 'a' })).toBe(1)
    expect(handed({ token: 'a' })).toBe(1)
    expect(handed({ token: '' })).toBe(0)
    expect(handed({ error: 'invalid_grant' }, 400)).toBe(0)
  })

  test('an order counts when it is confirmed, and not when a login is asked for', () => {
    const url = `${address}/checkout`
    const led = (location: string) =>
      orders(
        messages(
          nothing,
          seen,
          ['Browser', 'Store', 'request', 2, { method: 'POST', url }],
          [
            'Store',
            'Browser',
            'response',
            2,
            { status: 303, url, headers: [['location', location]] },
          ],
        ),
      ).length
    expect(led('/ordered')).toBe(1)
    expect(led('/login')).toBe(0)
  })
})
