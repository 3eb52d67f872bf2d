import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientId, clientSecret, loginId } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, openDriver, scope, withParameter } from './support/driver.ts'
import { createApplication, type Handler, telling } from './support/express.ts'

interface AccessToken {
  readonly access_token: string
  refresh(): Promise<AccessToken>
}

/** What the client puts into a request. */
interface Context {
  readonly user?: unknown
  readonly accessToken: AccessToken
  fetchUserInfo(): Promise<unknown>
}

interface ExpressOpenidConnect {
  readonly default: { auth(options: unknown): Handler }
}

describeClient('express-openid-connect', (packages) => {
  let driver: Driver

  beforeEach(async () => {
    driver = await openDriver()
    const { default: client } = await packages.load<ExpressOpenidConnect>('express-openid-connect')
    const application = await createApplication(packages)
    const auth = client.auth({
      issuerBaseURL: driver.provider.origin,
      baseURL: driver.origin,
      clientID: clientId,
      clientSecret,
      secret: 'of a test, and long enough for the client',
      authRequired: false,
      idpLogout: true,
      routes: { postLogoutRedirect: driver.afterLogout },
      authorizationParams: { response_type: 'code', scope },
    })
    application.use(auth)
    application.get('/', ({ oidc }, response) => {
      response.json({ user: (oidc as Context).user ?? null })
    })
    application.get('/userinfo', async ({ oidc }, response) => {
      response.json(await (oidc as Context).fetchUserInfo())
    })
    application.get('/refresh', async ({ oidc }, response) => {
      const { accessToken } = oidc as Context
      const { access_token: before } = accessToken
      const { access_token: after } = await accessToken.refresh()
      response.json({ isNew: before !== after })
    })
    application.use(telling)
    driver.serve(application)
  })

  afterEach(() => driver.close())

  const open = async (path: string | URL) => {
    const { url, page } = await driver.browser.visit(new URL(path, driver.origin))
    const text = (await page?.text()) ?? ''
    return { url, status: page?.status, text }
  }

  const logIn = async () => open(await driver.callbackFrom('/login'))

  test('logs in with PKCE, and its secret by HTTP Basic in form encoding', async () => {
    expect((await logIn()).text).toContain(loginId)
  })

  test('reads userinfo', async () => {
    await logIn()
    expect((await open('/userinfo')).text).toContain(loginId)
  })

  test('refreshes', async () => {
    await logIn()
    expect((await open('/refresh')).text).toBe('{"isNew":true}')
  })

  test('is told that the refresh token was revoked', async () => {
    await logIn()
    await driver.revoke()
    expect((await open('/refresh')).text).toContain('invalid_grant')
  })

  test.each([
    ['another state', 'state', 'another'],
    ['another iss', 'iss', 'https://elsewhere.example.com'],
    ['no iss', 'iss', null],
  ])('refuses a callback with %s', async (_, name, value) => {
    const callback = await driver.callbackFrom('/login')
    expect((await open(withParameter(callback, name, value))).status).toBe(400)
    expect((await open('/')).text).toBe('{"user":null}')
  })

  test('logs out here and at the provider, and comes back where it said', async () => {
    await logIn()
    const { url } = await driver.browser.visit(new URL('/logout', driver.origin))
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/)
    const end = await driver.browser.visit(url)
    expect(end.url.href.split('?', 1)[0]).toBe(driver.afterLogout)
    expect((await open('/')).text).toBe('{"user":null}')
  })
})
