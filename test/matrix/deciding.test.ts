import { describe, expect, test } from 'vitest'
import { decide, type Tried } from '../../scenarios/matrix/deciding.ts'
import type { CookieVerdict } from '../../scenarios/model/cookie.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { made } from '../support/texts.ts'

const verdict = (name: string, domain: string, sent: boolean): CookieVerdict => ({
  agent: 'Browser',
  name,
  domain,
  path: '/',
  sent,
  reason: made('So it is.'),
  rule: 'same-site-lax',
  source: 'RFC 10025 §5.8.3',
})

/** An order of the victim's browser, and its answer. */
const tried = (
  holds: boolean,
  cookies: readonly CookieVerdict[],
  status: number,
  step: Message['step'] = 'hacker.attack',
): Tried => {
  const message = (n: number, part: Partial<Message>): Message => ({
    n,
    id: `attack.checkout-${n === 1 ? 'request' : 'response'}`,
    phase: 'attack',
    step,
    from: n === 1 ? 'Browser' : 'Store',
    to: n === 1 ? 'Store' : 'Browser',
    kind: n === 1 ? 'request' : 'response',
    exchange: 1,
    cause: null,
    at: '2026-01-01T09:00:00.000Z',
    label: n === 1 ? 'POST /checkout' : String(status),
    http: {
      method: n === 1 ? 'POST' : null,
      url: 'https://store.example.com/checkout',
      status: n === 1 ? null : status,
      headers: [['content-type', 'application/json']],
      body: status < 400 ? '{}' : '{"problem":"Not yours."}',
    },
    cookies: [],
    received: [],
    changes: [],
    provenance: 'real',
    ...part,
  })
  return {
    outcome: { id: 'attack.csrf', holds, evidence: holds ? [2] : [] },
    messages: [message(1, { cookies }), message(2, {})],
  }
}

const store = 'store.example.com'
const forums = 'forums.example.com'
const refused = { at: 'attack.checkout-response', reason: made('403: Not yours.') }

describe('what decides between an attack that came off and one that failed', () => {
  test('is a cookie that went before and stays behind now', () => {
    const won = tried(true, [verdict('sid', store, true)], 200)
    const lost = tried(false, [verdict('sid', store, false)], 403)
    expect(decide(won, lost)).toEqual({
      at: 'attack.checkout-request',
      reason: { code: 'decided.not-sent', params: { cookie: 'session', rule: 'same-site-lax' } },
    })
  })

  test('is no cookie that never went', () => {
    const won = tried(true, [verdict('sid', store, false)], 200)
    const lost = tried(false, [verdict('sid', store, false)], 403)
    expect(decide(won, lost)).toEqual(refused)
  })

  test('is no cookie of that name at another host', () => {
    const won = tried(true, [verdict('sid', store, false), verdict('sid', forums, true)], 200)
    const lost = tried(false, [verdict('sid', store, false), verdict('sid', forums, true)], 403)
    expect(decide(won, lost)).toEqual(refused)
  })

  test('is what kept the victim out, where it does not come to an attack', () => {
    const won = tried(true, [], 200)
    const lost = tried(false, [], 403, 'learner.login')
    expect(decide(won, lost)).toEqual({
      at: 'attack.checkout-response',
      reason: { code: 'decided.nobody', params: { refusal: '403: Not yours.' } },
    })
  })

  test('is nothing where both came off, or neither', () => {
    expect(decide(tried(true, [], 200), tried(true, [], 200))).toBeNull()
    expect(decide(tried(false, [], 403), tried(false, [], 403))).toBeNull()
  })
})
