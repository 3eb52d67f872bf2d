import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import {
  beginsSession,
  type Browser,
  cart,
  cookiesSet,
  form,
  type Lab,
  location,
  logIn,
  openBrowser,
  openStore,
  submitPassword,
  tokenRequests,
} from './support/lab.ts'
import { empty, json } from './support/server.ts'

/** Longer than a session lives. */
const idle = 31 * 60

/** A browser whose session has run out and whose refresh token lives. */
const openIdle = async (): Promise<{ lab: Lab; browser: Browser }> => {
  const lab = openStore()
  const browser = openBrowser(lab)
  await logIn(lab, browser)
  lab.advance(idle)
  return { lab, browser }
}

const refreshes = (lab: Lab) =>
  tokenRequests(lab).filter((request) => form(request).get('grant_type') === 'refresh_token')

/** Holds every token request back until it is let go. */
const holdBack = (lab: Lab, give: () => WireResponse | Promise<WireResponse>) => {
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  lab.server.answer('POST /oauth2/token', async () => {
    await gate
    return give()
  })
  return () => release()
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('requests at once with a session that has run out', () => {
  test('CL-23: they cause one refresh, and all get the same session', async () => {
    const { lab, browser } = await openIdle()
    const release = holdBack(lab, async () =>
      json(await lab.server.tokens({ claims: { nonce: undefined } })),
    )
    const asked = Array.from({ length: 8 }, () => browser.get(cart))
    await turns()
    release()
    const answers = await Promise.all(asked)
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(refreshes(lab)).toHaveLength(1)
    expect(new Set(answers.map((answer) => cookiesSet(answer).join())).size).toBe(1)
    expect(lab.noted.filter((name) => name === 'create-session')).toHaveLength(2)
  })

  test.each([
    ['refused', () => json({ error: 'invalid_grant' }, 400), 302],
    ['in trouble', () => empty(503), 502],
  ])(
    'CL-23: when FusionAuth is %s, none of them takes the cookie away',
    async (_, give, status) => {
      const { lab, browser } = await openIdle()
      const release = holdBack(lab, give)
      const asked = Array.from({ length: 5 }, () => browser.get(cart))
      await turns()
      release()
      const answers = await Promise.all(asked)
      expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(status))
      expect(answers.flatMap(cookiesSet)).toEqual([])
      expect(browser.jar.get('rt')).toBe('refresh-1')
      expect(refreshes(lab)).toHaveLength(1)
    },
  )

  test('CL-23: a refresh that failed can be tried again', async () => {
    const { lab, browser } = await openIdle()
    lab.server.answer('POST /oauth2/token', () => empty(503))
    expect((await browser.get(cart)).status).toBe(502)
    lab.server.answer('POST /oauth2/token', async () =>
      json(await lab.server.tokens({ claims: { nonce: undefined } })),
    )
    expect((await browser.get(cart)).status).toBe(200)
    expect(refreshes(lab)).toHaveLength(2)
  })

  test('CL-23: two users refresh side by side, each with their own token', async () => {
    const lab = openStore()
    const browsers = [openBrowser(lab), openBrowser(lab)]
    for (const browser of browsers) await logIn(lab, browser)
    lab.advance(idle)
    await Promise.all(browsers.map((browser) => browser.get(cart)))
    expect(refreshes(lab).map((request) => form(request).get('refresh_token'))).toEqual([
      'refresh-1',
      'refresh-2',
    ])
  })
})

describe('a refresh token that was rotated', () => {
  test('CL-16: the browser gets the new one, and the old one is never used again', async () => {
    const { lab, browser } = await openIdle()
    await browser.get(cart)
    expect(browser.jar.get('rt')).toBe('refresh-2')
    lab.advance(idle)
    await browser.get(cart)
    expect(refreshes(lab).map((request) => form(request).get('refresh_token'))).toEqual([
      'refresh-1',
      'refresh-2',
    ])
  })

  test.each([
    ['the keys cannot be fetched', (lab: Lab) => lab.server.cut('GET /.well-known/jwks.json')],
    ['the ID token is refused', () => undefined],
  ])('CL-16: it is kept even when %s', async (_, arrange) => {
    const { lab, browser } = await openIdle()
    arrange(lab)
    lab.server.bend({ claims: { nonce: undefined }, header: { kid: 'unknown' } })
    const answer = await browser.get(cart)
    expect(answer.status).toBe(502)
    expect(beginsSession(answer)).toBe(false)
    expect(browser.jar.get('rt')).toBe('refresh-2')
  })

  test('CL-16: with a token that is not rotated, the same one is stored', async () => {
    const { lab, browser } = await openIdle()
    lab.server.answer('POST /oauth2/token', async () =>
      json(await lab.server.tokens({ claims: { nonce: undefined } }, { refresh_token: undefined })),
    )
    expect((await browser.get(cart)).status).toBe(200)
    expect(browser.jar.get('rt')).toBe('refresh-1')
  })

  test('CL-16: the native login stores what the JWT API gives', async () => {
    const lab = openStore({ login: 'native' })
    const browser = openBrowser(lab)
    await submitPassword(browser)
    lab.advance(idle)
    lab.server.answer('POST /api/jwt/refresh', async () =>
      json({ token: await lab.server.accessToken(), refreshToken: 'refresh-native-2' }),
    )
    expect((await browser.get(cart)).body).toContain('Ada Winter')
    expect(browser.jar.get('rt')).toBe('refresh-native-2')
  })
})

