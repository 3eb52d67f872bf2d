/**
 * Our equivalents of the modules of the OpenID Foundation's plans for a basic provider and its
 * discovery, by name: the same idea, asked of the stand-in on its wire.
 */
import { createHash } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
} from 'jose'
import { expect, test } from 'vitest'
import {
  authorizePath,
  fetchCode,
  fetchTokens,
  fieldsOf,
  header,
  type Lab,
  logIn,
  openLab,
  origin,
  queryOf,
  redeem,
  redirectUri,
  refresh,
  refusalOf,
  secret,
  store,
  tokensOf,
  userId,
} from '../support/lab.ts'

const userinfo = async (lab: Lab, token: string, method = 'GET') => {
  const headers: [string, string][] = [['authorization', `Bearer ${token}`]]
  const response = await lab.ask({ method, url: `${origin}/oauth2/userinfo`, headers, body: '' })
  expect(response.status).toBe(200)
  return JSON.parse(response.body) as Record<string, unknown>
}

const idClaims = (jwt = '') => decodeJwt(jwt)

const verify = async (lab: Lab, jwt = '') => {
  const keys = JSON.parse((await lab.visit('/.well-known/jwks.json')).body) as JSONWebKeySet
  return jwtVerify(jwt, createLocalJWKSet(keys), {
    issuer: origin,
    audience: store,
    algorithms: ['RS256'],
    currentDate: new Date(lab.clock.now()),
  })
}

test('oidcc-server: a login brings tokens that verify and a userinfo of the same subject', async () => {
  const lab = openLab()
  const tokens = await fetchTokens(lab, { nonce: 'n-1' })
  const { payload } = await verify(lab, tokens.id_token)
  expect(payload).toMatchObject({ sub: userId, nonce: 'n-1' })
  expect((await userinfo(lab, tokens.access_token))['sub']).toBe(payload.sub)
})

test('oidcc-response-type-missing: the error goes back with the state', async () => {
  const response = await openLab().visit(authorizePath({ response_type: undefined }))
  expect(queryOf(response).get('error')).toBe('invalid_request')
  expect(queryOf(response).get('state')).toBe('xyz')
})

test('oidcc-idtoken-signature: the signature of the ID token verifies with a published key', async () => {
  const lab = openLab()
  const { id_token: jwt = '' } = await fetchTokens(lab)
  expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'RS256', typ: 'JWT' })
  await expect(verify(lab, jwt)).resolves.toBeDefined()
})

test('oidcc-idtoken-unsigned: an unsigned ID token is never issued, nor taken as a hint', async () => {
  const lab = openLab()
  const { id_token: jwt = '' } = await fetchTokens(lab)
  expect(jwt.split('.')[2]).not.toBe('')
  const [, payload = ''] = jwt.split('.')
  const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  const response = await lab.visit(authorizePath({ id_token_hint: `${head}.${payload}.` }))
  expect(queryOf(response).get('error')).toBe('invalid_request')
})

test('oidcc-userinfo-get: by GET with the token in the header', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect(await userinfo(lab, token, 'GET')).toEqual({ sub: userId })
})

test('oidcc-userinfo-post-header: by POST with the token in the header', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect(await userinfo(lab, token, 'POST')).toEqual({ sub: userId })
})

test('oidcc-userinfo-post-body: a token in the body is not looked at, one in the header is asked for', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  const response = await lab.visit('/oauth2/userinfo', { access_token: token })
  expect(response.status).toBe(401)
  expect(header(response, 'www-authenticate')).toMatch(/^Bearer realm=/)
})

test('oidcc-ensure-request-without-nonce-succeeds-for-code-flow: and the ID token has none', async () => {
  const { id_token: jwt } = await fetchTokens(openLab(), { nonce: undefined })
  expect(idClaims(jwt)).not.toHaveProperty('nonce')
})

const user = {
  mobilePhone: '+390123456789',
  birthDate: '1815-12-10',
  imageUrl: 'https://pictures.test/ada.png',
  middleName: 'King',
  preferredLanguages: ['en'],
  timezone: 'Europe/London',
}

const told = async (scope: string) => {
  const lab = openLab({ user })
  const tokens = await fetchTokens(lab, { scope: `openid ${scope}` })
  const { sub: _, ...claims } = await userinfo(lab, tokens.access_token)
  expect(idClaims(tokens.id_token)).toMatchObject(claims)
  return claims
}

