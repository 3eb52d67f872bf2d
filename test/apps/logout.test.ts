import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import {
  beginLogin,
  callback,
  cart,
  location,
  logIn,
  openBrowser,
  openStore,
  origin,
  submitPassword,
} from './support/lab.ts'
import { apiKey, clientId, empty, issuer } from './support/server.ts'

const openInside = async () => {
  const lab = openStore()
  const browser = openBrowser(lab)
  await logIn(lab, browser)
  return { lab, browser }
}

const revocations = ({ lab }: Awaited<ReturnType<typeof openInside>>) =>
  lab.server.to('DELETE /api/jwt/refresh')

/** FusionAuth sends the browser back after a logout. */
const postLogoutRedirect = (sentTo: URL, state = sentTo.searchParams.get('state')) => {
  const query = state === null ? '' : `?${new URLSearchParams({ state }).toString()}`
  return `/logged-out${query}`
}

describe('logging out', () => {
  test('CL-21: the session is gone: its id, shown again, opens nothing', async () => {
    const { browser } = await openInside()
    const sid = browser.jar.get('sid') ?? ''
    await browser.post('/logout', {})
    browser.jar.set('sid', sid)
    expect(location(await browser.get(cart)).pathname).toBe('/login')
  })

  test('CL-21: the refresh token of this browser is revoked at FusionAuth, by its value alone', async () => {
    const inside = await openInside()
    await inside.browser.post('/logout', {})
    const [request, ...rest] = revocations(inside)
    expect(rest).toEqual([])
    expect(JSON.parse(request?.body ?? '')).toEqual({ token: 'refresh-1' })
    expect(request?.url).not.toContain('refresh-1')
    expect(headerOf(request?.headers ?? [], 'authorization')).toBe(apiKey)
  })

  test('CL-21: another browser of the same user stays logged in', async () => {
    const { lab, browser } = await openInside()
    const other = openBrowser(lab)
    await logIn(lab, other)
    await browser.post('/logout', {})
    expect((await other.get(cart)).status).toBe(200)
  })

  test('CL-20: logging out takes the session id and the refresh token from the browser', async () => {
    const { browser } = await openInside()
    await browser.post('/logout', {})
    expect([...browser.jar.keys()]).toEqual(['__Host-logout'])
  })

  test('CL-19: a form of another site cannot log anybody out', async () => {
    for (const from of ['https://evil.example', 'null', undefined, `${origin}.evil.example`]) {
      const { browser } = await openInside()
      expect((await browser.post('/logout', {}, { origin: from })).status).toBe(403)
      expect((await browser.get(cart)).status).toBe(200)
    }
  })

  test('CL-19: no link can log anybody out', async () => {
    const { browser } = await openInside()
    expect((await browser.get('/logout')).status).toBe(404)
    expect((await browser.get('/logged-out')).status).toBe(400)
    expect((await browser.get(cart)).status).toBe(200)
  })

  test('a logout in a browser that holds nothing goes its way', async () => {
    const lab = openStore()
    expect((await openBrowser(lab).post('/logout', {})).status).toBe(303)
    expect(lab.server.calls).toEqual([])
  })

  test('a refresh token that is dead already is no trouble', async () => {
    const { lab, browser } = await openInside()
    lab.server.answer('DELETE /api/jwt/refresh', () => empty(404))
    expect((await browser.post('/logout', {})).status).toBe(303)
  })

  test('when FusionAuth cannot be told, the user is told so, and is out all the same', async () => {
    const { lab, browser } = await openInside()
    const sid = browser.jar.get('sid') ?? ''
    lab.server.cut('DELETE /api/jwt/refresh')
    const answer = await browser.post('/logout', {})
    expect(answer.status).toBe(502)
    expect(answer.body).toContain('FusionAuth could not be told')
    expect([...browser.jar]).toEqual([])
    browser.jar.set('sid', sid)
    expect((await browser.get(cart)).status).toBe(302)
  })

  test.each(['password-grant', 'native'] as const)(
    'with the %s login the browser stays here, for there is nothing to end elsewhere',
    async (login) => {
      const lab = openStore({ login })
      const browser = openBrowser(lab)
      await submitPassword(browser)
      const answer = await browser.post('/logout', {})
      expect(location(answer).href).toBe(`${origin}/logged-out`)
      expect((await browser.get('/logged-out')).body).toContain('You are logged out')
      expect([...browser.jar]).toEqual([])
    },
  )

  test('every page behind the login has the button, and its form may lead to FusionAuth', async () => {
    const { browser } = await openInside()
    const page = await browser.get(cart)
    expect(page.body).toMatch(/<form method="post" action="\/logout">\s*<button/)
    expect(headerOf(page.headers, 'content-security-policy')).toContain(
      `form-action 'self' ${issuer};`,
    )
  })
})

