import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  authorizePath,
  type Changes,
  fetchTokens,
  fieldsOf,
  form,
  forums,
  header,
  type Lab,
  logIn,
  loginId,
  openLab,
  password,
  queryOf,
  redeem,
  redirectUri,
  refusalOf,
  secret,
  setCookies,
  store,
  tokensOf,
} from '../support/lab.ts'

const verifier = 'a-verifier-of-fifty-characters-is-long-enough-1234'
const pkce = {
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
}

const harden = (changes: Changes = {}): Lab =>
  openLab({ ...changes, options: { ...changes.options, hardened: true } })

const formOf = async (lab: Lab) => fieldsOf((await lab.visit(authorizePath(pkce))).body)

test('Hardened, an honest browser logs in as ever', async () => {
  const lab = harden()
  const code = queryOf(await logIn(lab, pkce)).get('code') ?? ''
  expect((await redeem(lab, code, { code_verifier: verifier })).status).toBe(200)
})

describe('AS-20, hardened', () => {
  const cookie = '__Host-fusionauth.csrf'

  test('AS-20: a form without its CSRF token is refused, and no session begins', async () => {
    const lab = harden()
    const { csrf_token: token, ...fields } = await formOf(lab)
    const response = await lab.visit('/oauth2/authorize', { ...fields, loginId, password })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect([response.status, header(response, 'location')]).toEqual([403, undefined])
    expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
    expect(lab.standIn.memory.loginIntents.size).toBe(0)
  })

  test('AS-20: a form without the cookie of the browser that was shown it is refused', async () => {
    const lab = harden()
    const fields = await formOf(lab)
    lab.jar.delete(cookie)
    const response = await lab.visit('/oauth2/authorize', { ...fields, loginId, password })
    expect(response.status).toBe(403)
  })

  test('AS-20: the token of the attacker’s own browser does not serve in the victim’s', async () => {
    const lab = harden()
    const attackers = await formOf(lab)
    lab.jar.clear()
    await formOf(lab)
    const response = await lab.visit('/oauth2/authorize', { ...attackers, loginId, password })
    expect(response.status).toBe(403)
  })

  test('AS-20: a form that is older than half an hour is refused', async () => {
    const lab = harden()
    const fields = await formOf(lab)
    lab.clock.advance(1800)
    const response = await lab.visit('/oauth2/authorize', { ...fields, loginId, password })
    expect(response.status).toBe(403)
  })

  test('AS-20: the cookie is bound to its host, and two tabs share it', async () => {
    const lab = harden()
    const page = await lab.visit(authorizePath(pkce))
    expect(setCookies(page)[0]).toMatch(
      /^__Host-fusionauth\.csrf=[\w-]{43}; HttpOnly; Path=\/; SameSite=Lax; Secure$/,
    )
    const second = await formOf(lab)
    expect(second['csrf_token']).toBe(fieldsOf(page.body)['csrf_token'])
  })

  test('AS-20: the form that comes again after a mistake can be submitted', async () => {
    const lab = harden()
    const fields = { ...(await formOf(lab)), loginId }
    const again = await lab.visit('/oauth2/authorize', { ...fields, password: 'wrong' })
    const right = await lab.visit('/oauth2/authorize', { ...fieldsOf(again.body), password })
    expect(right.status).toBe(302)
  })

  test.each([
    ['consent', '/oauth2/consent'],
    ['device', '/oauth2/device'],
  ])('AS-20: the %s form needs it as well', async (_, path) => {
    const lab = harden({ oauth: { relationship: 'ThirdParty' } })
    const page = await logIn(lab, pkce)
    const action = (/action="([^"]*)"/.exec(page.body)?.[1] ?? '').replaceAll('&amp;', '&')
    const target = path === '/oauth2/consent' ? action : path
    const response = await lab.visit(target, { client_id: store, action: 'allow', user_code: 'X' })
    expect([response.status, header(response, 'location')]).toEqual([403, undefined])
  })
})

