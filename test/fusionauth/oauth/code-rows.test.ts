import { createHash, randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { equal } from '../../../server/fusionauth/stand-in/equal.ts'
import { token } from '../../../server/fusionauth/stand-in/random.ts'
import {
  fetchCode,
  fetchTokens,
  forums,
  header,
  openLab,
  redeem,
  redirectUri,
  refresh,
  refusalOf,
  secret,
  store,
  tenantId,
  tokensOf,
} from '../support/lab.ts'

const verifier = 'a-verifier-of-fifty-characters-is-long-enough-1234'
const challenge = createHash('sha256').update(verifier).digest('base64url')
const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }

test('AS-13: a code with a challenge is redeemed with its verifier', async () => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  expect((await redeem(lab, code, { code_verifier: verifier })).status).toBe(200)
})

test('AS-30: a code is valid once', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  expect((await redeem(lab, code)).status).toBe(200)
  expect((await redeem(lab, code)).status).toBe(400)
})

test('AS-30: a code lives thirty seconds by default and never longer than ten minutes', async () => {
  const young = openLab()
  const youngCode = await fetchCode(young)
  young.clock.advance(29)
  expect((await redeem(young, youngCode)).status).toBe(200)
  const old = openLab()
  const oldCode = await fetchCode(old)
  old.clock.advance(30)
  expect((await redeem(old, oldCode)).status).toBe(400)
  const { status } = await old.call('PATCH', `/api/tenant/${tenantId}`, {
    tenant: { externalIdentifierConfiguration: { authorizationGrantIdTimeToLiveInSeconds: 601 } },
  })
  expect(status).toBe(400)
})

test('AS-31: a second, otherwise valid use is refused and ends the refresh token of the first', async () => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  const first = tokensOf(await redeem(lab, code, { code_verifier: verifier }))
  const second = await redeem(lab, code, { code_verifier: verifier })
  expect(refusalOf(second)).toEqual([400, 'invalid_grant', 'auth_code_not_found'])
  expect((await refresh(lab, first.refresh_token)).status).toBe(400)
})

test.each([
  ['a wrong verifier', { code_verifier: 'b'.repeat(50) }],
  ['no verifier', {}],
  ['a wrong secret', { code_verifier: verifier, client_secret: 'guess' }],
  ['no secret', { code_verifier: verifier, client_secret: undefined }],
  ['a wrong redirect_uri', { code_verifier: verifier, redirect_uri: 'https://evil.test/' }],
])('AS-31: a replay with %s is refused and leaves the first tokens alive', async (_, fields) => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  const first = tokensOf(await redeem(lab, code, { code_verifier: verifier }))
  expect((await redeem(lab, code, fields)).status).toBeGreaterThanOrEqual(400)
  expect((await refresh(lab, first.refresh_token)).status).toBe(200)
})

test('AS-32: a hundred thousand secrets have no duplicate and no common beginning', () => {
  const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) }
  const secrets = Array.from({ length: 100_000 }, () => token(random))
  expect(new Set(secrets).size).toBe(secrets.length)
  expect(new Set(secrets.map((text) => text.slice(0, 3))).size).toBeGreaterThan(50_000)
  expect(secrets.every((text) => /^[\w-]{43}$/.test(text))).toBe(true)
})

test('AS-32: codes, refresh tokens, SSO and login values hold 32 random bytes each', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const { refresh_token: refreshToken } = tokensOf(await redeem(lab, code))
  for (const value of [code, refreshToken, lab.jar.get('fusionauth.sso')])
    expect(value).toMatch(/^[\w-]{43}$/)
})

test.each([
  [
    'a wrong redirect_uri',
    { redirect_uri: 'https://store.example.com/other' },
    'invalid_redirect_uri',
  ],
  [
    'another client',
    { client_id: forums, client_secret: 'the secret of the forums' },
    'auth_code_not_found',
  ],
])('AS-33: %s is refused with invalid_grant', async (_, fields, reason) => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), fields)
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', reason])
})

test('AS-33: an omitted redirect_uri is refused', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), { redirect_uri: undefined })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'missing_redirect_uri'])
})

test('AS-33: an expired code is refused with invalid_grant', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  lab.clock.advance(31)
  expect(refusalOf(await redeem(lab, code))).toEqual([400, 'invalid_grant', 'auth_code_not_found'])
})

test('AS-34: with a stored challenge a missing or wrong verifier is refused with invalid_grant', async () => {
  const lab = openLab()
  const code = await fetchCode(lab, pkce)
  const wrong = await redeem(lab, code, { code_verifier: 'c'.repeat(50) })
  expect(refusalOf(await redeem(lab, code))).toEqual([
    400,
    'invalid_grant',
    'missing_code_verifier',
  ])
  expect(refusalOf(wrong)).toEqual([400, 'invalid_grant', 'invalid_pkce_code_verifier'])
})

test('AS-35: a verifier for a code without a challenge means a downgrade, and is refused', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), { code_verifier: verifier })
  expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'invalid_pkce_code_verifier'])
})

test.each(['GET', 'PUT', 'DELETE'])(
  'AS-36: %s at the token endpoint is answered with 405',
  async (method) => {
    const response = await openLab().call(method, '/oauth2/token')
    expect([response.status, header(response, 'allow')]).toEqual([405, 'POST'])
  },
)

