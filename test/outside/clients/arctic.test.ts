import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientId, clientSecret } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, type DriverChanges, openDriver, scope } from './support/driver.ts'

interface Tokens {
  accessToken(): string
  refreshToken(): string
  readonly data: Readonly<Record<string, unknown>>
}

interface Client {
  createAuthorizationURLWithPKCE(
    endpoint: string,
    state: string,
    method: number,
    verifier: string,
    scopes: readonly string[],
  ): URL
  validateAuthorizationCode(endpoint: string, code: string, verifier: string): Promise<Tokens>
  refreshAccessToken(endpoint: string, token: string, scopes: readonly string[]): Promise<Tokens>
}

interface Arctic {
  readonly OAuth2Client: new (id: string, secret: string | null, redirectUri: string) => Client
  readonly CodeChallengeMethod: { readonly S256: number }
  generateState(): string
  generateCodeVerifier(): string
}

/** A secret that HTTP Basic sends as it stands, in its first sixteen characters all that may go wrong. */
const awkwardSecret = '+fcXet9I/kQ=%2B100%'

describeClient('arctic', ({ load }) => {
  let driver: Driver

  const reopen = async (changes: DriverChanges): Promise<void> => {
    await driver.close()
    driver = await openDriver(() => changes)
  }

  beforeEach(async () => {
    driver = await openDriver()
  })

  afterEach(() => driver.close())

  const open = async (secret: string | null = clientSecret) => {
    const arctic = await load<Arctic>('arctic')
    const client = new arctic.OAuth2Client(clientId, secret, driver.callback)
    const verifier = arctic.generateCodeVerifier()
    const state = arctic.generateState()
    const tokenEndpoint = `${driver.provider.origin}/oauth2/token`
    const url = client.createAuthorizationURLWithPKCE(
      `${driver.provider.origin}/oauth2/authorize`,
      state,
      arctic.CodeChallengeMethod.S256,
      verifier,
      scope.split(' '),
    )
    const redeem = (callback: URL) =>
      client.validateAuthorizationCode(
        tokenEndpoint,
        callback.searchParams.get('code') ?? '',
        verifier,
      )
    const refresh = (token: string) => client.refreshAccessToken(tokenEndpoint, token, [])
    return { url, state, redeem, refresh }
  }

  test('logs in with PKCE and its secret by HTTP Basic', async () => {
    const { url, redeem } = await open()
    const tokens = await redeem(await driver.browser.logIn(url))
    expect(tokens.data).toMatchObject({ token_type: 'Bearer', scope })
  })

  test('logs in with a secret that an encoding would change', async () => {
    await reopen({ clientSecret: awkwardSecret })
    const { url, redeem } = await open(awkwardSecret)
    const tokens = await redeem(await driver.browser.logIn(url))
    expect(tokens.accessToken()).toMatch(/^ey/)
  })

  test('logs in without a secret where none is asked for', async () => {
    await reopen({ clientAuthenticationPolicy: 'NotRequired' })
    const { url, redeem } = await open(null)
    const tokens = await redeem(await driver.browser.logIn(url))
    expect(tokens.accessToken()).toMatch(/^ey/)
  })

  test('finds its state in the callback', async () => {
    const { url, state } = await open()
    const { searchParams } = await driver.browser.logIn(url)
    expect(searchParams.get('state')).toBe(state)
  })

  test('refreshes', async () => {
    const { url, redeem, refresh } = await open()
    const tokens = await redeem(await driver.browser.logIn(url))
    const fresh = await refresh(tokens.refreshToken())
    expect(fresh.accessToken()).not.toBe(tokens.accessToken())
  })

  test('is told that a refresh token was revoked', async () => {
    const { url, redeem, refresh } = await open()
    const tokens = await redeem(await driver.browser.logIn(url))
    await driver.revoke()
    await expect(refresh(tokens.refreshToken())).rejects.toMatchObject({ code: 'invalid_grant' })
  })

  test('is refused with another secret', async () => {
    const { url, redeem } = await open('another')
    const callback = await driver.browser.logIn(url)
    await expect(redeem(callback)).rejects.toMatchObject({ code: 'invalid_client' })
  })

  test('is refused a code of another verifier', async () => {
    const first = await open()
    const second = await open()
    const callback = await driver.browser.logIn(first.url)
    await expect(second.redeem(callback)).rejects.toMatchObject({ code: 'invalid_grant' })
  })
})