describe('a logout that goes on at FusionAuth', () => {
  test('oidcc-client-test-rp-init-logout: the browser is redirected there with a state that must come back', async () => {
    const { browser } = await openInside()
    const answer = await browser.post('/logout', {})
    const sentTo = location(answer)
    expect(answer.status).toBe(303)
    expect(sentTo.origin + sentTo.pathname).toBe(`${issuer}/oauth2/logout`)
    expect(sentTo.searchParams.get('client_id')).toBe(clientId)
    expect(sentTo.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/logged-out`)
    expect(sentTo.searchParams.get('state')).toMatch(/^[\w-]{27}$/)
    const done = await browser.get(postLogoutRedirect(sentTo))
    expect(done.status).toBe(200)
    expect(done.body).toContain('You are logged out')
    expect([...browser.jar]).toEqual([])
  })

  test('oidcc-client-test-rp-init-logout-other-state: a response with another state is refused', async () => {
    const { browser } = await openInside()
    const sentTo = location(await browser.post('/logout', {}))
    expect((await browser.get(postLogoutRedirect(sentTo, 'other'))).status).toBe(400)
    expect((await browser.get(postLogoutRedirect(sentTo))).status).toBe(200)
  })

  test('oidcc-client-test-rp-init-logout-no-state: a response without a state is refused', async () => {
    const { browser } = await openInside()
    const sentTo = location(await browser.post('/logout', {}))
    expect((await browser.get(postLogoutRedirect(sentTo, null))).status).toBe(400)
  })

  test('the response to a logout is of no use in another browser, nor twice', async () => {
    const { lab, browser } = await openInside()
    const sentTo = location(await browser.post('/logout', {}))
    expect((await openBrowser(lab).get(postLogoutRedirect(sentTo))).status).toBe(400)
    expect((await browser.get(postLogoutRedirect(sentTo))).status).toBe(200)
    expect((await browser.get(postLogoutRedirect(sentTo))).status).toBe(400)
  })
})

describe('the post-logout redirect URI, which FusionAuth takes for a login too', () => {
  test('CL-13: a code that is sent there is not exchanged, nor told to anybody', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const request = await beginLogin(lab, browser)
    const answer = await browser.get(callback(request).replace('/oauth-callback', '/logged-out'))
    expect(answer.status).toBe(400)
    expect(lab.server.calls).toEqual([])
    expect(answer.body).not.toMatch(/the-code|https?:|\bsrc=/)
    expect(headerOf(answer.headers, 'referrer-policy')).toBe('no-referrer')
  })
})

describe('a front-channel logout', () => {
  const frame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }

  test('the frame of its logout page ends the session and revokes the refresh token', async () => {
    const inside = await openInside()
    const sid = inside.browser.jar.get('sid') ?? ''
    const answer = await inside.browser.get('/logout/front-channel', {
      ...frame,
      'sec-fetch-site': 'same-site',
    })
    expect(answer.status).toBe(200)
    expect(headerOf(answer.headers, 'cache-control')).toBe('no-store')
    expect(headerOf(answer.headers, 'content-security-policy')).toContain(
      `frame-ancestors ${issuer};`,
    )
    expect([...inside.browser.jar]).toEqual([])
    expect(revocations(inside)).toHaveLength(1)
    inside.browser.jar.set('sid', sid)
    expect((await inside.browser.get(cart)).status).toBe(302)
  })

  test('a frame that brings no cookie ends nothing', async () => {
    const inside = await openInside()
    const stranger = openBrowser(inside.lab)
    const answer = await stranger.get('/logout/front-channel', {
      ...frame,
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.status).toBe(200)
    expect((await inside.browser.get(cart)).status).toBe(200)
    expect(revocations(inside)).toEqual([])
  })

  test.each(['document', 'image', 'script', undefined])(
    'CL-19: asked as %s, the address ends nothing',
    async (dest) => {
      const { browser } = await openInside()
      const answer = await browser.get('/logout/front-channel', { 'sec-fetch-dest': dest })
      expect(answer.status).toBe(403)
      expect((await browser.get(cart)).status).toBe(200)
    },
  )

  test('CL-22: there is no back-channel logout, as FusionAuth has none', async () => {
    const { browser } = await openInside()
    for (const path of ['/logout/back-channel', '/backchannel-logout', '/logout'])
      expect((await browser.post(path, { logout_token: 'x' }, { origin: issuer })).status).not.toBe(
        200,
      )
    expect((await browser.get(cart)).status).toBe(200)
  })
})

describe('session ids', () => {
  test('CL-20: a login gives a new id, and the one before it is dead', async () => {
    const { lab, browser } = await openInside()
    const before = browser.jar.get('sid') ?? ''
    await logIn(lab, browser)
    expect(browser.jar.get('sid')).not.toBe(before)
    const thief = openBrowser(lab)
    thief.jar.set('sid', before)
    expect((await thief.get(cart)).status).toBe(302)
  })

  test.each(['password-grant', 'native'] as const)(
    'CL-20: an id that somebody planted before a %s login opens nothing after it',
    async (login) => {
      const lab = openStore({ login })
      const browser = openBrowser(lab)
      browser.jar.set('sid', 'planted')
      await submitPassword(browser)
      expect(browser.jar.get('sid')).not.toBe('planted')
      const thief = openBrowser(lab)
      thief.jar.set('sid', 'planted')
      expect((await thief.get(cart)).status).toBe(302)
    },
  )

  test('CL-20: a refresh gives a new id too', async () => {
    const { lab, browser } = await openInside()
    const before = browser.jar.get('sid') ?? ''
    lab.advance(31 * 60)
    await browser.get(cart)
    expect(browser.jar.get('sid')).not.toBe(before)
    browser.jar.delete('rt')
    browser.jar.set('sid', before)
    expect((await browser.get(cart)).status).toBe(302)
  })
})
