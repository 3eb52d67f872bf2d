import { expect, test } from 'vitest'
import { forums, loginId, openLab, password, store, tenantId, userId } from './support/lab.ts'

const newId = '40000000-0000-4000-8000-000000000001'
const eve = { email: 'eve@example.com', password: 'eve-of-old' }

/** What keeps something from being made: the path, the body and the code of the error. */
const refusals: readonly (readonly [string, string, object, string])[] = [
  ['a tenant without a name', '/api/tenant', { tenant: {} }, '[blank]tenant.name'],
  [
    'a second tenant of a name',
    '/api/tenant',
    { tenant: { name: 'test' } },
    '[duplicate]tenant.name',
  ],
  [
    'a second tenant of an id',
    `/api/tenant/${tenantId}`,
    { tenant: { name: 'Two' } },
    '[duplicate]tenantId',
  ],
  [
    'a tenant whose id is no UUID',
    '/api/tenant/two',
    { tenant: { name: 'Two' } },
    '[couldNotConvert]tenantId',
  ],
  [
    'a tenant with words for a number',
    '/api/tenant',
    { tenant: { name: 'Two', httpSessionMaxInactiveInterval: 'long' } },
    '[couldNotConvert]tenant.httpSessionMaxInactiveInterval',
  ],
  [
    'a code life beyond ten minutes',
    '/api/tenant',
    {
      tenant: {
        name: 'Two',
        externalIdentifierConfiguration: { authorizationGrantIdTimeToLiveInSeconds: 601 },
      },
    },
    '[invalid]tenant.externalIdentifierConfiguration.authorizationGrantIdTimeToLiveInSeconds',
  ],
  [
    'an unknown refresh token policy',
    '/api/tenant',
    { tenant: { name: 'Two', jwtConfiguration: { refreshTokenUsagePolicy: 'Often' } } },
    '[couldNotConvert]tenant.jwtConfiguration.refreshTokenUsagePolicy',
  ],
  ['an application without a name', '/api/application', {}, '[blank]application.name'],
  [
    'a second application of a name',
    '/api/application',
    { application: { name: 'Store' } },
    '[duplicate]application.name',
  ],
  [
    'a second application of an id',
    `/api/application/${store}`,
    { application: { name: 'New' } },
    '[duplicate]applicationId',
  ],
  [
    'a redirect address with a fragment',
    '/api/application',
    {
      application: {
        name: 'New',
        oauthConfiguration: { authorizedRedirectURLs: ['https://a.test/#x'] },
      },
    },
    '[invalid]application.oauthConfiguration.authorizedRedirectURLs',
  ],
  [
    'a redirect address that is a script',
    '/api/application',
    {
      application: {
        name: 'New',
        oauthConfiguration: { authorizedRedirectURLs: ['javascript:alert(1)'] },
      },
    },
    '[invalid]application.oauthConfiguration.authorizedRedirectURLs',
  ],
  [
    'an origin with a path',
    '/api/application',
    {
      application: {
        name: 'New',
        oauthConfiguration: { authorizedOriginURLs: ['https://a.test/x'] },
      },
    },
    '[invalid]application.oauthConfiguration.authorizedOriginURLs',
  ],
  [
    'an unknown grant',
    '/api/application',
    { application: { name: 'New', oauthConfiguration: { enabledGrants: ['magic'] } } },
    '[couldNotConvert]application.oauthConfiguration.enabledGrants',
  ],
  [
    'an application that is a list',
    '/api/application',
    { application: [] },
    '[couldNotConvert]application',
  ],
  ['a key without a name', '/api/key/generate', { key: { algorithm: 'RS256' } }, '[blank]key.name'],
  [
    'a key of an algorithm that nobody has',
    '/api/key/generate',
    { key: { name: 'K', algorithm: 'XS256' } },
    '[couldNotConvert]key.algorithm',
  ],
  ['a user without e-mail or name', '/api/user', { user: { password } }, '[blank]user.email'],
  [
    'a user without a password',
    '/api/user',
    { user: { email: eve.email } },
    '[blank]user.password',
  ],
  [
    'a short password',
    '/api/user',
    { user: { ...eve, password: 'short' } },
    '[tooShort]user.password',
  ],
  [
    'a long password',
    '/api/user',
    { user: { ...eve, password: 'x'.repeat(257) } },
    '[tooLong]user.password',
  ],
  [
    'an address that is none',
    '/api/user',
    { user: { ...eve, email: 'eve' } },
    '[notEmail]user.email',
  ],
  [
    'a second user of an address',
    '/api/user',
    { user: { ...eve, email: loginId.toUpperCase() } },
    '[duplicate]user.email',
  ],
  ['a second user of an id', `/api/user/${userId}`, { user: eve }, '[duplicate]userId'],
  [
    'a registration without an application',
    '/api/user/registration',
    { user: eve, registration: {} },
    '[blank]registration.applicationId',
  ],
  [
    'a registration with an unknown application',
    '/api/user/registration',
    { user: eve, registration: { applicationId: newId } },
    '[invalid]registration.applicationId',
  ],
  [
    'a registration with an unknown role',
    '/api/user/registration',
    { user: eve, registration: { applicationId: store, roles: ['king'] } },
    '[invalid]registration.roles',
  ],
  [
    'a second registration with an application',
    `/api/user/registration/${userId}`,
    { registration: { applicationId: store } },
    '[duplicate]registration.applicationId',
  ],
]

