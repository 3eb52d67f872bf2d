import { describe, expect, test } from 'vitest'
import { forums, loginId, openLab, secret, store, tenantId, userId } from '../support/lab.ts'
import { bodyOf, codesOf, forTenant, freshId, lives, login, refreshTokenOf } from './support.ts'

const other = freshId(1)

const openTwo = async () => {
  const lab = openLab()
  await lab.call('POST', `/api/tenant/${other}`, { tenant: { name: 'Other' } })
  return lab
}

describe('With more than one tenant', () => {
  test.each([
    ['a user by e-mail address', 'GET', `/api/user?email=${loginId}`, undefined],
    ['a new user', 'POST', '/api/user', { user: { email: 'a@b.c', password: 'long enough' } }],
    ['a new application', 'POST', '/api/application', { application: { name: 'New' } }],
    ['a login without an application', 'POST', '/api/login', { loginId, password: 'x' }],
    ['a forgotten password', 'POST', '/api/user/forgot-password', { loginId }],
  ])('%s needs the tenant header', async (_, method, path, body) => {
    const lab = await openTwo()
    expect(codesOf(await lab.call(method, path, body))).toEqual([400, '[TenantIdRequired]'])
    const named = await lab.call(method, path, body, forTenant(tenantId))
    expect(codesOf(named.status < 300 ? { ...named, body: '' } : named)).not.toContain(
      '[TenantIdRequired]',
    )
  })

  test('what an id names needs none', async () => {
    const lab = await openTwo()
    for (const path of [`/api/user/${userId}`, `/api/application/${store}`]) {
      expect((await lab.call('GET', path)).status).toBe(200)
    }
    expect((await login(lab)).status).toBe(200)
  })

  test('an application and a header of another tenant do not fit', async () => {
    const lab = await openTwo()
    const body = { loginId, password: 'x', applicationId: store }
    const response = await lab.call('POST', '/api/login', body, forTenant(other))
    expect(codesOf(response)).toEqual([400, '[invalid]applicationId'])
  })
})

describe('Tenants', () => {
  test('PUT gives what it leaves out its default again', async () => {
    const lab = openLab({ tenant: { httpSessionMaxInactiveInterval: 60 } })
    const put = await lab.call('PUT', `/api/tenant/${tenantId}`, { tenant: { name: 'Anew' } })
    expect(bodyOf(put)).toMatchObject({
      tenant: {
        id: tenantId,
        name: 'Anew',
        httpSessionMaxInactiveInterval: 3600,
        issuer: 'acme.com',
      },
    })
  })

  test('A tenant goes with all that belongs to it; the first one stays', async () => {
    const lab = await openTwo()
    const user = { email: 'eve@example.com', password: 'eve-of-old' }
    await lab.call('POST', '/api/user', { user }, forTenant(other))
    await lab.call('POST', '/api/application', { application: { name: 'A' } }, forTenant(other))
    expect((await lab.call('DELETE', `/api/tenant/${other}`)).status).toBe(200)
    expect([...lab.standIn.memory.users.values()].map(({ tenantId: one }) => one)).toEqual([
      tenantId,
    ])
    expect(lab.standIn.memory.applications.size).toBe(2)
    expect(codesOf(await lab.call('DELETE', `/api/tenant/${tenantId}`))).toEqual([
      400,
      '[notAllowed]',
    ])
  })
})

