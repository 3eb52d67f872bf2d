import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, type Browser } from './support/browser.ts'
import {
  afterLogout,
  clientId,
  clientSecret,
  loginId,
  openProvider,
  type Provider,
  redirectUri,
  userId,
} from './support/provider.ts'

let provider: Provider
let browser: Browser

beforeEach(async () => {
  provider = await openProvider()
  browser = openBrowser()
})

afterEach(() => provider.close())

const discover = (authentication?: client.ClientAuth): Promise<client.Configuration> =>
  client.discovery(new URL(provider.origin), clientId, clientSecret, authentication, {
    execute: [client.allowInsecureRequests],
  })

const scope = 'openid email profile offline_access'

/** The whole code flow with PKCE, state and nonce, all of it built and checked by the client. */
const codeFlow = async (config: client.Configuration, extra: Record<string, string> = {}) => {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...extra,
  })
  const callback = await browser.logIn(url)
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  return { callback, checks, redeem: () => client.authorizationCodeGrant(config, callback, checks) }
}

const tokensOf = async (config: client.Configuration) => (await codeFlow(config)).redeem()

/** What the client throws for an OAuth error. */
const refusal = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof client.ResponseBodyError) return [error.status, error.error]
  if (error instanceof client.AuthorizationResponseError) return ['redirect', error.error]
  throw new Error(`not refused as OAuth says: ${String(error)}`)
}

describe('openid-client', () => {
  test('discovers the provider and finds what it needs', async () => {
    const metadata = (await discover()).serverMetadata()
    expect(metadata.issuer).toBe(provider.origin)
    expect(metadata.supportsPKCE()).toBe(true)
    expect(metadata).toMatchObject({
      authorization_response_iss_parameter_supported: true,
      end_session_endpoint: `${provider.origin}/oauth2/logout`,
    })
  })

  test.each([
    ['client_secret_post', client.ClientSecretPost(clientSecret)],
    ['client_secret_basic', client.ClientSecretBasic(clientSecret)],
  ])('logs in by code with PKCE and checks the ID token, with %s', async (_, authentication) => {
    const config = await discover(authentication)
    const tokens = await tokensOf(config)
    expect(tokens.claims()).toMatchObject({ sub: userId, aud: clientId, email: loginId })
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope })
  })

  test('is content with a max_age that the login keeps', async () => {
    const config = await discover()
    const flow = await codeFlow(config, { max_age: '60' })
    const tokens = await client.authorizationCodeGrant(config, flow.callback, {
      ...flow.checks,
      maxAge: 60,
    })
    expect(tokens.claims()?.auth_time).toBeTypeOf('number')
  })

  test('logs in a second time without a form, by single sign-on', async () => {
    const config = await discover()
    const first = await tokensOf(config)
    const callback = await browser.visit(
      client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope, prompt: 'none' }),
    )
    expect(callback.page).toBeUndefined()
    const second = await client.authorizationCodeGrant(config, callback.url)
    expect(second.claims()?.auth_time).toBe(first.claims()?.auth_time)
  })

  test('reads userinfo, and the subject is that of the ID token', async () => {
    const config = await discover()
    const tokens = await tokensOf(config)
    const info = await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '')
    expect(info).toMatchObject({ sub: userId, email: loginId, name: 'Grace Winter' })
  })

  test('introspects, at the address that the metadata does not name', async () => {
    const { issuer, jwks_uri, token_endpoint, authorization_endpoint } = (
      await discover()
    ).serverMetadata()
    const named = { jwks_uri, token_endpoint, authorization_endpoint } as Record<string, string>
    const introspection_endpoint = `${issuer}/oauth2/introspect`
    const config = new client.Configuration(
      { issuer, ...named, introspection_endpoint },
      clientId,
      clientSecret,
    )
    client.allowInsecureRequests(config)
    const { access_token: token, refresh_token: refreshToken = '' } = await tokensOf(config)
    expect(await client.tokenIntrospection(config, token)).toMatchObject({
      active: true,
      sub: userId,
    })
    const hint = { token_type_hint: 'refresh_token' }
    expect(await client.tokenIntrospection(config, refreshToken, hint)).toMatchObject({
      active: true,
    })
    expect(await client.tokenIntrospection(config, 'a.b.c')).toEqual({ active: false })
  })

  test('gets tokens for a device once somebody has approved it', async () => {
    const config = await discover()
    const device = await client.initiateDeviceAuthorization(config, { scope })
    const { access_token: token } = await tokensOf(config)
    await fetch(`${provider.origin}/oauth2/device/approve`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        token,
        user_code: device.user_code,
      }),
    })
    const tokens = await client.pollDeviceAuthorizationGrant(config, { ...device, interval: 0.01 })
    expect(tokens.claims()?.sub).toBe(userId)
  })

  test('refreshes, and gets the same refresh token where it may be reused', async () => {
    const config = await discover()
    const { refresh_token: token = '' } = await tokensOf(config)
    const fresh = await client.refreshTokenGrant(config, token)
    expect(fresh.refresh_token).toBe(token)
    expect(fresh.claims()?.sub).toBe(userId)
  })

  test('sends a browser to the logout, which ends single sign-on', async () => {
    const config = await discover()
    const tokens = await tokensOf(config)
    const out = await browser.visit(
      client.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token ?? '',
        post_logout_redirect_uri: afterLogout,
        state: 'the end',
      }),
    )
    expect(out.url.href).toBe(`${afterLogout}?state=the+end`)
    const again = await browser.visit(
      client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope, prompt: 'none' }),
    )
    expect(await refusal(client.authorizationCodeGrant(config, again.url))).toEqual([
      'redirect',
      'login_required',
    ])
  })

  test('is refused a code that was redeemed, and the refresh token of it is gone', async () => {
    const config = await discover()
    const { redeem } = await codeFlow(config)
    const tokens = await redeem()
    expect(await refusal(redeem())).toEqual([400, 'invalid_grant'])
    const refresh = client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(await refusal(refresh)).toEqual([400, 'invalid_grant'])
  })

  test('is refused a code whose verifier is another', async () => {
    const config = await discover()
    const { callback, checks } = await codeFlow(config)
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const attempt = client.authorizationCodeGrant(config, callback, { ...checks, pkceCodeVerifier })
    expect(await refusal(attempt)).toEqual([400, 'invalid_grant'])
  })

  test('is refused with a wrong secret by 401', async () => {
    const config = await discover(client.ClientSecretPost('wrong'))
    const attempt = client.genericGrantRequest(config, 'refresh_token', { refresh_token: 'any' })
    await expect(attempt).rejects.toMatchObject({
      code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
      status: 401,
      cause: [{ scheme: 'basic' }],
    })
  })

  test('hears of a scope that nobody knows in the redirect', async () => {
    const config = await discover()
    const url = client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope: 'moon' })
    const { url: callback } = await browser.visit(url)
    expect(await refusal(client.authorizationCodeGrant(config, callback))).toEqual([
      'redirect',
      'invalid_scope',
    ])
  })

  test('notices an answer of another issuer', async () => {
    const config = await discover()
    const { callback, checks } = await codeFlow(config)
    callback.searchParams.set('iss', 'https://elsewhere.example.com')
    const attempt = client.authorizationCodeGrant(config, callback, checks)
    await expect(attempt).rejects.toMatchObject({
      cause: { message: expect.stringContaining('"iss"') },
    })
  })
})

