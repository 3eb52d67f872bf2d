import { decodeProtectedHeader } from 'jose'
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
import { claimsAfterLogin, logInByCode } from './login.ts'

describe('What would change a login at FusionAuth is told, and the login goes on without it', () => {
  const lambda = { lambda: { name: 'Fill', type: 'JWTPopulate', body: 'function populate() {}' } }
  const scope = { scope: { name: 'recipes:read', defaultConsentMessage: 'Read recipes' } }
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
      '1 custom scope (here an unknown one)',
      [application(), post(`/api/application/${applicationId}/scope`, scope)],
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

  test('An imported key signs under its own name, and it is told that it is not that key', async () => {
    const imported = {
      name: 'Mine',
      algorithm: 'ES256',
      kid: 'mine-1',
      privateKey: 'PEM',
      publicKey: 'PEM',
    }
    const { standIn, notes } = await loaded([
      post(`/api/key/import/${objectId}`, { key: imported }),
      application({ jwtConfiguration: own }),
      registration,
    ])
    const { body } = await logInByCode(standIn, attempt)
    const { access_token: token } = JSON.parse(body) as { access_token: string }
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', kid: 'mine-1' })
    const known = await standIn.handle(
      { method: 'GET', url: 'http://fusionauth:9011/.well-known/jwks.json', headers: [], body: '' },
      0,
    )
    expect(known.body).toContain('"kid":"mine-1"')
    expect(notes).toEqual([
      'These matter to a login at FusionAuth, and do nothing here: 1 signing key (the RS256 demonstration key signs under its name).',
    ])
  })

  test('A generated key of another algorithm is told the same way, but only when it signs', async () => {
    const hmac = post(`/api/key/generate/${objectId}`, {
      key: { name: 'Short', algorithm: 'HS256' },
    })
    expect((await loaded([hmac, application()])).notes).toEqual([])
    const { notes } = await loaded([hmac, application({ jwtConfiguration: own })])
    expect(notes).toHaveLength(1)
  })

  test('An import without any key material is refused', async () => {
    expect(await problemOf([post('/api/key/import', { key: { name: 'Empty' } })])).toContain(
      'You must specify the [key.publicKey] property.',
    )
  })
})
