import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  authorizePath,
  fetchTokens,
  form,
  forums,
  header,
  type Lab,
  openLab,
  origin,
  queryOf,
  redirectUri,
  refusalOf,
  store,
  userId,
} from '../support/lab.ts'

/** Access tokens and ID tokens are JWTs of one key for one audience: `tty` tells them apart. */

const open = () => openLab({ oauth: { logoutBehavior: 'RedirectOnly' } })

const post = (lab: Lab, path: string, fields: Readonly<Record<string, string>>) =>
  lab.ask({
    method: 'POST',
    url: origin + path,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: form(fields),
  })

const loginApi = async (lab: Lab): Promise<string> => {
  const fields = { loginId: 'ada@example.com', password: 'tea for two', applicationId: store }
  const { body } = await lab.call('POST', '/api/login', fields)
  return (JSON.parse(body) as { token: string }).token
}

const vend = async (lab: Lab, claims: object): Promise<string> => {
  const { body } = await lab.call('POST', '/api/jwt/vend', { claims })
  return (JSON.parse(body) as { token: string }).token
}

const unsuitable = 'The token is not suitable for the requested use.'

const bearer = (lab: Lab, method: string, path: string, token: string) =>
  lab.ask({
    method,
    url: origin + path,
    headers: [['authorization', `Bearer ${token}`]],
    body: '',
  })

/** Where a JWT opens something, and what answers one of the wrong kind. */
const doors = [
  ['GET /oauth2/userinfo', 400],
  ['GET /api/jwt/validate', 401],
  [`GET /api/jwt/issue?applicationId=${store}`, 401],
  ['DELETE /api/jwt/refresh/SID', 401],
] as const

describe.each(doors)('%s', (door, refusal) => {
  const ask = async (lab: Lab, token: string): Promise<number> => {
    const [method = '', path = ''] = door.replace('SID', String(decodeJwt(token)['sid'])).split(' ')
    return (await bearer(lab, method, path, token)).status
  }

  test('takes an access token', async () => {
    const lab = open()
    expect(await ask(lab, (await fetchTokens(lab)).access_token)).toBe(200)
  })

  test('takes no ID token, though it names openid among its scopes', async () => {
    const lab = open()
    const { id_token: token = '' } = await fetchTokens(lab)
    expect(String(decodeJwt(token)['scope'])).toContain('openid')
    expect(await ask(lab, token)).toBe(refusal)
  })
})

const logout = (lab: Lab, fields: Readonly<Record<string, string>>) =>
  lab.visit(`/oauth2/logout?${form({ post_logout_redirect_uri: redirectUri, ...fields })}`)

const sessions = (lab: Lab): number => lab.standIn.memory.ssoSessions.rows.size

describe('id_token_hint', () => {
  test.each([
    ['alone', {}],
    ['beside its client_id', { client_id: store }],
  ])('an access token is refused at the logout, %s, and ends nothing', async (_title, fields) => {
    const lab = open()
    const { access_token: hint } = await fetchTokens(lab)
    const response = await logout(lab, { id_token_hint: hint, ...fields })
    expect([response.status, header(response, 'location')]).toEqual([400, undefined])
    for (const text of ['invalid_request', 'invalid_id_token_hint', unsuitable])
      expect(response.body).toContain(text)
    expect(sessions(lab)).toBe(1)
  })

  test('a JWT of the Login API is refused at the logout', async () => {
    const lab = open()
    expect((await logout(lab, { id_token_hint: await loginApi(lab) })).body).toContain(unsuitable)
  })

  test('an ID token is taken at the logout, and when it has run out too', async () => {
    for (const seconds of [0, 86_400]) {
      const lab = open()
      const { id_token: hint = '' } = await fetchTokens(lab)
      lab.clock.advance(seconds)
      const response = await logout(lab, { id_token_hint: hint })
      expect([response.status, header(response, 'location')]).toEqual([302, redirectUri])
    }
  })

  test('a token that does not say what it is, as before 1.60, is taken at the logout', async () => {
    const lab = open()
    await fetchTokens(lab)
    const hint = await vend(lab, { aud: store, sub: userId })
    expect((await logout(lab, { id_token_hint: hint })).status).toBe(302)
    expect(sessions(lab)).toBe(0)
  })

  test('an access token is refused at a login, at the application', async () => {
    const lab = open()
    const { access_token: hint } = await fetchTokens(lab)
    const answer = queryOf(await lab.visit(authorizePath({ prompt: 'none', id_token_hint: hint })))
    expect([answer.get('error_reason'), answer.get('code')]).toEqual([
      'invalid_id_token_hint',
      null,
    ])
  })
})

describe('token_type_hint of an introspection', () => {
  const introspect = (lab: Lab, token: string, hint: string) =>
    post(lab, '/oauth2/introspect', { client_id: store, token, token_type_hint: hint })
  const mismatch = [400, 'unsupported_token_type', 'token_type_hint_mismatch']

  test('fits an access token of every kind of login, and no ID token', async () => {
    const lab = open()
    const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
    for (const token of [access, await loginApi(lab)])
      expect((await introspect(lab, token, 'access_token')).body).toContain('"active":true')
    expect(refusalOf(await introspect(lab, id, 'access_token'))).toEqual(mismatch)
  })

  test('fits an ID token, and no access token of any kind of login', async () => {
    const lab = open()
    const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
    expect((await introspect(lab, id, 'id_token')).body).toContain('"active":true')
    for (const token of [access, await loginApi(lab)])
      expect(refusalOf(await introspect(lab, token, 'id_token'))).toEqual(mismatch)
  })
})

describe('What a token says of its kind', () => {
  test('a JWT of the Login API is an access token of no grant', async () => {
    const claims = decodeJwt(await loginApi(open()))
    expect([claims['tty'], 'gty' in claims]).toEqual(['at', false])
  })

  test('so is one for another application by a JWT', async () => {
    const lab = open()
    const { access_token: token } = await fetchTokens(lab)
    const response = await bearer(lab, 'GET', `/api/jwt/issue?applicationId=${forums}`, token)
    const claims = decodeJwt((JSON.parse(response.body) as { token: string }).token)
    expect([claims['tty'], 'gty' in claims]).toEqual(['at', false])
  })

  test('a vended JWT says what its caller says', async () => {
    const lab = open()
    expect('tty' in decodeJwt(await vend(lab, { sub: 'x' }))).toBe(false)
    const claims = { tty: 'own', gty: ['own'] }
    expect(decodeJwt(await vend(lab, claims))).toMatchObject(claims)
  })

  test('in Compatibility userinfo takes both kinds, and tells neither', async () => {
    const lab = openLab({ oauth: { scopeHandlingPolicy: 'Compatibility' } })
    const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
    for (const token of [access, id]) {
      const { status, body } = await bearer(lab, 'GET', '/oauth2/userinfo', token)
      const told = Object.keys(JSON.parse(body) as object)
      expect([status, told.includes('sub'), told.includes('tty'), told.includes('gty')]).toEqual([
        200,
        true,
        false,
        false,
      ])
    }
  })
})
