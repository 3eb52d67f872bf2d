/** One small file for each way in which published Kickstart files are written, and one whole one. */
import { expect, test } from 'vitest'
import {
  application,
  applicationId,
  attempt,
  defaultTheme,
  loaded,
  oauthConfiguration,
  objectId,
  patch,
  post,
  registration,
  shown,
  tenantId,
  userId,
} from './bakery.ts'
import { claimsAfterLogin, logInByCode } from './login.ts'

test('A url may lack its first slash', async () => {
  const { url, ...rest } = application()
  const { standIn } = await loaded([{ ...rest, url: url.slice(1) }, registration])
  expect(await claimsAfterLogin(standIn, attempt)).toMatchObject({ roles: ['baker'] })
})

test('Truth values and numbers may stand in quotes, numbers because they come from variables', async () => {
  const jwtConfiguration = { enabled: 'true', timeToLiveInSeconds: '#{ttl}' }
  const { standIn } = await loaded(
    [
      application({
        jwtConfiguration,
        oauthConfiguration: { ...oauthConfiguration, requireRegistration: 'true' },
      }),
      registration,
    ],
    { variables: { ttl: 90 } },
  )
  const response = await logInByCode(standIn, attempt)
  expect(JSON.parse(response.body)).toMatchObject({ expires_in: 90 })
  expect(standIn.memory.applications.get(applicationId)).toMatchObject({
    oauthConfiguration: { requireRegistration: true },
  })
})

test('Roles may be given by their names alone', async () => {
  const { standIn } = await loaded([application({ roles: ['baker', 'miller'] }), registration])
  expect(await claimsAfterLogin(standIn, attempt)).toMatchObject({ roles: ['baker'] })
})

test('A theme may be copied, changed, and chosen for a tenant', async () => {
  const { standIn, notes } = await loaded(
    [
      post(`/api/theme/${objectId}`, { sourceThemeId: defaultTheme, theme: { name: 'Crusts' } }),
      patch(`api/theme/${objectId}`, { theme: { stylesheet: '@{css/crusts.css}' } }),
      patch('/api/tenant/#{FUSIONAUTH_TENANT_ID}', { tenant: { themeId: objectId } }),
      application(),
      registration,
    ],
    {},
    { files: { 'css/crusts.css': 'main { color: brown }' } },
  )
  expect(await shown(standIn, `/api/theme/${objectId}`)).toMatchObject({
    theme: { name: 'Crusts', stylesheet: 'main { color: brown }', type: 'advanced' },
  })
  expect(await shown(standIn, '/api/tenant')).toMatchObject({ tenants: [{ themeId: objectId }] })
  expect(notes).toEqual(['Kept without effect: 1 theme.'])
  expect((await logInByCode(standIn, attempt)).status).toBe(200)
})

test('Mails may be set up with templates from files, and are named by the tenant', async () => {
  const template = { name: 'Hello', defaultSubject: 'Hi', defaultTextTemplate: '@{hello.txt}' }
  const { standIn, notes } = await loaded(
    [
      post(`/api/email/template/${objectId}`, { emailTemplate: template }),
      post('/api/email/template', { emailTemplate: { ...template, name: 'Bye' } }),
      patch('/api/tenant/#{FUSIONAUTH_TENANT_ID}', {
        tenant: {
          emailConfiguration: { host: 'mail', port: 1025, setPasswordEmailTemplateId: objectId },
        },
      }),
    ],
    {},
    { files: { 'hello.txt': 'Good morning' } },
  )
  expect(await shown(standIn, '/api/tenant')).toMatchObject({
    tenants: [{ emailConfiguration: { host: 'mail', setPasswordEmailTemplateId: objectId } }],
  })
  expect(notes).toEqual(['Kept without effect: 2 e-mail templates.'])
})

test('Fields make a form, and a form a registration page', async () => {
  const { notes } = await loaded([
    post(`/api/form/field/${objectId}`, { field: { key: 'user.email', control: 'text' } }),
    post('/api/form', {
      form: { name: 'Join', type: 'registration', steps: [{ fields: [objectId] }] },
    }),
  ])
  expect(notes).toEqual(['Kept without effect: 1 form, 1 form field.'])
})

