import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientId, clientSecret } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, openDriver, scope, withParameter } from './support/driver.ts'
import { createApplication, type Handler, telling } from './support/express.ts'

interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
}

type Verify = (
  accessToken: string,
  refreshToken: string,
  profile: unknown,
  done: (error: null, user: Tokens) => void,
) => void

type Received = (
  error: { readonly statusCode: number; readonly data: string } | null,
  access: string,
) => void

interface Strategy {
  readonly name: string
  readonly _oauth2: {
    getOAuthAccessToken(token: string, params: unknown, done: Received): void
  }
}

type Kept = (error: null, user: Tokens) => void

interface Passport {
  use(strategy: Strategy): void
  initialize(): Handler
  session(): Handler
  serializeUser(keep: (user: Tokens, done: Kept) => void): void
  deserializeUser(restore: (user: Tokens, done: Kept) => void): void
  authenticate(name: string, options?: unknown): Handler
}

describeClient('passport-oauth2', (packages) => {
  let driver: Driver
  let strategy: Strategy

  beforeEach(async () => {
    driver = await openDriver()
    const { load } = packages
    const { origin } = driver.provider
    const { default: exported } = await load<{
      default: { Strategy: new (options: unknown, verify: Verify) => Strategy }
    }>('passport-oauth2')
    const { default: session } = await load<{ default: (options: unknown) => Handler }>(
      'express-session',
    )
    const { default: passports } = await load<{ default: { Passport: new () => Passport } }>(
      'passport',
    )
    strategy = new exported.Strategy(
      {
        authorizationURL: `${origin}/oauth2/authorize`,
        tokenURL: `${origin}/oauth2/token`,
        clientID: clientId,
        clientSecret,
        callbackURL: driver.callback,
        scope,
        pkce: true,
        state: true,
      },
      (accessToken, refreshToken, _profile, done) => done(null, { accessToken, refreshToken }),
    )
    const passport = new passports.Passport()
    passport.use(strategy)
    passport.serializeUser((user, done) => done(null, user))
    passport.deserializeUser((user, done) => done(null, user))
    const application = await createApplication(packages)
    application.use(session({ secret: 'of a test', resave: false, saveUninitialized: false }))
    application.use(passport.initialize())
    application.use(passport.session())
    application.get('/login', passport.authenticate(strategy.name))
    application.get('/callback', passport.authenticate(strategy.name), ({ user }, response) =>
      response.json(user),
    )
    application.get('/', ({ user }, response) => response.json(user ?? null))
    application.get('/logout', (request, response, next) =>
      request.logout((error) => (error === undefined ? response.redirect('/') : next(error))),
    )
    application.use(telling)
    driver.serve(application)
  })

  afterEach(() => driver.close())

  const open = async (callback: URL) => {
    const { page } = await driver.browser.visit(callback)
    return { status: page?.status, text: (await page?.text()) ?? '' }
  }

  const logIn = async (): Promise<Tokens> =>
    JSON.parse((await open(await driver.callbackFrom('/login'))).text) as Tokens

  const refresh = (token: string): Promise<string> => {
    const { _oauth2: client } = strategy
    return new Promise((resolve, reject) => {
      client.getOAuthAccessToken(token, { grant_type: 'refresh_token' }, (error, access) =>
        error === null ? resolve(access) : reject(error),
      )
    })
  }

  test('logs in with PKCE', async () => {
    expect((await logIn()).accessToken).toMatch(/^ey/)
  })

  test('refreshes', async () => {
    const { accessToken, refreshToken } = await logIn()
    const fresh = await refresh(refreshToken)
    expect(fresh).toMatch(/^ey/)
    expect(fresh).not.toBe(accessToken)
  })

  test('is told that a refresh token was revoked', async () => {
    const { refreshToken } = await logIn()
    await driver.revoke()
    await expect(refresh(refreshToken)).rejects.toMatchObject({
      statusCode: 400,
      data: expect.stringContaining('invalid_grant'),
    })
  })

  test('answers 403 to another state', async () => {
    const callback = await driver.callbackFrom('/login')
    expect((await open(withParameter(callback, 'state', 'another'))).status).toBe(403)
  })

  test('logs in whatever iss says, as it did when it was measured', async () => {
    const callback = await driver.callbackFrom('/login')
    const other = withParameter(callback, 'iss', 'https://elsewhere.example.com')
    expect((await open(other)).status).toBe(200)
  })

  test('logs out here', async () => {
    await logIn()
    expect((await open(new URL(driver.origin))).text).not.toBe('null')
    expect((await open(new URL('/logout', driver.origin))).text).toBe('null')
  })

  test('answers 401 to a login that was denied', async () => {
    const callback = await driver.callbackFrom('/login')
    const denied = withParameter(withParameter(callback, 'code', null), 'error', 'access_denied')
    expect((await open(denied)).status).toBe(401)
  })
})
