import { createHash } from 'node:crypto'
import { FusionAuthClient } from '@fusionauth/typescript-client'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import {
  apiKey,
  clientId,
  clientSecret,
  loginId,
  openProvider,
  password,
  type Provider,
  redirectUri,
  tenantId,
  userId,
} from './support/provider.ts'

/** The methods of the official client that the stand-in promises to answer. */
const promised = [
  'approveDevice',
  'changePasswordByIdentity',
  'createAPIKey',
  'createApplication',
  'createTenant',
  'createUser',
  'deviceAuthorize',
  'exchangeOAuthCodeForAccessToken',
  'exchangeOAuthCodeForAccessTokenUsingPKCE',
  'exchangeOAuthCodeForAccessTokenUsingPKCEWithRequest',
  'exchangeOAuthCodeForAccessTokenWithRequest',
  'exchangeRefreshTokenForAccessToken',
  'exchangeRefreshTokenForAccessTokenWithRequest',
  'exchangeRefreshTokenForJWT',
  'exchangeUserCredentialsForAccessToken',
  'exchangeUserCredentialsForAccessTokenWithRequest',
  'generateKey',
  'introspectAccessToken',
  'introspectAccessTokenWithRequest',
  'issueJWT',
  'login',
  'logout',
  'logoutWithRequest',
  'patchApplication',
  'patchTenant',
  'register',
  'retrieveJWTPublicKey',
  'retrieveJWTPublicKeyByApplicationId',
  'retrieveJWTPublicKeys',
  'retrieveJsonWebKeySet',
  'retrieveOpenIdConfiguration',
  'retrieveRefreshTokenById',
  'retrieveRefreshTokens',
  'retrieveSystemHealth',
  'retrieveSystemStatus',
  'retrieveSystemStatusUsingAPIKey',
  'retrieveUserInfoFromAccessToken',
  'retrieveVersion',
  'revokeRefreshToken',
  'revokeRefreshTokenById',
  'revokeRefreshTokenByToken',
  'revokeRefreshTokensByApplicationId',
  'revokeRefreshTokensByUserId',
  'revokeRefreshTokensByUserIdForApplication',
  'revokeRefreshTokensWithRequest',
  'validateDevice',
  'validateJWT',
  'vendJWT',
] as const

const called = new Set<string>()
let provider: Provider
let client: FusionAuthClient

/** The client, and a note of each of its methods that was called. */
const noting = (made: FusionAuthClient): FusionAuthClient =>
  new Proxy(made, {
    get: (target, name) => {
      if (typeof name === 'string') called.add(name)
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })

beforeEach(async () => {
  provider = await openProvider()
  client = noting(new FusionAuthClient(apiKey, provider.origin, tenantId))
})

afterEach(() => provider.close())

/** The status with which a call is refused. */
const refused = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call
  } catch (answer) {
    return (answer as { readonly statusCode?: unknown }).statusCode
  }
  return 'not refused'
}

const verifier = 'v'.repeat(50)

const code = async (extra: Record<string, string> = {}): Promise<string> => {
  const url = new URL('/oauth2/authorize', provider.origin)
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    ...extra,
  }).toString()
  return (await openBrowser().logIn(url)).searchParams.get('code') ?? ''
}

const pkce = () =>
  code({
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })

const logIn = async () =>
  (await client.login({ loginId, password, applicationId: clientId })).response

const oauthTokens = async () =>
  (
    await client.exchangeUserCredentialsForAccessToken(
      loginId,
      password,
      clientId,
      clientSecret,
      'openid offline_access',
      '',
    )
  ).response

const listed = async () => (await client.retrieveRefreshTokens(userId)).response.refreshTokens ?? []