test('Consents and families are kept, and each request adds a member', async () => {
  const member = (id: string, role: string) => ({
    familyMember: { userId: id, role, owner: false },
  })
  const { standIn } = await loaded([
    post(`api/consent/${objectId}`, {
      consent: { name: 'Cookies', defaultMinimumAgeForSelfConsent: 13 },
    }),
    post(`/api/user/family/${objectId}`, member(userId, 'Adult')),
    { method: 'PUT', url: `/api/user/family/${objectId}`, body: member(applicationId, 'Child') },
  ])
  expect(await shown(standIn, `/api/user/family/${objectId}`)).toMatchObject({
    family: { id: objectId, members: [{ userId, role: 'Adult' }, { role: 'Child' }] },
  })
})

test('Entities, their types, permissions and grants are kept', async () => {
  const { notes } = await loaded([
    post(`/api/entity/type/${objectId}`, { entityType: { name: 'Oven' } }),
    post(`/api/entity/type/${objectId}/permission`, { permission: { name: 'bake' } }),
    post(`/api/entity/${userId}`, { entity: { name: 'Big oven', type: { id: objectId } } }),
    post(`/api/entity/${userId}/grant`, { grant: { userId, permissions: ['bake'] } }),
  ])
  expect(notes).toEqual([
    'Kept without effect: 1 entity, 1 grant of an entity, 1 entity type, 1 entity permission.',
  ])
})

test('A licence may be activated by a request', async () => {
  const { notes } = await loaded([post('/api/reactor', { licenseId: 'none' })])
  expect(notes).toEqual(['Kept without effect: 1 licence.'])
})

test('A whole file in the shape of a quickstart loads, and its user logs in', async () => {
  const { standIn, notes } = await loaded(
    [
      patch('api/system-configuration', {
        systemConfiguration: {
          corsConfiguration: {
            allowCredentials: true,
            allowedMethods: ['GET', 'POST', 'OPTIONS'],
            allowedOrigins: ['http://localhost:3000'],
            enabled: true,
          },
        },
      }),
      patch('/api/tenant/#{defaultTenantId}', { tenant: { issuer: 'http://localhost:9011' } }),
      post('/api/key/generate/#{signingKeyId}', {
        key: { algorithm: 'RS256', name: 'For the bakery', length: 2048 },
      }),
      {
        ...post('/api/application/#{applicationId}', {
          application: {
            name: 'Bakery',
            roles: ['baker', 'customer'],
            registrationConfiguration: { enabled: true },
            jwtConfiguration: {
              enabled: true,
              accessTokenKeyId: '#{signingKeyId}',
              idTokenKeyId: '#{signingKeyId}',
            },
            oauthConfiguration: {
              ...oauthConfiguration,
              clientSecret: '#{clientSecret}',
              logoutURL: 'http://localhost:8080/',
              proofKeyForCodeExchangePolicy: 'Required',
              requireRegistration: 'true',
            },
          },
        }),
        tenantId: '#{defaultTenantId}',
      },
      post('/api/user/registration', {
        user: { email: 'admin@example.com', password: 'an admin of old' },
        registration: { applicationId: '#{FUSIONAUTH_APPLICATION_ID}', roles: ['admin'] },
      }),
      post(`/api/user/registration/${userId}`, {
        user: { email: '#{email}', password: '#{password}', data: { bread: 'rye' } },
        registration: { applicationId: '#{applicationId}', roles: ['baker'] },
        skipRegistrationVerification: true,
      }),
      post('/api/theme/#{themeId}', { sourceThemeId: defaultTheme, theme: { name: 'Crusts' } }),
      patch('api/theme/#{themeId}', { theme: { stylesheet: '@{css/styles.css}' } }),
      patch('/api/tenant/#{defaultTenantId}', { tenant: { themeId: '#{themeId}' } }),
    ],
    {
      variables: {
        applicationId,
        clientSecret: attempt.clientSecret,
        defaultTenantId: tenantId,
        email: attempt.loginId,
        password: attempt.password,
        signingKeyId: '#{UUID()}',
        themeId: '#{UUID()}',
      },
    },
    { files: { 'css/styles.css': 'body { background: wheat }' } },
  )
  expect(notes).toEqual([
    'Kept without effect: 1 theme.',
    'These matter to a login at FusionAuth, and do nothing here: 1 application with self-service registration.',
  ])
  expect(await claimsAfterLogin(standIn, attempt)).toMatchObject({
    aud: applicationId,
    iss: 'http://localhost:9011',
    roles: ['baker'],
    sub: userId,
    tid: tenantId,
  })
})
