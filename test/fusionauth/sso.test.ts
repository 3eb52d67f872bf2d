import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  apiKey,
  authorizePath,
  fetchTokens,
  fieldsOf,
  form,
  forums,
  header,
  type Lab,
  logIn,
  loginId,
  openLab,
  password,
  queryOf,
  setCookies,
  store,
  tenantId,
  userId,
} from './support/lab.ts'

const forumsRequest = {
  client_id: forums,
  redirect_uri: 'https://forums.example.com/oauth-callback',
}

/** A visit to the Forums; true when it went by without a form. */
const goesByItself = async (lab: Lab, fields = {}): Promise<boolean> => {
  const response = await lab.visit(authorizePath({ ...forumsRequest, ...fields }))
  if (response.status === 200) return false
  const hop = header(response, 'location') ?? ''
  return queryOf(await lab.visit(hop)).has('code')
}

test('Who ticked "Keep me signed in" comes into the second application without a form', async () => {
  const lab = openLab()
  await logIn(lab)
  expect(await goesByItself(lab)).toBe(true)
})

test('Who left the box unticked is asked again', async () => {
  const lab = openLab()
  await logIn(lab, {}, { rememberDevice: undefined })
  expect(await goesByItself(lab)).toBe(false)
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
})

test('A single sign-on renews the SSO cookie in the answer that brings the code', async () => {
  const lab = openLab()
  await logIn(lab)
  const hop = await lab.visit(authorizePath(forumsRequest))
  const answer = await lab.visit(header(hop, 'location') ?? '')
  expect(setCookies(answer).some((line) => line.startsWith('fusionauth.sso='))).toBe(true)
})

test('A token by single sign-on says PING, and keeps the time of the password', async () => {
  const lab = openLab()
  const typed = decodeJwt((await fetchTokens(lab)).access_token)
  lab.clock.advance(600)
  const recognised = decodeJwt((await fetchTokens(lab)).access_token)
  expect(typed['authenticationType']).toBe('PASSWORD')
  expect(recognised['authenticationType']).toBe('PING')
  expect(recognised['auth_time']).toBe(typed['auth_time'])
})

test('The SSO session ends after the tenant’s interval without use', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(3600)
  expect(await goesByItself(lab)).toBe(false)
})

test('A use of the SSO session lets the interval begin again', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(3599)
  expect(await goesByItself(lab)).toBe(true)
  lab.clock.advance(3599)
  expect(await goesByItself(lab)).toBe(true)
})

test('An interval of 0 switches single sign-on off', async () => {
  const lab = openLab({ tenant: { id: tenantId, name: 'Test', httpSessionMaxInactiveInterval: 0 } })
  await logIn(lab)
  expect(lab.jar.has('fusionauth.sso')).toBe(false)
})

test('With prompt=none a live session brings a code and no page', async () => {
  const lab = openLab()
  await logIn(lab)
  expect(await goesByItself(lab, { prompt: 'none' })).toBe(true)
})

test('With prompt=login the form is shown in spite of the session', async () => {
  const lab = openLab()
  await logIn(lab)
  expect(await goesByItself(lab, { prompt: 'login' })).toBe(false)
})

test('A login by prompt=login gives a later auth_time', async () => {
  const lab = openLab()
  const before = decodeJwt((await fetchTokens(lab)).access_token)
  lab.clock.advance(5)
  const after = decodeJwt((await fetchTokens(lab, { prompt: 'login' })).access_token)
  expect(Number(after['auth_time']) - Number(before['auth_time'])).toBe(5)
})

test('A login older than max_age shows the form; a younger one does not', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(2)
  expect(await goesByItself(lab, { max_age: '1' })).toBe(false)
  expect(await goesByItself(lab, { max_age: '10000' })).toBe(true)
})

test('A max_age of 0 always shows the form', async () => {
  const lab = openLab()
  await logIn(lab)
  expect(await goesByItself(lab, { max_age: '0' })).toBe(false)
})

test('A made-up SSO cookie is worth nothing', async () => {
  const lab = openLab()
  lab.jar.set('fusionauth.sso', 'A'.repeat(43))
  expect(await goesByItself(lab)).toBe(false)
})

test('A login never takes over the SSO value that a browser brings along', async () => {
  const lab = openLab()
  lab.jar.set('fusionauth.sso', 'planted')
  await logIn(lab)
  expect(lab.jar.get('fusionauth.sso')).toMatch(/^[\w-]{43}$/)
})

test('A second login of the same browser replaces the SSO session', async () => {
  const lab = openLab()
  await logIn(lab)
  const first = lab.jar.get('fusionauth.sso')
  await logIn(lab, { prompt: 'login' })
  expect([...lab.standIn.memory.ssoSessions.rows.keys()]).toEqual([lab.jar.get('fusionauth.sso')])
  expect(lab.jar.get('fusionauth.sso')).not.toBe(first)
})

