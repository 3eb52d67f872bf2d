import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientId, clientSecret, loginId } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, openDriver, scope, withParameter } from './support/driver.ts'

interface BetterAuth {
  betterAuth(options: unknown): unknown
}

interface Plugins {
  genericOAuth(options: unknown): unknown
}

interface MemoryAdapter {
  memoryAdapter(tables: Readonly<Record<string, readonly unknown[]>>): unknown
}

interface Node {
  toNodeHandler(auth: unknown): RequestListener
}

const providerId = 'lab'

describeClient('better-auth', ({ load }) => {
  let driver: Driver

  beforeEach(async () => {
    driver = await openDriver(undefined, `/api/auth/callback/${providerId}`)
    const { betterAuth } = await load<BetterAuth>('better-auth')
    const { genericOAuth } = await load<Plugins>('better-auth/plugins')
    const { memoryAdapter } = await load<MemoryAdapter>('better-auth/adapters/memory')
    const { toNodeHandler } = await load<Node>('better-auth/node')
    const config = {
      providerId,
      discoveryUrl: `${driver.provider.origin}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      scopes: scope.split(' '),
      pkce: true,
    }
    const auth = betterAuth({
      baseURL: driver.origin,
      secret: 'of a test, and long enough for the client 0123456789',
      database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
      plugins: [genericOAuth({ config: [config] })],
      telemetry: { enabled: false },
      // What is refused is told by the answers.
      logger: { disabled: true },
    })
    driver.serve(toNodeHandler(auth))
  })

  afterEach(() => driver.close())

  /** As a script of the application's page begins a login: to the form and through it. */
  const answered = async (): Promise<URL> => {
    const response = await driver.post('/api/auth/sign-in/social', {
      provider: providerId,
      callbackURL: '/in',
      errorCallbackURL: '/out',
      disableRedirect: true,
    })
    const { url } = (await response.json()) as { url: string }
    return driver.browser.logIn(new URL(url))
  }

  /** Where the browser ends, once the callback is opened. */
  const finish = async (callback: URL): Promise<URL> => (await driver.browser.visit(callback)).url

  const sessionText = async (): Promise<string> => {
    const { page } = await driver.browser.visit(new URL('/api/auth/get-session', driver.origin))
    return (await page?.text()) ?? ''
  }

  /** The account is named by the id that the client has given it. */
  const refresh = async (): Promise<Response> => {
    const { page } = await driver.browser.visit(new URL('/api/auth/list-accounts', driver.origin))
    const accounts = (await page?.json()) as readonly { readonly id: string }[] | undefined
    return driver.post('/api/auth/refresh-token', { accountId: accounts?.[0]?.id })
  }

  test('logs in with PKCE and its secret in the form', async () => {
    expect((await finish(await answered())).pathname).toBe('/in')
    expect(await sessionText()).toContain(loginId)
  })

  test('refreshes', async () => {
    await finish(await answered())
    const response = await refresh()
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ accessToken: expect.stringMatching(/^ey/) })
  })

  test('tells with 400 that the refresh token was revoked', async () => {
    await finish(await answered())
    await driver.revoke()
    const response = await refresh()
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'FAILED_TO_REFRESH_ACCESS_TOKEN' })
  })

  test.each([
    ['another state', 'state', 'another'],
    ['another iss', 'iss', 'https://elsewhere.example.com'],
  ])('refuses a callback with %s', async (_, name, value) => {
    const callback = withParameter(await answered(), name, value)
    expect((await finish(callback)).searchParams.get('error')).not.toBeNull()
    expect(await sessionText()).not.toContain(loginId)
  })

  test('logs out here and at the provider, and comes back where it said', async () => {
    await finish(await answered())
    const response = await driver.post('/api/auth/sign-out', { callbackURL: driver.afterLogout })
    const { url } = (await response.json()) as { url: string }
    const end = await driver.browser.visit(new URL(url))
    expect(end.url.href.split('?', 1)[0]).toBe(driver.afterLogout)
    expect(await sessionText()).not.toContain(loginId)
  })
})