describe('Applications', () => {
  const path = `/api/application/${store}`

  test('PUT keeps the client secret and the roles when it names none', async () => {
    const put = await openLab().call('PUT', path, { application: { name: 'Shop' } })
    expect(bodyOf(put)).toMatchObject({
      application: {
        name: 'Shop',
        oauthConfiguration: { clientSecret: secret, authorizedRedirectURLs: [] },
        roles: [{ name: 'customer' }],
      },
    })
  })

  test('One that was switched off is listed apart, and switched on again', async () => {
    const lab = openLab()
    const token = await refreshTokenOf(lab)
    const list = async (query: string) =>
      bodyOf<{ applications: { id: string }[] }>(
        await lab.call('GET', `/api/application${query}`),
      ).applications.map(({ id }) => id)
    await lab.call('DELETE', path)
    expect(await list('')).toEqual([forums])
    expect(await list('?inactive=true')).toEqual([store])
    expect(codesOf(await login(lab))).toEqual([400, '[invalid]applicationId'])
    await lab.call('PUT', `${path}?reactivate=true`)
    expect((await login(lab)).status).toBe(200)
    expect(await lives(lab, token)).toBe(false)
  })

  test('A role is made, renamed and taken away, from the registrations too', async () => {
    const lab = openLab()
    const made = await lab.call('POST', `${path}/role`, { role: { name: 'boss' } })
    const { role } = bodyOf<{ role: { id: string } }>(made)
    const own = `${path}/role/${role.id}`
    const registration = { applicationId: store, roles: ['customer', 'boss'] }
    await lab.call('PUT', `/api/user/registration/${userId}`, { registration })
    const patched = await lab.call('PATCH', own, { role: { description: 'all of it' } })
    expect(bodyOf(patched)).toMatchObject({ role: { name: 'boss', description: 'all of it' } })
    await lab.call('DELETE', own)
    expect(bodyOf(await lab.call('GET', `/api/user/${userId}`))).toMatchObject({
      user: { registrations: [{ roles: ['customer'] }] },
    })
    expect((await lab.call('PUT', own, { role: { name: 'x' } })).status).toBe(404)
  })

  test.each([
    ['a second role of a name', '/role', { role: { name: 'customer' } }, '[duplicate]role.name'],
    ['a role without a name', '/role', { role: {} }, '[blank]role.name'],
  ])('%s is refused', async (_, tail, body, code) => {
    expect(codesOf(await openLab().call('POST', path + tail, body))).toEqual([400, code])
  })

  test('Its OAuth configuration is told with the tenant’s session length', async () => {
    const response = await openLab().call('GET', `${path}/oauth-configuration`)
    expect(bodyOf(response)).toMatchObject({
      httpSessionMaxInactiveInterval: 3600,
      oauthConfiguration: { clientId: store },
    })
  })
})

describe('Keys', () => {
  test('A key is renamed and deleted, unless somebody signs with it', async () => {
    const lab = openLab()
    const id = freshId(2)
    const path = `/api/key/${id}`
    await lab.call('POST', `/api/key/generate/${id}`, { key: { name: 'Mine' } })
    const named = await lab.call('PUT', path, { key: { name: 'Ours' } })
    expect(bodyOf(named)).toMatchObject({ key: { name: 'Ours' } })
    const jwtConfiguration = { accessTokenKeyId: id }
    await lab.call('PATCH', `/api/tenant/${tenantId}`, { tenant: { jwtConfiguration } })
    expect(codesOf(await lab.call('DELETE', path))).toEqual([400, '[inUse]keyId'])
    const none = { accessTokenKeyId: null }
    await lab.call('PATCH', `/api/tenant/${tenantId}`, { tenant: { jwtConfiguration: none } })
    expect((await lab.call('DELETE', path)).status).toBe(200)
    expect((await lab.call('GET', path)).status).toBe(404)
  })
})

describe('The system configuration', () => {
  const path = '/api/system-configuration'

  test('keeps what it is told', async () => {
    const lab = openLab()
    const corsConfiguration = { enabled: true, allowedOrigins: ['https://a.test'] }
    await lab.call('PATCH', path, { systemConfiguration: { corsConfiguration } })
    const shown = bodyOf(await lab.call('GET', path))
    expect(shown).toMatchObject({ systemConfiguration: { corsConfiguration } })
  })

  test('refuses what it does not understand', async () => {
    const systemConfiguration = { corsConfiguration: { allowedMethods: ['FETCH'] } }
    expect(codesOf(await openLab().call('PUT', path, { systemConfiguration }))).toEqual([
      400,
      '[couldNotConvert]systemConfiguration.corsConfiguration.allowedMethods[0]',
    ])
  })
})
