import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import { fusionAuthProvider } from '../../server/apps/provider/metadata.ts'
import {
  beginLogin,
  beginsSession,
  callback,
  cart,
  form,
  location,
  logIn,
  openBrowser,
  openStore,
  tokenRequests,
} from './support/lab.ts'
import { empty, issuer, json } from './support/server.ts'

const expectRefusal = async (
  lab: ReturnType<typeof openStore>,
  answer: Awaited<ReturnType<typeof logIn>>,
) => {
  expect(answer.status).toBe(400)
  expect(beginsSession(answer)).toBe(false)
  expect(tokenRequests(lab)).toEqual([])
}

describe('a response that is not for this login', () => {
  test.each([
    ['without a state', { state: undefined }],
    ['with an empty state', { state: '' }],
    ['with another state', { state: 'made-up' }],
  ])('CL-01: a callback %s is refused before anything is asked', async (_, changes) => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await expectRefusal(lab, await browser.get(callback(await beginLogin(lab, browser), changes)))
  })

  test("CL-01: a callback with another browser's state is refused", async () => {
    const lab = openStore()
    const victim = openBrowser(lab)
    await beginLogin(lab, victim)
    const attacker = await beginLogin(lab, openBrowser(lab))
    await expectRefusal(lab, await victim.get(callback(attacker)))
  })

  test('CL-01: a callback in a browser that began nothing is refused', async () => {
    const lab = openStore()
    await expectRefusal(lab, await openBrowser(lab).get('/oauth-callback?code=x&state='))
  })

  test('CL-06: the callback address of one browser is of no use in another', async () => {
    const lab = openStore()
    const request = await beginLogin(lab, openBrowser(lab))
    await expectRefusal(lab, await openBrowser(lab).get(callback(request)))
  })

  test('CL-02: a callback address that is loaded again is refused', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    const cookies = new Map(browser.jar)
    expect((await browser.get(callback(request))).status).toBe(302)
    for (const [name, value] of cookies) browser.jar.set(name, value)
    const again = await browser.get(callback(request))
    expect(again.status).toBe(400)
    expect(tokenRequests(lab)).toHaveLength(1)
  })

  test('CL-02: a login that took longer than ten minutes is over', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    lab.advance(600)
    await expectRefusal(lab, await browser.get(callback(request)))
  })

  test.each(['state', 'code', 'iss', 'error', 'anything'])(
    'CL-01: a callback with two values of %s is refused',
    async (name) => {
      const lab = openStore()
      const browser = openBrowser(lab)
      const address = callback(await beginLogin(lab, browser))
      const value = new URL(address, issuer).searchParams.get(name) ?? 'x'
      await expectRefusal(
        lab,
        await browser.get(`${address}&${name}=${encodeURIComponent(value)}&${name}=y`),
      )
    },
  )

  test('CL-04: the state is demanded although the code is bound to a verifier', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    expect(request.get('code_challenge')).not.toBeNull()
    await expectRefusal(lab, await browser.get(callback(request, { state: undefined })))
  })
})

describe('what goes with a login', () => {
  test('CL-03: the challenge is S256 of a new verifier each time', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const seen = new Set<string>()
    for (let round = 0; round < 3; round++) {
      const request = await beginLogin(lab, browser)
      await browser.get(callback(request))
      const verifier = form(tokenRequests(lab).at(-1)).get('code_verifier') ?? ''
      expect(verifier).toMatch(/^[A-Za-z0-9\-._~]{43,128}$/)
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
      expect(request.get('code_challenge')).toBe(Buffer.from(hash).toString('base64url'))
      expect(request.get('code_challenge_method')).toBe('S256')
      seen.add(verifier)
    }
    expect(seen.size).toBe(3)
  })

  test.each([
    ['a refused login', { error: 'access_denied', code: undefined }],
    ['a refused code', {}],
  ])('CL-05: after %s the next try has a new state, nonce and challenge', async (_, changes) => {
    const lab = openStore()
    lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
    const browser = openBrowser(lab)
    const first = await beginLogin(lab, browser)
    expect((await browser.get(callback(first, changes))).status).toBe(400)
    const second = await beginLogin(lab, browser)
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(second.get(name)).not.toBe(first.get(name))
    expect((await browser.get(callback(first))).status).toBe(400)
  })

  test('CL-08: the code goes to the token endpoint of the server that was asked', async () => {
    const lab = openStore()
    await logIn(lab, openBrowser(lab))
    expect(tokenRequests(lab).map(({ url }) => url)).toEqual([`${issuer}/oauth2/token`])
  })
})

describe('the issuer of a response', () => {
  test.each([
    ['another server', 'https://evil.example'],
    ['nearly the same server', `${issuer}/`],
    ['the same in capitals', issuer.toUpperCase()],
    ['nobody, although FusionAuth promises to say', undefined],
  ])('CL-07: an answer of %s is refused before the code is sent', async (_, iss) => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await expectRefusal(lab, await browser.get(callback(await beginLogin(lab, browser), { iss })))
  })

  test('CL-07: an error of another server is not shown as ours', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const answer = await browser.get(
      callback(await beginLogin(lab, browser), { iss: 'https://evil.example', error: 'x' }),
    )
    await expectRefusal(lab, answer)
    expect(answer.body).toContain('another server')
  })

  test('CL-07: a FusionAuth that does not support iss yet may leave it out', async () => {
    const lab = openStore({ provider: fusionAuthProvider('1.68.2') })
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    expect((await browser.get(callback(request, { iss: undefined }))).status).toBe(302)
    const second = await beginLogin(lab, browser)
    expect((await browser.get(callback(second, { iss: 'https://evil.example' }))).status).toBe(400)
  })

  test.each([
    ['1.69.0', true],
    ['1.70.1', true],
    ['2.0.0', true],
    ['1.68.9', false],
    ['', false],
  ])('CL-07: FusionAuth %s promises iss: %s', (version, promises) => {
    expect(fusionAuthProvider(version).supportsIss).toBe(promises)
  })
})

