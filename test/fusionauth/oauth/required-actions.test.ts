import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  apiKey,
  authorizePath,
  fetchCode,
  fetchTokens,
  fieldsOf,
  forums,
  header,
  type Lab,
  logIn,
  loginId,
  openLab,
  password,
  queryOf,
  redeem,
  refresh,
  refusalOf,
  secret,
  store,
  tenantId,
  tokensOf,
} from '../support/lab.ts'

const mustChange = { user: { passwordChangeRequired: true } }

const postLogin = async (lab: Lab, fields = {}) => {
  const page = await lab.visit(authorizePath(fields))
  return lab.visit('/oauth2/authorize', { ...fieldsOf(page.body), loginId, password })
}

test('A due change of the password stands in the way of the application', async () => {
  const lab = openLab(mustChange)
  const hop = await postLogin(lab)
  expect(header(hop, 'location')).toMatch(/^\/password\/change\/[\w-]+\?client_id=/)
  const page = await lab.visit(header(hop, 'location') ?? '')
  expect(page.body).toContain('You must change your password')
  expect(lab.standIn.memory.codes.rows.size).toBe(0)
})

test('After the change the login goes on to the application', async () => {
  const lab = openLab(mustChange)
  const location = header(await postLogin(lab), 'location') ?? ''
  const typed = { password: 'four cups of tea', passwordConfirm: 'four cups of tea' }
  const hop = await lab.visit(location, typed)
  const code = queryOf(await lab.visit(header(hop, 'location') ?? '')).get('code') ?? ''
  const tokens = tokensOf(await redeem(lab, code))
  expect(decodeJwt(tokens.access_token)['authenticationType']).toBe('PASSWORD')
  expect((await lab.visit(location)).status).toBe(400)
})

test.each([
  [
    'that differ',
    { password: 'four cups of tea', passwordConfirm: 'five cups of tea' },
    'not the same',
  ],
  ['that are too short', { password: 'tea', passwordConfirm: 'tea' }, 'role="alert"'],
])('Two passwords %s bring the form again', async (_, typed, message) => {
  const lab = openLab(mustChange)
  const location = header(await postLogin(lab), 'location') ?? ''
  const page = await lab.visit(location, typed)
  expect([page.status, page.body.includes(message)]).toEqual([200, true])
  expect(page.body).not.toContain('cups')
})

test('A made-up id changes no password', async () => {
  const typed = { password: 'four cups of tea', passwordConfirm: 'four cups of tea' }
  expect((await openLab().visit('/password/change/guess', typed)).status).toBe(400)
})

const closed = {
  oauth: { requireRegistration: true, authorizedRedirectURLs: ['https://a.test/cb'] },
}
const toForums = { client_id: forums, redirect_uri: 'https://a.test/cb' }

test('Who is not registered sees why, and the application gets no code', async () => {
  const lab = openLab(closed)
  const page = await logIn(lab, toForums)
  expect(page.body).toContain('You are not registered for this application.')
  expect(lab.standIn.memory.codes.rows.size).toBe(0)
})

test('A single sign-on does not help who is not registered', async () => {
  const lab = openLab({ oauth: { ...closed.oauth, authorizedRedirectURLs: ['https://a.test/cb'] } })
  await logIn(lab, { redirect_uri: 'https://a.test/cb' })
  const hop = await lab.visit(authorizePath(toForums))
  expect(header(hop, 'location')).toMatch(/^\/oauth2\/authorized-not-registered\?/)
  const silent = await lab.visit(authorizePath({ ...toForums, prompt: 'none' }))
  expect([queryOf(silent).get('error'), queryOf(silent).get('error_reason')]).toEqual([
    'login_required',
    'registration_required',
  ])
})

test('The page for a second factor says that the stand-in ends there', async () => {
  const page = await openLab().visit('/oauth2/two-factor')
  expect([page.status, page.body.includes('The stand-in ends here')]).toEqual([200, true])
})

test.each([
  ['verified user', { verified: true }, { verified: true }, 'Authenticated'],
  ['unverified user', { verified: false }, { verified: true }, 'AuthenticatedNotVerified'],
  ['unverified registration', {}, { verified: false }, 'AuthenticatedRegistrationNotVerified'],
])('The application is told of a %s by userState', async (_, user, registration, userState) => {
  const lab = openLab({ user })
  const body = { registration: { applicationId: store, ...registration } }
  const { id } = [...lab.standIn.memory.users.values()][0] ?? { id: '' }
  await lab.call('PUT', `/api/user/registration/${id}`, body, [['authorization', apiKey]])
  expect(queryOf(await logIn(lab)).get('userState')).toBe(userState)
})

test('The password grant names the reason and the id for a due change', async () => {
  const lab = openLab(mustChange)
  const response = await lab.tokenRequest({
    grant_type: 'password',
    username: loginId,
    password,
    client_id: store,
    client_secret: secret,
  })
  expect(refusalOf(response)).toEqual([
    400,
    'change_password_required',
    'change_password_administrative',
  ])
  const { change_password_id: id } = JSON.parse(response.body) as { change_password_id: string }
  expect((await lab.visit(`/password/change/${id}`)).status).toBe(200)
})

const withMethod = {
  user: { twoFactor: { methods: [{ id: 'm1', method: 'email', email: loginId }] } },
} as const

