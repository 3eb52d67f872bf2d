import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { cart, logIn, openBrowser } from '../apps/support/lab.ts'
import { storeWith } from './support.ts'

/** Somebody inside the Store, whose login left a session and nothing else. */
const inside = async (defences: Partial<DefenceSettings>, planted?: string) => {
  const lab = storeWith(defences, { sessionStrategy: 'session' })
  const browser = openBrowser(lab)
  if (planted !== undefined) browser.jar.set('sid', planted)
  await logIn(lab, browser)
  return { lab, browser }
}

describe('new-id-at-login', () => {
  const planted = 'chosen-by-somebody-else'
  test('on: the id that was planted in the browser is worth nothing after the login', async () => {
    const { lab, browser } = await inside({ 'new-id-at-login': true }, planted)
    expect(browser.jar.get('sid')).not.toBe(planted)
    const thief = openBrowser(lab)
    thief.jar.set('sid', planted)
    expect((await thief.get(cart)).status).toBe(302)
  })
  test('on: a login ends the session that was there before it', async () => {
    const { lab, browser } = await inside({ 'new-id-at-login': true })
    const thief = openBrowser(lab)
    thief.jar.set('sid', browser.jar.get('sid') ?? '')
    expect((await thief.get(cart)).status).toBe(200)
    await logIn(lab, browser)
    expect((await thief.get(cart)).status).toBe(302)
  })
  test('off: it opens the session of whoever logged in with it', async () => {
    const { lab, browser } = await inside({ 'new-id-at-login': false }, planted)
    expect(browser.jar.get('sid')).toBe(planted)
    const thief = openBrowser(lab)
    thief.jar.set('sid', planted)
    expect((await thief.get(cart)).status).toBe(200)
  })
  test('off: whoever brings none is given one', async () => {
    const { browser } = await inside({ 'new-id-at-login': false })
    expect(browser.jar.get('sid')).toMatch(/^[\w-]{27}$/)
  })
})

describe('session-idle-minutes', () => {
  test.each([
    [5, 302],
    [30, 200],
  ])('%s: after six idle minutes the page answers %s', async (minutes, status) => {
    const { lab, browser } = await inside({ 'session-idle-minutes': minutes })
    lab.advance(6 * 60)
    expect((await browser.get(cart)).status).toBe(status)
  })
})

describe('session-absolute-minutes', () => {
  test.each([
    [50, 302],
    [720, 200],
  ])('%s: after an hour of work the page answers %s', async (minutes, status) => {
    const { lab, browser } = await inside({ 'session-absolute-minutes': minutes })
    for (let quarter = 1; quarter < 4; quarter += 1) {
      lab.advance(15 * 60)
      expect((await browser.get(cart)).status).toBe(200)
    }
    lab.advance(15 * 60)
    expect((await browser.get(cart)).status).toBe(status)
  })
  test('it holds for a session that nobody has used yet', async () => {
    const { lab, browser } = await inside({ 'session-absolute-minutes': 5 })
    lab.advance(6 * 60)
    expect((await browser.get(cart)).status).toBe(302)
  })
})

describe('client-binding', () => {
  const victims = { 'user-agent': 'Mozilla/5.0 (victim)' }
  const thiefs = { 'user-agent': 'curl/8.7' }

  const bound = async (on: boolean) => {
    const lab = storeWith({ 'client-binding': on }, { sessionStrategy: 'session' })
    const browser = openBrowser(lab)
    const { searchParams } = new URL(
      (await browser.get('/login', victims)).headers.find(([name]) => name === 'location')?.[1] ??
        '',
    )
    lab.server.expect(searchParams.get('nonce') ?? '')
    const state = searchParams.get('state') ?? ''
    await browser.get(
      `/oauth-callback?code=x&state=${state}&iss=https://login.example.net`,
      victims,
    )
    const kept = lab.changed.findLast(({ where }) => where === 'Store.appSessions')?.after
    return { browser, kept }
  }
  test('on: another kind of client gets nowhere, and the session is over for all', async () => {
    const { browser, kept } = await bound(true)
    expect(kept).toMatchObject({ agent: victims['user-agent'] })
    expect((await browser.get(cart, victims)).status).toBe(200)
    expect((await browser.get(cart, thiefs)).status).toBe(302)
    expect((await browser.get(cart, victims)).status).toBe(302)
  })
  test('off: any client will do', async () => {
    const { browser, kept } = await bound(false)
    expect(kept).not.toHaveProperty('agent')
    expect((await browser.get(cart, thiefs)).status).toBe(200)
  })
})
