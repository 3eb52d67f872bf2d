import { expect, test } from 'vitest'
import {
  fetchTokens,
  forums,
  logIn,
  loginId,
  openLab,
  password,
  store,
  userId,
} from './support/lab.ts'

interface Listed {
  readonly refreshTokens: readonly { readonly id: string; readonly token: string }[]
}

/** A lab with two refresh tokens of the Store, one of the Forums, and an SSO session. */
const withTokens = async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  await fetchTokens(lab)
  await lab.call('POST', '/api/user/registration/' + userId, {
    registration: { applicationId: forums },
  })
  await lab.call('POST', '/api/login', { loginId, password, applicationId: forums })
  return { lab, first, memory: lab.standIn.memory }
}

test('The refresh tokens of a user are listed, the SSO session among them', async () => {
  const { lab } = await withTokens()
  const { body } = await lab.call('GET', `/api/jwt/refresh?userId=${userId}`)
  expect((JSON.parse(body) as Listed).refreshTokens).toHaveLength(4)
})

test('A user without tokens has an empty list', async () => {
  const { body } = await openLab().call('GET', `/api/jwt/refresh?userId=${store}`)
  expect(JSON.parse(body)).toEqual({ refreshTokens: [] })
})

test('The list needs a user', async () => {
  expect((await openLab().call('GET', '/api/jwt/refresh')).body).toContain('[blank]userId')
})

test('The text "undefined" of a careless client is no user id', async () => {
  const response = await openLab().call('DELETE', '/api/jwt/refresh?token=x&userId=undefined')
  expect(response.status).toBe(400)
  expect(response.body).toContain('[couldNotConvert]userId')
})

test('A single refresh token is shown with user, application and scopes', async () => {
  const { lab, first } = await withTokens()
  const { body } = await lab.call('GET', `/api/jwt/refresh/${first.refresh_token_id}`)
  expect(JSON.parse(body)).toMatchObject({
    refreshToken: {
      applicationId: store,
      userId,
      token: first.refresh_token,
      metaData: { scopes: ['openid', 'offline_access'] },
    },
  })
})

test('An expired refresh token is no longer shown', async () => {
  const { lab, first } = await withTokens()
  lab.clock.advance(43_200 * 60)
  expect((await lab.call('GET', `/api/jwt/refresh/${first.refresh_token_id}`)).status).toBe(404)
})

test('Revoking by user ends all refresh tokens and SSO sessions', async () => {
  const { lab, memory } = await withTokens()
  const response = await lab.call('DELETE', `/api/jwt/refresh?userId=${userId}`)
  expect([response.status, response.body]).toEqual([200, ''])
  expect([memory.refreshTokens.rows.size, memory.ssoSessions.rows.size]).toEqual([0, 0])
})

test('Revoking by application spares the other application and the SSO session', async () => {
  const { lab, memory } = await withTokens()
  await lab.call('DELETE', `/api/jwt/refresh?applicationId=${store}`)
  expect([...memory.refreshTokens.rows.values()].map(({ applicationId }) => applicationId)).toEqual(
    [forums],
  )
  expect(memory.ssoSessions.rows.size).toBe(1)
})

test('Revoking by user and application ends the tokens that are of both', async () => {
  const { lab, memory } = await withTokens()
  await lab.call('DELETE', '/api/jwt/refresh', { userId, applicationId: forums })
  expect(memory.refreshTokens.rows.size).toBe(2)
})

test('Revoking by token value ends this token', async () => {
  const { lab, first, memory } = await withTokens()
  const response = await lab.call('DELETE', `/api/jwt/refresh?token=${first.refresh_token}`)
  expect(response.status).toBe(200)
  expect(memory.refreshTokens.get(first.refresh_token ?? '')).toBeUndefined()
})

test('Revoking an unknown token is answered with an empty 404', async () => {
  const response = await openLab().call('DELETE', `/api/jwt/refresh/${userId}`)
  expect([response.status, response.body]).toEqual([404, ''])
})

test('Revoking nothing in particular is answered with 400', async () => {
  expect((await openLab().call('DELETE', '/api/jwt/refresh')).status).toBe(400)
})

test('The owner may revoke a token with a JWT of their own', async () => {
  const { lab, first } = await withTokens()
  const bearer: [string, string][] = [['authorization', `Bearer ${first.access_token}`]]
  expect(
    (await lab.call('DELETE', `/api/jwt/refresh/${first.refresh_token_id}`, undefined, bearer))
      .status,
  ).toBe(200)
})

test('Somebody else may not revoke a token with theirs', async () => {
  const { lab, first } = await withTokens()
  const user = { email: 'eve@example.com', password: 'eve-of-old', id: store }
  await lab.call('POST', '/api/user', { user })
  const login = await lab.call('POST', '/api/login', {
    loginId: user.email,
    password: user.password,
  })
  const { token } = JSON.parse(login.body) as { token: string }
  const bearer: [string, string][] = [['authorization', `Bearer ${token}`]]
  expect(
    (await lab.call('DELETE', `/api/jwt/refresh/${first.refresh_token_id}`, undefined, bearer))
      .status,
  ).toBe(401)
})

test.each([
  ['GET', `/api/jwt/refresh?userId=${userId}`],
  ['GET', `/api/jwt/refresh/${userId}`],
  ['DELETE', `/api/jwt/refresh?userId=${userId}`],
  ['DELETE', `/api/jwt/refresh/${userId}`],
  ['GET', '/api/tenant'],
  ['POST', '/api/tenant'],
  ['GET', `/api/tenant/${userId}`],
  ['PATCH', `/api/tenant/${userId}`],
  ['GET', '/api/application'],
  ['POST', '/api/application'],
  ['PATCH', `/api/application/${store}`],
  ['DELETE', `/api/application/${store}`],
  ['GET', '/api/key'],
  ['POST', '/api/key/generate'],
  ['POST', '/api/user/registration'],
  ['GET', `/api/user?email=${loginId}`],
  ['GET', `/api/user/${userId}`],
  ['POST', '/api/user'],
  ['DELETE', `/api/user/${userId}`],
  ['GET', '/api/system/version'],
])('%s %s without the API key is answered with an empty 401', async (method, path) => {
  const lab = openLab()
  await logIn(lab)
  for (const headers of [[], [['authorization', 'Bearer x']]] as [string, string][][]) {
    const response = await lab.call(method, path, method === 'GET' ? undefined : {}, headers)
    expect([response.status, response.body]).toEqual([401, ''])
  }
})
