import { base64url, decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import {
  fetchCode,
  fetchTokens,
  forums,
  header,
  openLab,
  redeem,
  refresh,
  refusalOf,
  secret,
  store,
  tokensOf,
  userId,
} from './support/lab.ts'

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const pkce = {
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
}
const unknownCode = [400, 'invalid_grant', 'auth_code_not_found']

test('A code is redeemed once', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  expect((await redeem(lab, code)).status).toBe(200)
  expect(refusalOf(await redeem(lab, code))).toEqual(unknownCode)
})

test('A replayed code ends the refresh token of the first exchange', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const first = tokensOf(await redeem(lab, code))
  await redeem(lab, code)
  expect((await refresh(lab, first.refresh_token)).status).toBe(400)
})

test('A code replayed half a minute later still ends the first refresh token', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const first = tokensOf(await redeem(lab, code))
  lab.clock.advance(31)
  await redeem(lab, code)
  expect((await refresh(lab, first.refresh_token)).status).toBe(400)
})

test.each([
  ['a wrong verifier', { code_verifier: 'x'.repeat(43) }],
  ['a wrong redirect_uri', { redirect_uri: 'https://evil.test', code_verifier: verifier }],
  ['a wrong secret', { client_secret: 'guess', code_verifier: verifier }],
])('A replay with %s ends nothing, or anybody could log others out', async (_, fields) => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  const first = tokensOf(await redeem(lab, code, { code_verifier: verifier }))
  expect((await redeem(lab, code, fields)).status).toBeGreaterThanOrEqual(400)
  expect((await refresh(lab, first.refresh_token)).status).toBe(200)
})

test('Two redemptions at once bring one pair of tokens', async () => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  const both = await Promise.all([1, 2].map(() => redeem(lab, code, { code_verifier: verifier })))
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 400]))
})

test('A code lives for thirty seconds', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  lab.clock.advance(30)
  expect(refusalOf(await redeem(lab, code))).toEqual(unknownCode)
})

test('A made-up code is refused', async () => {
  expect(refusalOf(await redeem(openLab(), '__proto__'))).toEqual(unknownCode)
})

test('The code of one application is worthless to another', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const other = { client_id: forums, client_secret: 'the secret of the forums' }
  expect(refusalOf(await redeem(lab, code, other))).toEqual(unknownCode)
  expect((await redeem(lab, code)).status).toBe(200)
})

test('A request without a code is refused', async () => {
  expect(refusalOf(await redeem(openLab(), ''))).toEqual([400, 'invalid_request', 'missing_code'])
})

test('The redirect_uri has to be there', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), { redirect_uri: undefined })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'missing_redirect_uri'])
})

test('The redirect_uri has to be that of the authorization request', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), {
    redirect_uri: 'https://store.example.com/',
  })
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'invalid_redirect_uri'])
})

test('With PKCE the right verifier opens', async () => {
  const lab = openLab()
  expect((await redeem(lab, await fetchCode(lab, pkce), { code_verifier: verifier })).status).toBe(
    200,
  )
})

test('With PKCE a missing verifier is refused', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab, pkce))
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'missing_code_verifier'])
})

test.each([
  ['another', 'x'.repeat(43)],
  ['a short', 'short'],
  ['an odd', '*'.repeat(50)],
])('With PKCE %s verifier is refused', async (_, wrong) => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab, pkce), { code_verifier: wrong })
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'invalid_pkce_code_verifier'])
})

test('A wrong verifier does not burn the code', async () => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  await redeem(lab, code, { code_verifier: 'x'.repeat(43) })
  expect((await redeem(lab, code, { code_verifier: verifier })).status).toBe(200)
})

test('A verifier for a code without a challenge means a downgrade, and is refused', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), { code_verifier: verifier })
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'invalid_pkce_code_verifier'])
})

test('A client that need not authenticate with PKCE has to without it', async () => {
  const lab = openLab({ oauth: { clientAuthenticationPolicy: 'NotRequiredWhenUsingPKCE' } })
  const response = await redeem(lab, await fetchCode(lab), { client_secret: undefined })
  expect(refusalOf(response)).toEqual([401, 'invalid_client', 'client_authentication_missing'])
})

test('A client that uses PKCE need not authenticate when the policy says so', async () => {
  const lab = openLab({ oauth: { clientAuthenticationPolicy: 'NotRequiredWhenUsingPKCE' } })
  const response = await redeem(lab, await fetchCode(lab, pkce), {
    client_secret: undefined,
    code_verifier: verifier,
  })
  expect(response.status).toBe(200)
})

