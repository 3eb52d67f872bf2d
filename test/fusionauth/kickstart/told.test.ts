import { describe, expect, test } from 'vitest'
import {
  application,
  applicationId,
  attempt,
  key,
  loaded,
  objectId,
  patch,
  post,
  problemOf,
  registration,
} from './bakery.ts'
import { claimsAfterLogin } from './login.ts'

describe('What would change a login at FusionAuth is told, and the login goes on without it', () => {
  const lambda = { lambda: { name: 'Fill', type: 'JWTPopulate', body: 'function populate() {}' } }
  const applicationConfiguration = { [applicationId]: { enabled: true } }
  const provider = { type: 'OpenIDConnect', name: 'Mill', enabled: true, applicationConfiguration }

  test.each([
    [
      '1 lambda that fills tokens or decides logins',
      [
        post(`/api/lambda/${objectId}`, lambda),
        application({ lambdaConfiguration: { accessTokenPopulateId: objectId } }),
      ],
    ],
    [
      '1 identity provider on the login page',
      [application(), post('/api/identity-provider', { identityProvider: provider })],
    ],
    [
      '1 connector that checks passwords',
      [
        post(`/api/connector/${objectId}`, { connector: { name: 'Old users', type: 'Generic' } }),
        patch('/api/tenant/#{FUSIONAUTH_TENANT_ID}', {
          tenant: { connectorPolicies: [{ connectorId: objectId, domains: ['*'] }] },
        }),
        application(),
      ],
    ],
    [
      '1 demand for a second factor',
      [application({ multiFactorConfiguration: { loginPolicy: 'Required' } })],
    ],
    [
      '1 webhook that may veto a login',
      [
        post('/api/webhook', { webhook: { url: 'https://example.com/hook', global: true } }),
        patch('/api/tenant/#{FUSIONAUTH_TENANT_ID}', {
          tenant: {
            eventConfiguration: {
              events: { 'user.login.success': { enabled: true, transactionType: 'Any' } },
            },
          },
        }),
        application(),
      ],
    ],
    [
      '1 group that gives its members roles',
      [
        application({ roles: [{ id: objectId, name: 'baker' }] }),
        post('/api/group', { group: { name: 'Crew' }, roleIds: [objectId] }),
      ],
    ],
    [
      '1 application with self-service registration',
      [application({ registrationConfiguration: { enabled: true } })],
    ],
    [
      '1 application with passwordless login',
      [application({ passwordlessConfiguration: { enabled: true } })],
    ],
  ])('%s', async (words, requests) => {
    const { standIn, notes } = await loaded([...requests, registration])
    expect(notes.at(-1)).toBe(
      `These matter to a login at FusionAuth, and do nothing here: ${words}.`,
    )
    expect(await claimsAfterLogin(standIn, attempt)).toMatchObject({ roles: ['baker'] })
  })

  test.each([
    ['with an empty applicationConfiguration', { applicationConfiguration: {} }],
    ['without one', { applicationConfiguration: null }],
    [
      'that no application has switched on',
      { applicationConfiguration: { [applicationId]: { enabled: false } } },
    ],
    ['that is off itself', { enabled: false }],
    ['for tokens of others', { type: 'ExternalJWT' }],
  ])('An identity provider %s is on no login page', async (_, changes) => {
    const identityProvider = { ...provider, ...changes }
    const { notes } = await loaded([
      application(),
      post('/api/identity-provider', { identityProvider }),
    ])
    expect(notes).toEqual(['Kept without effect: 1 identity provider.'])
  })

  test('A group without roles gives none', async () => {
    const { notes } = await loaded([post('/api/group', { group: { name: 'Crew' }, roleIds: [] })])
    expect(notes).toEqual(['Kept without effect: 1 group.'])
  })

  test('A webhook that has to agree to the making of users vetoes no login', async () => {
    const events = { 'user.create': { enabled: true, transactionType: 'Any' } }
    const { notes } = await loaded([
      post('/api/webhook', { webhook: { url: 'https://example.com/hook', global: true } }),
      patch('/api/tenant/#{FUSIONAUTH_TENANT_ID}', { tenant: { eventConfiguration: { events } } }),
    ])
    expect(notes).toEqual(['Kept without effect: 1 webhook.'])
  })

  test('The same objects are kept in silence where nothing refers to them', async () => {
    const { notes } = await loaded([
      post('/api/lambda', lambda),
      post('/api/group', { group: { name: 'Crew' } }),
    ])
    expect(notes).toEqual(['Kept without effect: 1 group, 1 lambda.'])
  })
})

describe('Keys', () => {
  const own = { enabled: true, accessTokenKeyId: objectId, idTokenKeyId: objectId }

  const notes = async (...requests: readonly unknown[]): Promise<readonly string[]> =>
    (await loaded([...requests, application({ jwtConfiguration: own })])).notes

  test('A key of one’s own that signs is nothing to tell of: it has its effect', async () => {
    const secret = 'hush'
    expect(
      await notes(post(`/api/key/import/${objectId}`, { key: { name: 'Mine', secret } })),
    ).toEqual([])
    expect(
      await notes(
        post(`/api/key/generate/${objectId}`, { key: { name: 'A', algorithm: 'ES256' } }),
      ),
    ).toEqual([])
  })

  test.each([
    [
      'has another length than the demonstration key',
      [post(`/api/key/generate/${objectId}`, { key: { name: 'Long', length: 4096 } })],
    ],
    [
      'cannot sign',
      [post(`/api/key/import/${objectId}`, { key: { algorithm: 'None', name: 'A', secret: 'b' } })],
    ],
  ])('A key that is named for signing and %s is told', async (_, requests) => {
    expect(await notes(...requests)).toEqual([
      'These matter to a login at FusionAuth, and do nothing here: 1 signing key (a demonstration key signs in its place).',
    ])
  })

  test('A key that is named for signing and is not there is told by its name, once for each use', async () => {
    expect(await notes()).toEqual(
      ['accessTokenKeyId', 'idTokenKeyId'].map(
        (use) =>
          `The application ${applicationId} has ${objectId} as ${use}, and there is no such key: a demonstration key signs in its place.`,
      ),
    )
  })

  test('Keys of an application that uses those of its tenant are nothing to tell of', async () => {
    const jwtConfiguration = { ...own, enabled: false }
    expect((await loaded([application({ jwtConfiguration })])).notes).toEqual([])
  })

  test('The same key twice is refused, by its place', async () => {
    const apiKeys = [{ key }, { key: 'another' }, { key }]
    expect(await problemOf([], { apiKeys })).toBe('API key 3 is the same as API key 1.')
  })

  test('An import without any key material is refused', async () => {
    expect(await problemOf([post('/api/key/import', { key: { name: 'Empty' } })])).toContain(
      'You must specify the [key.publicKey] property.',
    )
  })
})

test('A custom scope is nothing to tell of: it has its effect', async () => {
  const scope = { name: 'recipes:read', defaultConsentMessage: 'Read recipes' }
  const { notes } = await loaded([
    application(),
    post(`/api/application/${applicationId}/scope`, { scope }),
  ])
  expect(notes).toEqual([])
})
