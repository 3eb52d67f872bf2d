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
  fetchTokens,
  form,
  header,
  type Lab,
  logIn,
  openLab,
  origin,
  redirectUri,
  store,
  tenantId,
} from '../support/lab.ts'

const userinfo = (
  lab: Lab,
  method: string,
  headers: readonly (readonly [string, string])[],
  path = '',
) => lab.ask({ method, url: `${origin}/oauth2/userinfo${path}`, headers: [...headers], body: '' })

test('AS-60: an ID token has iss, sub, aud, exp, iat and the nonce, and no empty claim', async () => {
  const nonce = 'näh & co+1'
  const { id_token: jwt = '' } = await fetchTokens(openLab(), { nonce })
  const claims = decodeJwt(jwt)
  expect(claims).toMatchObject({ iss: origin, aud: store, nonce })
  expect(claims.sub).toMatch(/^[\x21-\x7e]{1,255}$/)
  expect(Object.values(claims)).not.toContain(null)
  expect(Object.values(claims)).not.toContain('')
})

test('AS-61: RS256 is offered and used, and none is not', async () => {
  const lab = openLab()
  const { id_token: jwt = '' } = await fetchTokens(lab)
  const { body } = await lab.visit('/.well-known/openid-configuration')
  const { id_token_signing_alg_values_supported: offered } = JSON.parse(body) as {
    id_token_signing_alg_values_supported: string[]
  }
  expect(decodeProtectedHeader(jwt).alg).toBe('RS256')
  expect(offered).toContain('RS256')
  expect(offered).not.toContain('none')
})

test('AS-62: a token names its key, and the published key of that name verifies it', async () => {
  const lab = openLab()
  const { id_token: jwt = '' } = await fetchTokens(lab)
  const keys = JSON.parse((await lab.visit('/.well-known/jwks.json')).body) as JSONWebKeySet
  const { kid } = decodeProtectedHeader(jwt)
  expect(keys.keys.map((key) => key.kid)).toContain(kid)
  const currentDate = new Date(lab.clock.now())
  await expect(jwtVerify(jwt, createLocalJWKSet(keys), { currentDate })).resolves.toBeDefined()
})

/** A new key for the tenant's tokens, as an operator would rotate it. */
const rotate = async (lab: Lab): Promise<string> => {
  const key = { algorithm: 'RS256', name: 'Next year’s key' }
  const made = await lab.call('POST', '/api/key/generate', { key })
  const { id, kid } = (JSON.parse(made.body) as { key: { id: string; kid: string } }).key
  const jwtConfiguration = { accessTokenKeyId: id, idTokenKeyId: id }
  const done = await lab.call('PATCH', `/api/tenant/${tenantId}`, { tenant: { jwtConfiguration } })
  expect([made.status, done.status]).toEqual([200, 200])
  return kid
}

test('AS-62: after a rotation new tokens name the new key, and the published keys verify old ones still', async () => {
  const lab = openLab()
  const before = await fetchTokens(lab)
  const kid = await rotate(lab)
  const after = await fetchTokens(lab)
  expect(kid).toMatch(/^[\w-]{27}$/)
  for (const jwt of [after.id_token, after.access_token])
    expect(decodeProtectedHeader(jwt ?? '').kid).toBe(kid)
  expect(decodeProtectedHeader(before.access_token).kid).not.toBe(kid)
  const keys = JSON.parse((await lab.visit('/.well-known/jwks.json')).body) as JSONWebKeySet
  const currentDate = new Date(lab.clock.now())
  for (const { access_token: jwt } of [before, after]) {
    await expect(jwtVerify(jwt, createLocalJWKSet(keys), { currentDate })).resolves.toBeDefined()
  }
  const headers = [['authorization', `Bearer ${after.access_token}`]] as const
  expect((await userinfo(lab, 'GET', headers)).status).toBe(200)
})

test.each([
  [true, 'its own key'],
  [false, 'the key of the tenant'],
])('AS-62: an application whose JWT settings are enabled (%s) signs with %s', async (enabled) => {
  const lab = openLab()
  const made = await lab.call('POST', '/api/key/generate', { key: { name: 'The Store’s key' } })
  const { id, kid } = (JSON.parse(made.body) as { key: { id: string; kid: string } }).key
  const jwtConfiguration = { enabled, accessTokenKeyId: id }
  const done = await lab.call('PATCH', `/api/application/${store}`, {
    application: { jwtConfiguration },
  })
  const { access_token: access, id_token: identity = '' } = await fetchTokens(lab)
  expect(done.status).toBe(200)
  expect(decodeProtectedHeader(access).kid === kid).toBe(enabled)
  expect(decodeProtectedHeader(identity).kid).not.toBe(kid)
})

