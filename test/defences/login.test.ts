import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import {
  beginLogin,
  beginsSession,
  callback,
  form,
  location,
  openBrowser,
  submitPassword,
  tokenRequests,
} from '../apps/support/lab.ts'
import { lineOf, storeWith } from './support.ts'

type Defences = Partial<DefenceSettings>

/** A login that one browser begins, and what its request carried. */
const begun = async (defences: Defences) => {
  const lab = storeWith(defences)
  const browser = openBrowser(lab)
  return { lab, browser, request: await beginLogin(lab, browser) }
}

describe('state', () => {
  const foreign = async (defences: Defences) => {
    const { lab, request } = await begun(defences)
    const answer = await openBrowser(lab).get(callback(request))
    return { answer, lab }
  }
  test('on: an answer to another browser is refused, and FusionAuth is not asked', async () => {
    const { answer, lab } = await foreign({ state: true, nonce: false, pkce: false })
    expect(answer.status).toBe(400)
    expect(tokenRequests(lab)).toEqual([])
  })
  test('on: the answer to another login of the same browser is refused', async () => {
    const { browser, request } = await begun({ state: true, nonce: false, pkce: false })
    expect((await browser.get(callback(request, { state: 'of-another-login' }))).status).toBe(400)
    expect((await browser.get(callback(request, { state: undefined }))).status).toBe(400)
  })
  test('off: nothing goes along, and any browser is logged in by any answer', async () => {
    const { answer } = await foreign({ state: false, nonce: false, pkce: false })
    expect(beginsSession(answer)).toBe(true)
    const { request, browser } = await begun({ state: false, nonce: false, pkce: false })
    expect(request.has('state')).toBe(false)
    expect([...browser.jar.keys()]).toEqual([])
  })
  test('off: an answer with a state that nobody sent is taken', async () => {
    const { browser, request } = await begun({ state: false })
    expect(request.has('state')).toBe(false)
    expect(beginsSession(await browser.get(callback(request, { state: 'anything' })))).toBe(true)
  })
  test('off, with PKCE: the verifier is that of the same browser, and none lies at another', async () => {
    const { browser, lab, request } = await begun({ state: false })
    expect((await openBrowser(lab).get(callback(request))).status).toBe(400)
    expect(beginsSession(await browser.get(callback(request)))).toBe(true)
    expect(form(tokenRequests(lab)[0]).get('code_verifier')).toMatch(/^[\w-]{43}$/)
  })
})

describe('nonce', () => {
  test('on: a token of another login is refused', async () => {
    const { lab, browser, request } = await begun({ nonce: true })
    lab.server.expect('of-another-login')
    expect(beginsSession(await browser.get(callback(request)))).toBe(false)
  })
  test('off: nothing goes along, and a token of another login is taken', async () => {
    const { lab, browser, request } = await begun({ nonce: false })
    expect(request.has('nonce')).toBe(false)
    lab.server.expect('of-another-login')
    expect(beginsSession(await browser.get(callback(request)))).toBe(true)
  })
})

describe('pkce', () => {
  test('on: a challenge goes along, and its verifier redeems the code', async () => {
    const { lab, browser, request } = await begun({ pkce: true })
    expect(request.get('code_challenge_method')).toBe('S256')
    await browser.get(callback(request))
    expect(form(tokenRequests(lab)[0]).get('code_verifier')).toMatch(/^[\w-]{43}$/)
  })
  test('off: neither goes along', async () => {
    const { lab, browser, request } = await begun({ pkce: false })
    expect([...request.keys()].filter((name) => name.startsWith('code_'))).toEqual([])
    expect(beginsSession(await browser.get(callback(request)))).toBe(true)
    expect(form(tokenRequests(lab)[0]).has('code_verifier')).toBe(false)
  })
})

describe('iss', () => {
  const fromElsewhere = { iss: 'https://another-server.example' }
  test('on: an answer of another server is refused', async () => {
    const { browser, request } = await begun({ iss: true })
    expect((await browser.get(callback(request, fromElsewhere))).status).toBe(400)
  })
  test('off: it is taken', async () => {
    const { browser, request } = await begun({ iss: false })
    expect(beginsSession(await browser.get(callback(request, fromElsewhere)))).toBe(true)
  })
})

