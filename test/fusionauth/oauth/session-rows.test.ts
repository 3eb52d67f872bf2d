import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  apiKey,
  authorizePath,
  fetchTokens,
  fieldsOf,
  header,
  type Lab,
  logIn,
  openLab,
  queryOf,
  store,
} from '../support/lab.ts'

/** A second user of the Store, who may log in beside Ada. */
const addBen = async (lab: Lab): Promise<void> => {
  const body = {
    user: { email: 'ben@example.com', password: 'coffee for one' },
    registration: { applicationId: store },
  }
  const response = await lab.call('POST', '/api/user/registration', body, [
    ['authorization', apiKey],
    ['x-fusionauth-tenantid', '10000000-0000-4000-8000-000000000001'],
  ])
  expect(response.status).toBe(200)
}

test('AS-23: prompt=none without a session goes back with login_required, and shows nothing', async () => {
  const response = await openLab().visit(authorizePath({ prompt: 'none' }))
  expect([response.status, response.body]).toEqual([302, ''])
  expect(queryOf(response).get('error')).toBe('login_required')
  expect(queryOf(response).get('error_reason')).toBe('authentication_required')
})

test('AS-23: prompt=none with a session brings a code, and shows nothing', async () => {
  const lab = openLab()
  await logIn(lab)
  const hop = await lab.visit(authorizePath({ prompt: 'none' }))
  const last = await lab.visit(header(hop, 'location') ?? '')
  expect([hop.body, last.body, queryOf(last).has('code')]).toEqual(['', '', true])
})

test('AS-23: prompt=login shows the form in spite of a session and gives a later auth_time', async () => {
  const lab = openLab()
  const first = decodeJwt((await fetchTokens(lab)).id_token ?? '')
  lab.clock.advance(7)
  expect((await lab.visit(authorizePath({ prompt: 'login' }))).status).toBe(200)
  const second = decodeJwt((await fetchTokens(lab, { prompt: 'login' })).id_token ?? '')
  expect(Number(second['auth_time']) - Number(first['auth_time'])).toBe(7)
})

test('AS-23: max_age=1 shows the form after two seconds', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(2)
  expect((await lab.visit(authorizePath({ max_age: '1' }))).status).toBe(200)
})

test('AS-23: an ID token tells auth_time when max_age was sent', async () => {
  const { id_token: idToken = '' } = await fetchTokens(openLab(), { max_age: '1000' })
  expect(decodeJwt(idToken)['auth_time']).toBeTypeOf('number')
})

test('AS-23: prompt=none with a session that is too old for max_age goes back', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(20)
  const response = await lab.visit(authorizePath({ prompt: 'none', max_age: '10' }))
  expect(queryOf(response).get('error')).toBe('login_required')
})

test.each(['none login', 'none consent', 'login none'])(
  'AS-23: prompt=%s contradicts itself and is refused',
  async (prompt) => {
    const response = await openLab().visit(authorizePath({ prompt }))
    expect(queryOf(response).get('error_reason')).toBe('invalid_prompt')
  },
)

test('AS-24: with the hint of the user who is logged in, prompt=none brings a code', async () => {
  const lab = openLab()
  const { id_token: hint } = await fetchTokens(lab)
  const last = await logIn(lab, { prompt: 'none', id_token_hint: hint })
  expect(queryOf(last).has('code')).toBe(true)
})

test('AS-24: a hint that has run out still names its user', async () => {
  const lab = openLab()
  const { id_token: hint } = await fetchTokens(lab)
  lab.clock.advance(3601)
  await logIn(lab)
  const last = await logIn(lab, { prompt: 'none', id_token_hint: hint })
  expect(queryOf(last).has('code')).toBe(true)
})

test('AS-24: with the hint of another user, prompt=none is an error', async () => {
  const lab = openLab()
  const { id_token: hint } = await fetchTokens(lab)
  await addBen(lab)
  const ben = { loginId: 'ben@example.com', password: 'coffee for one' }
  await logIn(lab, { prompt: 'login' }, ben)
  const response = await lab.visit(authorizePath({ prompt: 'none', id_token_hint: hint }))
  expect(queryOf(response).get('error')).toBe('login_required')
})

test('AS-24: who logs in as somebody else than the hint names brings no code', async () => {
  const lab = openLab()
  const { id_token: hint } = await fetchTokens(lab)
  await addBen(lab)
  lab.jar.clear()
  const page = await lab.visit(authorizePath({ id_token_hint: hint }))
  expect(fieldsOf(page.body)['id_token_hint']).toBe(hint)
  const ben = { loginId: 'ben@example.com', password: 'coffee for one' }
  const response = await lab.visit('/oauth2/authorize', { ...fieldsOf(page.body), ...ben })
  expect(queryOf(response).get('error')).toBe('login_required')
  expect(queryOf(response).has('code')).toBe(false)
  expect(lab.standIn.memory.ssoSessions.rows.size).toBe(1)
})

test('AS-24: a hint that is no token of ours is refused at the application', async () => {
  const response = await openLab().visit(authorizePath({ id_token_hint: 'a.b.c' }))
  expect(queryOf(response).get('error_reason')).toBe('invalid_id_token_hint')
})

/** Parameters of a login at an application of another tenant. */
const elsewhere = async (lab: Lab) => {
  const made = await lab.call('POST', '/api/tenant', { tenant: { name: 'Other' } })
  const { tenant } = JSON.parse(made.body) as { tenant: { id: string } }
  const redirect = 'https://other.test/cb'
  const body = {
    application: { name: 'Other', oauthConfiguration: { authorizedRedirectURLs: [redirect] } },
  }
  const { body: answer } = await lab.call('POST', '/api/application', body, [
    ['authorization', apiKey],
    ['x-fusionauth-tenantid', tenant.id],
  ])
  const { application } = JSON.parse(answer) as { application: { id: string } }
  return { client_id: application.id, redirect_uri: redirect }
}

test('The session of one tenant is none at another', async () => {
  const lab = openLab()
  await logIn(lab)
  expect((await lab.visit(authorizePath({}))).status).toBe(302)
  expect((await lab.visit(authorizePath(await elsewhere(lab)))).status).toBe(200)
})

test('AS-24: a hint of another tenant of the same instance is refused', async () => {
  const lab = openLab()
  const { id_token: hint } = await fetchTokens(lab)
  const fields = { ...(await elsewhere(lab)), id_token_hint: hint }
  const response = await lab.visit(authorizePath(fields))
  expect(queryOf(response).get('error_reason')).toBe('invalid_id_token_hint')
})

test('The login hint is typed into the form beforehand', async () => {
  const { body } = await openLab().visit(authorizePath({ login_hint: 'ben@example.com' }))
  expect(fieldsOf(body)['loginId']).toBe('ben@example.com')
})
