import { describe, expect, test } from 'vitest'
import {
  application,
  applicationId,
  attempt,
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
  const provider = { type: 'OpenIDConnect', name: 'Mill', enabled: true }

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
    ['is not there', []],
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
