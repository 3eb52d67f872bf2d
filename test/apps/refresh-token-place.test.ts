import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import {
  beginLogin,
  callback,
  cookiesSet,
  form,
  type Lab,
  logIn,
  openBrowser,
  openStore,
  tokenRequests,
} from './support/lab.ts'
import { json } from './support/server.ts'
import { withDefences } from './support/settings.ts'

const refreshes = (lab: Lab) =>
  tokenRequests(lab).filter((request) => form(request).get('grant_type') === 'refresh_token')

describe('a backend for frontend', () => {
  /** The JWT of the session is over after half an hour, the session only when it is not used. */
  const open = () => {
    const lab = openStore({ client: 'spa', sessionStrategy: 'session', backend: 'bff' })
    const { server } = lab
    server.answer('POST /oauth2/token', async (request) => {
      const isRefresh = form(request).get('grant_type') === 'refresh_token'
      const tokens = await server.tokens(isRefresh ? { claims: { nonce: undefined } } : {})
      const access = await server.accessToken()
      return json({ ...tokens, access_token: access })
    })
    return { lab, browser: openBrowser(lab) }
  }
  const load = '/api/load-shopping-cart'
  const busy = async (lab: Lab, browser: ReturnType<typeof openBrowser>, minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 20) {
      lab.advance(20 * 60)
      expect((await browser.get(load)).status).toBe(200)
    }
  }

  test('after the login a page of our own begins the next navigation, so that Strict cookies are sent', async () => {
    const { lab, browser } = open()
    const answer = await logIn(lab, browser)
    expect([answer.status, headerOf(answer.headers, 'location')]).toEqual([200, null])
    expect(answer.body).toContain('data-program="spa"')
  })

  test('the browser gets a session id and nothing else, ever', async () => {
    const { lab, browser } = open()
    const answers = [await logIn(lab, browser), await browser.get(load)]
    expect([...browser.jar.keys()]).toEqual(['sid'])
    for (const { body, headers } of answers)
      expect(JSON.stringify([body, headers])).not.toMatch(/eyJ|refresh-\d/)
  })

  test('the JWT of a valid session is refreshed on the server, once for all who ask', async () => {
    const { lab, browser } = open()
    await logIn(lab, browser)
    await busy(lab, browser, 60)
    expect(refreshes(lab)).toHaveLength(1)
  })

  test('when that is refused, the user has to log in again', async () => {
    const { lab, browser } = open()
    await logIn(lab, browser)
    await busy(lab, browser, 40)
    lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
    lab.advance(20 * 60)
    expect((await browser.get(load)).status).toBe(401)
  })

  test('a JWT without an expiry is not refreshed before the session has expired', async () => {
    const { lab, browser } = open()
    lab.server.answer('POST /oauth2/token', async () => {
      const access = await lab.server.accessToken({ claims: { exp: undefined } })
      return json({ ...(await lab.server.tokens()), access_token: access })
    })
    await logIn(lab, browser)
    await busy(lab, browser, 120)
    expect(refreshes(lab)).toHaveLength(0)
  })

  test('with the session the tokens are gone', async () => {
    const { lab, browser } = open()
    await logIn(lab, browser)
    lab.advance(31 * 60)
    expect((await browser.get(load)).status).toBe(401)
    expect(refreshes(lab)).toHaveLength(0)
    expect(lab.changed.filter(({ where }) => where === 'Store.refreshTokens')).toHaveLength(2)
  })

  test('an order needs a header that no form can send', async () => {
    const { lab, browser } = open()
    await logIn(lab, browser)
    expect((await browser.call('/api/checkout', {})).status).toBe(403)
    expect((await browser.call('/api/checkout', {}, { 'x-csrf': '1' })).status).toBe(200)
  })
})

describe.each([['session+refresh'], ['jwt+refresh']] as const)(
  'a refresh token on the server: %s',
  (sessionStrategy) => {
    const open = () => {
      const lab = openStore({
        sessionStrategy,
        ...withDefences({ 'refresh-token-place': 'server' }),
      })
      const { server } = lab
      server.answer('POST /oauth2/token', async (request) => {
        const isRefresh = form(request).get('grant_type') === 'refresh_token'
        const tokens = await server.tokens(isRefresh ? { claims: { nonce: undefined } } : {})
        const access = await server.accessToken()
        return json({ ...tokens, access_token: access })
      })
      return { lab, browser: openBrowser(lab) }
    }
    const over = 3601

    test('the browser never gets it, and the login is refreshed with it all the same', async () => {
      const { lab, browser } = open()
      const first = await logIn(lab, browser)
      lab.advance(over)
      const second = await browser.get('/shopping-cart')
      expect([second.status, refreshes(lab).length]).toEqual([200, 1])
      expect([...cookiesSet(first), ...cookiesSet(second)].join()).not.toMatch(/\brt=|refresh-\d/)
    })

    test('what refreshed the login before refreshes nothing any more', async () => {
      const { lab, browser } = open()
      await logIn(lab, browser)
      const former = openBrowser(lab)
      for (const [name, value] of browser.jar) former.jar.set(name, value)
      lab.advance(over)
      expect((await browser.get('/shopping-cart')).status).toBe(200)
      expect((await former.get('/shopping-cart')).status).toBe(302)
    })

    test('the next refresh uses the next token', async () => {
      const { lab, browser } = open()
      await logIn(lab, browser)
      for (let turn = 0; turn < 3; turn++) {
        lab.advance(over)
        expect((await browser.get('/shopping-cart')).status).toBe(200)
      }
      const sent = refreshes(lab).map((request) => form(request).get('refresh_token'))
      expect(sent).toEqual(['refresh-1', 'refresh-2', 'refresh-3'])
    })

    test('the logout revokes it, and nothing refreshes the login any more', async () => {
      const { lab, browser } = open()
      await logIn(lab, browser)
      const kept = new Map(browser.jar)
      await browser.post('/logout', {})
      expect(lab.server.to('DELETE /api/jwt/refresh')).toHaveLength(1)
      for (const [name, value] of kept) browser.jar.set(name, value)
      lab.advance(over)
      expect((await browser.get('/shopping-cart')).status).toBe(302)
    })
  },
)

test('a session strategy without a refresh token does not ask for one', async () => {
  const scopeOf = async (sessionStrategy: 'session' | 'session+refresh') => {
    const lab = openStore({ sessionStrategy })
    return (await beginLogin(lab, openBrowser(lab))).get('scope')
  }
  expect(await scopeOf('session')).not.toContain('offline_access')
  expect(await scopeOf('session+refresh')).toContain('offline_access')
})

test('one that comes nevertheless is ignored', async () => {
  const lab = openStore({ sessionStrategy: 'session' })
  const browser = openBrowser(lab)
  await browser.get(callback(await beginLogin(lab, browser)))
  expect([...browser.jar.keys()]).toEqual(['sid'])
})

test('which session strategy it is, is asked in one folder only', () => {
  const folder = `${import.meta.dirname}/../../server/apps`
  const asking = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\/session(\/|$)/.test(entry.parentPath))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) =>
      /\bsessionStrategy\b\s*(===|!==)|\bsessionStrategy\.\w|['"](session|jwt)\+refresh/.test(
        readFileSync(path, 'utf8'),
      ),
    )
  expect(asking).toEqual([])
})