test.each(refusals)('FusionAuth refuses %s', async (_, path, body, code) => {
  const response = await openLab().call('POST', path, body)
  expect(response.status).toBe(400)
  expect(response.body).toContain(`"code":"${code}`)
})

test('A registration of a user who does not exist is answered with an empty 404', async () => {
  const response = await openLab().call('POST', `/api/user/registration/${newId}`, {
    registration: { applicationId: store },
  })
  expect([response.status, response.body]).toEqual([404, ''])
})

test('A refused user leaves nothing behind', async () => {
  const lab = openLab()
  await lab.call('POST', '/api/user/registration', {
    user: eve,
    registration: { applicationId: newId },
  })
  expect((await lab.call('GET', `/api/user?email=${eve.email}`)).status).toBe(404)
})

test('A new user with a registration can log in at once', async () => {
  const lab = openLab()
  const registered = await lab.call('POST', '/api/user/registration', {
    user: eve,
    registration: { applicationId: forums },
  })
  expect(JSON.parse(registered.body)).toMatchObject({
    user: { email: eve.email },
    registration: { applicationId: forums, roles: ['customer'] },
  })
  const login = await lab.call('POST', '/api/login', {
    loginId: eve.email,
    password: eve.password,
    applicationId: forums,
  })
  expect(login.status).toBe(200)
})

test('A null takes a member away in a patch', async () => {
  const lab = openLab({ oauth: { logoutURL: 'https://store.example.com/bye' } })
  const patch = { application: { oauthConfiguration: { logoutURL: null } } }
  const { body } = await lab.call('PATCH', `/api/application/${store}`, patch)
  expect(JSON.parse(body)).not.toHaveProperty('application.oauthConfiguration.logoutURL')
})

test('A patch cannot change who an application is', async () => {
  const { body } = await openLab().call('PATCH', `/api/application/${store}`, {
    application: { id: newId, tenantId: newId },
  })
  expect(JSON.parse(body)).toMatchObject({ application: { id: store, tenantId } })
})

test('A call with the header of an unknown tenant is refused', async () => {
  const lab = openLab()
  const headers: [string, string][] = [
    ['authorization', 'the-key-of-the-test'],
    ['x-fusionauth-tenantid', newId],
  ]
  expect((await lab.call('POST', '/api/user', { user: eve }, headers)).body).toContain(
    '[InvalidTenantId]',
  )
})

test('What belongs to another tenant is not found', async () => {
  const lab = openLab()
  const headers: [string, string][] = [
    ['authorization', 'the-key-of-the-test'],
    ['x-fusionauth-tenantid', newId],
  ]
  expect((await lab.call('GET', `/api/application/${store}`, undefined, headers)).status).toBe(404)
  expect((await lab.call('GET', `/api/user/${userId}`, undefined, headers)).status).toBe(404)
})

test('A seed that FusionAuth would not take is refused, and names what is wrong', () => {
  const lab = openLab()
  const seed = { tenant: { id: tenantId, name: 'X', httpSessionMaxInactiveInterval: -1 } }
  expect(() => lab.standIn.seed(seed)).toThrow('tenant.httpSessionMaxInactiveInterval')
})

test('A seeded tenant takes the place of the empty one', () => {
  expect([...openLab().standIn.memory.tenants.keys()]).toEqual([tenantId])
})
