import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  apiKey,
  fetchTokens,
  type Lab,
  loginId,
  openLab,
  password,
  setCookies,
  store,
  tenantId,
} from './support/lab.ts'

interface Answer {
  readonly token: string
  readonly refreshToken: string
  readonly refreshTokenId: string
}

const answer = (body: string): Answer => JSON.parse(body) as Answer

const login = async (lab: Lab): Promise<Answer> =>
  answer((await lab.call('POST', '/api/login', { loginId, password, applicationId: store })).body)

const refresh = (lab: Lab, body: object, headers: [string, string][] = []) =>
  lab.call('POST', '/api/jwt/refresh', body, headers)

const notFound = {
  fieldErrors: {
    refreshToken: [
      { code: '[invalid]refreshToken', message: 'The refresh token was not found or has expired.' },
    ],
  },
  generalErrors: [],
}

test('A refresh token of the Login API brings a new JWT; nobody authenticates', async () => {
  const lab = openLab()
  const { refreshToken, refreshTokenId } = await login(lab)
  const response = await refresh(lab, { refreshToken })
  expect(response.status).toBe(200)
  expect(answer(response.body)).toMatchObject({ refreshToken, refreshTokenId })
  expect(decodeJwt(answer(response.body).token)).toMatchObject({
    authenticationType: 'REFRESH_TOKEN',
    roles: ['customer'],
  })
})

test('The new JWT and the refresh token come as cookies too', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  const names = setCookies(await refresh(lab, { refreshToken })).map((line) => line.split('=')[0])
  expect(names).toEqual(['access_token', 'refresh_token'])
})

test('The cookie beats the body', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  const cookie: [string, string] = ['cookie', `refresh_token=${refreshToken}`]
  expect((await refresh(lab, { refreshToken: 'made-up' }, [cookie])).status).toBe(200)
  expect((await refresh(lab, { refreshToken }, [['cookie', 'refresh_token=made-up']])).status).toBe(
    400,
  )
})

test('An empty body with the cookie is enough', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  const response = await lab.call('POST', '/api/jwt/refresh', undefined, [
    ['cookie', `refresh_token=${refreshToken}`],
  ])
  expect(response.status).toBe(200)
})

test.each(['made-up', '__proto__', ''])(
  'The refresh token "%s" is answered with 400 and Errors',
  async (refreshToken) => {
    const response = await refresh(openLab(), { refreshToken })
    expect([response.status, JSON.parse(response.body)]).toEqual([400, notFound])
  },
)

test('An expired refresh token is answered with 400 and Errors', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  lab.clock.advance(43_200 * 60)
  const response = await refresh(lab, { refreshToken })
  expect([response.status, JSON.parse(response.body)]).toEqual([400, notFound])
})

test('An application that does not allow it refuses', async () => {
  const lab = openLab({ login: { allowTokenRefresh: false } })
  const response = await refresh(lab, { refreshToken: (await login(lab)).refreshToken })
  expect(response.status).toBe(400)
})

test('A one-time token is replaced here too', async () => {
  const lab = openLab({
    tenant: {
      id: tenantId,
      name: 'T',
      jwtConfiguration: { refreshTokenUsagePolicy: 'OneTimeUse' },
    },
  })
  const first = await login(lab)
  const second = answer((await refresh(lab, first)).body)
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect(second.refreshTokenId).toBe(first.refreshTokenId)
})

test('A shorter life may be asked for, a longer one not', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  const claims = decodeJwt(
    answer((await refresh(lab, { refreshToken, timeToLiveInSeconds: 60 })).body).token,
  )
  expect(Number(claims.exp) - Number(claims.iat)).toBe(60)
  expect((await refresh(lab, { refreshToken, timeToLiveInSeconds: 3601 })).status).toBe(400)
})

test('A refresh token from OAuth keeps its scopes and names its grants', async () => {
  const lab = openLab()
  const { refresh_token: refreshToken } = await fetchTokens(lab)
  const { token } = answer((await refresh(lab, { refreshToken })).body)
  expect(decodeJwt(token)['scope']).toBe('openid offline_access')
  expect(decodeJwt(token)['gty']).toEqual(['authorization_code', 'refresh_token'])
})

test('Logging out by the API ends the refresh token that it names', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  expect((await lab.call('POST', '/api/logout', { refreshToken }, [])).status).toBe(200)
  expect((await refresh(lab, { refreshToken })).status).toBe(400)
})

test('Logging out by the API deletes the cookies that came along', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  const cookie = `refresh_token=${refreshToken}; access_token=x; other=y`
  const response = await lab.call('POST', '/api/logout', undefined, [['cookie', cookie]])
  expect(setCookies(response)).toEqual([
    'access_token=; Max-Age=0; Path=/',
    'refresh_token=; Max-Age=0; Path=/',
  ])
  expect((await refresh(lab, { refreshToken })).status).toBe(400)
})

test('A refresh token in the request beats the cookie at logout', async () => {
  const lab = openLab()
  const [kept, ended] = [await login(lab), await login(lab)]
  const cookie: [string, string] = ['cookie', `refresh_token=${kept.refreshToken}`]
  await lab.call('POST', '/api/logout', { refreshToken: ended.refreshToken }, [cookie])
  expect((await refresh(lab, ended)).status).toBe(400)
  expect((await refresh(lab, kept)).status).toBe(200)
})

test('A global logout ends every refresh token and the SSO sessions of the user', async () => {
  const lab = openLab()
  const [one, two] = [await fetchTokens(lab), await login(lab)]
  await lab.call('POST', `/api/logout?global=true&refreshToken=${two.refreshToken}`, undefined, [])
  expect((await refresh(lab, { refreshToken: one.refresh_token })).status).toBe(400)
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
})

test('A logout that names no known token changes nothing and is answered with 200', async () => {
  const lab = openLab()
  await fetchTokens(lab)
  const response = await lab.call(
    'POST',
    '/api/logout?global=true&refreshToken=undefined',
    undefined,
    [],
  )
  expect([response.status, response.body]).toEqual([200, ''])
  expect(lab.standIn.memory.refreshTokens.rows.size).toBe(1)
})

test('The API key is not asked for at logout and refresh', async () => {
  const lab = openLab()
  const { refreshToken } = await login(lab)
  expect((await refresh(lab, { refreshToken }, [['authorization', `not ${apiKey}`]])).status).toBe(
    200,
  )
})