describe('The official client gets tokens', () => {
  test('for a code, in both its ways', async () => {
    const one = client.exchangeOAuthCodeForAccessToken(
      await code(),
      clientId,
      clientSecret,
      redirectUri,
    )
    const two = client.exchangeOAuthCodeForAccessTokenWithRequest({
      grant_type: 'authorization_code',
      code: await code(),
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
    })
    for (const { response } of [await one, await two]) expect(response).toMatchObject({ userId })
  })

  test('for a code with PKCE, in both its ways', async () => {
    const one = client.exchangeOAuthCodeForAccessTokenUsingPKCE(
      await pkce(),
      clientId,
      clientSecret,
      redirectUri,
      verifier,
    )
    const two = client.exchangeOAuthCodeForAccessTokenUsingPKCEWithRequest({
      grant_type: 'authorization_code',
      code: await pkce(),
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    })
    for (const { response } of [await one, await two]) expect(response).toMatchObject({ userId })
  })

  test('for a password, in both its ways, and for the refresh token that came', async () => {
    const { response } = await client.exchangeUserCredentialsForAccessTokenWithRequest({
      grant_type: 'password',
      username: loginId,
      password,
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'openid offline_access',
    })
    const token = response.refresh_token ?? ''
    const one = await client.exchangeRefreshTokenForAccessToken(
      token,
      clientId,
      clientSecret,
      '',
      '',
    )
    const two = await client.exchangeRefreshTokenForAccessTokenWithRequest({
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: clientId,
      client_secret: clientSecret,
    })
    expect([one.response.refresh_token, two.response.refresh_token]).toEqual([token, token])
    expect((await oauthTokens()).userId).toBe(userId)
  })

  test('for a device that somebody else approves', async () => {
    const asked = (await client.deviceAuthorize(clientId, clientSecret, 'openid')).response
    const { user_code: userCode = '' } = asked
    expect((await client.validateDevice(userCode, clientId)).statusCode).toBe(200)
    const { access_token: token = '' } = await oauthTokens()
    const approval = await client.approveDevice(clientId, clientSecret, token, userCode)
    expect(approval.statusCode).toBe(200)
    expect(await refused(client.validateDevice('NOTONE', clientId))).toBe(400)
  })
})

describe('The official client looks at tokens', () => {
  test('introspects an access token, in both its ways', async () => {
    const { access_token: token = '' } = await oauthTokens()
    const one = await client.introspectAccessToken(clientId, token)
    const two = await client.introspectAccessTokenWithRequest({ client_id: clientId, token })
    for (const { response } of [one, two])
      expect(response).toMatchObject({ active: true, sub: userId })
  })

  test('validates a JWT, and is refused one that was made up', async () => {
    const { access_token: token = '' } = await oauthTokens()
    const { response } = await client.validateJWT(token)
    expect(response.jwt).toMatchObject({ sub: userId, aud: clientId })
    expect(await refused(client.validateJWT('a.b.c'))).toBe(401)
  })

  test('reads userinfo', async () => {
    const { access_token: token = '' } = await oauthTokens()
    expect((await client.retrieveUserInfoFromAccessToken(token)).response).toEqual({ sub: userId })
  })

  test('reads configuration and keys, and the keys are the same everywhere', async () => {
    const { response: configuration } = await client.retrieveOpenIdConfiguration()
    expect(configuration.jwks_uri).toBe(`${provider.origin}/.well-known/jwks.json`)
    const { keys = [] } = (await client.retrieveJsonWebKeySet()).response
    const kid = keys[0]?.kid ?? ''
    const { publicKeys = {} } = (await client.retrieveJWTPublicKeys()).response
    expect(Object.keys(publicKeys)).toEqual([kid])
    const byId = (await client.retrieveJWTPublicKey(kid)).response.publicKey
    const byApplication = (await client.retrieveJWTPublicKeyByApplicationId(clientId)).response
    expect([byId, byApplication.publicKey]).toEqual([publicKeys[kid], publicKeys[kid]])
  })

  test('issues a JWT for another application, and vends one of its own making', async () => {
    const { token = '', refreshToken = '' } = await logIn()
    const issued = (await client.issueJWT(clientId, token, refreshToken)).response.token ?? ''
    expect((await client.validateJWT(issued)).response.jwt).toMatchObject({ sub: userId })
    const vended = await client.vendJWT({ claims: { tea: 'for two' }, timeToLiveInSeconds: 60 })
    const { response } = await client.validateJWT(vended.response.token ?? '')
    expect(response.jwt).toMatchObject({ tea: 'for two' })
  })
})

