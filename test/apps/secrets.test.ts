import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Login } from '../../scenarios/model/client.ts'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import {
  beginLogin,
  callback,
  cart,
  cookiesSet,
  type Lab,
  location,
  logIn,
  openBrowser,
  openStore,
  origin,
  submitPassword,
} from './support/lab.ts'
import { apiKey, clientSecret, empty, issuer, json } from './support/server.ts'
import { cases } from '../support/cases.ts'

const password = 'tea for two <&"é>'

/** The ways in which a text may be written down. */
const written = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text),
  new URLSearchParams({ x: text }).toString().slice(2),
  Buffer.from(text).toString('base64'),
  Buffer.from(text).toString('base64url'),
  JSON.stringify(text).slice(1, -1),
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
]

const mentions = (haystack: unknown, secret: string): boolean => {
  const text = typeof haystack === 'string' ? haystack : JSON.stringify(haystack)
  return written(secret).some(
    (form) => text.includes(form) || text.includes(JSON.stringify(form).slice(1, -1)),
  )
}

/** What a browser can see of an answer beside the cookies that are meant for it. */
const visible = (answer: WireResponse) => ({
  ...answer,
  headers: answer.headers.filter(([name]) => name !== 'set-cookie'),
})

const logins: readonly Login[] = ['authorization-code', 'password-grant', 'native']

/** Everything a user may do, and some things that go wrong. */
const tour = async (lab: Lab, login: Login): Promise<readonly WireResponse[]> => {
  const browser = openBrowser(lab)
  const enter = () =>
    login === 'authorization-code' ? logIn(lab, browser) : submitPassword(browser, password)
  const answers = [await browser.get('/'), await browser.get(cart), await enter()]
  answers.push(await browser.get(cart))
  lab.advance(31 * 60)
  answers.push(await browser.get(cart))
  lab.advance(31 * 60)
  for (const address of ['POST /oauth2/token', 'POST /api/jwt/refresh'])
    lab.server.answer(address, () => empty(500))
  answers.push(await browser.get(cart), await enter())
  answers.push(await browser.post('/logout', {}))
  return answers
}

describe.each(logins)('%s login', (login) => {
  test('CL-15: no secret and no token reaches the browser but in its cookies', async () => {
    const lab = openStore({ login })
    const answers = await tour(lab, login)
    for (const secret of [clientSecret, apiKey, 'opaque-access-1', 'opaque-jwt-of-the-login-api'])
      expect(mentions(answers, secret)).toBe(false)
    for (const secret of ['refresh-1', 'refresh-2', 'refresh-native-1', 'eyJ'])
      expect(mentions(answers.map(visible), secret)).toBe(false)
  })

  test('CL-15: no secret and no token stands in an address', async () => {
    const lab = openStore({ login })
    await tour(lab, login)
    const addresses = lab.server.calls.map(({ url }) => url)
    expect(addresses.length).toBeGreaterThan(2)
    expect(addresses.join()).not.toMatch(/secret|refresh-|opaque|eyJ|the-api-key/)
  })
})

describe.each(['password-grant', 'native'] as const)('%s login', (login) => {
  test('CL-17: the password goes to FusionAuth in one body and is kept nowhere', async () => {
    const lab = openStore({ login })
    const browser = openBrowser(lab)
    const answer = await submitPassword(browser, password)
    const page = await browser.get(cart)
    lab.advance(31 * 60)
    const later = await browser.get(cart)
    const carrying = lab.server.calls.filter((call) => mentions(call, password))
    expect(carrying).toHaveLength(1)
    expect(mentions(carrying[0]?.url ?? '', password)).toBe(false)
    for (const trail of [answer, page, later, lab.changed, lab.noted, [...browser.jar]])
      expect(mentions(trail, password)).toBe(false)
  })

  test.each([
    ['refuses it', () => json({ error: 'invalid_grant' }, 400)],
    ['is in trouble', () => empty(500)],
    ['repeats it in an error', () => json({ error: 'x', error_description: password }, 400)],
    ['answers nonsense', () => json({ password })],
  ])('CL-17: the password is in no page when FusionAuth %s', async (_, give) => {
    const lab = openStore({ login })
    lab.server.answer('POST /oauth2/token', give)
    lab.server.answer('POST /api/login', give)
    const answer = await submitPassword(openBrowser(lab), password)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(mentions([answer, lab.changed, lab.noted], password)).toBe(false)
  })
})

