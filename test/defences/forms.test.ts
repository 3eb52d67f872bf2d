import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { beginsSession, cart, logIn, openBrowser, submitPassword } from '../apps/support/lab.ts'
import { storeWith } from './support.ts'

const credentials = { loginId: 'ada@example.com', password: 'tea for two' }

/** The value of the hidden field in the forms of a page; all forms have the same. */
const tokenIn = (page: string): string => {
  const tokens = [...page.matchAll(/name="csrf" value="([^"]*)"/g)].map(([, value = '']) => value)
  expect(new Set(tokens).size).toBeLessThanOrEqual(1)
  return tokens[0] ?? ''
}

describe('csrf-token', () => {
  const atForm = async (defences: Partial<DefenceSettings>) => {
    const lab = storeWith(
      { ...defences, 'origin-check': false },
      { login: 'native', sessionStrategy: 'session' },
    )
    const browser = openBrowser(lab)
    return { lab, browser, page: (await browser.get('/login')).body }
  }

  test('on: a login without the token of the form is refused', async () => {
    const { browser } = await atForm({ 'csrf-token': true })
    expect((await submitPassword(browser)).status).toBe(403)
  })
  test('on: a login with it is taken', async () => {
    const { browser, page } = await atForm({ 'csrf-token': true })
    const answer = await browser.post('/login', { ...credentials, csrf: tokenIn(page) })
    expect(beginsSession(answer)).toBe(true)
  })
  test('on: the token of another browser is refused', async () => {
    const { lab, browser } = await atForm({ 'csrf-token': true })
    const others = tokenIn((await openBrowser(lab).get('/login')).body)
    expect((await browser.post('/login', { ...credentials, csrf: others })).status).toBe(403)
  })
  test('on: a browser that never had the form is refused', async () => {
    const { lab } = await atForm({ 'csrf-token': true })
    expect((await submitPassword(openBrowser(lab))).status).toBe(403)
  })
  test('on: a logout needs it, too', async () => {
    const { browser, page } = await atForm({ 'csrf-token': true })
    await browser.post('/login', { ...credentials, csrf: tokenIn(page) })
    expect((await browser.post('/logout', {})).status).toBe(403)
    const csrf = tokenIn((await browser.get(cart)).body)
    expect((await browser.post('/logout', { csrf })).status).toBe(303)
  })
  test('off: there is no token, and none is needed', async () => {
    const { browser, page } = await atForm({ 'csrf-token': false })
    expect(tokenIn(page)).toBe('')
    expect(beginsSession(await submitPassword(browser))).toBe(true)
  })
})

describe('csrf-token of a single-page app', () => {
  const call = async (defences: Partial<DefenceSettings>, header: boolean) => {
    const lab = storeWith(
      { ...defences, 'origin-check': false },
      { client: 'spa', login: 'native', sessionStrategy: 'session' },
    )
    return lab.ask({
      method: 'POST',
      url: 'https://store.example.com/api/login',
      headers: [
        ['content-type', 'application/json'],
        ...(header ? [['x-csrf', '1'] as const] : []),
      ],
      body: JSON.stringify(credentials),
    })
  }
  test.each([
    [true, true, 200],
    [true, false, 403],
    [false, false, 200],
  ])('%s, header shown %s: the call is answered with %s', async (on, header, status) => {
    expect((await call({ 'csrf-token': on }, header)).status).toBe(status)
  })
})

describe('log-redaction', () => {
  const logOf = async (on: boolean): Promise<string> => {
    const lab = storeWith({ 'log-redaction': on })
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    await browser.get(cart)
    const id = browser.jar.get('sid') ?? 'none'
    const lines = lab.changed.filter(({ where }) => where === 'Store.log')
    return JSON.stringify(lines).replaceAll(id, '(the session id)')
  }
  test('on: the log holds nothing that opens anything', async () => {
    expect(await logOf(true)).toBe('[]')
  })
  test('off: it holds session ids, and codes in addresses', async () => {
    const log = await logOf(false)
    expect(log).toContain('sid=(the session id)')
    expect(log).toContain('code=the-code')
  })
})

describe('csp', () => {
  const policyOf = async (on: boolean) =>
    (await openBrowser(storeWith({ csp: on })).get('/')).headers.find(
      ([name]) => name === 'content-security-policy',
    )?.[1]
  test('on: a page may run no script that is not its own', async () => {
    expect(await policyOf(true)).toContain("default-src 'none'")
  })
  test('off: the browser runs whatever stands in the page', async () => {
    expect(await policyOf(false)).toBeUndefined()
  })
})