describe('The official client ends refresh tokens', () => {
  test('by logout, of one or of all', async () => {
    const one = (await logIn()).refreshToken ?? ''
    await logIn()
    await client.logoutWithRequest({ refreshToken: one, global: false })
    expect(await listed()).toHaveLength(1)
    await client.logout(true, (await logIn()).refreshToken ?? '')
    expect(await listed()).toEqual([])
    expect(await refused(client.exchangeRefreshTokenForJWT({ refreshToken: one }))).toBe(400)
  })

  test('by id and by value', async () => {
    const { refreshTokenId = '' } = await logIn()
    const found = (await client.retrieveRefreshTokenById(refreshTokenId)).response.refreshToken
    expect(found).toMatchObject({ id: refreshTokenId, userId, applicationId: clientId })
    await client.revokeRefreshTokenById(refreshTokenId)
    expect(await refused(client.retrieveRefreshTokenById(refreshTokenId))).toBe(404)
    await client.revokeRefreshTokenByToken((await logIn()).refreshToken ?? '')
    expect(await listed()).toEqual([])
  })

  test.each([
    ['user', () => client.revokeRefreshTokensByUserId(userId)],
    ['application', () => client.revokeRefreshTokensByApplicationId(clientId)],
    ['both', () => client.revokeRefreshTokensByUserIdForApplication(userId, clientId)],
    ['request', () => client.revokeRefreshTokensWithRequest({ userId })],
  ])('by %s', async (_, revoke) => {
    await logIn()
    await logIn()
    await revoke()
    expect(await listed()).toEqual([])
  })

  test('and is refused the text `undefined` that it sends for what was left out', async () => {
    const careless = client.revokeRefreshToken('any', undefined as never, undefined as never)
    expect(await refused(careless)).toBe(400)
  })

  test('by a change of the password', async () => {
    await logIn()
    await client.changePasswordByIdentity({
      loginId,
      password: 'another password',
      currentPassword: password,
    })
    expect(await listed()).toEqual([])
    expect(await refused(logIn())).toBe(404)
  })
})

describe('The official client looks after the server', () => {
  test('asks how it is', async () => {
    const health = await client.retrieveSystemHealth()
    const anybody = await client.retrieveSystemStatus()
    const withKey = await client.retrieveSystemStatusUsingAPIKey()
    expect([health.statusCode, anybody.statusCode, withKey.statusCode]).toEqual([200, 200, 200])
    expect((await client.retrieveVersion()).response.version).toBe('1.69.0')
  })

  test('sets up another tenant with an application and a user', async () => {
    const every = noting(new FusionAuthClient(apiKey, provider.origin))
    const { response } = await every.createTenant('', { tenant: { name: 'Another' } })
    const id = response.tenant?.id ?? ''
    await every.patchTenant(id, { tenant: { issuer: 'another.example' } })
    every.setTenantId(id)
    const made = await every.createApplication('', { application: { name: 'Another' } })
    const applicationId = made.response.application?.id ?? ''
    await every.patchApplication(applicationId, { application: { name: 'Renamed' } })
    const { user } = (
      await every.createUser('', { user: { email: 'new@example.com', password: 'a new password' } })
    ).response
    await every.register(user?.id ?? '', { registration: { applicationId } })
    const login = { loginId: 'new@example.com', password: 'a new password', applicationId }
    expect((await every.login(login)).statusCode).toBe(200)
  })

  test('makes a signing key, and an API key that may do one thing only', async () => {
    const key = { name: 'Mine', algorithm: 'RS256' as never, length: 2048 }
    expect((await client.generateKey('', { key })).response.key).toMatchObject({ name: 'Mine' })
    const global = noting(new FusionAuthClient(apiKey, provider.origin))
    const { response } = await global.createAPIKey('', {
      apiKey: { permissions: { endpoints: { '/api/tenant': ['GET'] } } },
    })
    const limited = new FusionAuthClient(response.apiKey?.key ?? '', provider.origin)
    expect((await limited.retrieveTenants()).statusCode).toBe(200)
    expect(await refused(limited.retrieveApplications())).toBe(401)
  })
})

afterAll(() => {
  const missing = promised.filter((name) => !called.has(name))
  expect(missing, 'every promised method was called').toEqual([])
})
