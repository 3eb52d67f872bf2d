import * as oauth from 'oauth4webapi'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, type Browser } from './support/browser.ts'
import {
  codeFlow,
  discover,
  options,
  post,
  relyingParty,
  tokensOf,
} from './support/oauth4webapi.ts'
import { loginId, openProvider, type Provider, userId } from './support/provider.ts'

let provider: Provider
let browser: Browser

beforeEach(async () => {
  provider = await openProvider()
  browser = openBrowser()
})

afterEach(() => provider.close())

const refresh = async (as: oauth.AuthorizationServer, token: string | undefined) => {
  const response = await oauth.refreshTokenGrantRequest(
    as,
    relyingParty,
    post,
    token ?? '',
    options,
  )
  return oauth.processRefreshTokenResponse(as, relyingParty, response)
}

describe('oauth4webapi', () => {
  test('logs in by code with PKCE, and the ID token is signed with a published key', async () => {
    const as = await discover(provider)
    const tokens = await tokensOf(as, browser)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: userId, email: loginId })
  })

  test('reads userinfo with the access token', async () => {
    const as = await discover(provider)
    const tokens = await tokensOf(as, browser)
    const response = await oauth.userInfoRequest(as, relyingParty, tokens.access_token, options)
    const info = await oauth.processUserInfoResponse(as, relyingParty, userId, response)
    expect(info).toMatchObject({ sub: userId, email: loginId, name: 'Grace Winter' })
  })

  test('refreshes twice with what it was given', async () => {
    const as = await discover(provider)
    const first = await tokensOf(as, browser)
    const second = await refresh(as, first.refresh_token)
    const third = await refresh(as, second.refresh_token)
    expect(new Set([first, second, third].map(({ access_token: token }) => token)).size).toBe(3)
  })

  test('is refused a refresh token that has run out', async () => {
    const as = await discover(provider)
    const tokens = await tokensOf(as, browser)
    provider.pass(43_200 * 60)
    await expect(refresh(as, tokens.refresh_token)).rejects.toMatchObject({
      status: 400,
      error: 'invalid_grant',
    })
  })

  test('is refused a code that waited longer than it lives', async () => {
    const as = await discover(provider)
    const { redeem } = await codeFlow(as, browser)
    provider.pass(31)
    const response = await redeem()
    const processed = oauth.processAuthorizationCodeResponse(as, relyingParty, response)
    await expect(processed).rejects.toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  test('without its secret is refused, and told which scheme there is', async () => {
    const as = await discover(provider)
    const { redeem } = await codeFlow(as, browser, oauth.None())
    const processed = oauth.processAuthorizationCodeResponse(as, relyingParty, await redeem())
    await expect(processed).rejects.toMatchObject({
      code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
      status: 401,
    })
  })

  test('meets a challenge at userinfo when the token is no token', async () => {
    const as = await discover(provider)
    const response = await oauth.userInfoRequest(as, relyingParty, 'made.up.token', options)
    await expect(
      oauth.processUserInfoResponse(as, relyingParty, userId, response),
    ).rejects.toMatchObject({
      status: 401,
      cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
    })
  })

  test('notices that the state is another', async () => {
    const as = await discover(provider)
    const { callback } = await codeFlow(as, browser)
    expect(() => oauth.validateAuthResponse(as, relyingParty, callback, 'another')).toThrow(/state/)
  })

  test('notices that the nonce is another', async () => {
    const as = await discover(provider)
    const { redeem } = await codeFlow(as, browser)
    const processed = oauth.processAuthorizationCodeResponse(as, relyingParty, await redeem(), {
      expectedNonce: 'another',
    })
    await expect(processed).rejects.toThrow(/nonce/)
  })
})
