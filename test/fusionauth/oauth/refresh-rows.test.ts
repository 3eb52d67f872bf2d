import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  fetchTokens,
  form,
  forums,
  header,
  type Lab,
  openLab,
  refresh,
  refusalOf,
  secret,
  store,
  tenantId,
  tokensOf,
  userId,
} from '../support/lab.ts'

const tenantWith = (jwtConfiguration: object) => ({
  id: tenantId,
  name: 'Test',
  jwtConfiguration,
})

const rotating = {
  refreshTokenUsagePolicy: 'OneTimeUse',
  refreshTokenRevocationPolicy: { onOneTimeTokenReuse: true },
} as const

const publicClient = { clientAuthenticationPolicy: 'NotRequired' } as const

const isAlive = async (lab: Lab, token: string | undefined): Promise<boolean> =>
  (await refresh(lab, token)).status === 200

test('AS-43: a refresh token is worthless to another client and lives on', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const stolen = await refresh(lab, token, {
    client_id: forums,
    client_secret: 'the secret of the forums',
  })
  expect(refusalOf(stolen).slice(0, 2)).toEqual([400, 'invalid_grant'])
  expect(await isAlive(lab, token)).toBe(true)
})

test('AS-43: a wider scope is refused', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const response = await refresh(lab, token, { scope: 'openid offline_access email' })
  expect(refusalOf(response).slice(0, 2)).toEqual([400, 'invalid_scope'])
})

test('AS-43: a rotated token keeps the scope, even after a narrower use', async () => {
  const lab = openLab({ tenant: tenantWith(rotating) })
  const { refresh_token: first } = await fetchTokens(lab)
  const { refresh_token: second } = tokensOf(await refresh(lab, first, { scope: 'openid' }))
  const { access_token: access } = tokensOf(await refresh(lab, second))
  expect(decodeJwt(access)['scope']).toBe('openid offline_access')
})

test('AS-44: configured so, a public client’s reuse of a rotated token ends the active one too', async () => {
  const lab = openLab({ tenant: tenantWith(rotating), oauth: publicClient })
  const { refresh_token: first } = await fetchTokens(lab)
  const spent = { client_secret: undefined }
  const { refresh_token: second } = tokensOf(await refresh(lab, first, spent))
  expect(refusalOf(await refresh(lab, first, spent)).slice(0, 2)).toEqual([400, 'invalid_grant'])
  expect(refusalOf(await refresh(lab, second, spent)).slice(0, 2)).toEqual([400, 'invalid_grant'])
})

test('AS-45: with a sliding window a refresh token ends when it is left alone', async () => {
  const sliding = {
    refreshTokenExpirationPolicy: 'SlidingWindow',
    refreshTokenTimeToLiveInMinutes: 60,
  }
  const lab = openLab({ tenant: tenantWith(sliding) })
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(3599)
  expect(await isAlive(lab, token)).toBe(true)
  lab.clock.advance(3600)
  expect(await isAlive(lab, token)).toBe(false)
})

test('AS-46: a rotated token never outlives the fixed end of the first one', async () => {
  const fixed = { ...rotating, refreshTokenTimeToLiveInMinutes: 10 }
  const lab = openLab({ tenant: tenantWith(fixed) })
  const { refresh_token: first } = await fetchTokens(lab)
  lab.clock.advance(599)
  const { refresh_token: second } = tokensOf(await refresh(lab, first))
  lab.clock.advance(1)
  expect(await isAlive(lab, second)).toBe(false)
})

test('AS-46: a sliding token with a maximum ends there, however busy it is', async () => {
  const maximum = {
    refreshTokenExpirationPolicy: 'SlidingWindowWithMaximumLifetime',
    refreshTokenTimeToLiveInMinutes: 10,
    refreshTokenSlidingWindowConfiguration: { maximumTimeToLiveInMinutes: 15 },
  }
  const lab = openLab({ tenant: tenantWith(maximum) })
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(500)
  expect(await isAlive(lab, token)).toBe(true)
  lab.clock.advance(399)
  expect(await isAlive(lab, token)).toBe(true)
  lab.clock.advance(1)
  expect(await isAlive(lab, token)).toBe(false)
})

test('AS-49: an application has no password grant unless somebody switches it on', async () => {
  const lab = openLab()
  const { body } = await lab.call('POST', '/api/application', { application: { name: 'Fresh' } })
  const { application } = JSON.parse(body) as {
    application: {
      id: string
      oauthConfiguration: { clientSecret: string; enabledGrants: string[] }
    }
  }
  expect(application.oauthConfiguration.enabledGrants).not.toContain('password')
  const response = await lab.tokenRequest({
    grant_type: 'password',
    username: 'ada@example.com',
    password: 'tea for two',
    client_id: application.id,
    client_secret: application.oauthConfiguration.clientSecret,
  })
  expect(refusalOf(response)).toEqual([400, 'unauthorized_client', 'grant_type_disabled'])
})

test('AS-50: the ID token of a refresh keeps iss, sub, aud and auth_time and has no nonce', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab, { nonce: 'n-1' })
  lab.clock.advance(600)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  const [before, after] = [first, second].map(({ id_token: jwt = '' }) => decodeJwt(jwt))
  for (const claim of ['iss', 'sub', 'aud', 'auth_time'])
    expect(after?.[claim]).toBe(before?.[claim])
  expect(Number(after?.iat) - Number(before?.iat)).toBe(600)
  expect([before?.['nonce'], after?.['nonce']]).toEqual(['n-1', undefined])
})

test('AS-66: an access token names one audience and lives an hour', async () => {
  const { access_token: jwt } = await fetchTokens(openLab())
  const { aud, exp = 0, iat = 0 } = decodeJwt(jwt)
  expect([aud, exp - iat]).toEqual([store, 3600])
})

test('AS-66: a token of the Store is of no use to the Forums at introspection', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  const response = await lab.ask({
    method: 'POST',
    url: 'https://example.fusionauth.io/oauth2/introspect',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: form({ client_id: forums, token }),
  })
  expect(response.status).toBe(401)
})

test('No answer to a refresh holds the secret of the client', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const response = await refresh(lab, token)
  expect(response.body).not.toContain(secret)
  expect(tokensOf(response).userId).toBe(userId)
  expect(header(response, 'set-cookie')).toBeUndefined()
})
