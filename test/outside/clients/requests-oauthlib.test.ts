import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pythonWith } from '../../support/debian.ts'
import { clientId, clientSecret, loginId } from '../support/provider.ts'
import {
  type Driver,
  type DriverChanges,
  openDriver,
  scope,
  withParameter,
} from './support/driver.ts'
import { openPython, type Python } from './support/python.ts'

interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
}

const python = pythonWith('requests_oauthlib', 'python3-requests-oauthlib')

describe.skipIf(python === null)('requests-oauthlib', () => {
  let driver: Driver
  let session: Python

  const open = async (changes: DriverChanges = {}): Promise<void> => {
    driver = await openDriver(() => changes)
    session = openPython(python ?? '')
    await session.ask('begin', {
      client_id: clientId,
      redirect_uri: driver.callback,
      scope: scope.split(' '),
    })
  }

  beforeEach(() => open())

  const close = async (): Promise<void> => {
    session.close()
    await driver.close()
  }

  afterEach(close)

  const at = (path: string): string => `${driver.provider.origin}${path}`

  const answered = async (): Promise<URL> => {
    const { url } = await session.ask<{ url: string }>('url', { endpoint: at('/oauth2/authorize') })
    return driver.browser.logIn(new URL(url))
  }

  const redeem = ({ href }: URL, how: object = { client_secret: clientSecret }): Promise<Tokens> =>
    session.ask('fetch', { token_url: at('/oauth2/token'), authorization_response: href, ...how })

  const refresh = (): Promise<Tokens> =>
    session.ask('refresh', {
      token_url: at('/oauth2/token'),
      client_id: clientId,
      client_secret: clientSecret,
    })

  test('logs in', async () => {
    expect((await redeem(await answered())).access_token).toMatch(/^ey/)
  })

  test('reads userinfo', async () => {
    await redeem(await answered())
    expect(await session.ask('get', { url: at('/oauth2/userinfo') })).toMatchObject({
      email: loginId,
    })
  })

  test.each([
    ['an id and no secret in HTTP Basic', {}],
    ['its id in the form', { include_client_id: true }],
  ])('logs in as a public client with %s', async (_, how) => {
    await close()
    await open({ clientAuthenticationPolicy: 'NotRequired' })
    expect((await redeem(await answered(), how)).access_token).toMatch(/^ey/)
  })

  test('refreshes', async () => {
    const { access_token: before } = await redeem(await answered())
    expect((await refresh()).access_token).not.toBe(before)
  })

  test('is told that the refresh token was revoked', async () => {
    await redeem(await answered())
    await driver.revoke()
    await expect(refresh()).rejects.toThrow(/InvalidGrantError/)
  })

  test('refuses a callback with another state', async () => {
    const callback = withParameter(await answered(), 'state', 'another')
    await expect(redeem(callback)).rejects.toThrow(/MismatchingStateError/)
  })

  test('is told that the login was denied', async () => {
    const callback = withParameter(await answered(), 'code', null)
    const denied = withParameter(callback, 'error', 'access_denied')
    await expect(redeem(denied)).rejects.toThrow(/AccessDeniedError/)
  })
})
