import { describe, expect, test } from 'vitest'
import { storyKeyOf } from '../../scenarios/narration/index.ts'
import { keysIn, keysOver } from '../../scenarios/narration/keys.ts'
import { isKept } from '../../scenarios/narration/situations/messages.ts'
import type { Change, HttpPart, Message } from '../../scenarios/model/trace.ts'

const message = (part: Partial<Message>, http: Partial<HttpPart> = {}): Message => ({
  n: 1,
  id: 'load-cart.cart-request',
  phase: 'load-cart',
  step: 'learner.load',
  from: 'Browser',
  to: 'Store',
  kind: 'request',
  exchange: 1,
  cause: null,
  at: '2026-01-01T09:00:00.000Z',
  label: '',
  http: {
    method: 'GET',
    url: 'https://store.example.com/shopping-cart?a=b',
    status: null,
    headers: [],
    body: '',
    ...http,
  },
  cookies: [],
  received: [],
  changes: [],
  provenance: 'real',
  ...part,
})

const withCookie = (cookie: string, part: Partial<Message> = {}): Message =>
  message(part, { headers: [['cookie', cookie]] })

test('a message’s own story goes before that of its name in any phase', () => {
  const self = message({ id: 'refresh.create-session', kind: 'self', from: 'Store', http: null })
  expect(storyKeyOf(self, { messages: [self] })).toBe('refresh.create-session')
})

describe('the keys that a request brings', () => {
  test('stand in cookies, or in headers of an app’s own', () => {
    expect(keysIn(withCookie('sid=a; rt=b'))).toMatchObject({ session: 'a', refreshToken: 'b' })
    const headers: HttpPart['headers'] = [
      ['authorization', 'Bearer c'],
      ['x-refresh-token', 'd'],
    ]
    expect(keysIn(message({}, { headers }))).toMatchObject({ jwt: 'c', refreshToken: 'd' })
  })

  test.each([
    ['was set and lives', 'set', '2026-01-01T10:00:00.000Z', false],
    ['ran out in time', 'set', '2026-01-01T09:00:00.000Z', true],
    ['was deleted', 'delete', '2026-01-01T10:00:00.000Z', true],
  ] as const)('a session that %s', (_, op, expiresAt, over) => {
    const entry = { expiresAt }
    const changes: Change[] = [
      { where: 'Store.appSessions', op: 'set', key: 'a', before: null, after: entry },
      ...(op === 'delete'
        ? [{ where: 'Store.appSessions', op, key: 'a', before: entry, after: null }]
        : []),
    ]
    const now = withCookie('sid=a', { n: 2 })
    expect(keysOver(keysIn(now), now, { messages: [message({ changes }), now] })).toBe(over)
  })
})

test('a refresh token is kept on the server when the request behind it brought none', () => {
  const renewal = message(
    { n: 2, from: 'Store', to: 'FusionAuth', exchange: 2, cause: 1 },
    { method: 'POST', body: 'grant_type=refresh_token&refresh_token=b' },
  )
  const kept = (cookie: string) => isKept(renewal, { messages: [withCookie(cookie), renewal] })
  expect(kept('sid=a')).toBe(true)
  expect(kept('sid=a; rt=b')).toBe(false)
})
