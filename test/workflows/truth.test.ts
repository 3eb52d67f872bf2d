import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { played, slugs } from '../support/play.ts'

const only = (trace: Trace, id: string): Message => {
  const message = trace.messages.find((one) => one.id === id)
  if (message === undefined) throw new Error(`the trace has no ${id}`)
  return message
}

const form = (message: Message) => new URLSearchParams(message.http?.body ?? '')

describe('what the published diagrams leave out or get wrong', () => {
  test('a refresh says grant_type=refresh_token', async () => {
    const trace = await played({ workflow: slugs.code })
    const request = only(trace, 'refresh.token-request')
    expect(form(request).get('grant_type')).toBe('refresh_token')
  })

  test.each([
    ['code', 'relogin.token-response'],
    ['password', 'relogin.token-response'],
    ['native', 'relogin.jwt-refresh-response'],
  ] as const)('a dead refresh token is refused with 400 (%s)', async (login, id) => {
    const trace = await played({ workflow: slugs[login] })
    expect(only(trace, id).http?.status).toBe(400)
  })

  test('the authorize request carries everything it must', async () => {
    const trace = await played({ workflow: slugs.code })
    const url = new URL(only(trace, 'login.authorize-request').http?.url ?? '')
    expect([...url.searchParams.keys()].toSorted()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
      'tenantId',
    ])
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    expect(url.searchParams.get('scope')?.split(' ')).toContain('offline_access')
  })

  test('the challenge is the hash of the verifier that redeems the code', async () => {
    const trace = await played({ workflow: slugs.code })
    const url = new URL(only(trace, 'login.authorize-request').http?.url ?? '')
    const verifier = form(only(trace, 'login.token-request')).get('code_verifier') ?? ''
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
    expect(url.searchParams.get('code_challenge')).toBe(Buffer.from(hash).toString('base64url'))
  })

  test('the hosted form posts its hidden fields, the login name and the password', async () => {
    const trace = await played({ workflow: slugs.code })
    const posted = form(only(trace, 'login.credentials-request'))
    expect(posted.get('loginId')).toBe('ada@example.com')
    expect(posted.get('password')).not.toBe('')
    expect(posted.get('client_id')).not.toBeNull()
    expect(posted.get('redirect_uri')).toBe('https://store.example.com/oauth-callback')
  })

  test('the refresh answer brings a refresh token, and the cookie is written again', async () => {
    const trace = await played({ workflow: slugs.code })
    const answer: unknown = JSON.parse(only(trace, 'refresh.token-response').http?.body ?? '')
    expect(answer).toHaveProperty('refresh_token')
    const stored = only(trace, 'refresh.cart-response').received.filter((cookie) => cookie.stored)
    expect(stored.map(({ name }) => name).toSorted()).toEqual(['rt', 'sid'])
  })

  test('re-login with a dead FusionAuth session shows the form', async () => {
    const trace = await played({ workflow: slugs.code })
    const answer = only(trace, 'relogin.authorize-response')
    expect(answer.http?.status).toBe(200)
    expect(answer.http?.body).toContain('type="password"')
  })

  test('re-login with a living FusionAuth session comes back without a form', async () => {
    const trace = await played({ workflow: slugs.code, lesson: 'silent-relogin' })
    const again = trace.messages.filter(({ phase }) => phase === 'relogin')
    expect(
      again.some(({ http }) => http?.method === 'POST' && http.body.includes('password=')),
    ).toBe(false)
    expect(only(trace, 'relogin.authorize-response').http?.status).toBe(302)
    expect(again.at(-1)?.http?.status).toBe(200)
  })
})

describe('where the secrets go', () => {
  test('with the code grant no application ever sees the password', async () => {
    const trace = await played({ workflow: slugs.code })
    const seen = trace.messages.filter(
      ({ http }) => http?.body.includes('tea-for-two-1815') === true,
    )
    expect(new Set(seen.map(({ to }) => to))).toEqual(new Set(['FusionAuth']))
  })

  test.each(['password', 'native'] as const)(
    'with the %s login both applications see it',
    async (login) => {
      const trace = await played({ workflow: slugs[login] })
      const seen = trace.messages.filter(
        ({ http }) => http?.body.includes('tea-for-two-1815') === true,
      )
      expect(new Set(seen.map(({ to }) => to))).toEqual(new Set(['Store', 'Forums', 'FusionAuth']))
    },
  )

  test.each(Object.values(slugs))(
    'no token and no client secret reaches the browser as text: %s',
    async (workflow) => {
      const trace = await played({ workflow })
      const browserSide = trace.messages.filter(
        ({ from, to }) => from === 'Browser' || to === 'Browser',
      )
      for (const { http } of browserSide) {
        expect(http?.body ?? '').not.toMatch(/access_token|client_secret|eyJ/)
        expect(http?.url ?? '').not.toMatch(/access_token|refresh_token|eyJ/)
      }
    },
  )

  test.each(Object.values(slugs))(
    'every application cookie is host-only, HttpOnly, Secure and SameSite: %s',
    async (workflow) => {
      const trace = await played({ workflow })
      const set = trace.messages
        .filter(({ from }) => from === 'Store' || from === 'Forums')
        .flatMap(({ http }) => http?.headers.filter(([name]) => name === 'set-cookie') ?? [])
        .map(([, value]) => value)
      expect(set.length).toBeGreaterThan(5)
      for (const value of set) {
        expect(value).not.toMatch(/;\s*domain=/i)
        if (!/max-age=0/i.test(value)) expect(value).toMatch(/SameSite=Lax/)
        expect(value).toMatch(/HttpOnly/)
        expect(value).toMatch(/Secure/)
      }
    },
  )

  test('the session id of a login is never one the browser brought', async () => {
    const trace = await played({ workflow: slugs.code })
    for (const message of trace.messages.filter(({ id }) => id.endsWith('.create-session'))) {
      const request = trace.messages.find(
        ({ exchange, kind }) => exchange === message.exchange && kind === 'request',
      )
      const brought = headerOf(request?.http?.headers ?? [], 'cookie') ?? ''
      const made = message.changes.find(({ where }) => where.endsWith('appSessions'))
      expect(made?.op).toBe('set')
      expect(brought).not.toContain(`sid=${made?.key ?? 'none'}`)
    }
  })
})