test('AS-14: hardened, a client without a code_challenge is refused, secret or not', async () => {
  for (const clientAuthenticationPolicy of ['Required', 'NotRequired'] as const) {
    const lab = harden({ oauth: { clientAuthenticationPolicy } })
    const query = queryOf(await lab.visit(authorizePath()))
    expect([query.get('error'), query.get('error_reason')]).toEqual([
      'invalid_request',
      'missing_code_challenge',
    ])
  }
})

test('AS-14: configuration alone does the same: PKCE policy Required', async () => {
  const lab = openLab({ oauth: { proofKeyForCodeExchangePolicy: 'Required' } })
  const query = queryOf(await lab.visit(authorizePath()))
  expect(query.get('error_reason')).toBe('missing_code_challenge')
})

describe('AS-48, hardened', () => {
  const typed = async (lab: Lab, text: string, name = loginId) =>
    lab.visit('/oauth2/authorize', { ...(await formOf(lab)), loginId: name, password: text })

  test('AS-48: after five wrong passwords the sixth attempt waits, even with the right one', async () => {
    const lab = harden()
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await typed(lab, `guess ${attempt}`)).status).toBe(200)
    const response = await typed(lab, password)
    expect([response.status, header(response, 'retry-after')]).toEqual([429, '60'])
    expect(header(response, 'location')).toBeUndefined()
    lab.clock.advance(60)
    expect((await typed(lab, password)).status).toBe(302)
  })

  test('AS-48: other users are not slowed down', async () => {
    const lab = harden()
    for (let attempt = 0; attempt < 6; attempt++) await typed(lab, 'x', 'ben@example.com')
    expect((await typed(lab, password)).status).toBe(302)
  })

  test('AS-48: a success in between lets the count begin again', async () => {
    const lab = harden()
    for (let attempt = 0; attempt < 12; attempt++)
      expect((await typed(lab, attempt % 4 === 3 ? password : 'x')).status).not.toBe(429)
  })

  test('AS-48: the password grant waits too, and counts with the form', async () => {
    const lab = harden()
    for (let attempt = 0; attempt < 5; attempt++) await typed(lab, 'x')
    const response = await lab.tokenRequest({
      grant_type: 'password',
      username: loginId,
      password,
      client_id: store,
      client_secret: secret,
    })
    expect(refusalOf(response)).toEqual([429, 'invalid_grant', 'login_prevented'])
    expect(header(response, 'retry-after')).toBe('60')
  })

  test('AS-48: so do guesses of a client secret, one client apart from another', async () => {
    const lab = harden()
    const guess = (client: string, text: string) =>
      lab.tokenRequest({ grant_type: 'refresh_token', client_id: client, client_secret: text })
    for (let attempt = 0; attempt < 5; attempt++) expect((await guess(store, 'x')).status).toBe(401)
    expect((await guess(store, secret)).status).toBe(429)
    expect((await guess(forums, 'the secret of the forums')).status).toBe(400)
  })
})

test.each([
  ['http://store.example.com/cb', 400],
  ['http://127.0.0.1:4001/cb', 200],
  ['http://[::1]:4001/cb', 200],
  ['http://localhost:4001/cb', 200],
  ['https://store.example.com/cb', 200],
])('AS-08: hardened, a login that ends at %s is answered with %i', async (uri, status) => {
  const lab = harden({ oauth: { authorizedRedirectURLs: [uri] } })
  expect((await lab.visit(authorizePath({ ...pkce, redirect_uri: uri }))).status).toBe(status)
})

test.each([
  ['http://127.0.0.1:50123/cb', 200],
  ['http://127.0.0.1/cb', 200],
  ['http://127.0.0.1:50123/other', 400],
  ['http://127.0.0.1:50123/cb?x=1', 400],
  ['http://localhost:50123/cb', 400],
  ['https://127.0.0.1:50123/cb', 400],
  ['http://user@127.0.0.1:50123/cb', 400],
  ['http://127.0.0.1:x/cb', 400],
  ['http://127.0.0.1.evil.test:4001/cb', 400],
  ['http://127.0.0.2:4001/cb', 400],
])(
  'AS-09: hardened, loopback is free in its port only: %s is answered with %i',
  async (uri, status) => {
    const lab = harden({ oauth: { authorizedRedirectURLs: ['http://127.0.0.1:4001/cb'] } })
    expect((await lab.visit(authorizePath({ ...pkce, redirect_uri: uri }))).status).toBe(status)
  },
)

