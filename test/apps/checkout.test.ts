import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { ApplicationSettings } from '../../server/apps/settings.ts'
import {
  type Browser,
  callback,
  type Lab,
  location,
  logIn,
  openBrowser,
  openStore,
  submitPassword,
} from './support/lab.ts'
import { empty, json, userId } from './support/server.ts'
import { withDefences } from './support/settings.ts'

const open = (defences: Partial<DefenceSettings> = {}, row: Partial<ApplicationSettings> = {}) => {
  const lab = openStore({ ...row, ...withDefences(defences) })
  return { lab, browser: openBrowser(lab) }
}

const native = { login: 'native' } as const

const orders = ({ changed }: Lab) => changed.filter(({ where }) => where === 'Store.orders')

/** The value that the page's forms carry; '' when they carry none. */
const csrfIn = (body: string): string => /name="csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''

const foreign = { origin: 'https://evil.example' }

describe('an order', () => {
  test('is placed by the button of our own page, in the name of whoever is logged in', async () => {
    const { lab, browser } = open()
    await logIn(lab, browser)
    expect((await browser.get('/checkout')).body).toContain('action="/checkout"')
    const answer = await browser.post('/checkout', {})
    expect([answer.status, location(answer).pathname]).toEqual([303, '/ordered'])
    expect(orders(lab).map(({ after }) => after)).toMatchObject([{ user: userId }])
    expect((await browser.get('/ordered')).status).toBe(200)
  })

  test.each(['/checkout', '/ordered'])('%s is behind the login', async (path) => {
    const { browser } = open()
    const answer = await browser.get(path)
    expect([answer.status, location(answer).pathname]).toEqual([302, '/login'])
  })

  test('is not placed for an anonymous browser', async () => {
    const { lab, browser } = open()
    expect(location(await browser.post('/checkout', {})).pathname).toBe('/login')
    expect(orders(lab)).toEqual([])
  })
})

describe('a form of another site', () => {
  test.each([
    ['the origin is checked', { 'origin-check': true }, 403],
    ['a token is asked for', { 'origin-check': false, 'csrf-token': true }, 403],
    ['neither is', { 'origin-check': false }, 303],
  ])('when %s, the answer is this', async (_, defences, status) => {
    const { lab, browser } = open(defences)
    await logIn(lab, browser)
    await browser.get('/checkout')
    expect((await browser.post('/checkout', {}, foreign)).status).toBe(status)
    expect(orders(lab)).toHaveLength(status === 303 ? 1 : 0)
  })

  test('cannot guess the token, and our own page knows it', async () => {
    const { lab, browser } = open({ 'origin-check': false, 'csrf-token': true })
    await logIn(lab, browser)
    const csrf = csrfIn((await browser.get('/checkout')).body)
    expect(csrf).toMatch(/^[\w-]{20,}$/)
    expect((await browser.post('/checkout', { csrf: 'a'.repeat(27) })).status).toBe(403)
    expect((await browser.post('/checkout', { csrf })).status).toBe(303)
    expect(orders(lab)).toHaveLength(1)
  })

  test('nor can it log anybody in or out', async () => {
    const { browser } = open({ 'origin-check': false, 'csrf-token': true }, native)
    expect((await submitPassword(browser)).status).toBe(403)
    const csrf = csrfIn((await browser.get('/login')).body)
    const credentials = { loginId: 'ada@example.com', password: 'tea for two' }
    expect((await browser.post('/login', { ...credentials, csrf })).status).toBe(302)
    expect((await browser.post('/logout', {})).status).toBe(403)
    expect((await browser.post('/logout', { csrf })).status).toBe(303)
  })

  test('without that defence no page carries a token', async () => {
    const { lab, browser } = open()
    await logIn(lab, browser)
    expect(csrfIn((await browser.get('/checkout')).body)).toBe('')
    expect([...browser.jar.keys()]).not.toContain('__Host-csrf')
  })
})

