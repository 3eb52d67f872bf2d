import { describe, expect, test } from 'vitest'
import { kinds } from '../../../server/fusionauth/stand-in/kept/kinds.ts'
import { apiKey, openLab, store, tenantId } from '../support/lab.ts'
import { bodyOf, codesOf, forTenant, freshId, withKey } from './support.ts'

/** What a body of a kind has to say. */
const bodyFor = ({ asks, member, needs }: (typeof kinds)[number], changes: object = {}) => ({
  [asks ?? member]: { ...(needs === '' ? {} : { [needs]: freshId(7) }), ...changes },
})

const byId = kinds.filter(({ single, methods }) => single !== true && methods === undefined)

/** A path of a kind, below what it belongs to. */
const openFor = async ({ path }: (typeof kinds)[number]) => {
  const lab = openLab()
  await lab.call('POST', `/api/entity/type/${store}`, { entityType: { name: 'Thing' } })
  await lab.call('POST', `/api/entity/${store}`, { entity: { name: 'One' } })
  return { lab, collection: path.replace(':', store) }
}

describe.each(byId.map((kind) => [kind.words[1], kind] as const))('Of %s', (_, kind) => {
  test('one is made, shown, changed and deleted by its id', async () => {
    const { lab, collection } = await openFor(kind)
    const own = `${collection}/${freshId(1)}`
    const made = await lab.call('POST', own, bodyFor(kind, { a: [1], b: 'x', c: 'y' }))
    expect(made.status).toBe(200)
    const first = bodyOf<Record<string, { id: string; insertInstant: number }>>(made)[kind.member]
    expect(first).toMatchObject({ id: freshId(1), a: [1], b: 'x' })
    lab.clock.advance(5)
    const patched = await lab.call('PATCH', own, { [kind.member]: { a: [2], b: null } })
    const second = bodyOf<Record<string, object>>(patched)[kind.member]
    expect(second).toMatchObject({ a: [1, 2], c: 'y', insertInstant: first?.insertInstant })
    expect(second).not.toHaveProperty('b')
    const put = await lab.call('PUT', own, bodyFor(kind, { b: 'z' }))
    const third = bodyOf<Record<string, object>>(put)[kind.member]
    expect(third).toMatchObject({ b: 'z', id: freshId(1) })
    expect(third).not.toHaveProperty('a')
    expect(bodyOf(await lab.call('GET', own))).toEqual({ [kind.member]: third })
    expect((await lab.call('DELETE', own)).status).toBe(200)
    expect(codesOf(await lab.call('GET', own))).toEqual([404])
  })

  test('one without an id gets one, and is listed', async () => {
    const { lab, collection } = await openFor(kind)
    await lab.call('POST', collection, bodyFor(kind, { data: { mine: true } }))
    const listed = bodyOf<Record<string, object[]>>(await lab.call('GET', collection))
    const own = listed[kind.members]?.filter((one) => 'data' in one)
    expect(own).toMatchObject([
      { data: { mine: true }, id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ])
  })

  test('none is made twice, without its name, or without a key', async () => {
    const { lab, collection } = await openFor(kind)
    const own = `${collection}/${freshId(1)}`
    expect(codesOf(await lab.call('POST', own, {}))).toEqual([
      400,
      `[blank]${kind.member}.${kind.needs}`,
    ])
    await lab.call('POST', own, bodyFor(kind))
    expect(codesOf(await lab.call('POST', own, bodyFor(kind)))).toEqual([
      400,
      `[duplicate]${kind.member}Id`,
    ])
    expect(codesOf(await lab.call('GET', own, undefined, []))).toEqual([401])
    expect(codesOf(await lab.call('GET', `${collection}/none`))).toEqual([
      400,
      `[couldNotConvert]${kind.member}Id`,
    ])
  })
})

test.each(kinds.map((kind) => [kind.path, kind] as const))(
  'A key of one tenant may touch %s only where FusionAuth lets it',
  async (_, kind) => {
    const { lab, collection } = await openFor(kind)
    const created = await lab.call('POST', '/api/api-key', { apiKey: { tenantId } })
    const { key } = bodyOf<{ apiKey: { key: string } }>(created).apiKey
    const method = kind.single === true ? (kind.methods?.[0] ?? '') : 'GET'
    const body = method === 'GET' ? undefined : bodyFor(kind)
    const { status } = await lab.call(method, collection, body, withKey(key))
    expect(status).toBe(kind.isGlobal ? 401 : 200)
  },
)

test('A key may be restricted to one of these APIs', async () => {
  const lab = openLab()
  const permissions = { endpoints: { '/api/application/scope': ['GET'] } }
  const created = await lab.call('POST', '/api/api-key', { apiKey: { permissions } })
  const { key } = bodyOf<{ apiKey: { key: string } }>(created).apiKey
  const scopes = `/api/application/${store}/scope`
  expect((await lab.call('GET', scopes, undefined, withKey(key))).status).toBe(200)
  expect((await lab.call('GET', '/api/theme', undefined, withKey(key))).status).toBe(401)
})

test('A key of one tenant keeps its hands off what belongs to all', async () => {
  const lab = openLab()
  const created = await lab.call('POST', '/api/api-key', { apiKey: { tenantId } })
  const { key } = bodyOf<{ apiKey: { key: string } }>(created).apiKey
  const statusOf = async (path: string, body: object) =>
    (await lab.call('POST', path, body, withKey(key))).status
  expect(await statusOf('/api/lambda', { lambda: { name: 'Fills tokens' } })).toBe(401)
  expect(await statusOf('/api/group', { group: { name: 'Crew' } })).toBe(200)
})

describe('Groups', () => {
  test('belong to a tenant, which the call has to name when there are several', async () => {
    const lab = openLab()
    await lab.call('POST', `/api/tenant/${freshId(2)}`, { tenant: { name: 'Other' } })
    const body = { group: { name: 'Crew' } }
    expect(codesOf(await lab.call('POST', '/api/group', body))).toEqual([400, '[TenantIdRequired]'])
    await lab.call('POST', '/api/group', body, forTenant(freshId(2)))
    const seenBy = async (tenant: string) =>
      bodyOf(await lab.call('GET', '/api/group', undefined, forTenant(tenant)))
    expect(await seenBy(freshId(2))).toMatchObject({ groups: [{ tenantId: freshId(2) }] })
    expect(await seenBy(tenantId)).toEqual({ groups: [] })
  })

  test('go with their tenant', async () => {
    const lab = openLab()
    await lab.call('POST', `/api/tenant/${freshId(2)}`, { tenant: { name: 'Other' } })
    await lab.call('POST', '/api/group', { group: { name: 'Crew' } }, forTenant(freshId(2)))
    await lab.call('DELETE', `/api/tenant/${freshId(2)}`)
    expect(bodyOf(await lab.call('GET', '/api/group'))).toEqual({ groups: [] })
  })

  test('have members, each of them once', async () => {
    const lab = openLab()
    const members = { members: { [freshId(3)]: [{ userId: freshId(4) }] } }
    await lab.call('POST', '/api/group/member', members)
    expect(bodyOf(await lab.call('POST', '/api/group/member', members))).toMatchObject({
      members: { [freshId(3)]: [{ groupId: freshId(3), userId: freshId(4) }] },
    })
  })
})

test('An entity of another tenant is out of reach, and so is what belongs to it', async () => {
  const lab = openLab()
  await lab.call('POST', `/api/tenant/${freshId(2)}`, { tenant: { name: 'Other' } })
  const own = `/api/entity/${freshId(3)}`
  await lab.call('POST', own, { entity: { name: 'One' } }, forTenant(freshId(2)))
  for (const path of [own, `${own}/grant`]) {
    expect(codesOf(await lab.call('GET', path, undefined, forTenant(tenantId)))).toEqual([404])
    expect((await lab.call('GET', path, undefined, forTenant(freshId(2)))).status).toBe(200)
  }
})

test('A scope belongs to an application that is there, and goes with it', async () => {
  const lab = openLab()
  const scope = { scope: { name: 'bread' } }
  expect(codesOf(await lab.call('POST', `/api/application/${freshId(5)}/scope`, scope))).toEqual([
    404,
  ])
  await lab.call('POST', `/api/application/${store}/scope`, scope)
  await lab.call('DELETE', `/api/application/${store}?hardDelete=true`)
  await lab.call('POST', `/api/application/${store}`, { application: { name: 'Anew' } })
  expect(bodyOf(await lab.call('GET', `/api/application/${store}/scope`))).toEqual({ scopes: [] })
})

test.each(['PUT', 'PATCH', 'DELETE'])('The default theme is read-only for %s', async (method) => {
  const path = '/api/theme/75a068fd-e94b-451a-9aeb-3ddb9a3b5987'
  const answer = await openLab().call(method, path, { theme: { name: 'Mine' } })
  expect(codesOf(answer)).toEqual([400, '[notAllowed]'])
})

test('A setting without effect is kept, shown and taken away again', async () => {
  const lab = openLab()
  const own = `/api/application/${store}`
  const lambdaConfiguration = { accessTokenPopulateId: freshId(6) }
  await lab.call('PATCH', own, { application: { lambdaConfiguration, themeId: freshId(8) } })
  expect(bodyOf(await lab.call('GET', own))).toMatchObject({
    application: { lambdaConfiguration, themeId: freshId(8) },
  })
  const patched = await lab.call('PATCH', own, { application: { themeId: null } })
  expect(bodyOf<{ application: object }>(patched).application).not.toHaveProperty('themeId')
})

test('A method that none of them takes is answered with those that it takes', async () => {
  const answer = await openLab().call('DELETE', '/api/theme')
  expect([answer.status, answer.headers.find(([name]) => name === 'allow')?.[1]]).toEqual([
    405,
    'GET, POST',
  ])
})

test.each([
  ['/api/user/import', '/api/user/import'],
  ['/api/passwordless/start', '/api/passwordless'],
  ['/app/login/00000000-0000-4000-8000-000000000001', '/app'],
  ['/admin', '/admin'],
])('%s is said to be at FusionAuth and not here', async (path, named) => {
  const answer = await openLab().call('POST', path, {}, withKey(apiKey))
  expect(codesOf(answer)).toEqual([404, '[notCopied]'])
  expect(answer.body).toContain(`FusionAuth has ${named}, and this stand-in does not copy it.`)
})

describe('Kinds with ways of their own', () => {
  test.each([
    ['/api/integration', 'integrations', ['PUT', 'PATCH']],
    ['/api/tenant-manager', 'tenantManagerConfiguration', ['POST', 'PUT', 'PATCH']],
  ])('%s is there once, and is changed and shown', async (path, member, methods) => {
    const lab = openLab()
    for (const method of methods) {
      const answer = await lab.call(method, path, { [member]: { by: method } })
      expect(bodyOf(answer)).toMatchObject({ [member]: { by: method } })
    }
    expect(bodyOf(await lab.call('GET', path))).toMatchObject({ [member]: { by: 'PATCH' } })
  })

  test('An entity permission is made, changed and deleted at its type', async () => {
    const lab = openLab()
    await lab.call('POST', `/api/entity/type/${freshId(1)}`, { entityType: { name: 'Oven' } })
    const own = `/api/entity/type/${freshId(1)}/permission/${freshId(2)}`
    const made = await lab.call('POST', own, { permission: { name: 'bake' } })
    expect(bodyOf(made)).toMatchObject({ permission: { id: freshId(2), name: 'bake' } })
    const changed = await lab.call('PATCH', own, { permission: { description: 'd' } })
    expect(bodyOf(changed)).toMatchObject({ permission: { description: 'd', name: 'bake' } })
    expect((await lab.call('DELETE', own)).status).toBe(200)
    expect(codesOf(await lab.call('DELETE', own))).toEqual([404])
  })

  test('Grants of an entity are listed, and taken away from a user or from another entity', async () => {
    const lab = openLab()
    const path = `/api/entity/${freshId(1)}/grant`
    await lab.call('POST', `/api/entity/${freshId(1)}`, { entity: { name: 'Oven' } })
    await lab.call('POST', path, { grant: { userId: freshId(8), permissions: ['bake'] } })
    await lab.call('POST', path, { grant: { recipientEntityId: freshId(9) } })
    const listed = async () =>
      bodyOf<{ grants: readonly object[] }>(await lab.call('GET', path)).grants
    expect(await listed()).toMatchObject([
      { permissions: ['bake'], userId: freshId(8) },
      { recipientEntityId: freshId(9) },
    ])
    expect((await lab.call('DELETE', `${path}?userId=${freshId(8)}`)).status).toBe(200)
    expect(await listed()).toMatchObject([{ recipientEntityId: freshId(9) }])
    expect((await lab.call('DELETE', `${path}?recipientEntityId=${freshId(9)}`)).status).toBe(200)
    expect(await listed()).toEqual([])
    expect(codesOf(await lab.call('DELETE', `${path}?userId=${freshId(8)}`))).toEqual([404])
  })

  test('Members leave a group one by one, by their ids, or all of them', async () => {
    const lab = openLab()
    const [crew, guests] = [freshId(1), freshId(2)]
    const given = {
      [crew]: [{ id: freshId(3), userId: freshId(8) }, { userId: freshId(9) }],
      [guests]: [{ userId: freshId(8) }],
    }
    const path = '/api/group/member'
    const left = async (): Promise<number> =>
      bodyOf<{ total: number }>(await lab.call('POST', `${path}/search`, { search: {} })).total
    await lab.call('POST', path, { members: given })
    expect((await lab.call('DELETE', `${path}/${freshId(3)}`)).status).toBe(200)
    expect(await left()).toBe(2)
    await lab.call('DELETE', `${path}?groupId=${crew}&userId=${freshId(9)}`)
    expect(await left()).toBe(1)
    await lab.call('DELETE', `${path}?groupId=${guests}`)
    expect(await left()).toBe(0)
    await lab.call('POST', path, { members: given })
    await lab.call('DELETE', path, { members: { [crew]: [freshId(8), freshId(9)] } })
    expect(await left()).toBe(1)
    await lab.call('DELETE', path, { memberIds: [freshId(99)] })
    expect(await left()).toBe(1)
  })

  test('A member leaves a family', async () => {
    const lab = openLab()
    const own = `/api/user/family/${freshId(1)}`
    for (const userId of [freshId(8), freshId(9)])
      await lab.call('POST', own, { familyMember: { role: 'Adult', userId } })
    expect((await lab.call('DELETE', `${own}/${freshId(8)}`)).status).toBe(200)
    expect(bodyOf(await lab.call('GET', own))).toMatchObject({
      family: { members: [{ userId: freshId(9) }] },
    })
    expect(codesOf(await lab.call('DELETE', `${own}/${freshId(8)}`))).toEqual([404])
  })
})
