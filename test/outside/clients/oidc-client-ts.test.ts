import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchOptions } from '../../support/chromium.ts'
import { apiKey, clientId, loginId, password } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, openDriver, scope, withParameter } from './support/driver.ts'

interface User {
  readonly access_token: string
  readonly profile: { readonly email?: string }
}

describeClient('oidc-client-ts', ({ pathOf }) => {
  const script = readFileSync(pathOf('oidc-client-ts/dist/browser/oidc-client-ts.min.js'))
  let chrome: Browser
  let driver: Driver
  let page: Page

  beforeAll(async () => {
    chrome = await chromium.launch(launchOptions())
  })

  afterAll(() => chrome.close())

  /** The page of an application without a backend; the client in it is `manager`. */
  const documentOf = (settings: unknown): string =>
    `<!doctype html><title>An application</title><script src="/client.js"></script>
<script>const manager = new oidc.UserManager(${JSON.stringify(settings)})</script>`

  beforeEach(async () => {
    driver = await openDriver(() => ({ clientAuthenticationPolicy: 'NotRequired' }))
    const { provider, origin, callback, afterLogout } = driver
    const settings = {
      authority: provider.origin,
      client_id: clientId,
      redirect_uri: callback,
      post_logout_redirect_uri: afterLogout,
      scope,
      automaticSilentRenew: false,
    }
    driver.serve(({ url }, response) => {
      response.setHeader('content-type', url === '/client.js' ? 'text/javascript' : 'text/html')
      response.end(url === '/client.js' ? script : documentOf(settings))
    })
    await fetch(`${provider.origin}/api/system-configuration`, {
      method: 'PATCH',
      headers: { authorization: apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({
        systemConfiguration: { corsConfiguration: { enabled: true, allowedOrigins: [origin] } },
      }),
    })
    page = await chrome.newPage()
    await page.goto(origin)
  })

  afterEach(async () => {
    await page.context().close()
    await driver.close()
  })

  /** Lets a script of the page do something with its `manager`; rejects with the client's error. */
  const inPage = async <Result>(expression: string): Promise<Result> =>
    (await page.evaluate(expression)) as Result

  /** Through the hosted form; the callback is open by then, and its code not redeemed yet. */
  const answered = async (): Promise<URL> => {
    const isBack = page.waitForURL((url) => url.href.startsWith(driver.callback))
    const form = page.locator('input[type=password]')
    await Promise.all([form.waitFor(), inPage('void manager.signinRedirect()')])
    await page.locator('input[name=loginId]').fill(loginId)
    await form.fill(password)
    await form.press('Enter')
    await isBack
    return new URL(page.url())
  }

  const redeem = (callback?: URL): Promise<User> =>
    inPage(`manager.signinCallback(${callback === undefined ? '' : JSON.stringify(callback.href)})`)

  const stored = (): Promise<User | null> => inPage('manager.getUser()')

  test('logs in with PKCE and without a secret', async () => {
    await answered()
    expect((await redeem()).profile.email).toBe(loginId)
  })

  test('refreshes', async () => {
    await answered()
    const { access_token: before } = await redeem()
    const { access_token: after } = await inPage<User>('manager.signinSilent()')
    expect(after).toMatch(/^ey/)
    expect(after).not.toBe(before)
  })

  test('is told that the refresh token was revoked, and keeps the user that it has', async () => {
    await answered()
    const user = await redeem()
    await driver.revoke()
    await expect(inPage('manager.signinSilent()')).rejects.toThrow(/revoked|invalid/i)
    expect(await stored()).toEqual(user)
  })

  test('refuses a callback with another state', async () => {
    const callback = await answered()
    await expect(redeem(withParameter(callback, 'state', 'another'))).rejects.toThrow(/state/)
    expect(await stored()).toBeNull()
  })

  test('logs in whatever iss says, as it did when it was measured', async () => {
    const callback = await answered()
    const other = withParameter(callback, 'iss', 'https://elsewhere.example.com')
    expect((await redeem(other)).profile.email).toBe(loginId)
  })

  test('logs out at the provider, and comes back where it said', async () => {
    await answered()
    await redeem()
    await Promise.all([
      page.waitForURL((url) => url.href.startsWith(driver.afterLogout)),
      inPage('void manager.signoutRedirect()'),
    ])
    expect(await stored()).toBeNull()
  })
})
