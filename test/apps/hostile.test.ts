import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import {
  beginLogin,
  callback,
  cart,
  logIn,
  openBrowser,
  openStore,
  submitPassword,
} from './support/lab.ts'
import { json } from './support/server.ts'
import { cases } from '../support/cases.ts'

const runs = cases(200)

/** Answers that no honest FusionAuth gives: any status, any type, any body. */
const anyAnswer = fc.record({
  status: fc.constantFrom(200, 201, 202, 204, 302, 400, 401, 404, 429, 500, 503),
  headers: fc.constantFrom(
    [['content-type', 'application/json']] as const,
    [['content-type', 'application/jwk-set+json; charset=utf-8']] as const,
    [['content-type', 'text/html']] as const,
    [],
  ),
  body: fc.oneof(
    fc.json(),
    fc.string(),
    fc.constant(''),
    fc.constant('{"access_token":'),
    fc
      .dictionary(
        fc.constantFrom('access_token', 'id_token', 'token_type', 'token', 'user', 'keys', 'error'),
        fc.jsonValue(),
      )
      .map((value) => JSON.stringify(value)),
    fc.constant('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ),
})

const expectNothing = (browser: ReturnType<typeof openBrowser>, status: number) => {
  expect([400, 422, 502]).toContain(status)
  expect(browser.jar.has('sid')).toBe(false)
  expect(browser.jar.has('rt')).toBe(false)
  expect('polluted' in {}).toBe(false)
}

describe('a FusionAuth that answers anything', () => {
  test('CL-09: whatever the token endpoint says, nobody is logged in by it', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const lab = openStore()
        lab.server.answer('POST /oauth2/token', () => answer)
        const browser = openBrowser(lab)
        expectNothing(browser, (await logIn(lab, browser)).status)
      }),
      runs,
    )
  })

  test('CL-09: whatever the keys are, nobody is logged in by them', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const lab = openStore()
        lab.server.answer('GET /.well-known/jwks.json', () => answer)
        const browser = openBrowser(lab)
        expectNothing(browser, (await logIn(lab, browser)).status)
      }),
      runs,
    )
  })

  test('CL-09: keys that are no RSA keys are of no use', async () => {
    for (const key of [null, 7, {}, { kty: 'oct', k: 'AAAA' }, { kty: 'RSA', n: '', e: '' }]) {
      const lab = openStore()
      lab.server.answer('GET /.well-known/jwks.json', () =>
        json({ keys: [typeof key === 'object' && key !== null ? { ...key, kid: 'k1' } : key] }),
      )
      const browser = openBrowser(lab)
      expectNothing(browser, (await logIn(lab, browser)).status)
    }
  })

  test('whatever the Login API says, no answer is a server error', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const lab = openStore({ login: 'native' })
        lab.server.answer('POST /api/login', () => answer)
        const browser = openBrowser(lab)
        expectNothing(browser, (await submitPassword(browser)).status)
      }),
      runs,
    )
  })

  test('whatever a refresh answers, the refresh token stays in the browser', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (answer) => {
        const lab = openStore()
        const browser = openBrowser(lab)
        await logIn(lab, browser)
        lab.advance(31 * 60)
        lab.server.answer('POST /oauth2/token', () => answer)
        const page = await browser.get(cart)
        expect([302, 502]).toContain(page.status)
        expect(browser.jar.get('rt')).toBeTruthy()
      }),
      runs,
    )
  })
})

describe('a user of whom FusionAuth says anything', () => {
  test('CL-13: what FusionAuth says of a user is text on the page, and nothing else', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '</title><svg/onload=alert(1)>',
        '&lt;b&gt;',
        '\r\nset-cookie: a=b',
        '${7*7}',
      ),
    )
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        const lab = openStore()
        lab.server.bend({ claims: { name, email: name } })
        const browser = openBrowser(lab)
        expect((await logIn(lab, browser)).status).toBe(302)
        const page = await browser.get(cart)
        expect(page.status).toBe(200)
        expect(page.body).not.toMatch(/<(?:script|img|svg)/)
        expect(headerOf(page.headers, 'set-cookie')).toBeNull()
      }),
      runs,
    )
  })

  test('CL-24: whatever the query of a callback is, no header and no page is broken by it', async () => {
    const lab = openStore()
    const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\r\nx: y'))
    await fc.assert(
      fc.asyncProperty(value, value, value, async (error, description, code) => {
        const browser = openBrowser(lab)
        const request = await beginLogin(lab, browser)
        const answer = await browser.get(
          callback(request, { error, error_description: description, code }),
        )
        expect(answer.status).toBeLessThan(500)
        for (const [, field] of answer.headers) expect(field).not.toMatch(/[\r\n]/)
        expect(answer.body).not.toMatch(/<script/)
      }),
      runs,
    )
  })
})