describe('an order that needs reauthentication', () => {
  const anew = { 're-authentication': true }

  const openNative = async () => {
    const { lab, browser } = open(anew, native)
    await submitPassword(browser)
    return { lab, browser }
  }

  test('is not placed without it, nor with a wrong one', async () => {
    const { lab, browser } = await openNative()
    expect((await browser.post('/checkout', {})).status).toBe(422)
    lab.server.answer('POST /api/login', () => empty(404))
    expect((await browser.post('/checkout', { password: 'x' })).status).toBe(422)
    expect(orders(lab)).toEqual([])
  })

  test('is placed with it', async () => {
    const { lab, browser } = await openNative()
    expect((await browser.get('/checkout')).body).toContain('type="password"')
    expect((await browser.post('/checkout', { password: 'tea for two' })).status).toBe(303)
    expect(orders(lab)).toHaveLength(1)
  })

  test.each(['native', 'password-grant'] as const)(
    'is placed without asking for a token that nobody would revoke: %s',
    async (login) => {
      const { lab, browser } = open(anew, { login })
      await submitPassword(browser)
      const before = lab.server.calls.length
      await browser.post('/checkout', { password: 'tea for two' })
      expect(orders(lab)).toHaveLength(1)
      const [asked] = lab.server.calls.slice(before)
      expect(asked?.body).toMatch(login === 'native' ? /"noJWT":true/ : /scope=openid(&|$)/)
    },
  )

  test('is not placed when FusionAuth names somebody else', async () => {
    const { lab, browser } = await openNative()
    lab.server.answer('POST /api/login', () => json({ user: { id: 'somebody-else' } }))
    expect((await browser.post('/checkout', { password: 'tea for two' })).status).toBe(502)
    expect(orders(lab)).toEqual([])
  })

  const toFusionAuth = async (lab: Lab, browser: Browser): Promise<URLSearchParams> => {
    const { searchParams } = location(await browser.post('/checkout', {}))
    lab.server.expect(searchParams.get('nonce') ?? '')
    return searchParams
  }
  const now = () => Math.floor(Date.UTC(2026, 0, 1, 9) / 1000)

  test('is placed when FusionAuth has asked for it', async () => {
    const { lab, browser } = open(anew)
    await logIn(lab, browser)
    const request = await toFusionAuth(lab, browser)
    expect([request.get('prompt'), request.get('max_age')]).toEqual(['login', '0'])
    expect(orders(lab)).toEqual([])
    lab.server.bend({ claims: { auth_time: now() } })
    expect(location(await browser.get(callback(request))).pathname).toBe('/ordered')
    expect(orders(lab)).toHaveLength(1)
  })

  test.each([
    ['long ago', now() - 3600],
    ['nobody knows when', undefined],
  ])('is not placed when the password was asked for %s', async (_, auth_time) => {
    const { lab, browser } = open(anew)
    await logIn(lab, browser)
    const request = await toFusionAuth(lab, browser)
    lab.server.bend({ claims: { auth_time } })
    expect((await browser.get(callback(request))).status).toBe(400)
    expect(orders(lab)).toEqual([])
  })

  test('a plain login orders nothing', async () => {
    const { lab, browser } = open(anew)
    await logIn(lab, browser)
    await toFusionAuth(lab, browser)
    lab.server.bend({ claims: { auth_time: now() } })
    await logIn(lab, browser)
    expect(orders(lab)).toEqual([])
  })

  test('a client program is told what is missing', async () => {
    const { browser } = open(anew, { client: 'spa', login: 'native', sessionStrategy: 'session' })
    await browser.call('/api/login', { loginId: 'ada@example.com', password: 'tea for two' })
    const asked = await browser.call('/api/checkout', {})
    expect([asked.status, JSON.parse(asked.body)]).toMatchObject([403, { asks: 'password' }])
    const given = await browser.call('/api/checkout', { password: 'tea for two' })
    expect([given.status, JSON.parse(given.body)]).toMatchObject([
      200,
      { ordered: expect.stringMatching(/^Your order/) },
    ])
  })
})

describe('a redirect to the target of a link', () => {
  test.each([
    ['/shopping-cart', 'https://store.example.com/shopping-cart'],
    ['https://store.example.com/', 'https://store.example.com/'],
  ])('goes to our own %s', async (to, target) => {
    const { browser } = open()
    expect(location(await browser.get(`/go?to=${encodeURIComponent(to)}`)).href).toBe(target)
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    'https://store.example.com.evil.example/',
    'https://store.example.com@evil.example/',
    String.raw`/\evil.example`,
    'javascript:alert(1)',
    'http://store.example.com/',
  ])('does not go to %s', async (to) => {
    const { browser } = open()
    expect((await browser.get(`/go?to=${encodeURIComponent(to)}`)).status).toBe(400)
    const { browser: careless } = open({ 'return-to-allow-list': false })
    expect((await careless.get(`/go?to=${encodeURIComponent(to)}`)).status).toBe(302)
  })
})

describe('what users wrote', () => {
  const forums = { name: 'Forums', protectedPath: '/posts' } as const
  const text = '<script data-program="payload">alert(1)</script>'
  const written = async (defences: Partial<DefenceSettings>) => {
    const { lab, browser } = open(defences, forums)
    await logIn(lab, browser)
    expect((await browser.get('/posts/new')).body).toContain('action="/posts"')
    expect((await browser.post('/posts', { text })).status).toBe(303)
    return browser.get('/posts')
  }

  test('is text to whoever reads it', async () => {
    expect((await written({})).body).not.toContain(text)
    expect((await written({ 'output-escaping': false })).body).toContain(text)
  })

  test('runs nowhere while the policy of the page stands', async () => {
    const policyOf = async (defences: Partial<DefenceSettings>) =>
      (await written(defences)).headers.filter(([name]) => name === 'content-security-policy')
    expect(await policyOf({ 'output-escaping': false })).toHaveLength(1)
    expect(await policyOf({ csp: false })).toEqual([])
  })

  test('is published by those who are logged in, and not empty', async () => {
    const { lab, browser } = open({}, forums)
    expect(location(await browser.post('/posts', { text })).pathname).toBe('/login')
    await logIn(lab, browser)
    expect((await browser.post('/posts', { text: ' ' })).status).toBe(400)
    expect((await browser.post('/posts', { text }, foreign)).status).toBe(403)
  })
})