describe('who is refreshed', () => {
  test('an ID token from the JWT API is no key to the Store', async () => {
    const lab = openStore({ login: 'native' })
    const browser = openBrowser(lab)
    await submitPassword(browser)
    lab.advance(idle)
    lab.server.answer('POST /api/jwt/refresh', async () =>
      json({ token: await lab.server.accessToken({ claims: { tty: 'idt' } }) }),
    )
    expect((await browser.get(cart)).status).toBe(502)
  })

  test('CL-09: a refresh that answers for another user is refused', async () => {
    const { lab, browser } = await openIdle()
    lab.server.bend({ claims: { nonce: undefined, sub: 'mallory' } })
    const answer = await browser.get(cart)
    expect(answer.status).toBe(502)
    expect(beginsSession(answer)).toBe(false)
    expect(answer.body).not.toContain('mallory')
  })

  test('CL-09: so is a second one, after the token was replaced', async () => {
    const { lab, browser } = await openIdle()
    await browser.get(cart)
    lab.advance(idle)
    lab.server.bend({ claims: { nonce: undefined, sub: 'mallory' } })
    expect((await browser.get(cart)).status).toBe(502)
  })

  test('CL-09: so is one after a refresh that replaced the token and then failed', async () => {
    const { lab, browser } = await openIdle()
    lab.server.bend({ claims: { nonce: undefined }, header: { kid: 'unknown' } })
    expect((await browser.get(cart)).status).toBe(502)
    lab.server.bend({ claims: { nonce: undefined, sub: 'mallory' } })
    expect((await browser.get(cart)).status).toBe(502)
    expect(browser.jar.get('rt')).toBe('refresh-3')
  })

  test('CL-09: the user of a token that the application did not issue is stored too', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    browser.jar.set('rt', 'from-before-a-restart')
    expect((await browser.get(cart)).status).toBe(200)
    lab.advance(idle)
    lab.server.bend({ claims: { nonce: undefined, sub: 'mallory' } })
    expect((await browser.get(cart)).status).toBe(502)
  })

  test('a dead refresh token leads to the login', async () => {
    const { lab, browser } = await openIdle()
    lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
    expect(location(await browser.get(cart)).pathname).toBe('/login')
  })
})

describe('what an answer may hold', () => {
  test.each(['opaque', 'a.b.c', 'x'.repeat(4000), '{"alg":"none"}'])(
    'CL-18: the access token is never looked into: %#',
    async (access) => {
      const lab = openStore()
      const browser = openBrowser(lab)
      lab.server.answer('POST /oauth2/token', async () =>
        json(await lab.server.tokens({}, { access_token: access })),
      )
      expect((await logIn(lab, browser)).status).toBe(302)
      expect((await browser.get(cart)).status).toBe(200)
    },
  )

  test('CL-18: members that we do not know are ignored', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    lab.server.answer('POST /oauth2/token', async () =>
      json(await lab.server.tokens({}, { extra: { deep: [1] }, error: 'odd', constructor: 1 })),
    )
    expect((await logIn(lab, browser)).status).toBe(302)
  })

  test('CL-18: the JWT of the Login API is stored as it is, unread', async () => {
    const lab = openStore({ login: 'native' })
    const browser = openBrowser(lab)
    expect((await submitPassword(browser)).status).toBe(302)
    expect((await browser.get(cart)).status).toBe(200)
    expect(lab.server.to('GET /.well-known/jwks.json')).toEqual([])
  })

  test.each([
    ['a kind of token that we do not know', { token_type: 'mac' }],
    ['no kind of token', { token_type: undefined }],
    ['no access token', { access_token: undefined }],
  ])('an answer with %s is of no use', async (_, members) => {
    const lab = openStore()
    const browser = openBrowser(lab)
    lab.server.answer('POST /oauth2/token', async () => json(await lab.server.tokens({}, members)))
    expect((await logIn(lab, browser)).status).toBe(502)
    expect(browser.jar.has('sid')).toBe(false)
  })

  test('the kind of token is read whatever its capitals', async () => {
    const lab = openStore()
    lab.server.answer('POST /oauth2/token', async () =>
      json(await lab.server.tokens({}, { token_type: 'bearer' })),
    )
    expect((await logIn(lab, openBrowser(lab))).status).toBe(302)
  })
})
