import { describe, expect, test } from 'vitest'
import { apiKey, type Lab, openLab, store, tenantId, userId } from '../support/lab.ts'
import { bodyOf, codesOf, freshId, withKey } from './support.ts'

interface Made {
  readonly apiKey: { readonly id: string; readonly key: string; readonly keyManager: boolean }
}

const make = async (lab: Lab, settings: object) =>
  bodyOf<Made>(await lab.call('POST', '/api/api-key', { apiKey: settings })).apiKey

const reading = {
  permissions: { endpoints: { '/api/user': ['GET'], '/api/user/registration': ['POST'] } },
}

describe('Permissions', () => {
  test('A key may do what it lists, and nothing else', async () => {
    const lab = openLab()
    const { key } = await make(lab, reading)
    const ask = async (method: string, path: string) =>
      (await lab.call(method, path, undefined, withKey(key))).status
    expect(await ask('GET', `/api/user/${userId}`)).toBe(200)
    expect(await ask('DELETE', `/api/user/${userId}`)).toBe(401)
    expect(await ask('GET', `/api/application/${store}`)).toBe(401)
    expect(await ask('GET', `/api/user/registration/${userId}/${store}`)).toBe(401)
  })

  test('A refusal for lack of permission is an empty 401', async () => {
    const lab = openLab()
    const { key } = await make(lab, reading)
    const response = await lab.call('GET', '/api/tenant', undefined, withKey(key))
    expect([response.status, response.body]).toEqual([401, ''])
  })

  test('A key without any permission may do everything', async () => {
    const lab = openLab()
    const { key } = await make(lab, {})
    expect((await lab.call('GET', '/api/tenant', undefined, withKey(key))).status).toBe(200)
  })

  test('A key that has run out authenticates nobody', async () => {
    const lab = openLab()
    const { key } = await make(lab, { expirationInstant: lab.clock.now() + 1000 })
    lab.clock.advance(1)
    expect((await lab.call('GET', '/api/tenant', undefined, withKey(key))).status).toBe(401)
  })
})

describe('A key of one tenant', () => {
  const other = freshId(1)
  const open = async () => {
    const lab = openLab()
    await lab.call('POST', `/api/tenant/${other}`, { tenant: { name: 'Other' } })
    const { key } = await make(lab, { tenantId: other })
    return { lab, key }
  }

  test('makes the tenant header unnecessary', async () => {
    const { lab, key } = await open()
    const user = { email: 'eve@example.com', password: 'eve-of-old' }
    const made = await lab.call('POST', '/api/user', { user }, withKey(key))
    expect(bodyOf(made)).toMatchObject({ user: { tenantId: other } })
  })

  test('does not see what belongs to another tenant', async () => {
    const { lab, key } = await open()
    expect((await lab.call('GET', `/api/user/${userId}`, undefined, withKey(key))).status).toBe(404)
    const { applications } = bodyOf<{ applications: unknown[] }>(
      await lab.call('GET', '/api/application', undefined, withKey(key)),
    )
    expect(applications).toEqual([])
  })

  test('does not go with the header of another tenant', async () => {
    const { lab, key } = await open()
    const headers = withKey(key, tenantId)
    expect((await lab.call('GET', '/api/application', undefined, headers)).status).toBe(401)
  })

  test('makes no tenants', async () => {
    const { lab, key } = await open()
    const tenant = { name: 'Mine' }
    expect((await lab.call('POST', '/api/tenant', { tenant }, withKey(key))).status).toBe(401)
  })

  test('ends with its tenant', async () => {
    const { lab, key } = await open()
    expect((await lab.call('DELETE', `/api/tenant/${other}`)).status).toBe(200)
    expect((await lab.call('GET', '/api/application', undefined, withKey(key))).status).toBe(401)
  })
})

describe('Keys that manage keys', () => {
  test('Only a key manager may make keys', async () => {
    const lab = openLab()
    const { key } = await make(lab, {})
    expect((await lab.call('POST', '/api/api-key', { apiKey: {} }, withKey(key))).status).toBe(401)
  })

  test('The API makes no key managers', async () => {
    const response = await openLab().call('POST', '/api/api-key', { apiKey: { keyManager: true } })
    expect(codesOf(response)).toEqual([400, '[invalid]apiKey.keyManager'])
  })

  test('A copy of a key has its rights and a value of its own', async () => {
    const lab = openLab()
    const source = await make(lab, reading)
    const response = await lab.call('POST', '/api/api-key', { sourceKeyId: source.id })
    const copy = bodyOf<Made>(response).apiKey
    expect(copy).toMatchObject(reading)
    expect(copy.key).not.toBe(source.key)
  })

  test('A key is renamed, restricted further and taken away', async () => {
    const lab = openLab()
    const { id, key } = await make(lab, reading)
    const put = await lab.call('PUT', `/api/api-key/${id}`, {
      apiKey: { name: 'n', permissions: { endpoints: { '/api/user': ['POST'] } } },
    })
    expect(bodyOf(put)).toMatchObject({ apiKey: { name: 'n', key } })
    expect((await lab.call('GET', `/api/user/${userId}`, undefined, withKey(key))).status).toBe(401)
    await lab.call('PATCH', `/api/api-key/${id}`, {
      apiKey: { permissions: { endpoints: { '/api/user': ['GET'] } } },
    })
    expect((await lab.call('GET', `/api/user/${userId}`, undefined, withKey(key))).status).toBe(200)
    expect((await lab.call('DELETE', `/api/api-key/${id}`)).status).toBe(200)
    expect((await lab.call('GET', `/api/user/${userId}`, undefined, withKey(key))).status).toBe(401)
    expect((await lab.call('GET', `/api/api-key/${id}`)).status).toBe(404)
  })

  test('A key that may not be retrieved shows its value only once', async () => {
    const lab = openLab()
    const { id, key } = await make(lab, { retrievable: false })
    expect(key).not.toBe('')
    const shown = await lab.call('GET', `/api/api-key/${id}`)
    expect(bodyOf<Made>(shown).apiKey).not.toHaveProperty('key')
  })

  test.each([
    ['that is there already', { key: apiKey }, '[duplicate]apiKey.key'],
    ['that no header can carry', { key: 'a b\n' }, '[invalid]apiKey.key'],
    ['of a tenant that is not there', { tenantId: freshId(9) }, '[invalid]apiKey.tenantId'],
    [
      'with a method that is none',
      { permissions: { endpoints: { '/api/user': ['FETCH'] } } },
      '[invalid]apiKey.permissions.endpoints',
    ],
  ])('A key %s is refused', async (_, settings, code) => {
    const response = await openLab().call('POST', '/api/api-key', { apiKey: settings })
    expect(codesOf(response)).toEqual([400, code])
    expect(response.body).not.toContain(apiKey)
  })
})
