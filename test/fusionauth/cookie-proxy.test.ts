import { expect, test } from 'vitest'
import { widenTokenCookies } from '../../server/fusionauth/cookie-proxy.ts'
import { loginId, openLab, origin, password, setCookies, store } from './support/lab.ts'

const throughProxy = () => {
  const { standIn } = openLab()
  return widenTokenCookies('example.com', (request, exchange) => standIn.handle(request, exchange))
}

test('The proxy gives the token cookies to the whole parent domain', async () => {
  const handle = throughProxy()
  const response = await handle(
    {
      method: 'POST',
      url: `${origin}/api/login`,
      headers: [
        ['authorization', 'the-key-of-the-test'],
        ['content-type', 'application/json'],
      ],
      body: JSON.stringify({ loginId, password, applicationId: store }),
    },
    1,
  )
  expect(response.status).toBe(200)
  expect(setCookies(response).map((line) => line.split('=')[0])).toEqual([
    'access_token',
    'refresh_token',
  ])
  for (const line of setCookies(response)) {
    expect(line.endsWith('; Domain=example.com')).toBe(true)
    expect(line).toContain('HttpOnly')
  }
})

test('The proxy leaves every other cookie, and all else, as it is', async () => {
  const answer = {
    status: 302,
    headers: [
      ['location', 'https://store.example.com/oauth-callback?code=x'],
      ['set-cookie', 'fusionauth.sso=1; Path=/; HttpOnly'],
      ['x-access_token', 'no cookie'],
    ],
    body: 'refresh_token=1',
  } as const
  const handle = widenTokenCookies('example.com', () => Promise.resolve(answer))
  const request = { method: 'GET', url: `${origin}/oauth2/authorize`, headers: [], body: '' }
  expect(await handle(request, 1)).toEqual(answer)
})
