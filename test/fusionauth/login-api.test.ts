import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  apiKey,
  forums,
  type Lab,
  loginId,
  openLab,
  password,
  setCookies,
  store,
  userId,
} from './support/lab.ts'

const login = (lab: Lab, changes: object = {}, headers?: [string, string][]) =>
  lab.call('POST', '/api/login', { loginId, password, applicationId: store, ...changes }, headers)

interface Answer {
  readonly token: string
  readonly tokenExpirationInstant: number
  readonly refreshToken?: string
  readonly refreshTokenId?: string
  readonly user: Record<string, unknown>
}

const answer = (body: string): Answer => JSON.parse(body) as Answer

test('A login brings the user, a JWT and a refresh token', async () => {
  const response = await login(openLab())
  expect(response.status).toBe(200)
  expect(Object.keys(answer(response.body))).toEqual([
    'refreshToken',
    'refreshTokenId',
    'token',
    'tokenExpirationInstant',
    'user',
  ])
  expect(answer(response.body).user).toMatchObject({ id: userId, email: loginId, active: true })
})

test('The password never comes back', async () => {
  expect((await login(openLab())).body).not.toContain(password)
})

test('The JWT says who, for which application and with which roles', async () => {
  const { token, tokenExpirationInstant } = answer((await login(openLab())).body)
  const claims = decodeJwt(token)
  expect(claims).toMatchObject({
    aud: store,
    sub: userId,
    applicationId: store,
    roles: ['customer'],
    email: loginId,
  })
  expect(tokenExpirationInstant).toBe(Number(claims.exp) * 1000)
})

test('The tokens come as cookies too', async () => {
  const response = await login(openLab())
  const { token, refreshToken } = answer(response.body)
  expect(setCookies(response)).toEqual([
    `access_token=${token}; HttpOnly; Path=/; SameSite=Lax; Secure`,
    `refresh_token=${refreshToken}; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure`,
  ])
})

test('With noJWT there is no token and no cookie', async () => {
  const response = await login(openLab(), { noJWT: true })
  expect(Object.keys(answer(response.body))).toEqual(['user'])
  expect(setCookies(response)).toEqual([])
})

test('An application that makes no refresh tokens gives none', async () => {
  const response = await login(openLab({ login: { generateRefreshTokens: false } }))
  expect(answer(response.body)).not.toHaveProperty('refreshToken')
})

test('Without an application there is a token without an audience, and no refresh token', async () => {
  const { token, refreshToken } = answer(
    (await login(openLab(), { applicationId: undefined })).body,
  )
  expect(decodeJwt(token)).not.toHaveProperty('aud')
  expect(refreshToken).toBeUndefined()
})

test('A user who is not registered is answered with 202, without roles or refresh token', async () => {
  const response = await login(openLab(), { applicationId: forums })
  const { token, refreshToken } = answer(response.body)
  expect([response.status, refreshToken]).toEqual([202, undefined])
  expect(decodeJwt(token)).not.toHaveProperty('roles')
})

test('A password that is due for a change is answered with 203', async () => {
  const response = await login(openLab({ user: { passwordChangeRequired: true } }))
  expect(response.status).toBe(203)
  expect(JSON.parse(response.body)).toMatchObject({ changePasswordReason: 'Administrative' })
})

test('Without the API key the answer is an empty 401', async () => {
  const response = await login(openLab(), {}, [])
  expect([response.status, response.body]).toEqual([401, ''])
})

test('With a wrong API key the answer is an empty 401', async () => {
  const response = await login(openLab(), {}, [['authorization', `${apiKey}x`]])
  expect([response.status, response.body]).toEqual([401, ''])
})

test('An application that asks for no API key gets along without', async () => {
  expect((await login(openLab({ login: { requireAuthentication: false } }), {}, [])).status).toBe(
    200,
  )
})

test('Without an application the tenant decides whether a key is needed', async () => {
  const open = {
    id: '10000000-0000-4000-8000-000000000001',
    name: 'Test',
    loginConfiguration: { requireAuthentication: false },
  }
  expect((await login(openLab({ tenant: open }), { applicationId: undefined }, [])).status).toBe(
    200,
  )
  expect((await login(openLab(), { applicationId: undefined }, [])).status).toBe(401)
})

test.each([
  ['A wrong password', { password: 'wrong' }],
  ['An unknown user', { loginId: 'nobody@example.com' }],
  ['A hostile name', { loginId: '__proto__' }],
])('%s is answered with an empty 404', async (_, changes) => {
  const response = await login(openLab(), changes)
  expect([response.status, response.body]).toEqual([404, ''])
})

test('An expired user is answered with an empty 410', async () => {
  const response = await login(openLab({ user: { expiry: 1 } }))
  expect([response.status, response.body]).toEqual([410, ''])
})

test('A locked user is answered with an empty 423', async () => {
  const response = await login(openLab({ user: { active: false } }))
  expect([response.status, response.body]).toEqual([423, ''])
})

test('Blanks are answered with 400 and one error for each', async () => {
  const response = await login(openLab(), { loginId: '', password: ' ' })
  expect(response.status).toBe(400)
  expect(JSON.parse(response.body)).toMatchObject({
    fieldErrors: { loginId: [{ code: '[blank]loginId' }], password: [{ code: '[blank]password' }] },
    generalErrors: [],
  })
})

test('An applicationId that is no UUID is answered with 400', async () => {
  const response = await login(openLab(), { applicationId: 'store' })
  expect(response.status).toBe(400)
  expect(response.body).toContain('[couldNotConvert]applicationId')
})

test('An unknown application is answered with 400', async () => {
  const response = await login(openLab(), { applicationId: userId })
  expect(response.status).toBe(400)
  expect(response.body).toContain('[invalid]applicationId')
})

test('A body that is not JSON is answered with 400 and Errors', async () => {
  const lab = openLab()
  const headers: [string, string][] = [
    ['authorization', apiKey],
    ['content-type', 'application/json'],
  ]
  const response = await lab.ask({
    method: 'POST',
    url: 'https://example.fusionauth.io/api/login',
    headers,
    body: '{"a"',
  })
  expect(response.status).toBe(400)
  expect(JSON.parse(response.body)).toMatchObject({
    fieldErrors: {},
    generalErrors: [{ code: '[invalidJSON]' }],
  })
})

test('The device that is named at login is shown with the refresh token', async () => {
  const lab = openLab()
  const metaData = { device: { name: 'Phone', type: 'MOBILE' } }
  const { refreshTokenId } = answer((await login(lab, { metaData })).body)
  const shown = await lab.call('GET', `/api/jwt/refresh/${refreshTokenId}`)
  expect(JSON.parse(shown.body)).toMatchObject({ refreshToken: { metaData } })
})