test('PKCE may be demanded from a client that does not authenticate', async () => {
  const oauth = {
    clientAuthenticationPolicy: 'NotRequired',
    proofKeyForCodeExchangePolicy: 'NotRequiredWhenUsingClientAuthentication',
  } as const
  const lab = openLab({ oauth })
  const response = await redeem(lab, await fetchCode(lab), { client_secret: undefined })
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'missing_code_verifier'])
  expect(
    (await redeem(lab, await fetchCode(lab, { prompt: 'login' }), { client_secret: secret }))
      .status,
  ).toBe(200)
})

test('Without openid there is no ID token', async () => {
  const tokens = await fetchTokens(openLab(), { scope: 'offline_access' })
  expect([tokens.id_token, tokens.scope]).toEqual([undefined, 'offline_access'])
})

test('Without offline_access there is no refresh token', async () => {
  const tokens = await fetchTokens(openLab(), { scope: 'openid' })
  expect([tokens.refresh_token, tokens.refresh_token_id]).toEqual([undefined, undefined])
})

test('Without generateRefreshTokens there is no refresh token', async () => {
  const tokens = await fetchTokens(openLab({ oauth: { generateRefreshTokens: false } }))
  expect(tokens.refresh_token).toBeUndefined()
})

test('Without the refresh grant there is no refresh token', async () => {
  const tokens = await fetchTokens(openLab({ oauth: { enabledGrants: ['authorization_code'] } }))
  expect(tokens.refresh_token).toBeUndefined()
})

test('A user who was locked in between gets no tokens', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  await lab.call('DELETE', `/api/user/${userId}`)
  expect(refusalOf(await redeem(lab, code))).toEqual([400, 'invalid_grant', 'user_locked'])
})

test('A user who was deleted in between gets no tokens', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  await lab.call('DELETE', `/api/user/${userId}?hardDelete=true`)
  expect(refusalOf(await redeem(lab, code))).toEqual([400, 'invalid_grant', 'user_not_found'])
})

test('The header of a token names algorithm, type and key, and nothing else', async () => {
  const { access_token: access, id_token: id = '' } = await fetchTokens(openLab())
  for (const one of [access, id].map((token) => decodeProtectedHeader(token))) {
    expect(one).toMatchObject({ alg: 'RS256', typ: 'JWT' })
    expect(Object.keys(one)).toEqual(['alg', 'typ', 'kid'])
  }
})

test('The ID token says what it is, which grant it came from, and for which scopes', async () => {
  const { id_token: token = '' } = await fetchTokens(openLab(), { scope: 'openid email' })
  expect(decodeJwt(token)).toMatchObject({
    tty: 'idt',
    gty: ['authorization_code'],
    scope: 'openid email',
  })
})

test('The ID token names the audience, the nonce and the hash of the access token', async () => {
  const tokens = await fetchTokens(openLab(), { nonce: 'n-0S6', scope: 'openid profile email' })
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(tokens.access_token),
  )
  expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({
    aud: store,
    sub: userId,
    nonce: 'n-0S6',
    at_hash: base64url.encode(new Uint8Array(digest, 0, 16)),
    email: 'ada@example.com',
    given_name: 'Ada',
    name: 'Ada Winter',
  })
})

test('The ID token tells of the user only what the scopes ask for', async () => {
  const { id_token: token } = await fetchTokens(openLab())
  expect(decodeJwt(token ?? '')).not.toHaveProperty('email')
})

test('A strict application keeps the e-mail address out of the access token', async () => {
  const strict = await fetchTokens(openLab(), { scope: 'openid email' })
  const compatible = await fetchTokens(openLab({ oauth: { scopeHandlingPolicy: 'Compatibility' } }))
  expect(decodeJwt(strict.access_token)).not.toHaveProperty('email')
  expect(decodeJwt(compatible.access_token)).toMatchObject({
    email: 'ada@example.com',
    email_verified: true,
  })
})

test('Every answer of the token endpoint forbids caches to keep it', async () => {
  const lab = openLab()
  for (const response of [await redeem(lab, await fetchCode(lab)), await redeem(lab, 'x')]) {
    expect(header(response, 'cache-control')).toBe('no-store')
    expect(header(response, 'pragma')).toBe('no-cache')
    expect(header(response, 'content-type')).toBe('application/json; charset=UTF-8')
  }
})
