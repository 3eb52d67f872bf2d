import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import {
  fetchTokens,
  header,
  type Lab,
  openLab,
  origin,
  redirectUri,
  store,
  tenantId,
  userId,
} from './support/lab.ts'

const userinfo = (lab: Lab, token?: string, method = 'GET') =>
  lab.ask({
    method,
    url: `${origin}/oauth2/userinfo`,
    headers: token === undefined ? [] : [['authorization', `Bearer ${token}`]],
    body: '',
  })

const anonymous = (lab: Lab, path: string) => lab.call('GET', path, undefined, [])

test.each(['GET', 'POST'])('Userinfo by %s tells what the scopes allow', async (method) => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab, { scope: 'openid email profile' })
  expect(JSON.parse((await userinfo(lab, token, method)).body)).toEqual({
    email: 'ada@example.com',
    email_verified: true,
    family_name: 'Winter',
    given_name: 'Ada',
    name: 'Ada Winter',
    sub: userId,
  })
})

test('With openid alone userinfo tells the subject only', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect(JSON.parse((await userinfo(lab, token)).body)).toEqual({ sub: userId })
})

test('Without a token userinfo asks for one, and names no error', async () => {
  const response = await userinfo(openLab())
  expect(response.status).toBe(401)
  expect(header(response, 'www-authenticate')).toBe('Bearer realm="FusionAuth"')
})

test('A token that is none is answered with 401 and invalid_token', async () => {
  const response = await userinfo(openLab(), 'abc')
  expect(response.status).toBe(401)
  expect(header(response, 'www-authenticate')).toContain('error="invalid_token"')
})

test('An expired token is answered with 401', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  lab.clock.advance(3600)
  expect((await userinfo(lab, token)).status).toBe(401)
})

test('A token whose claims were changed is answered with 401', async () => {
  const lab = openLab()
  const [head, , signature] = (await fetchTokens(lab)).access_token.split('.')
  const claims = btoa(JSON.stringify({ sub: userId, scope: 'openid', exp: 9_999_999_999 }))
  expect((await userinfo(lab, `${head}.${claims}.${signature}`)).status).toBe(401)
})

test('An unsigned token is answered with 401', async () => {
  const lab = openLab()
  const [, claims] = (await fetchTokens(lab)).access_token.split('.')
  expect(
    (await userinfo(lab, `${btoa('{"alg":"none"}').replaceAll('=', '')}.${claims}.`)).status,
  ).toBe(401)
})

test('An ID token is not suitable for userinfo', async () => {
  const lab = openLab()
  const response = await userinfo(lab, (await fetchTokens(lab)).id_token)
  expect([response.status, JSON.parse(response.body)]).toMatchObject([
    400,
    { error: 'invalid_token', error_reason: 'access_token_invalid' },
  ])
})

test('A token without openid is not suitable for userinfo', async () => {
  const lab = openLab()
  expect(
    (await userinfo(lab, (await fetchTokens(lab, { scope: 'email' })).access_token)).status,
  ).toBe(400)
})

test('A token in the address is not accepted', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect((await anonymous(lab, `/oauth2/userinfo?access_token=${token}`)).status).toBe(401)
})

test('The published keys verify the tokens', async () => {
  const lab = openLab()
  const tokens = await fetchTokens(lab)
  const keys = createLocalJWKSet(
    JSON.parse((await anonymous(lab, '/.well-known/jwks.json')).body) as JSONWebKeySet,
  )
  const options = { issuer: origin, audience: store, currentDate: new Date(lab.clock.now()) }
  await expect(jwtVerify(tokens.access_token, keys, options)).resolves.toBeDefined()
  await expect(jwtVerify(tokens.id_token ?? '', keys, options)).resolves.toBeDefined()
})

test('The published keys hold no private part', async () => {
  const { body } = await anonymous(openLab(), '/.well-known/jwks.json')
  const { keys } = JSON.parse(body) as JSONWebKeySet
  expect(keys.map((key) => Object.keys(key))).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']])
})

