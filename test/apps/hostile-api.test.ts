import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { ApplicationSettings } from '../../server/apps/settings.ts'
import { cookiesSet, openBrowser, openStore, origin } from './support/lab.ts'
import { json, userId } from './support/server.ts'
import { cases } from '../support/cases.ts'

const rows = [
  { client: 'spa', login: 'native', sessionStrategy: 'session+refresh' },
  { client: 'spa', login: 'implicit', sessionStrategy: 'jwt-cookie' },
  { client: 'spa', login: 'implicit', sessionStrategy: 'session' },
  { client: 'mobile', login: 'password-grant', sessionStrategy: 'jwt+refresh' },
] as const satisfies readonly Partial<ApplicationSettings>[]

const paths = [
  '/api/login',
  '/api/logout',
  '/api/cookie-drop',
  '/api/start-session',
  '/api/checkout',
] as const

describe.each(
  rows.map((row) => [`${row.client}, ${row.login}, ${row.sessionStrategy}`, row] as const),
)('%s', (_, row) => {
  test('whatever a body says, nobody is logged in by it, and nothing breaks', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.oneof(fc.json(), fc.string()),
        async (path, body) => {
          const lab = openStore(row)
          lab.server.answer('POST /api/login', () => json({}, 404))
          lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
          const answer = await lab.ask({
            method: 'POST',
            url: `${origin}${path}`,
            headers: [
              ['origin', origin],
              ['content-type', 'application/json'],
            ],
            body,
          })
          expect(answer.status).toBeLessThan(500)
          const given = cookiesSet(answer).filter((line) => !/max-age=0/i.test(line))
          expect(given.filter((line) => /^(sid|jwt|rt)=/.test(line))).toEqual([])
        },
      ),
      cases(150),
    ))

  test('whatever a bearer token or a refresh token says, nobody is logged in by it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[\x20-\x7e]{0,80}$/),
        fc.stringMatching(/^[\x20-\x7e]{0,80}$/),
        async (token, refreshToken) => {
          const lab = openStore(row)
          lab.server.answer('POST /api/jwt/refresh', () => json({}, 400))
          lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
          const answer = await openBrowser(lab).get('/api/load-shopping-cart', {
            authorization: `Bearer ${token}`,
            'x-refresh-token': refreshToken,
            cookie: `sid=${encodeURIComponent(token)}; jwt=${encodeURIComponent(token)}`,
          })
          expect(answer.status).toBe(401)
        },
      ),
      cases(100),
    ))
})

test('what FusionAuth says of a user stays JSON, and no browser takes it for a page', async () => {
  const lab = openStore({ client: 'spa', login: 'native', sessionStrategy: 'session' })
  const fullName = '<script>alert(1)</script>'
  lab.server.answer('POST /api/login', () =>
    json({ token: 'opaque', user: { id: userId, email: 'ada@example.com', fullName } }),
  )
  const browser = openBrowser(lab)
  const answer = await browser.call('/api/login', { loginId: 'ada@example.com', password: 'x' })
  expect(answer.status).toBe(200)
  expect(headerOf(answer.headers, 'content-type')).toMatch(/^application\/json/)
  expect(headerOf(answer.headers, 'x-content-type-options')).toBe('nosniff')
  expect(headerOf(answer.headers, 'cache-control')).toBe('no-store')
})

describe('the page of a single-page app', () => {
  const shellOf = async (changes: Partial<ApplicationSettings> = {}) => {
    const lab = openStore({
      client: 'spa',
      login: 'native',
      sessionStrategy: 'session',
      ...changes,
    })
    return openBrowser(lab).get('/')
  }

  test('its settings cannot leave the element that they stand in', async () => {
    const { body } = await shellOf({ clientId: '</script><script>alert(1)</script><!--' })
    expect(body.match(/<script/g)).toHaveLength(2)
    expect(body).not.toContain('<!--')
    expect(body).toContain('\\u003c/script>')
  })

  test('it holds no secret', async () => {
    const { body } = await shellOf({ clientSecret: 'a-client-secret' })
    expect(body).not.toMatch(/a-client-secret|the-api-key-of-the-test/)
  })

  test('only its own script may run, by a nonce that no two answers share', async () => {
    const policies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { headers, body } = await shellOf()
        const policy = headerOf(headers, 'content-security-policy') ?? ''
        const nonce = /script-src 'nonce-([\w-]{20,})';/.exec(policy)?.[1] ?? ''
        expect(body).toContain(`nonce="${nonce}"`)
        return nonce
      }),
    )
    expect(new Set(policies).size).toBe(20)
  })

  test.each([
    ['native', "connect-src 'self';"],
    ['native-at-fusionauth', "connect-src 'self' https://login.example.net;"],
  ] as const)('with the login %s it may call: %s', async (login, directive) => {
    const { headers } = await shellOf({ login })
    expect(headerOf(headers, 'content-security-policy')).toContain(directive)
  })
})