test('A second login without the box ends the SSO session of the browser', async () => {
  const lab = openLab()
  await logIn(lab)
  await logIn(lab, { prompt: 'login' }, { rememberDevice: undefined })
  expect(lab.jar.has('fusionauth.sso')).toBe(false)
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
})

test('A locked user’s session opens nothing', async () => {
  const lab = openLab()
  await logIn(lab)
  await lab.call('DELETE', `/api/user/${userId}`)
  expect(await goesByItself(lab)).toBe(false)
})

test('The SSO session is listed as a refresh token with a tenant and without an application', async () => {
  const lab = openLab()
  await logIn(lab)
  const { body } = await lab.call('GET', `/api/jwt/refresh?userId=${userId}`)
  const { refreshTokens } = JSON.parse(body) as { refreshTokens: Record<string, unknown>[] }
  expect(refreshTokens).toMatchObject([{ tenantId, userId, token: lab.jar.get('fusionauth.sso') }])
  expect(refreshTokens[0]).not.toHaveProperty('applicationId')
})

test('The value of an SSO session is no refresh token at the token endpoint', async () => {
  const lab = openLab()
  await logIn(lab)
  const response = await lab.tokenRequest({
    grant_type: 'refresh_token',
    refresh_token: lab.jar.get('fusionauth.sso'),
    client_id: store,
    client_secret: 'the secret of the store',
  })
  expect(response.status).toBe(400)
})

test('Revoking the SSO session by its id ends single sign-on', async () => {
  const lab = openLab()
  await logIn(lab)
  const [session] = lab.standIn.memory.ssoSessions.rows.values()
  expect((await lab.call('DELETE', `/api/jwt/refresh/${session?.id}`)).status).toBe(200)
  expect(await goesByItself(lab)).toBe(false)
})

test('A login intent serves one redirect only', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const submitted = await lab.visit('/oauth2/authorize', {
    ...fieldsOf(page.body),
    loginId,
    password,
  })
  const cookie = lab.jar.get('fusionauth.li') ?? ''
  const hop = header(submitted, 'location') ?? ''
  expect((await lab.visit(hop)).status).toBe(302)
  lab.jar.set('fusionauth.li', cookie)
  expect((await lab.visit(hop)).status).toBe(400)
})

test('A login intent does not serve another request than its own', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const submitted = await lab.visit('/oauth2/authorize', {
    ...fieldsOf(page.body),
    loginId,
    password,
  })
  const hop = (header(submitted, 'location') ?? '').replace('xyz', 'abc')
  expect((await lab.visit(hop)).status).toBe(400)
})

test('A login intent runs out', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const submitted = await lab.visit('/oauth2/authorize', {
    ...fieldsOf(page.body),
    loginId,
    password,
  })
  lab.clock.advance(1800)
  expect((await lab.visit(header(submitted, 'location') ?? '')).status).toBe(400)
})

test('The login intent is a session cookie, and gone after the redirect', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const submitted = await lab.visit('/oauth2/authorize', {
    ...fieldsOf(page.body),
    loginId,
    password,
  })
  expect(setCookies(submitted)[0]).toMatch(
    /^fusionauth\.li=[\w-]+; HttpOnly; Path=\/; SameSite=Lax; Secure$/,
  )
  const last = await lab.visit(header(submitted, 'location') ?? '')
  expect(setCookies(last)).toContain('fusionauth.li=; Max-Age=0; Path=/')
})

test('On plain http the cookies are not marked Secure', async () => {
  const lab = openLab({ options: { origin: 'http://127.0.0.1:9011' } })
  expect(setCookies(await logIn(lab)).join('\n')).not.toContain('Secure')
})

test('Logging out ends the SSO session and its cookie', async () => {
  const lab = openLab()
  await logIn(lab)
  await lab.visit(`/oauth2/logout?${form({ client_id: store })}`)
  expect(lab.jar.has('fusionauth.sso')).toBe(false)
  expect(await goesByItself(lab)).toBe(false)
})

test('Logging out leaves the refresh tokens alive', async () => {
  const lab = openLab()
  const { refresh_token: token = '' } = await fetchTokens(lab)
  await lab.visit(`/oauth2/logout?${form({ client_id: store })}`)
  expect(lab.standIn.memory.refreshTokens.get(token)).toBeDefined()
})

test('The Login API begins no SSO session', async () => {
  const lab = openLab()
  const body = { loginId, password, applicationId: store }
  await lab.call('POST', '/api/login', body, [['authorization', apiKey]])
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
})