describe('an error instead of a code', () => {
  test('CL-24: access_denied shows a friendly page, and no code is exchanged', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const answer = await browser.get(
      callback(await beginLogin(lab, browser), { code: undefined, error: 'access_denied' }),
    )
    await expectRefusal(lab, answer)
    expect(answer.body).toContain('The login was cancelled')
    expect(answer.body).toContain('href="/login"')
  })

  test('CL-24: an error beside a code wins', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    await expectRefusal(lab, await browser.get(callback(request, { error: 'access_denied' })))
  })

  test('CL-24: an error with a wrong state is not believed', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await beginLogin(lab, browser)
    const answer = await browser.get('/oauth-callback?error=access_denied&state=wrong')
    await expectRefusal(lab, answer)
    expect(answer.body).not.toContain('access_denied')
  })

  test('CL-24: what stands in the error is escaped', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const answer = await browser.get(
      callback(await beginLogin(lab, browser), {
        error: '<img src=x onerror=alert(1)>"\'&',
        error_description: '<script>alert(2)</script>',
      }),
    )
    expect(answer.body).not.toMatch(/<img|<script/)
    expect(answer.body).toContain('&lt;img')
  })
})

describe('the response to a callback', () => {
  test('CL-13: the browser is sent at once to an address without code and state', async () => {
    const lab = openStore()
    const answer = await logIn(lab, openBrowser(lab))
    expect(answer.status).toBe(302)
    expect(headerOf(answer.headers, 'location')).toBe(cart)
    expect(answer.body).toBe('')
    expect(headerOf(answer.headers, 'referrer-policy')).toBe('no-referrer')
    expect(headerOf(answer.headers, 'cache-control')).toBe('no-store')
  })

  test('CL-13: the page of a failed callback loads nothing from elsewhere', async () => {
    const answer = await openBrowser(openStore()).get('/oauth-callback?code=x&state=y')
    expect(headerOf(answer.headers, 'content-security-policy')).toContain("default-src 'none'")
    expect(headerOf(answer.headers, 'referrer-policy')).toBe('no-referrer')
    expect(answer.body).not.toMatch(/https?:|\bsrc=/)
  })
})

describe('a code is exchanged once', () => {
  test.each([
    ['no answer', (lab: ReturnType<typeof openStore>) => lab.server.cut('POST /oauth2/token'), 502],
    [
      'a server error',
      (lab: ReturnType<typeof openStore>) =>
        lab.server.answer('POST /oauth2/token', () => empty(500)),
      502,
    ],
    [
      'a refusal',
      (lab: ReturnType<typeof openStore>) =>
        lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400)),
      400,
    ],
  ])(
    'CL-14: after %s the code is not sent again, not even on reload',
    async (_, arrange, status) => {
      const lab = openStore()
      arrange(lab)
      const browser = openBrowser(lab)
      const address = callback(await beginLogin(lab, browser))
      const cookies = new Map(browser.jar)
      expect((await browser.get(address)).status).toBe(status)
      for (const [name, value] of cookies) browser.jar.set(name, value)
      expect((await browser.get(address)).status).toBe(400)
      expect(tokenRequests(lab)).toHaveLength(1)
    },
  )

  test('CL-14: a callback that is loaded twice at once exchanges its code once', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const address = callback(await beginLogin(lab, browser))
    const answers = await Promise.all([browser.get(address), browser.get(address)])
    expect(answers.map(({ status }) => status)).toEqual([302, 400])
    expect(tokenRequests(lab)).toHaveLength(1)
  })

  test('two tabs of one browser log in side by side', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const first = await beginLogin(lab, browser)
    const second = await beginLogin(lab, browser)
    for (const request of [second, first]) {
      lab.server.expect(request.get('nonce') ?? '')
      expect((await browser.get(callback(request))).status).toBe(302)
      expect((await browser.get(callback(request))).status).toBe(400)
    }
    expect([...browser.jar.keys()].toSorted()).toEqual(['rt', 'sid'])
  })

  test('a wrong response does not end a pending login', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    expect((await browser.get('/oauth-callback?code=x&state=wrong')).status).toBe(400)
    expect((await browser.get(callback(request))).status).toBe(302)
  })

  test('CL-06: a transaction cookie that somebody planted is not taken over', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    browser.jar.set('__Host-login', 'planted')
    await beginLogin(lab, browser)
    expect(browser.jar.get('__Host-login')).not.toBe('planted')
  })

  test('login transactions that nobody ends expire after ten minutes', async () => {
    const lab = openStore()
    for (let round = 0; round < 5; round++) await beginLogin(lab, openBrowser(lab))
    lab.advance(600)
    await beginLogin(lab, openBrowser(lab))
    const transactions = lab.changed.filter(({ where }) => where === 'Store.loginAttempts')
    expect(transactions.filter(({ op }) => op === 'set')).toHaveLength(6)
    expect(transactions.filter(({ op }) => op === 'delete')).toHaveLength(5)
  })

  test('after the login the browser is logged in', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    const answer = await browser.get(cart)
    expect(answer.body).toContain('Your cart, Ada Winter')
    expect(location(await browser.get('/login')).origin).toBe(issuer)
  })
})