describe('refuse-duplicates', () => {
  test('on: an answer with two codes is refused', async () => {
    const { browser, request } = await begun({ 'refuse-duplicates': true })
    expect((await browser.get(`${callback(request)}&code=another`)).status).toBe(400)
  })
  test('off: the first code counts', async () => {
    const { lab, browser, request } = await begun({ 'refuse-duplicates': false })
    await browser.get(`${callback(request)}&code=another`)
    expect(form(tokenRequests(lab)[0]).get('code')).toBe('the-code')
  })
  const leadsTo = async (defences: Defences, ...to: readonly string[]) => {
    const query = new URLSearchParams(to.map((place) => ['to', place]))
    const answer = await openBrowser(storeWith(defences)).get(`/go?${query.toString()}`)
    return answer.status === 302 ? location(answer).href : answer.status
  }
  const away = 'https://evil.example/'
  const here = 'https://store.example.com/shopping-cart'
  test('on: a link with two destinations leads nowhere, whichever comes first', async () => {
    expect(await leadsTo({ 'refuse-duplicates': true }, here, away)).toBe(400)
    expect(await leadsTo({ 'refuse-duplicates': true }, away, here)).toBe(400)
    expect(await leadsTo({ 'refuse-duplicates': true }, here)).toBe(here)
  })
  test('off: the list of own addresses looks at the first, and the last is where it leads', async () => {
    expect(await leadsTo({ 'refuse-duplicates': false }, here, away)).toBe(away)
    expect(await leadsTo({ 'refuse-duplicates': false }, away, here)).toBe(400)
    expect(await leadsTo({ 'refuse-duplicates': false }, here)).toBe(here)
  })
})

describe('same-site', () => {
  test('strict: the login ends with a page of our own, so that the cookies come along', async () => {
    const { browser, request } = await begun({ 'same-site': 'strict' })
    const answer = await browser.get(callback(request))
    expect(lineOf(answer, 'sid')).toContain('SameSite=Strict')
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('<meta http-equiv="refresh" content="0; url=/shopping-cart" />')
  })
  test('lax: the login ends with a redirect', async () => {
    const { browser, request } = await begun({ 'same-site': 'lax' })
    expect(location(await browser.get(callback(request))).pathname).toBe('/shopping-cart')
  })
})

describe('origin-check', () => {
  const elsewhere = { origin: 'https://evil.example' }
  test.each(['password-grant', 'native'] as const)(
    'on: a %s form of another site is refused',
    async (login) => {
      const lab = storeWith({ 'origin-check': true }, { login })
      const answer = await openBrowser(lab).post(
        '/login',
        { loginId: 'ada@example.com', password: 'x' },
        elsewhere,
      )
      expect(answer.status).toBe(403)
    },
  )
  test.each(['password-grant', 'native'] as const)(
    'off: a %s form of another site logs in',
    async (login) => {
      const lab = storeWith({ 'origin-check': false }, { login })
      const answer = await openBrowser(lab).post(
        '/login',
        { loginId: 'ada@example.com', password: 'x' },
        elsewhere,
      )
      expect(beginsSession(answer)).toBe(true)
    },
  )
  test('on: a logout that another site asks for is refused', async () => {
    const lab = storeWith({ 'origin-check': true }, { login: 'native' })
    const browser = openBrowser(lab)
    await submitPassword(browser)
    expect((await browser.post('/logout', {}, elsewhere)).status).toBe(403)
    expect(browser.jar.has('sid')).toBe(true)
  })
  test('off: another site logs the user out', async () => {
    const lab = storeWith({ 'origin-check': false }, { login: 'native' })
    const browser = openBrowser(lab)
    await submitPassword(browser)
    await browser.post('/logout', {}, elsewhere)
    expect(browser.jar.has('sid')).toBe(false)
  })
})

describe('fetch-metadata', () => {
  const asPicture = {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-dest': 'image',
  }
  test('on: a picture of another site is refused', async () => {
    const lab = storeWith({ 'fetch-metadata': true })
    expect((await openBrowser(lab).get('/', asPicture)).status).toBe(403)
  })
  test('off: it is answered', async () => {
    const lab = storeWith({ 'fetch-metadata': false })
    expect((await openBrowser(lab).get('/', asPicture)).status).toBe(200)
  })
})