test('A second factor stands in the way of the application, after the right password only', async () => {
  const lab = openLab(withMethod)
  const page = await logIn(lab)
  expect(page.body).toContain('Enter your verification code')
  expect((await logIn(lab, {}, { password: 'wrong' })).body).toContain('Invalid login credentials')
  expect([lab.standIn.memory.codes.rows.size, lab.standIn.memory.ssoSessions.rows.size]).toEqual([
    0, 0,
  ])
})

test('The password grant tells the id of the challenge and the ways to answer it', async () => {
  const fields = { grant_type: 'password', username: loginId, password }
  const client = { client_id: store, client_secret: secret }
  const response = await openLab(withMethod).tokenRequest({ ...fields, ...client })
  expect([response.status, JSON.parse(response.body)]).toMatchObject([
    400,
    {
      error: 'two_factor_required',
      two_factor_id: expect.stringMatching(/^[\w-]{43}$/) as string,
      two_factor_methods: [{ id: 'm1', method: 'email', email: loginId }],
    },
  ])
})

test('The Login API answers a second factor with 242, and gives no token', async () => {
  const lab = openLab(withMethod)
  const response = await lab.call('POST', '/api/login', { loginId, password, applicationId: store })
  expect(response.status).toBe(242)
  expect(JSON.parse(response.body)).toEqual({
    methods: [{ id: 'm1', method: 'email', email: loginId }],
    twoFactorId: expect.stringMatching(/^[\w-]{43}$/) as string,
  })
})

const gatedTenant = {
  tenant: {
    id: tenantId,
    name: 'T',
    emailConfiguration: { verifyEmail: true, unverified: { behavior: 'Gated' } },
  },
} as const

test('A gated tenant lets nobody through whose address is not verified', async () => {
  const lab = openLab({ ...gatedTenant, user: { verified: false } })
  expect((await logIn(lab)).body).toContain('You must verify your email address')
  expect(lab.standIn.memory.codes.rows.size).toBe(0)
  expect(queryOf(await logIn(openLab(gatedTenant))).has('code')).toBe(true)
})

test('With prompt=none the application learns that a verification is due', async () => {
  const lab = openLab(gatedTenant)
  await logIn(lab)
  const { id } = [...lab.standIn.memory.users.values()][0] ?? { id: '' }
  await lab.call('PATCH', `/api/user/${id}`, { user: { verified: false } })
  const query = queryOf(await lab.visit(authorizePath({ prompt: 'none' })))
  expect([query.get('error'), query.get('error_reason')]).toEqual([
    'login_required',
    'email_verification_required',
  ])
})

test('A gated application asks for a verified registration', async () => {
  const lab = openLab()
  const gated = {
    verifyRegistration: true,
    verificationEmailTemplateId: store,
    unverified: { behavior: 'Gated' },
  }
  await lab.call('PATCH', `/api/application/${store}`, { application: gated })
  const { id } = [...lab.standIn.memory.users.values()][0] ?? { id: '' }
  const body = { registration: { applicationId: store, verified: false } }
  await lab.call('PUT', `/api/user/registration/${id}`, body)
  expect((await logIn(lab)).body).toContain('You must verify your registration')
})

test('An application that verifies no registrations lets an unverified one through', async () => {
  const lab = openLab()
  const gated = { verifyRegistration: false, unverified: { behavior: 'Gated' } }
  await lab.call('PATCH', `/api/application/${store}`, { application: gated })
  const { id } = [...lab.standIn.memory.users.values()][0] ?? { id: '' }
  const body = { registration: { applicationId: store, verified: false } }
  await lab.call('PUT', `/api/user/registration/${id}`, body)
  const query = queryOf(await logIn(lab))
  expect(query.get('userState')).toBe('AuthenticatedRegistrationNotVerified')
})

test('Who is kept out by an action of an administrator is told so, and his session opens nothing', async () => {
  const lab = openLab({
    tenant: {
      id: tenantId,
      name: 'T',
      jwtConfiguration: { refreshTokenRevocationPolicy: { onLoginPrevented: false } },
    },
  })
  const { access_token: _, refresh_token: token } = await fetchTokens(lab)
  const code = await fetchCode(lab)
  const { id } = [...lab.standIn.memory.users.values()][0] ?? { id: '' }
  const kind = { userAction: { name: 'Ban', preventLogin: true, temporal: true, active: true } }
  const made = await lab.call('POST', '/api/user-action', kind)
  const { userAction } = JSON.parse(made.body) as { userAction: { id: string } }
  const action = { actioneeUserId: id, actionerUserId: id, userActionId: userAction.id }
  const expiry = lab.clock.now() + 20_000
  const done = await lab.call('POST', '/api/user/action', { action: { ...action, expiry } })
  expect([made.status, done.status]).toEqual([200, 200])
  expect((await lab.visit(authorizePath())).status).toBe(200)
  expect((await logIn(lab)).body).toContain('locked by an action')
  expect(refusalOf(await redeem(lab, code))).toEqual([400, 'invalid_grant', 'login_prevented'])
  expect(refusalOf(await refresh(lab, token)).at(2)).toBe('login_prevented')
  lab.clock.advance(21)
  expect(queryOf(await logIn(lab)).has('code')).toBe(true)
})
