import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { cart, cookiesSet, logIn, openBrowser } from '../apps/support/lab.ts'
import { lineOf, storeWith } from './support.ts'

/** What a login at the Store answers. */
const login = async (defences: Partial<DefenceSettings>) => {
  const lab = storeWith(defences)
  return logIn(lab, openBrowser(lab))
}

const attributesOf = (line: string): readonly string[] => line.split('; ').slice(1)

/** Attributes of the two cookies that a login leaves. */
const attributesWith = async (defences: Partial<DefenceSettings>): Promise<readonly string[]> => {
  const answer = await login(defences)
  const [session, token] = ['sid', 'rt'].map((name) => attributesOf(lineOf(answer, name)))
  expect(session?.length).toBeGreaterThan(0)
  expect(token?.filter((one) => !one.startsWith('Max-Age='))).toEqual(session)
  return session ?? []
}

describe('http-only', () => {
  test('on: no script can read the cookies of a login', async () => {
    expect(await attributesWith({ 'http-only': true })).toContain('HttpOnly')
  })
  test('off: a script can', async () => {
    expect(await attributesWith({ 'http-only': false })).not.toContain('HttpOnly')
  })
})

describe('secure', () => {
  test('on: the cookies never travel in the clear', async () => {
    expect(await attributesWith({ secure: true })).toContain('Secure')
  })
  test('off: they do', async () => {
    expect(await attributesWith({ secure: false })).not.toContain('Secure')
  })
})

describe('same-site', () => {
  test.each([
    ['lax', 'SameSite=Lax'],
    ['strict', 'SameSite=Strict'],
    ['none', 'SameSite=None'],
  ] as const)('%s: the cookies say %s', async (value, said) => {
    expect(await attributesWith({ 'same-site': value })).toContain(said)
  })
  test('unset: the cookies say nothing, and the browser decides', async () => {
    expect((await attributesWith({ 'same-site': 'unset' })).join()).not.toMatch(/samesite/i)
  })
})

describe('host-prefix', () => {
  test('on: the names carry the prefix, and only these names let the user in', async () => {
    const lab = storeWith({ 'host-prefix': true })
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    expect([...browser.jar.keys()]).toEqual(expect.arrayContaining(['__Host-sid', '__Host-rt']))
    expect((await browser.get(cart)).status).toBe(200)
    const id = browser.jar.get('__Host-sid') ?? ''
    browser.jar.clear()
    browser.jar.set('sid', id)
    expect((await browser.get(cart)).status).toBe(302)
  })
  test('on: the prefix brings Secure along, or no browser would keep the cookies', async () => {
    const answer = await login({ 'host-prefix': true, secure: false })
    expect(lineOf(answer, '__Host-sid')).toContain('; Secure')
  })
  test('on: a logout takes back the cookies that were set', async () => {
    const lab = storeWith({ 'host-prefix': true })
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    await browser.post('/logout', {})
    expect([...browser.jar.keys()].filter((name) => /sid|rt/.test(name))).toEqual([])
  })
  test('off: the names are those of the published diagrams', async () => {
    const names = cookiesSet(await login({ 'host-prefix': false })).map(
      (line) => line.split('=')[0],
    )
    expect(names).toEqual(expect.arrayContaining(['sid', 'rt']))
  })
})

describe('refuse-duplicates', () => {
  const twice = async (defences: Partial<DefenceSettings>) => {
    const lab = storeWith(defences)
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    const id = browser.jar.get('sid') ?? ''
    return lab.ask({
      method: 'GET',
      url: `https://store.example.com${cart}`,
      headers: [['cookie', `sid=${id}; sid=of-a-neighbour`]],
      body: '',
    })
  }
  test('on: a session id that came twice opens nothing', async () => {
    expect((await twice({ 'refuse-duplicates': true })).status).toBe(400)
  })
  test('off: the first one counts', async () => {
    expect((await twice({ 'refuse-duplicates': false })).status).toBe(200)
  })
})