test.each([
  '/.well-known/openid-configuration',
  `/.well-known/openid-configuration?tenantId=${tenantId}`,
  `/.well-known/openid-configuration/${tenantId}`,
  `/${tenantId}/.well-known/openid-configuration`,
])('The metadata at %s name the issuer of the tokens and the endpoints', async (path) => {
  const { body } = await anonymous(openLab(), path)
  expect(JSON.parse(body)).toMatchObject({
    issuer: origin,
    authorization_endpoint: `${origin}/oauth2/authorize`,
    token_endpoint: `${origin}/oauth2/token`,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })
})

test('The metadata of an unknown tenant are missing', async () => {
  expect((await anonymous(openLab(), `/${store}/.well-known/openid-configuration`)).status).toBe(
    404,
  )
})

test.each(['', '?kid=s5pGT5q2fKrF0fQR0bnn8TzmXxA', `?applicationId=${store}`])(
  'The public key is told at /api/jwt/public-key%s',
  async (query) => {
    const { status, body } = await anonymous(openLab(), `/api/jwt/public-key${query}`)
    expect(status).toBe(200)
    expect(body).toContain('BEGIN PUBLIC KEY')
  },
)

test.each(['?kid=other', `?applicationId=${userId}`])(
  'There is no public key at /api/jwt/public-key%s',
  async (query) => {
    expect((await anonymous(openLab(), `/api/jwt/public-key${query}`)).status).toBe(404)
  },
)

test('The status is told to anybody, the version to the holder of the key', async () => {
  const lab = openLab()
  expect([
    (await anonymous(lab, '/api/status')).status,
    (await anonymous(lab, '/api/health')).status,
  ]).toEqual([200, 200])
  expect(JSON.parse((await lab.call('GET', '/api/system/version')).body)).toEqual({
    version: '1.69.0',
  })
})

const logout = (lab: Lab, query: string) => anonymous(lab, `/oauth2/logout?${query}`)

test('A logout goes to the address asked for, with its state', async () => {
  const asked = `client_id=${store}&state=s%26t&post_logout_redirect_uri=${encodeURIComponent(redirectUri)}`
  const response = await logout(openLab({ oauth: { logoutBehavior: 'RedirectOnly' } }), asked)
  expect([response.status, header(response, 'location')]).toEqual([
    302,
    `${redirectUri}?state=s%26t`,
  ])
})

test('A logout goes to the application’s address when none is asked for', async () => {
  const lab = openLab({
    oauth: { logoutBehavior: 'RedirectOnly', logoutURL: 'https://store.example.com/bye' },
  })
  expect(header(await logout(lab, `client_id=${store}`), 'location')).toBe(
    'https://store.example.com/bye',
  )
})

test('A logout of nobody in particular goes to the root', async () => {
  expect(header(await logout(openLab(), ''), 'location')).toBe('/')
})

test('A logout of all applications shows a page that calls each of them', async () => {
  const lab = openLab({ oauth: { logoutURL: 'https://store.example.com/bye' } })
  const response = await logout(lab, `client_id=${store}`)
  expect(response.status).toBe(200)
  expect(response.body.match(/<iframe src="https:\/\/store\.example\.com\/bye"/g)).toHaveLength(2)
  expect(response.body).toContain(
    'http-equiv="refresh" content="2; url=https://store.example.com/bye"',
  )
  expect(header(response, 'content-security-policy')).toContain(
    'frame-src https://store.example.com',
  )
})

test('An unregistered address after logout is refused without a redirect', async () => {
  const response = await logout(
    openLab(),
    `client_id=${store}&post_logout_redirect_uri=https://evil.test/`,
  )
  expect([response.status, header(response, 'location')]).toEqual([400, undefined])
  expect(response.body).toContain('invalid_post_logout_redirect_uri')
})

test('An ID token names the application at logout, even when it has run out', async () => {
  const lab = openLab({
    oauth: { logoutBehavior: 'RedirectOnly', logoutURL: 'https://store.example.com/bye' },
  })
  const { id_token: hint } = await fetchTokens(lab)
  lab.clock.advance(86_400)
  expect(header(await logout(lab, `id_token_hint=${hint}`), 'location')).toBe(
    'https://store.example.com/bye',
  )
})

test('A made-up ID token at logout is refused without a redirect', async () => {
  const response = await logout(openLab(), 'id_token_hint=abc')
  expect([response.status, header(response, 'location')]).toEqual([400, undefined])
  expect(response.body).toContain('invalid_id_token_hint')
})
