import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { deviations } from '../../../server/fusionauth/stand-in/deviations.ts'
import {
  apiKey,
  authorizePath,
  fetchCode,
  fetchTokens,
  fieldsOf,
  form,
  forums,
  header,
  logIn,
  loginId,
  openLab,
  origin,
  password,
  queryOf,
  redeem,
  redirectUri,
  refresh,
  secret,
  store,
  tenantId,
  tokensOf,
  userId,
} from '../support/lab.ts'

test('Every deviation says what, whence and what the hardened profile does', () => {
  for (const { row, what, source } of deviations) {
    expect(row).toMatch(/^(?:AS-\d\d|oidcc-[\da-z-]+)$/)
    expect(what).toMatch(/^[A-Z].{20,}\.$/)
    expect(source).toMatch(/.{20,}\.$/)
  }
  expect(new Set(deviations.map(({ row }) => row)).size).toBe(deviations.length)
})

test('AS-08: by default a plain http address on any host takes part in a login', async () => {
  const uri = 'http://store.example.com/cb'
  const lab = openLab({ oauth: { authorizedRedirectURLs: [uri] } })
  expect(queryOf(await logIn(lab, { redirect_uri: uri })).has('code')).toBe(true)
})

test('AS-09: by default the port of a loopback address is compared like everything else', async () => {
  const lab = openLab({ oauth: { authorizedRedirectURLs: ['http://127.0.0.1:4001/cb'] } })
  const other = authorizePath({ redirect_uri: 'http://127.0.0.1:4002/cb' })
  expect((await lab.visit(other)).status).toBe(400)
})

test.each(['Required', 'NotRequired'] as const)(
  'AS-14: by default a client logs in without PKCE, authentication being %s',
  async (clientAuthenticationPolicy) => {
    const lab = openLab({ oauth: { clientAuthenticationPolicy } })
    expect((await redeem(lab, await fetchCode(lab))).status).toBe(200)
  },
)

test('AS-20: by default five fields from anywhere log a user in, without a cookie', async () => {
  const lab = openLab()
  const response = await lab.visit('/oauth2/authorize', {
    client_id: store,
    loginId,
    password,
    redirect_uri: redirectUri,
    response_type: 'code',
  })
  expect(response.status).toBe(302)
  expect(lab.standIn.memory.loginIntents.size).toBe(1)
})

test('AS-24: the login form carries an id_token_hint only when one was sent', async () => {
  const page = await openLab().visit(authorizePath())
  expect(Object.keys(fieldsOf(page.body))).not.toContain('id_token_hint')
})

test('AS-31: after a replay the access token of the first use still opens userinfo', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  const { access_token: token } = tokensOf(await redeem(lab, code))
  expect((await redeem(lab, code)).status).toBe(400)
  const headers: [string, string][] = [['authorization', `Bearer ${token}`]]
  const url = `${origin}/oauth2/userinfo`
  expect((await lab.ask({ method: 'GET', url, headers, body: '' })).status).toBe(200)
})

test('AS-44: by default a public client uses one refresh token again and again', async () => {
  const lab = openLab({ oauth: { clientAuthenticationPolicy: 'NotRequired' } })
  const { refresh_token: token } = await fetchTokens(lab)
  for (let use = 0; use < 3; use++) {
    const again = tokensOf(await refresh(lab, token, { client_secret: undefined }))
    expect(again.refresh_token).toBe(token)
  }
})

test('AS-44: a reuse after rotation ends nothing unless that is switched on', async () => {
  const tenant = {
    id: tenantId,
    name: 'T',
    jwtConfiguration: { refreshTokenUsagePolicy: 'OneTimeUse' },
  } as const
  const lab = openLab({ tenant })
  const { refresh_token: first } = await fetchTokens(lab)
  const { refresh_token: second } = tokensOf(await refresh(lab, first))
  expect((await refresh(lab, first)).status).toBe(400)
  expect((await refresh(lab, second)).status).toBe(200)
})

test('AS-45: by default a refresh token that is left alone for 29 days is still good', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(29 * 86_400)
  expect((await refresh(lab, token)).status).toBe(200)
})

test('AS-47: a logout at FusionAuth leaves the refresh tokens alive', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  await lab.visit(`/oauth2/logout?${form({ client_id: store })}`)
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
  expect((await refresh(lab, token)).status).toBe(200)
})

test('AS-47: a change of the password ends them, as FusionAuth’s default has it', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const body = { loginId, currentPassword: password, password: 'four cups of tea' }
  const headers: [string, string][] = [
    ['authorization', apiKey],
    ['x-fusionauth-tenantid', tenantId],
  ]
  expect((await lab.call('POST', '/api/user/change-password', body, headers)).status).toBe(200)
  expect((await refresh(lab, token)).status).toBe(400)
})

test('AS-48: by default nobody is slowed down who guesses', async () => {
  const lab = openLab()
  const guess = (fields: Record<string, string>) =>
    lab.tokenRequest({
      grant_type: 'password',
      username: loginId,
      password,
      client_id: store,
      client_secret: secret,
      ...fields,
    })
  for (let attempt = 0; attempt < 30; attempt++) {
    expect((await guess({ password: `guess ${attempt}` })).status).toBe(400)
    expect((await guess({ client_secret: `guess ${attempt}` })).status).toBe(401)
  }
  expect((await guess({})).status).toBe(200)
})

test('AS-67: the issuer may be any text, and is told word for word', async () => {
  const lab = openLab({ tenant: { id: tenantId, name: 'T', issuer: 'acme.com' } })
  const { body } = await lab.visit('/.well-known/openid-configuration')
  const { id_token: idToken = '' } = await fetchTokens(lab)
  expect([(JSON.parse(body) as { issuer: string }).issuer, decodeJwt(idToken).iss]).toEqual([
    'acme.com',
    'acme.com',
  ])
})

test('AS-68: by default client_id is enough to log out, and the hint beside it need not agree', async () => {
  const lab = openLab({ oauth: { logoutBehavior: 'RedirectOnly' } })
  const { id_token: hint } = await fetchTokens(lab)
  const query = {
    client_id: forums,
    id_token_hint: hint,
    post_logout_redirect_uri: 'https://forums.example.com/oauth-callback',
  }
  const response = await lab.visit(`/oauth2/logout?${form(query)}`)
  expect(header(response, 'location')).toBe('https://forums.example.com/oauth-callback')
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
})

test('AS-69: back-channel logout is not offered: the metadata say so', async () => {
  const { body } = await openLab().visit('/.well-known/openid-configuration')
  expect(JSON.parse(body)).toMatchObject({
    backchannel_logout_supported: false,
    frontchannel_logout_supported: true,
  })
})

test('AS-70: a logout keeps every refresh token of the user', async () => {
  const lab = openLab()
  await fetchTokens(lab)
  await fetchTokens(lab)
  const before = [...lab.standIn.memory.refreshTokens.rows.keys()]
  await lab.visit(`/oauth2/logout?${form({ client_id: store })}`)
  expect(before).toHaveLength(2)
  expect([...lab.standIn.memory.refreshTokens.rows.keys()]).toEqual(before)
})

test('AS-71: who holds the API key may give an application the id of a user', async () => {
  const body = { application: { name: 'Namesake' } }
  const lab = openLab()
  expect((await lab.call('POST', `/api/application/${userId}`, body)).status).toBe(200)
})
