import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  type Lab,
  loginId,
  openLab,
  password,
  refusalOf,
  secret,
  store,
  tokensOf,
} from './support/lab.ts'

const ask = (lab: Lab, fields = {}) =>
  lab.tokenRequest({
    grant_type: 'password',
    username: loginId,
    password,
    client_id: store,
    client_secret: secret,
    ...fields,
  })

test('A user name and a password bring an access token', async () => {
  const tokens = tokensOf(await ask(openLab()))
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    authenticationType: 'PASSWORD',
    roles: ['customer'],
  })
  expect(decodeJwt(tokens.access_token)).toMatchObject({ gty: ['password'] })
})

test('With openid and offline_access all three tokens come', async () => {
  const tokens = tokensOf(await ask(openLab(), { scope: 'openid offline_access' }))
  expect([typeof tokens.id_token, typeof tokens.refresh_token]).toEqual(['string', 'string'])
  expect(tokens.scope).toBe('openid offline_access')
})

test('The name loginId of FusionAuth’s example is taken for username', async () => {
  expect((await ask(openLab(), { username: undefined, loginId })).status).toBe(200)
})

test('A wrong password is refused', async () => {
  expect(refusalOf(await ask(openLab(), { password: 'wrong' }))).toEqual([
    400,
    'invalid_grant',
    'invalid_user_credentials',
  ])
})

test('An unknown user gets the very same answer as a wrong password', async () => {
  const unknown = await ask(openLab(), { username: 'nobody@example.com' })
  expect(unknown).toEqual(await ask(openLab(), { password: 'wrong' }))
})

test.each(['username', 'password'])('A missing %s is refused', async (name) => {
  const response = await ask(openLab(), { [name]: undefined })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'invalid_user_credentials'])
})

test('A locked user is refused', async () => {
  expect(refusalOf(await ask(openLab({ user: { active: false } })))).toEqual([
    400,
    'invalid_grant',
    'user_locked',
  ])
})

test('An expired user is refused', async () => {
  expect(refusalOf(await ask(openLab({ user: { expiry: 1 } })))).toEqual([
    400,
    'invalid_grant',
    'user_expired',
  ])
})

test('A user who must change the password gets the id for doing so', async () => {
  const response = await ask(openLab({ user: { passwordChangeRequired: true } }))
  expect(refusalOf(response)).toEqual([
    400,
    'change_password_required',
    'change_password_administrative',
  ])
  expect(JSON.parse(response.body)).toHaveProperty('change_password_id')
})

test('An unknown scope is refused', async () => {
  expect(refusalOf(await ask(openLab(), { scope: 'everything' }))).toEqual([
    400,
    'invalid_scope',
    'unknown_scope',
  ])
})