test.each([
  ['application/json', '{"grant_type":"password"}'],
  ['text/plain', 'grant_type=password'],
  ['multipart/form-data; boundary=x', '--x--'],
])('AS-36: a token request in the media type %s is missing its grant_type', async (type, body) => {
  const lab = openLab()
  const response = await lab.ask({
    method: 'POST',
    url: 'https://example.fusionauth.io/oauth2/token',
    headers: [['content-type', type]],
    body,
  })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'missing_grant_type'])
})

const basic = (id: string, clientSecret: string): readonly [string, string][] => {
  const pair = [id, clientSecret].map((half) =>
    new URLSearchParams({ v: half }).toString().slice(2),
  )
  return [['authorization', `Basic ${Buffer.from(pair.join(':')).toString('base64')}`]]
}

test('AS-37: HTTP Basic takes a secret with :, %, + and é, form-encoded first', async () => {
  const awkward = 'a:b%c+d é&=/'
  const lab = openLab({ oauth: { clientSecret: awkward } })
  const response = await lab.tokenRequest(
    { grant_type: 'authorization_code', code: await fetchCode(lab), redirect_uri: redirectUri },
    basic(store, awkward),
  )
  expect(response.status).toBe(200)
})

test('AS-37: both ways to authenticate at once are refused', async () => {
  const lab = openLab()
  const response = await lab.tokenRequest(
    { grant_type: 'refresh_token', refresh_token: 'x', client_id: store, client_secret: secret },
    basic(store, secret),
  )
  expect(refusalOf(response).slice(0, 2)).toEqual([400, 'invalid_request'])
})

test('AS-37: a secret in the address is not a secret', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const response = await lab.ask({
    method: 'POST',
    url: `https://example.fusionauth.io/oauth2/token?client_secret=${encodeURIComponent(secret)}`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: store,
    }).toString(),
  })
  expect(response.status).toBe(401)
})

test('AS-38: bad Basic credentials bring 401 with a challenge, a bad body 401', async () => {
  const lab = openLab()
  const grant = { grant_type: 'refresh_token', refresh_token: 'x' }
  const inHeader = await lab.tokenRequest(grant, basic(store, 'guess'))
  const inBody = await lab.tokenRequest({ ...grant, client_id: store, client_secret: 'guess' })
  expect(refusalOf(inHeader).slice(0, 2)).toEqual([401, 'invalid_client'])
  expect(header(inHeader, 'www-authenticate')).toMatch(/^Basic /)
  expect(refusalOf(inBody).slice(0, 2)).toEqual([401, 'invalid_client'])
})

test.each([
  ['authorization_code', { code: 'x', redirect_uri: redirectUri }],
  ['password', { username: 'ada@example.com', password: 'tea for two' }],
  ['refresh_token', { refresh_token: 'x' }],
])('AS-39: a confidential client has to authenticate for the grant %s', async (grant, fields) => {
  const response = await openLab().tokenRequest({ grant_type: grant, client_id: store, ...fields })
  expect(refusalOf(response).slice(0, 2)).toEqual([401, 'invalid_client'])
})

test('AS-40: the token answer has its members and is kept by no cache', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab))
  expect(header(response, 'content-type')).toMatch(/^application\/json/)
  expect(tokensOf(response)).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
  for (const answer of [response, await redeem(lab, 'x'), await refresh(lab, undefined)]) {
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'pragma')).toBe('no-cache')
  }
})

test.each([
  ['invalid_request', {}],
  ['invalid_client', { grant_type: 'password', client_id: 'nobody' }],
  ['invalid_grant', { grant_type: 'refresh_token', refresh_token: 'x' }],
  ['unauthorized_client', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code' }],
  ['unsupported_grant_type', { grant_type: 'client_credentials' }],
  ['invalid_scope', { grant_type: 'password', username: 'a', password: 'b', scope: 'nonsense' }],
])('AS-41: the error %s can be reached, as JSON', async (error, fields) => {
  const client = { client_id: store, client_secret: secret }
  const response = await openLab().tokenRequest({ ...client, ...fields })
  expect(refusalOf(response).slice(0, 2)).toEqual([400, error])
  expect(header(response, 'content-type')).toMatch(/^application\/json/)
})

test('AS-42: the scope is named when it differs from what was asked for', async () => {
  const lab = openLab({ oauth: { unknownScopePolicy: 'Remove' } })
  const tokens = await fetchTokens(lab, { scope: 'openid nonsense offline_access' })
  expect(tokens.scope).toBe('openid offline_access')
  const fewer = await refresh(lab, tokens.refresh_token, { scope: 'openid' })
  expect(tokensOf(fewer).scope).toBe('openid')
})

test('AS-72: two secrets are compared to their end, wherever they differ', () => {
  const reads: number[] = []
  const watched = (text: string): Uint8Array => {
    const bytes = Buffer.from(text)
    return new Proxy(new Uint8Array(bytes), {
      get: (target, name) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) reads.push(Number(name))
        return Reflect.get(target, name) as unknown
      },
    })
  }
  vi.stubGlobal(
    'TextEncoder',
    class {
      encode(text: string) {
        return watched(text)
      }
    },
  )
  try {
    expect(equal('abcdefgh', 'Xbcdefgh')).toBe(false)
    const early = reads.splice(0).length
    expect(equal('abcdefgh', 'abcdefgX')).toBe(false)
    const late = reads.splice(0).length
    expect(equal('abcdefgh', 'abcdefgh')).toBe(true)
    expect([late, reads.length]).toEqual([early, early])
  } finally {
    vi.unstubAllGlobals()
  }
})
