import * as oauth from 'oauth4webapi'
import type { Browser } from './browser.ts'
import { clientId, clientSecret, type Provider, redirectUri } from './provider.ts'

/** Plain http is allowed to loopback addresses only; the option says so at each call. */
export const options = { [oauth.allowInsecureRequests]: true } as const

export const relyingParty: oauth.Client = { client_id: clientId }
export const post = oauth.ClientSecretPost(clientSecret)

export const scope = 'openid email profile offline_access'

export const discover = async ({ origin }: Provider): Promise<oauth.AuthorizationServer> => {
  const issuer = new URL(origin)
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oidc' })
  return oauth.processDiscoveryResponse(issuer, response)
}

/** The code flow up to the token answer, which is not read yet; with what was sent. */
export const codeFlow = async (
  as: oauth.AuthorizationServer,
  browser: Browser,
  authentication: oauth.ClientAuth = post,
) => {
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const nonce = oauth.generateRandomNonce()
  const url = new URL(as.authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString()
  const callback = await browser.logIn(url)
  const parameters = oauth.validateAuthResponse(as, relyingParty, callback, state)
  const redeem = () =>
    oauth.authorizationCodeGrantRequest(
      as,
      relyingParty,
      authentication,
      parameters,
      redirectUri,
      verifier,
      options,
    )
  return { callback, state, nonce, redeem }
}

/** The whole flow, its tokens checked: signature, issuer, audience, nonce. */
export const tokensOf = async (as: oauth.AuthorizationServer, browser: Browser) => {
  const { redeem, nonce } = await codeFlow(as, browser)
  const response = await redeem()
  const tokens = await oauth.processAuthorizationCodeResponse(as, relyingParty, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(as, response, options)
  return tokens
}