describe('openid-client, with one-time refresh tokens', () => {
  const oneTime = (revokes: boolean, seconds = 0) => ({
    jwtConfiguration: {
      refreshTokenUsagePolicy: 'OneTimeUse' as const,
      refreshTokenOneTimeUseConfiguration: { gracePeriodInSeconds: seconds },
      refreshTokenRevocationPolicy: { onOneTimeTokenReuse: revokes },
    },
  })

  const rotated = async (tenant: ReturnType<typeof oneTime>) => {
    await provider.close()
    provider = await openProvider({ tenant })
    const config = await discover()
    const { refresh_token: old = '' } = await tokensOf(config)
    const { refresh_token: fresh = '' } = await client.refreshTokenGrant(config, old)
    return { config, old, fresh }
  }

  test('gets another value at every refresh', async () => {
    const { config, old, fresh } = await rotated(oneTime(false))
    expect(fresh).not.toBe(old)
    expect((await client.refreshTokenGrant(config, fresh)).refresh_token).not.toBe(fresh)
  })

  test('is refused the old value, while the new one lives', async () => {
    const { config, old, fresh } = await rotated(oneTime(false))
    expect(await refusal(client.refreshTokenGrant(config, old))).toEqual([400, 'invalid_grant'])
    expect((await client.refreshTokenGrant(config, fresh)).access_token).toBeTypeOf('string')
  })

  test('loses the new value too by a reuse, where the tenant says so', async () => {
    const { config, old, fresh } = await rotated(oneTime(true))
    expect(await refusal(client.refreshTokenGrant(config, old))).toEqual([400, 'invalid_grant'])
    expect(await refusal(client.refreshTokenGrant(config, fresh))).toEqual([400, 'invalid_grant'])
  })

  test('gets the current value for the old one within the grace period, and not after', async () => {
    const { config, old, fresh } = await rotated(oneTime(true, 60))
    expect((await client.refreshTokenGrant(config, old)).refresh_token).toBe(fresh)
    provider.pass(60)
    expect(await refusal(client.refreshTokenGrant(config, old))).toEqual([400, 'invalid_grant'])
  })
})

describe('jose', () => {
  test('verifies both tokens with the published keys', async () => {
    const config = await discover()
    const tokens = await tokensOf(config)
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''))
    const options = { issuer: provider.origin, audience: clientId, typ: 'JWT' }
    const access = await jwtVerify(tokens.access_token, keys, options)
    expect(access.payload).toMatchObject({ sub: userId, scope })
    const id = await jwtVerify(tokens.id_token ?? '', keys, options)
    expect(id.payload.sub).toBe(userId)
    expect(id.protectedHeader.kid).toBe(decodeProtectedHeader(tokens.access_token).kid)
  })

  test('finds no private part in the published keys', async () => {
    const response = await fetch(`${provider.origin}/.well-known/jwks.json`)
    const { keys } = (await response.json()) as { keys: Record<string, string>[] }
    expect(keys).not.toEqual([])
    for (const key of keys)
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])
        expect(key[member]).toBeUndefined()
    expect(() => createLocalJWKSet({ keys })).not.toThrow()
  })

  test('refuses a token one of whose bytes was changed', async () => {
    const config = await discover()
    const { access_token: token } = await tokensOf(config)
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''))
    const [header, payload = '', signature] = token.split('.')
    const bent = `${payload.slice(0, -1)}${payload.endsWith('A') ? 'B' : 'A'}`
    await expect(jwtVerify(`${header}.${bent}.${signature}`, keys)).rejects.toThrow()
  })
})