const profile = {
  birthdate: '1815-12-10',
  family_name: 'Winter',
  given_name: 'Ada',
  locale: 'en',
  middle_name: 'King',
  name: 'Ada Winter',
  picture: 'https://pictures.test/ada.png',
  zoneinfo: 'Europe/London',
}
const email = { email: 'ada@example.com', email_verified: true }
const phone = { phone_number: '+390123456789' }

test('oidcc-scope-profile: tells the claims of the profile and no others', async () => {
  expect(await told('profile')).toEqual(profile)
})

test('oidcc-scope-email: tells the address and whether it is verified', async () => {
  expect(await told('email')).toEqual(email)
})

test('oidcc-scope-address: succeeds, and tells nothing since nothing is known', async () => {
  expect(await told('address')).toEqual({})
})

test('oidcc-scope-phone: tells the number', async () => {
  expect(await told('phone')).toMatchObject(phone)
})

test('oidcc-scope-all: tells all of it', async () => {
  expect(await told('profile email address phone')).toMatchObject({
    ...profile,
    ...email,
    ...phone,
  })
})

test('oidcc-alternate-happy-flow: a second login of another session works the same', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  lab.jar.clear()
  const second = await fetchTokens(lab, { nonce: 'other', state: 'other' })
  expect(idClaims(second.id_token).sub).toBe(idClaims(first.id_token).sub)
  expect(second.access_token).not.toBe(first.access_token)
})

test.each([
  ['oidcc-display-page', 'page'],
  ['oidcc-display-popup', 'popup'],
])('%s: the login succeeds with display=%s', async (_, display) => {
  expect(queryOf(await logIn(openLab(), { display })).has('code')).toBe(true)
})

test('oidcc-prompt-login: asks again, and auth_time moves on', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  lab.clock.advance(3)
  expect((await lab.visit(authorizePath({ prompt: 'login' }))).status).toBe(200)
  const second = await fetchTokens(lab, { prompt: 'login' })
  const times = [first, second].map(({ id_token: jwt }) => Number(idClaims(jwt)['auth_time']))
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(3)
})

test('oidcc-prompt-none-not-logged-in: goes back with login_required', async () => {
  const response = await openLab().visit(authorizePath({ prompt: 'none' }))
  expect(queryOf(response).get('error')).toBe('login_required')
})

test('oidcc-prompt-none-logged-in: brings a code, the same user and the same auth_time', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  lab.clock.advance(3)
  const second = await fetchTokens(lab, { prompt: 'none' })
  const [before, after] = [first, second].map(({ id_token: jwt }) => idClaims(jwt))
  expect([after?.sub, after?.['auth_time']]).toEqual([before?.sub, before?.['auth_time']])
})

test('oidcc-max-age-1: after two seconds the user is asked again', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  lab.clock.advance(2)
  const second = await fetchTokens(lab, { max_age: '1' })
  const [before, after] = [first, second].map(({ id_token: jwt }) => idClaims(jwt))
  expect(Number(after?.['auth_time']) - Number(before?.['auth_time'])).toBe(2)
})

test('oidcc-max-age-10000: the user is not asked again, and auth_time is told', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  lab.clock.advance(2)
  const second = await fetchTokens(lab, { max_age: '10000' })
  const [before, after] = [first, second].map(({ id_token: jwt }) => idClaims(jwt))
  expect(after?.['auth_time']).toBe(before?.['auth_time'])
})

test('oidcc-ensure-request-with-unknown-parameter-succeeds: extra=foobar is passed over', async () => {
  expect(queryOf(await logIn(openLab(), { extra: 'foobar' })).has('code')).toBe(true)
})

test('oidcc-id-token-hint: with prompt=none the hinted user is recognised', async () => {
  const lab = openLab()
  const { id_token: hint } = await fetchTokens(lab)
  const again = await fetchTokens(lab, { prompt: 'none', id_token_hint: hint })
  expect(idClaims(again.id_token).sub).toBe(idClaims(hint).sub)
})

test('oidcc-login-hint: a hint of anybody does no harm', async () => {
  const hinted = await logIn(openLab(), { login_hint: 'buffy@example.com' })
  expect(queryOf(hinted).has('code')).toBe(true)
})