test('AS-62: a token whose key was deleted is trusted no more', async () => {
  const lab = openLab()
  const { access_token: jwt } = await fetchTokens(lab)
  await rotate(lab)
  const { keys } = JSON.parse((await lab.call('GET', '/api/key')).body) as {
    keys: { id: string; kid: string }[]
  }
  const old = keys.find(({ kid }) => kid === decodeProtectedHeader(jwt).kid)
  expect((await lab.call('DELETE', `/api/key/${old?.id}`)).status).toBe(200)
  const headers = [['authorization', `Bearer ${jwt}`]] as const
  expect((await userinfo(lab, 'GET', headers)).status).toBe(401)
})

test.each(['GET', 'POST'])(
  'AS-63: userinfo by %s tells sub and claims that have a value',
  async (method) => {
    const lab = openLab()
    const { access_token: token } = await fetchTokens(lab, { scope: 'openid profile email phone' })
    const response = await userinfo(lab, method, [['authorization', `Bearer ${token}`]])
    expect(header(response, 'content-type')).toMatch(/^application\/json/)
    const claims = JSON.parse(response.body) as Record<string, unknown>
    expect(claims).toMatchObject({ email: 'ada@example.com', given_name: 'Ada' })
    expect(claims['sub']).toBe(decodeJwt(token).sub)
    expect(Object.keys(claims)).not.toContain('phone_number')
    expect(Object.values(claims)).not.toContain(null)
  },
)

test('AS-64: a bad token is answered with invalid_token, no token without an error code', async () => {
  const lab = openLab()
  const bad = await userinfo(lab, 'GET', [['authorization', 'Bearer a.b.c']])
  const none = await userinfo(lab, 'GET', [])
  expect([bad.status, none.status]).toEqual([401, 401])
  expect(header(bad, 'www-authenticate')).toContain('error="invalid_token"')
  expect(header(none, 'www-authenticate')).toMatch(/^Bearer realm="[^"]+"$/)
})

test('AS-65: a token in the address is not taken', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect((await userinfo(lab, 'GET', [], `?access_token=${token}`)).status).toBe(401)
})

test('AS-67: with an issuer of one’s own, tokens, metadata and address agree', async () => {
  const lab = openLab()
  const { id_token: idToken = '', access_token: accessToken } = await fetchTokens(lab)
  const { body } = await lab.visit('/.well-known/openid-configuration')
  const { issuer } = JSON.parse(body) as { issuer: string }
  expect([issuer, decodeJwt(idToken).iss, decodeJwt(accessToken).iss]).toEqual([
    origin,
    origin,
    origin,
  ])
})

const attacks = [
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  '<img src=x onerror=alert(1)>',
  '</pre><svg/onload=alert(1)>',
  '{{7*7}}${7*7}',
  '&lt;script&gt;',
  '"autofocus onfocus="alert(1)',
  '\u0000<b>',
]

const harmless = (body: string) => {
  expect(body).not.toMatch(/<script>alert|<img src|<svg|<b>|onfocus="alert|'-alert\(1\)-'/)
}

test.each(attacks)('AS-73: %j stands in every page as text', async (attack) => {
  const lab = openLab({
    oauth: { authorizedRedirectURLs: [redirectUri], deviceVerificationURL: origin },
  })
  for (const name of [
    'state',
    'redirect_uri',
    'login_hint',
    'client_id',
    'nonce',
    'scope',
    'tenantId',
  ]) {
    harmless((await lab.visit(authorizePath({ [name]: attack }))).body)
  }
  const typed = { loginId: attack, password: attack }
  harmless((await logIn(lab, {}, typed)).body)
  const device = { client_id: store, user_code: attack }
  harmless((await lab.visit(`/oauth2/device?${form(device)}`)).body)
  harmless((await lab.visit('/oauth2/device', device)).body)
  harmless((await lab.visit(`/oauth2/device-complete?${form({ error: attack })}`)).body)
  const logout = { client_id: store, post_logout_redirect_uri: attack, state: attack }
  harmless((await lab.visit(`/oauth2/logout?${form(logout)}`)).body)
  harmless(
    (await lab.visit(authorizePath({ state: attack, response_mode: 'form_post', prompt: 'none' })))
      .body,
  )
})

test('AS-73: an application’s name stands in the login page as text', async () => {
  const lab = openLab()
  const body = { application: { name: attacks[0] } }
  await lab.call('PATCH', `/api/application/${store}`, body, [
    ['authorization', 'the-key-of-the-test'],
    ['x-fusionauth-tenantid', tenantId],
  ])
  harmless((await lab.visit(authorizePath())).body)
})
