import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { headerOf } from '../../scenarios/engine/wire.ts'
import {
  callback,
  cart,
  location,
  logIn,
  openBrowser,
  submitPassword,
  tokenRequests,
} from '../apps/support/lab.ts'
import { storeWith } from './support.ts'

type Defences = Partial<DefenceSettings>

const ordersOf = ({ changed }: ReturnType<typeof storeWith>): number =>
  changed.filter(({ where }) => where === 'Store.orders').length

describe('re-authentication', () => {
  const inside = async (defences: Defences) => {
    const lab = storeWith(defences, { login: 'native', sessionStrategy: 'session' })
    const browser = openBrowser(lab)
    await submitPassword(browser)
    return { lab, browser }
  }
  test('on: a session alone orders nothing; the password does', async () => {
    const { lab, browser } = await inside({ 're-authentication': true })
    expect((await browser.post('/checkout', {})).body).toContain('name="password"')
    expect(ordersOf(lab)).toBe(0)
    await browser.post('/checkout', { password: 'tea for two' })
    expect(ordersOf(lab)).toBe(1)
  })
  test('on: a wrong password orders nothing', async () => {
    const { lab, browser } = await inside({ 're-authentication': true })
    lab.server.answer('POST /api/login', () => ({ status: 404, headers: [], body: '' }))
    await browser.post('/checkout', { password: 'a guess' })
    expect(ordersOf(lab)).toBe(0)
  })
  test('off: a session orders', async () => {
    const { lab, browser } = await inside({ 're-authentication': false })
    await browser.post('/checkout', {})
    expect(ordersOf(lab)).toBe(1)
  })

  const sentOn = async (defences: Defences) => {
    const lab = storeWith({ 're-authentication': true, ...defences })
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    const { searchParams } = location(await browser.post('/checkout', {}))
    lab.server.expect(searchParams.get('nonce') ?? '')
    return { lab, browser, request: searchParams }
  }
  test('on, with a login at FusionAuth: the browser is sent there for a login anew', async () => {
    const { lab, browser, request } = await sentOn({})
    expect([request.get('prompt'), request.get('max_age')]).toEqual(['login', '0'])
    expect(ordersOf(lab)).toBe(0)
    lab.server.bend({ claims: { auth_time: Date.UTC(2026, 0, 1, 9) / 1000 } })
    await browser.get(callback(request))
    expect(ordersOf(lab)).toBe(1)
  })
  test('on, with a login at FusionAuth: an answer without a new login orders nothing', async () => {
    const { lab, browser, request } = await sentOn({})
    lab.server.bend({ claims: { auth_time: Date.UTC(2026, 0, 1, 8) / 1000 } })
    await browser.get(callback(request))
    expect(ordersOf(lab)).toBe(0)
  })
})

describe('return-to-allow-list', () => {
  const evil = `/go?to=${encodeURIComponent('https://evil.example/')}`
  test('on: a link leads to our own pages only', async () => {
    const browser = openBrowser(storeWith({ 'return-to-allow-list': true }))
    expect((await browser.get(evil)).status).toBe(400)
    expect(location(await browser.get(`/go?to=${cart}`)).pathname).toBe(cart)
  })
  test.each([
    '//evil.example/',
    'https:evil.example',
    '/\\evil.example',
    'https://store.example.com@evil.example/',
  ])('on: %s does not lead away either', async (to) => {
    const browser = openBrowser(storeWith({ 'return-to-allow-list': true }))
    const answer = await browser.get(`/go?to=${encodeURIComponent(to)}`)
    const leads = headerOf(answer.headers, 'location') ?? 'https://store.example.com/'
    expect(new URL(leads, 'https://store.example.com').origin).toBe('https://store.example.com')
  })
  test('off: a link leads anywhere', async () => {
    const browser = openBrowser(storeWith({ 'return-to-allow-list': false }))
    expect(location(await browser.get(evil)).href).toBe('https://evil.example/')
  })
})

describe('output-escaping', () => {
  const payload = '<script data-program="payload">1</script>'
  const pageWith = async (on: boolean): Promise<string> => {
    const lab = storeWith(
      { 'output-escaping': on },
      { name: 'Forums', protectedPath: '/posts', login: 'native', sessionStrategy: 'session' },
    )
    const browser = openBrowser(lab)
    await submitPassword(browser)
    await browser.post('/posts', { text: payload })
    return (await browser.get('/posts')).body
  }
  test('on: what a user wrote is text', async () => {
    const page = await pageWith(true)
    expect(page).toContain('&lt;script')
    expect(page).not.toContain(payload)
  })
  test('off: it is part of the page', async () => {
    expect(await pageWith(false)).toContain(payload)
  })
})

describe('single-flight', () => {
  const atOnce = async (on: boolean) => {
    const lab = storeWith({ 'single-flight': on })
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    lab.advance(31 * 60)
    const before = tokenRequests(lab).length
    const answers = await Promise.all([browser.get(cart), browser.get(cart)])
    return {
      answers: answers.map(({ status }) => status),
      refreshes: tokenRequests(lab).length - before,
    }
  }
  test('on: two tabs at once share one refresh', async () => {
    expect(await atOnce(true)).toEqual({ answers: [200, 200], refreshes: 1 })
  })
  test('off: each tab refreshes for itself', async () => {
    expect((await atOnce(false)).refreshes).toBe(2)
  })
})

describe('refresh-token-place', () => {
  const loggedIn = async (defences: Defences, agent = 'the browser') => {
    const lab = storeWith(defences)
    const browser = openBrowser(lab)
    const from = { 'user-agent': agent }
    const { searchParams } = location(await browser.get('/login', from))
    lab.server.expect(searchParams.get('nonce') ?? '')
    await browser.get(callback(searchParams), from)
    return { lab, browser, from }
  }
  test('cookie: the browser holds the refresh token', async () => {
    const { browser } = await loggedIn({ 'refresh-token-place': 'cookie' })
    expect(browser.jar.has('rt')).toBe(true)
  })
  test('server: the browser holds the session id alone, and is authenticated by it', async () => {
    const { lab, browser, from } = await loggedIn({ 'refresh-token-place': 'server' })
    expect(browser.jar.has('rt')).toBe(false)
    lab.advance(31 * 60)
    expect((await browser.get(cart, from)).status).toBe(200)
    expect(tokenRequests(lab).at(-1)?.body).toContain('grant_type=refresh_token')
  })
  test('server: a logout revokes it at FusionAuth', async () => {
    const { lab, browser, from } = await loggedIn({ 'refresh-token-place': 'server' })
    await browser.post('/logout', {}, from)
    expect(lab.server.to('DELETE /api/jwt/refresh').length).toBe(1)
    expect((await browser.get(cart, from)).status).toBe(302)
  })
  test('server, without client-binding: it serves any client that has the session id', async () => {
    const { lab, browser } = await loggedIn({
      'refresh-token-place': 'server',
      'client-binding': false,
    })
    lab.advance(31 * 60)
    expect((await browser.get(cart, { 'user-agent': 'the thief' })).status).toBe(200)
  })
  test('server, with client-binding: it serves no other kind of client, even after the session', async () => {
    const { lab, browser } = await loggedIn({
      'refresh-token-place': 'server',
      'client-binding': true,
    })
    lab.advance(31 * 60)
    expect((await browser.get(cart, { 'user-agent': 'the thief' })).status).toBe(302)
  })
})