test.each([
  ['oidcc-ui-locales', 'ui_locales', 'se'],
  ['oidcc-claims-locales', 'claims_locales', 'se'],
  ['oidcc-ensure-request-with-acr-values-succeeds', 'acr_values', '1 2'],
])('%s: %s=%s is passed over', async (_, name, value) => {
  expect(queryOf(await logIn(openLab(), { [name]: value })).has('code')).toBe(true)
})

test('oidcc-codereuse: the second use is refused with invalid_grant', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  await redeem(lab, code)
  expect(refusalOf(await redeem(lab, code)).slice(0, 2)).toEqual([400, 'invalid_grant'])
})

test('oidcc-codereuse-30seconds: half a minute later as well, and the refresh token dies', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const { refresh_token: token } = tokensOf(await redeem(lab, code))
  lab.clock.advance(30)
  expect(refusalOf(await redeem(lab, code)).slice(0, 2)).toEqual([400, 'invalid_grant'])
  expect((await refresh(lab, token)).status).toBe(400)
})

test.each([
  ['oidcc-ensure-registered-redirect-uri', 'https://store.example.com/unregistered'],
  ['oidcc-redirect-uri-query-added', `${redirectUri}?foo=bar`],
  ['oidcc-ensure-redirect-uri-in-authorization-request', undefined],
])('%s: an error page and no redirect', async (_, uri) => {
  const response = await openLab().visit(authorizePath({ redirect_uri: uri }))
  expect([response.status, header(response, 'location')]).toEqual([400, undefined])
})

test('oidcc-redirect-uri-query-OK: a registered query is kept', async () => {
  const uri = `${redirectUri}?foo=bar`
  const lab = openLab({ oauth: { authorizedRedirectURLs: [uri] } })
  const location = header(await logIn(lab, { redirect_uri: uri }), 'location') ?? ''
  expect(location).toMatch(/^https:\/\/store\.example\.com\/oauth-callback\?foo=bar&code=/)
})

test('oidcc-redirect-uri-query-mismatch: another query than the registered one is refused', async () => {
  const lab = openLab({ oauth: { authorizedRedirectURLs: [`${redirectUri}?foo=bar`] } })
  for (const uri of [redirectUri, `${redirectUri}?foo=baz`, `${redirectUri}?foo=bar&a=b`])
    expect((await lab.visit(authorizePath({ redirect_uri: uri }))).status).toBe(400)
})

test('oidcc-redirect-uri-regfrag: an address with a fragment cannot be registered', async () => {
  const application = {
    name: 'A',
    oauthConfiguration: { authorizedRedirectURLs: [`${redirectUri}#foobar`] },
  }
  expect((await openLab().call('POST', '/api/application', { application })).status).toBe(400)
})

test('oidcc-ensure-post-request-succeeds: the authorization request by POST shows the form', async () => {
  const [path = '', query = ''] = authorizePath().split('?')
  const page = await openLab().visit(path, query)
  expect(fieldsOf(page.body)).toMatchObject({ client_id: store, state: 'xyz' })
})

test('oidcc-server-client-secret-post: the secret may stand in the body', async () => {
  const lab = openLab()
  const fields = { client_id: store, client_secret: secret }
  expect((await redeem(lab, await fetchCode(lab), fields)).status).toBe(200)
})

const unsigned = (claims: object): string =>
  ['{"alg":"none"}', JSON.stringify(claims), '']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')

test('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported: by default passed over, never fetched', async () => {
  const query = queryOf(await logIn(openLab(), { request_uri: 'https://evil.test/request.jwt' }))
  expect([query.has('code'), query.get('state')]).toEqual([true, 'xyz'])
})

test('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported: by default passed over', async () => {
  const request = unsigned({ state: 'from the object', scope: 'openid email' })
  const query = queryOf(await logIn(openLab(), { request }))
  expect([query.has('code'), query.get('state')]).toEqual([true, 'xyz'])
})

