import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  authorizePath,
  fetchTokens,
  fieldsOf,
  header,
  logIn,
  loginId,
  openLab,
  origin,
  password,
  queryOf,
  redirectUri,
  setCookies,
  store,
  tenantId,
  userId,
} from './support/lab.ts'

test('A visitor without a session is shown the login form', async () => {
  const page = await openLab().visit(authorizePath())
  expect(page.status).toBe(200)
  expect(page.body).toContain('name="password"')
})

test('A login sends the browser over the consent hop back to the application', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const submitted = await lab.visit('/oauth2/authorize', {
    ...fieldsOf(page.body),
    loginId,
    password,
  })
  expect(submitted.status).toBe(302)
  const hop = header(submitted, 'location') ?? ''
  expect(hop).toMatch(/^\/oauth2\/consent\?/)
  const completed = await lab.visit(hop)
  expect(completed.status).toBe(302)
  const location = header(completed, 'location') ?? ''
  expect(location.slice(0, location.indexOf('?'))).toBe(redirectUri)
})

test('The redirect carries code, iss, locale, state and userState, in this order', async () => {
  const query = queryOf(await logIn(openLab()))
  expect([...query.keys()]).toEqual(['code', 'iss', 'locale', 'state', 'userState'])
  expect(query.get('iss')).toBe(origin)
  expect(query.get('state')).toBe('xyz')
  expect(query.get('userState')).toBe('Authenticated')
})

test('A code brings an access token, an ID token and a refresh token', async () => {
  const tokens = await fetchTokens(openLab(), { nonce: 'n-1' })
  expect(Object.keys(tokens)).toEqual([
    'access_token',
    'expires_in',
    'id_token',
    'refresh_token',
    'refresh_token_id',
    'scope',
    'token_type',
    'userId',
  ])
  expect(tokens.expires_in).toBe(3600)
  expect(tokens.userId).toBe(userId)
})

test('An access token carries its claims in the order that FusionAuth writes them', async () => {
  const tokens = await fetchTokens(openLab())
  const claims = decodeJwt(tokens.access_token)
  expect(Object.keys(claims)).toEqual([
    'aud',
    'exp',
    'iat',
    'iss',
    'sub',
    'jti',
    'authenticationType',
    'applicationId',
    'scope',
    'roles',
    'sid',
    'auth_time',
    'tid',
    'gty',
    'tty',
  ])
  expect(claims).toMatchObject({
    aud: store,
    iss: origin,
    sub: userId,
    authenticationType: 'PASSWORD',
    roles: ['customer'],
    tid: tenantId,
    sid: tokens.refresh_token_id,
    gty: ['authorization_code'],
    tty: 'at',
  })
})

test('One seed gives one answer, byte for byte', async () => {
  expect(await fetchTokens(openLab())).toEqual(await fetchTokens(openLab()))
})

test('The SSO cookie is set with the code, and lasts as long as FusionAuth says', async () => {
  const [, sso] = setCookies(await logIn(openLab(), {}, { rememberDevice: 'true' }))
  expect(sso).toMatch(
    /^fusionauth\.sso=[\w-]{43}; HttpOnly; Max-Age=2147483647; Path=\/; SameSite=Lax; Secure$/,
  )
})