describe('where a browser is sent', () => {
  const corpus = [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example/',
    '%2f%2fevil.example',
    'javascript:alert(1)',
    'https://store.example.com@evil.example',
    'java\tscript:alert(1)',
    '/\n/evil.example',
  ]
  const own = (answer: WireResponse): boolean => location(answer).origin === origin

  test.each(corpus)(
    'CL-12: there is no way to say where to go after the login: %j',
    async (evil) => {
      for (const name of ['returnTo', 'redirect', 'next', 'url', 'redirect_uri', 'RelayState']) {
        const query = new URLSearchParams({ [name]: evil }).toString()
        const lab = openStore()
        const browser = openBrowser(lab)
        const sent = location(await browser.get(`/login?${query}`))
        expect(sent.origin).toBe(issuer)
        expect(sent.searchParams.get('redirect_uri')).toBe(`${origin}/oauth-callback`)
        lab.server.expect(sent.searchParams.get('nonce') ?? '')
        const inside = await browser.get(`${callback(sent.searchParams)}&${query}`)
        expect(location(inside).href).toBe(origin + cart)
        const stranger = await openBrowser(lab).get(`${cart}?${query}`)
        expect(location(stranger).href).toBe(`${origin}/login`)
      }
    },
  )

  test('CL-12: whatever is asked, a redirect leads to an own path or to FusionAuth', async () => {
    const lab = openStore()
    const paths = ['/', '/login', '/oauth-callback', cart, '/logged-out', '/logout/front-channel']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(fc.tuple(fc.string(), fc.oneof(fc.string(), fc.constantFrom(...corpus)))),
        async (path, query) => {
          const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString()
          const answer = await openBrowser(lab).get(`${path}?${search}`)
          expect(answer.status).toBeLessThan(500)
          if (answer.status === 302)
            expect(own(answer) || location(answer).origin === issuer).toBe(true)
        },
      ),
      cases(400),
    )
  })

  test('CL-12: a path that begins with two slashes is a page that is not there', async () => {
    const answer = await openStore().ask({
      method: 'GET',
      url: `${origin}//evil.example/x`,
      headers: [],
      body: '',
    })
    expect(answer.status).toBe(404)
    expect(answer.headers.some(([name]) => name === 'location')).toBe(false)
  })
})

describe('what an application asks of others', () => {
  test.each(logins)(
    'CL-19: with the %s login only known addresses of FusionAuth',
    async (login) => {
      const lab = openStore({ login })
      await tour(lab, login)
      const known = new Set([
        'POST /oauth2/token',
        'GET /.well-known/jwks.json',
        'POST /api/login',
        'POST /api/jwt/refresh',
        'DELETE /api/jwt/refresh',
      ])
      for (const { method, url } of lab.server.calls) {
        expect(url.startsWith(`${issuer}/`)).toBe(true)
        expect(known).toContain(`${method} ${new URL(url).pathname}`)
      }
    },
  )

  test('CL-19: the client is confidential: it shows its secret with code, refresh and password', async () => {
    for (const login of ['authorization-code', 'password-grant'] as const) {
      const lab = openStore({ login })
      await tour(lab, login)
      const requests = lab.server.to('POST /oauth2/token')
      expect(requests.length).toBeGreaterThan(1)
      for (const { body } of requests)
        expect(new URLSearchParams(body).get('client_secret')).toBe(clientSecret)
    }
  })

  test('CL-19: a login form of another site logs nobody in', async () => {
    for (const login of ['password-grant', 'native'] as const)
      for (const from of ['https://evil.example', 'null', undefined]) {
        const lab = openStore({ login })
        const browser = openBrowser(lab)
        const fields = { loginId: 'mallory@example.com', password: 'x' }
        const answer = await browser.post('/login', fields, { origin: from })
        expect([answer.status, cookiesSet(answer), lab.server.calls]).toEqual([403, [], []])
      }
  })

  test('CL-08: a redirect that FusionAuth answers a code with is not followed', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    lab.server.answer('POST /oauth2/token', () => ({
      status: 307,
      headers: [['location', 'https://evil.example/token']],
      body: '',
    }))
    const request = await beginLogin(lab, browser)
    expect((await browser.get(callback(request))).status).toBeGreaterThanOrEqual(400)
    expect(lab.server.calls.every(({ url }) => url.startsWith(`${issuer}/`))).toBe(true)
  })
})