test('oidcc-ensure-request-object-with-redirect-uri: an address in a request object leads nowhere', async () => {
  const request = unsigned({ redirect_uri: 'https://evil.test/' })
  const response = await logIn(openLab(), { request })
  expect(header(response, 'location')).toMatch(/^https:\/\/store\.example\.com\//)
  const none = await openLab().visit(authorizePath({ request, redirect_uri: undefined }))
  expect(none.status).toBe(400)
})

test('oidcc-claims-essential: the parameter claims is passed over and the login succeeds', async () => {
  const claims = JSON.stringify({ userinfo: { name: { essential: true } } })
  const lab = openLab()
  const tokens = await fetchTokens(lab, { claims })
  expect(await userinfo(lab, tokens.access_token)).toEqual({ sub: userId })
  const { body } = await lab.visit('/.well-known/openid-configuration')
  expect(JSON.parse(body)).not.toHaveProperty('claims_parameter_supported')
})

test('oidcc-refresh-token: brings new tokens of the same subject, for this client only', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  expect(idClaims(second.id_token).sub).toBe(idClaims(first.id_token).sub)
  await expect(verify(lab, second.id_token)).resolves.toBeDefined()
  expect((await refresh(lab, first.refresh_token, { client_id: 'other' })).status).toBe(400)
})

test('oidcc-ensure-request-with-valid-pkce-succeeds: with challenge and verifier', async () => {
  const verifier = 'v'.repeat(64)
  const lab = openLab()
  const code = await fetchCode(lab, {
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  expect((await redeem(lab, code, { code_verifier: verifier })).status).toBe(200)
})

test('oidcc-server-rotate-keys: a new key is published beside the old one and signs from then on', async () => {
  const lab = openLab()
  const before = await fetchTokens(lab)
  const made = await lab.call('POST', '/api/key/generate', { key: { name: 'New' } })
  const { key } = JSON.parse(made.body) as { key: { id: string; kid: string } }
  const jwtConfiguration = { idTokenKeyId: key.id, accessTokenKeyId: key.id }
  const tenant = '/api/tenant/10000000-0000-4000-8000-000000000001'
  await lab.call('PATCH', tenant, { tenant: { jwtConfiguration } })
  const after = await fetchTokens(lab)
  expect(decodeProtectedHeader(after.id_token ?? '').kid).toBe(key.kid)
  await expect(verify(lab, before.id_token)).resolves.toBeDefined()
  await expect(verify(lab, after.id_token)).resolves.toBeDefined()
})

test.each([
  '/.well-known/openid-configuration',
  '/.well-known/openid-configuration?tenantId=10000000-0000-4000-8000-000000000001',
  '/.well-known/openid-configuration/10000000-0000-4000-8000-000000000001',
  '/10000000-0000-4000-8000-000000000001/.well-known/openid-configuration',
])(
  'oidcc-discovery-endpoint-verification: %s has what it must, and only what is true',
  async (path) => {
    const lab = openLab()
    const response = await lab.visit(path)
    const metadata = JSON.parse(response.body) as Record<string, string & readonly string[]>
    expect(header(response, 'content-type')).toMatch(/^application\/json/)
    expect(metadata['issuer']).toBe(origin)
    const endpoints = Object.entries(metadata).filter(([name]) =>
      /_endpoint$|^jwks_uri$/.test(name),
    )
    expect(endpoints.map(([name]) => name).toSorted()).toEqual([
      'authorization_endpoint',
      'device_authorization_endpoint',
      'end_session_endpoint',
      'jwks_uri',
      'token_endpoint',
      'userinfo_endpoint',
    ])
    for (const [, address] of endpoints) {
      const answer = await lab.ask({ method: 'GET', url: address, headers: [], body: '' })
      expect(answer.status, address).not.toBe(404)
    }
    expect(metadata['subject_types_supported']).toEqual(['public'])
    expect(metadata['id_token_signing_alg_values_supported']).toContain('RS256')
    expect(metadata['scopes_supported']).toContain('openid')
    for (const type of metadata['response_types_supported'] ?? []) {
      const enabled = { enabledGrants: ['authorization_code', 'implicit'] as const }
      const page = await openLab({ oauth: enabled }).visit(authorizePath({ response_type: type }))
      expect(page.status, type).toBe(200)
    }
    for (const mode of metadata['response_modes_supported'] ?? [])
      expect((await lab.visit(authorizePath({ response_mode: mode }))).status, mode).toBe(200)
    for (const grant of metadata['grant_types_supported'] ?? []) {
      if (grant === 'implicit') continue
      const refused = await lab.tokenRequest({ grant_type: grant, client_id: store })
      expect(refusalOf(refused).at(1), grant).not.toBe('unsupported_grant_type')
    }
  },
)
