/** The application of app.ts, tested against a FusionAuth that starts in milliseconds. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Kickstart, type StandIn, startStandIn } from 'login-lab/stand-in'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from './app.ts'

const clientId = 'b3a3e5f0-6c1d-4c07-9a52-7f1d6c0b2e11'
const clientSecret = 'secret-of-the-bakery'
const baker = { loginId: 'baker@example.com', password: 'flour and water' }

/** What FusionAuth has to know: its issuer, the application, a user. A Kickstart of yours does as well. */
const bakery = (origin: string): Kickstart => ({
  requests: [
    {
      method: 'PATCH',
      url: '/api/tenant/#{FUSIONAUTH_TENANT_ID}',
      body: { tenant: { issuer: '#{ENV.FUSIONAUTH_APP_URL}' } },
    },
    {
      method: 'POST',
      url: `/api/application/${clientId}`,
      body: {
        application: {
          name: 'Bakery',
          oauthConfiguration: {
            clientSecret,
            authorizedRedirectURLs: [`${origin}/callback`, `${origin}/goodbye`],
            enabledGrants: ['authorization_code', 'refresh_token'],
            generateRefreshTokens: true,
            proofKeyForCodeExchangePolicy: 'Required',
          },
        },
      },
    },
    {
      method: 'POST',
      url: '/api/user/registration',
      body: {
        registration: { applicationId: clientId },
        user: { email: baker.loginId, password: baker.password },
      },
    },
  ],
})

let server: Server
let origin: string
let standIn: StandIn
/** The one cookie of the application, as a browser keeps it. */
let cookie: string

beforeEach(async () => {
  cookie = ''
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  standIn = await startStandIn({ kickstart: bakery(origin) })
  server.on('request', await createApp({ issuer: standIn.url, clientId, clientSecret, origin }))
})

afterEach(async () => {
  await standIn.stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const ask = async (path: string | URL, method = 'GET'): Promise<Response> => {
  const response = await fetch(new URL(path, origin), {
    method,
    headers: { cookie },
    redirect: 'manual',
  })
  const [set] = response.headers.getSetCookie()
  if (set !== undefined) cookie = set.split(';', 1)[0] ?? ''
  return response
}

const locationOf = (response: Response): string => response.headers.get('location') ?? ''

/** From the application to the form, through it and back: the address of the callback, not opened yet. */
const comeBack = async (): Promise<URL> => standIn.logIn(locationOf(await ask('/login')), baker)

const logIn = async (): Promise<Response> => ask(await comeBack())

test('logs in with the authorization code and PKCE', async () => {
  const answer = await logIn()
  expect([answer.status, locationOf(answer)]).toEqual([302, '/me'])
  expect(await (await ask('/me')).json()).toEqual({ email: baker.loginId })
})

test('gives another session id than before the login', async () => {
  const callback = await comeBack()
  const before = cookie
  await ask(callback)
  expect(cookie).not.toBe(before)
})

test('refuses a callback that it did not begin', async () => {
  const callback = await comeBack()
  callback.searchParams.set('state', 'of somebody else')
  expect((await ask(callback)).status).toBe(400)
  expect((await ask('/me')).status).toBe(401)
})

test('refreshes when the access token has expired', async () => {
  await logIn()
  standIn.clock.advance({ hours: 1, seconds: 1 })
  expect((await ask('/me')).status).toBe(200)
})

test('asks for a login when the refresh token has expired, too', async () => {
  await logIn()
  standIn.clock.advance({ days: 31 })
  expect((await ask('/me')).status).toBe(401)
})

test('asks for a login when an administrator has revoked the refresh token', async () => {
  await logIn()
  const revoked = await fetch(`${standIn.url}/api/jwt/refresh?applicationId=${clientId}`, {
    method: 'DELETE',
    headers: { authorization: standIn.apiKey },
  })
  expect(revoked.status).toBe(200)
  standIn.clock.advance({ hours: 1, seconds: 1 })
  expect((await ask('/me')).status).toBe(401)
})

test('does not log in with another password', async () => {
  const form = locationOf(await ask('/login'))
  const wrong = { ...baker, password: 'water' }
  await expect(standIn.logIn(form, wrong)).rejects.toMatchObject({ code: 'login' })
})

test('logs out here and at FusionAuth', async () => {
  await logIn()
  const leave = locationOf(await ask('/logout', 'POST'))
  expect(leave).toContain(`${standIn.url}/oauth2/logout?`)
  expect(locationOf(await standIn.fetch(leave))).toBe(`${origin}/goodbye`)
  expect((await ask('/me')).status).toBe(401)
})