describe('AS-68, hardened', () => {
  const loggedIn = async () => {
    const lab = harden()
    const code = queryOf(await logIn(lab, pkce)).get('code') ?? ''
    return { lab, hint: tokensOf(await redeem(lab, code, { code_verifier: verifier })).id_token }
  }
  const logout = (lab: Lab, fields: Record<string, string | undefined>) =>
    lab.visit(`/oauth2/logout?${form(fields)}`)

  test.each([{}, { client_id: store }, { state: 'x' }])(
    'AS-68: without an ID token the user is asked first: %j',
    async (fields) => {
      const { lab } = await loggedIn()
      const page = await logout(lab, fields)
      expect([page.status, page.body.includes('Log out?')]).toEqual([200, true])
      expect(lab.standIn.memory.ssoSessions.rows.size).toBe(1)
      const posted = { ...fieldsOf(page.body), action: 'logout' }
      const done = await lab.visit('/oauth2/logout', posted)
      expect([done.status, lab.standIn.memory.ssoSessions.rows.size]).toEqual([302, 0])
    },
  )

  test('AS-68: a forged answer to the question ends nothing', async () => {
    const { lab } = await loggedIn()
    const response = await lab.visit('/oauth2/logout', { client_id: store, action: 'logout' })
    expect([response.status, lab.standIn.memory.ssoSessions.rows.size]).toEqual([403, 1])
  })

  test('AS-68: with an ID token nobody is asked', async () => {
    const { lab, hint } = await loggedIn()
    const fields = { id_token_hint: hint, post_logout_redirect_uri: redirectUri, state: 's' }
    expect(header(await logout(lab, fields), 'location')).toBe(`${redirectUri}?state=s`)
  })

  test('AS-68: a client_id that is not the audience of the hint is refused', async () => {
    const { lab, hint } = await loggedIn()
    const response = await logout(lab, { id_token_hint: hint, client_id: forums })
    expect([response.status, header(response, 'location')]).toEqual([400, undefined])
    expect(lab.standIn.memory.ssoSessions.rows.size).toBe(1)
  })
})

test.each([
  'oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported: hardened, request_uri is rejected',
  'oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported: hardened, request is rejected',
  'oidcc-ensure-request-object-with-redirect-uri: hardened, a request object is rejected at the registered address',
])('%s', async (title) => {
  const name = title.includes('request_uri') ? 'request_uri' : 'request'
  const response = await harden().visit(authorizePath({ ...pkce, [name]: 'a.b.' }))
  expect(header(response, 'location')).toMatch(/^https:\/\/store\.example\.com\/oauth-callback\?/)
  expect(queryOf(response).get('error')).toBe('invalid_request')
  expect(queryOf(response).get('state')).toBe('xyz')
})

test('Hardened, the refresh tokens and single sign-on work as ever', async () => {
  const lab = harden()
  await logIn(lab, pkce)
  const code = queryOf(await logIn(lab, { ...pkce, prompt: 'none' })).get('code') ?? ''
  expect((await redeem(lab, code, { code_verifier: verifier })).status).toBe(200)
  expect((await fetchTokens(openLab())).token_type).toBe('Bearer')
})

test('AS-20: the form for a new password needs it as well', async () => {
  const lab = harden({ user: { passwordChangeRequired: true } })
  const page = await lab.visit(authorizePath(pkce))
  const posted = { ...fieldsOf(page.body), loginId, password }
  const hop = header(await lab.visit('/oauth2/authorize', posted), 'location') ?? ''
  const typed = { password: 'four cups of tea', passwordConfirm: 'four cups of tea' }
  expect((await lab.visit(hop, typed)).status).toBe(403)
  const fields = fieldsOf((await lab.visit(hop)).body)
  expect((await lab.visit(hop, { ...fields, ...typed })).status).toBe(302)
})
