import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientId, clientSecret } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, openDriver, scope } from './support/driver.ts'

interface AccessToken {
  readonly token: Readonly<Record<string, unknown>>
  refresh(params?: { readonly scope?: string }): Promise<AccessToken>
  revoke(type: 'refresh_token'): Promise<void>
}

interface AuthorizationCode {
  authorizeURL(params: Readonly<Record<string, string>>): string
  getToken(params: Readonly<Record<string, string>>): Promise<AccessToken>
}

interface SimpleOAuth2 {
  readonly AuthorizationCode: new (config: unknown) => AuthorizationCode
}

describeClient('simple-oauth2', ({ load }) => {
  let driver: Driver

  beforeEach(async () => {
    driver = await openDriver()
  })

  afterEach(() => driver.close())

  const open = async (authorizationMethod: string, bodyFormat = 'form') => {
    const { AuthorizationCode } = await load<SimpleOAuth2>('simple-oauth2')
    return new AuthorizationCode({
      client: { id: clientId, secret: clientSecret },
      auth: {
        tokenHost: driver.provider.origin,
        tokenPath: '/oauth2/token',
        revokePath: '/oauth2/revoke',
        authorizePath: '/oauth2/authorize',
      },
      options: { authorizationMethod, bodyFormat },
    })
  }

  /** Through the form, with the code not redeemed yet. */
  const answered = async (client: AuthorizationCode): Promise<URL> =>
    driver.browser.logIn(
      new URL(client.authorizeURL({ redirect_uri: driver.callback, scope, state: 'as given' })),
    )

  const tokensOf = async (client: AuthorizationCode): Promise<AccessToken> => {
    const { searchParams } = await answered(client)
    return client.getToken({
      code: searchParams.get('code') ?? '',
      redirect_uri: driver.callback,
    })
  }

  test.each(['header', 'body'])('logs in with its secret in the %s', async (method) => {
    const { token } = await tokensOf(await open(method))
    expect(token).toMatchObject({ token_type: 'Bearer', scope })
  })

  test('finds the state that it was given in the callback', async () => {
    const { searchParams } = await answered(await open('header'))
    expect(searchParams.get('state')).toBe('as given')
  })

  test('refreshes, to fewer scopes too', async () => {
    const tokens = await tokensOf(await open('header'))
    const again = await tokens.refresh()
    expect(again.token['access_token']).not.toBe(tokens.token['access_token'])
    const fewer = await tokens.refresh({ scope: 'openid offline_access' })
    expect(fewer.token['scope']).toBe('openid offline_access')
  })

  test('is told that a refresh token was revoked', async () => {
    const tokens = await tokensOf(await open('header'))
    await driver.revoke()
    await expect(tokens.refresh()).rejects.toMatchObject({
      output: { statusCode: 400 },
      data: { payload: { error: 'invalid_grant' } },
    })
  })

  test('is refused a code that was redeemed', async () => {
    const client = await open('body')
    const callback = await answered(client)
    const redeem = () =>
      client.getToken({
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: driver.callback,
      })
    await redeem()
    await expect(redeem()).rejects.toMatchObject({ data: { payload: { error: 'invalid_grant' } } })
  })

  test('has nothing to log out with: there is no address to revoke at', async () => {
    const tokens = await tokensOf(await open('header'))
    await expect(tokens.revoke('refresh_token')).rejects.toThrow()
  })
})
