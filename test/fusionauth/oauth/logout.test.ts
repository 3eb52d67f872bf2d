import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import {
  fetchTokens,
  form,
  forums,
  header,
  type Lab,
  openLab,
  queryOf,
  redirectUri,
  store,
} from '../support/lab.ts'

/** Logged in, with an ID token of the Store; each application has a logout address. */
const loggedIn = async (logoutBehavior: 'AllApplications' | 'RedirectOnly' = 'RedirectOnly') => {
  const lab = openLab({ oauth: { logoutBehavior, logoutURL: 'https://app.test/logout?a=1&b=2' } })
  return { lab, hint: (await fetchTokens(lab)).id_token ?? '' }
}

const sessions = (lab: Lab): number => lab.standIn.memory.ssoSessions.rows.size

const logout = (lab: Lab, fields: Record<string, string | undefined>) =>
  lab.visit(`/oauth2/logout?${form(fields)}`)

const refused = async (fields: (hint: string) => Record<string, string>) => {
  const { lab, hint } = await loggedIn()
  const response = await logout(lab, fields(hint))
  expect([response.status, header(response, 'location')]).toEqual([400, undefined])
  expect(sessions(lab)).toBe(1)
}

/** Changes one letter in the middle of the payload: the signature no longer fits. */
const modified = (jwt: string): string => {
  const at = jwt.indexOf('.') + 20
  return `${jwt.slice(0, at)}${jwt[at] === 'A' ? 'B' : 'A'}${jwt.slice(at + 1)}`
}

describe('RP-initiated logout', () => {
  test('oidcc-rp-initiated-logout: ends the session and redirects with the state', async () => {
    const { lab, hint } = await loggedIn()
    const state = 'a b&c=ä'
    const fields = { id_token_hint: hint, post_logout_redirect_uri: redirectUri, state }
    const response = await logout(lab, fields)
    expect(response.status).toBe(302)
    expect(header(response, 'location')?.startsWith(`${redirectUri}?`)).toBe(true)
    expect(queryOf(response).get('state')).toBe(state)
    expect([sessions(lab), lab.jar.has('fusionauth.sso')]).toEqual([0, false])
  })

  test('oidcc-rp-initiated-logout-discovery-endpoint-verification: the metadata name the address', async () => {
    const { lab } = await loggedIn()
    const { body } = await lab.visit('/.well-known/openid-configuration')
    const { end_session_endpoint: address } = JSON.parse(body) as { end_session_endpoint: string }
    expect(new URL(address).pathname).toBe('/oauth2/logout')
  })

  test('oidcc-rp-initiated-logout-bad-post-logout-redirect-uri: no redirect', async () => {
    await refused((hint) => ({
      id_token_hint: hint,
      post_logout_redirect_uri: 'https://evil.test/',
    }))
  })

  test('oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri: no redirect', async () => {
    await refused((hint) => ({
      id_token_hint: hint,
      post_logout_redirect_uri: `${redirectUri}?foo=bar`,
    }))
  })

  test('oidcc-rp-initiated-logout-modified-id-token-hint: no redirect', async () => {
    await refused((hint) => ({
      id_token_hint: modified(hint),
      post_logout_redirect_uri: redirectUri,
    }))
  })

  test('oidcc-rp-initiated-logout-bad-id-token-hint: no redirect', async () => {
    await refused(() => ({ id_token_hint: 'a.b.c', post_logout_redirect_uri: redirectUri }))
  })

  test('oidcc-rp-initiated-logout-no-id-token-hint: with client_id at once; without it no redirect to an address that was asked for', async () => {
    const { lab } = await loggedIn()
    const fields = { client_id: store, post_logout_redirect_uri: redirectUri }
    expect(header(await logout(lab, fields), 'location')).toBe(redirectUri)
    expect(sessions(lab)).toBe(0)
    await refused(() => ({ post_logout_redirect_uri: redirectUri }))
  })

  test('oidcc-rp-initiated-logout-no-params: ends the session and goes to the root', async () => {
    const { lab } = await loggedIn()
    expect(header(await logout(lab, {}), 'location')).toBe('/')
    expect(sessions(lab)).toBe(0)
  })

  test('oidcc-rp-initiated-logout-no-post-logout-redirect-uri: goes to the application’s own address', async () => {
    const { lab, hint } = await loggedIn()
    const response = await logout(lab, { id_token_hint: hint, state: 's' })
    expect(header(response, 'location')).toBe('https://app.test/logout?a=1&b=2')
    expect(sessions(lab)).toBe(0)
  })

  test('oidcc-rp-initiated-logout-no-state: redirects without one', async () => {
    const { lab, hint } = await loggedIn()
    const fields = { id_token_hint: hint, post_logout_redirect_uri: redirectUri }
    expect(header(await logout(lab, fields), 'location')).toBe(redirectUri)
  })

  test('oidcc-rp-initiated-logout-only-state: goes to the root, and takes no state there', async () => {
    const { lab } = await loggedIn()
    expect(header(await logout(lab, { state: 's' }), 'location')).toBe('/')
  })

  test('AS-68: by POST it is the same as by GET', async () => {
    const { lab, hint } = await loggedIn()
    const fields = { id_token_hint: hint, post_logout_redirect_uri: redirectUri, state: 's' }
    const response = await lab.visit('/oauth2/logout', fields)
    expect(header(response, 'location')).toBe(`${redirectUri}?state=s`)
    expect(sessions(lab)).toBe(0)
  })

  test('AS-68: a hint that has run out is still taken', async () => {
    const { lab, hint } = await loggedIn()
    lab.clock.advance(7200)
    const fields = { id_token_hint: hint, post_logout_redirect_uri: redirectUri }
    expect((await logout(lab, fields)).status).toBe(302)
  })

  test('AS-68: a hint whose client is gone is refused', async () => {
    const { lab, hint } = await loggedIn()
    await lab.call('DELETE', `/api/application/${store}?hardDelete=true`)
    expect((await logout(lab, { id_token_hint: hint })).status).toBe(400)
  })
})

const framesOf = (html: string): readonly string[] => {
  const frames: string[] = []
  const parser = new Parser({
    onopentag: (name, { src }) => {
      if (name === 'iframe' && src !== undefined) frames.push(src)
    },
  })
  parser.end(html)
  return frames
}

test('A logout of all applications calls each of the tenant in a hidden frame and moves on', async () => {
  const { lab } = await loggedIn('AllApplications')
  const page = await logout(lab, { client_id: forums })
  expect([page.status, header(page, 'location')]).toEqual([200, undefined])
  expect(framesOf(page.body)).toEqual([
    'https://app.test/logout?a=1&b=2',
    'https://app.test/logout?a=1&b=2',
  ])
  expect(page.body).toContain('<meta http-equiv="refresh" content="2; url=https://app.test/logout')
  expect(header(page, 'content-security-policy')).toContain('frame-src https://app.test')
  expect(sessions(lab)).toBe(0)
})

test('A logout that only redirects calls nobody', async () => {
  const { lab } = await loggedIn('RedirectOnly')
  const response = await logout(lab, { client_id: store })
  expect([response.status, response.body]).toEqual([302, ''])
})
