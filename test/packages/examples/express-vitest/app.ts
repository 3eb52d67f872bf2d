/** An Express application that logs its users in at FusionAuth: authorization code, PKCE, a session. */
import { randomBytes } from 'node:crypto'
import express, { type Express, type Request } from 'express'
import session from 'express-session'
import * as client from 'openid-client'

declare module 'express-session' {
  interface SessionData {
    /** A login that is under way. */
    login: { readonly state: string; readonly verifier: string }
    /** Who is logged in. */
    user: { readonly id: string; readonly accessToken: string; readonly refreshToken: string }
  }
}

export interface Settings {
  /** Where FusionAuth is; also the issuer of its tokens. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the application itself is. */
  readonly origin: string
}

type Claims = Awaited<ReturnType<typeof client.fetchUserInfo>>

export const createApp = async (settings: Settings): Promise<Express> => {
  const { issuer, clientId, clientSecret, origin } = settings
  const isLocal = new URL(issuer).protocol === 'http:'
  const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: isLocal ? [client.allowInsecureRequests] : [],
  })
  const app = express()
  app.use(
    session({
      secret: randomBytes(32).toString('base64url'),
      resave: false,
      saveUninitialized: false,
    }),
  )

  /** The user's claims; null when FusionAuth takes neither the access token nor the refresh token any more. */
  const claimsOf = async (request: Request): Promise<Claims | null> => {
    const { user } = request.session
    if (user === undefined) return null
    try {
      return await client.fetchUserInfo(config, user.accessToken, user.id)
    } catch (error) {
      if (!(error instanceof client.WWWAuthenticateChallengeError)) throw error
    }
    try {
      const tokens = await client.refreshTokenGrant(config, user.refreshToken)
      const { access_token: accessToken, refresh_token: refreshToken = user.refreshToken } = tokens
      request.session.user = { ...user, accessToken, refreshToken }
      return await client.fetchUserInfo(config, accessToken, user.id)
    } catch (error) {
      if (!(error instanceof client.ResponseBodyError)) throw error
      delete request.session.user
      return null
    }
  }

  app.get('/login', async (request, response) => {
    const login = { state: client.randomState(), verifier: client.randomPKCECodeVerifier() }
    request.session.login = login
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: `${origin}/callback`,
      scope: 'openid email offline_access',
      state: login.state,
      code_challenge: await client.calculatePKCECodeChallenge(login.verifier),
      code_challenge_method: 'S256',
    })
    response.redirect(address.href)
  })

  app.get('/callback', async (request, response) => {
    const { login } = request.session
    if (login === undefined || request.query['state'] !== login.state) {
      response.status(400).json({ error: 'This login was not begun here.' })
      return
    }
    const tokens = await client.authorizationCodeGrant(config, new URL(request.url, origin), {
      expectedState: login.state,
      pkceCodeVerifier: login.verifier,
      idTokenExpected: true,
    })
    // Another session id than before the login.
    await new Promise<void>((resolve, reject) => {
      request.session.regenerate((error) => (error ? reject(error) : resolve()))
    })
    request.session.user = {
      id: tokens.claims()?.sub ?? '',
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token ?? '',
    }
    response.redirect('/me')
  })

  app.get('/me', async (request, response) => {
    const claims = await claimsOf(request)
    if (claims === null) response.status(401).json({ error: 'Log in first.' })
    else response.json({ email: claims.email })
  })

  app.post('/logout', async (request, response) => {
    await new Promise((resolve) => request.session.destroy(resolve))
    const address = client.buildEndSessionUrl(config, {
      client_id: clientId,
      post_logout_redirect_uri: `${origin}/goodbye`,
    })
    response.redirect(303, address.href)
  })

  return app
}
