import { describe, expect, test } from 'vitest'
import { type Lab, openLab, store, tenantId, userId } from '../support/lab.ts'
import { bodyOf, codesOf, forTenant, freshId, withKey } from './support.ts'

type Found = Readonly<Record<string, unknown>> & { readonly total: number }

const search = async (lab: Lab, path: string, criteria: object): Promise<Found> => {
  const answer = await lab.call('POST', path, { search: criteria })
  expect(answer.status).toBe(200)
  return bodyOf<Found>(answer)
}

/** Each kind that can be searched: two of them are made, and one of them is looked for. */
const searchable: readonly (readonly [
  path: string,
  members: string,
  wrapper: string,
  one: object,
  other: object,
  criteria: object,
])[] = [
  ['/api/consent', 'consents', 'consent', { name: 'Cookies' }, { name: 'Mail' }, { name: 'cook' }],
  [
    '/api/email/template',
    'emailTemplates',
    'emailTemplate',
    { name: 'Hello' },
    { name: 'Bye' },
    { name: 'hel*' },
  ],
  ['/api/entity', 'entities', 'entity', { name: 'Oven' }, { name: 'Mill' }, { queryString: 'OV*' }],
  ['/api/entity/type', 'entityTypes', 'entityType', { name: 'X' }, { name: 'Y' }, { name: 'x' }],
  ['/api/group', 'groups', 'group', { name: 'Crew' }, { name: 'Guests' }, { name: '*w', tenantId }],
  [
    '/api/identity-provider',
    'identityProviders',
    'identityProvider',
    { type: 'Google', applicationConfiguration: { [store]: { enabled: true } } },
    { type: 'Apple' },
    { type: 'Google', applicationId: store },
  ],
  [
    '/api/ip-acl',
    'ipAccessControlLists',
    'ipAccessControlList',
    { name: 'In' },
    { name: 'Out' },
    { name: 'in' },
  ],
  [
    '/api/lambda',
    'lambdas',
    'lambda',
    { name: 'Fill', type: 'JWTPopulate', body: 'function populate() {}' },
    { name: 'Join', type: 'OpenIDReconcile', body: 'function reconcile() {}' },
    { type: 'JWTPopulate', body: 'populate' },
  ],
  [
    '/api/theme',
    'themes',
    'theme',
    { name: 'Crusts', type: 'simple' },
    { name: 'Crumbs' },
    { name: 'crust', type: 'simple' },
  ],
  [
    '/api/webhook',
    'webhooks',
    'webhook',
    { url: 'https://a.test/', tenantIds: [tenantId] },
    { url: 'https://b.test/' },
    { url: 'a.test', tenantId },
  ],
  [
    '/api/application',
    'applications',
    'application',
    { name: 'Bakery' },
    { name: 'Mill' },
    { name: 'bak', state: 'Active', tenantId },
  ],
]

describe('Searches by the criteria of FusionAuth’s OpenAPI description', () => {
  test.each(searchable)(
    '%s/search finds what is meant, and counts it',
    async (path, members, wrapper, one, other, criteria) => {
      const lab = openLab()
      await lab.call('POST', `${path}/${freshId(1)}`, { [wrapper]: one })
      await lab.call('POST', `${path}/${freshId(2)}`, { [wrapper]: other })
      expect(await search(lab, `${path}/search`, criteria)).toEqual({
        [members]: [expect.objectContaining({ id: freshId(1) })],
        total: 1,
      })
    },
  )

  test('Grants of entities are found by entity and by user, with their entity', async () => {
    const lab = openLab()
    await lab.call('POST', `/api/entity/${freshId(1)}`, { entity: { name: 'Oven' } })
    await lab.call('POST', `/api/entity/${freshId(2)}`, { entity: { name: 'Mill' } })
    for (const owner of [freshId(1), freshId(2)])
      await lab.call('POST', `/api/entity/${owner}/grant`, {
        grant: { userId, permissions: ['use'] },
      })
    const path = '/api/entity/grant/search'
    expect(await search(lab, path, { userId })).toMatchObject({ total: 2 })
    expect(await search(lab, path, { entityId: freshId(2) })).toMatchObject({
      grants: [{ entity: { name: 'Mill' }, permissions: ['use'], userId }],
      total: 1,
    })
  })

  test('Members of groups are found one by one', async () => {
    const lab = openLab()
    const members = {
      [freshId(1)]: [{ userId }, { userId: freshId(8) }],
      [freshId(2)]: [{ userId }],
    }
    await lab.call('POST', '/api/group/member', { members })
    const path = '/api/group/member/search'
    expect(await search(lab, path, { userId })).toMatchObject({ total: 2 })
    expect(await search(lab, path, { groupId: freshId(1), userId })).toMatchObject({
      members: [{ groupId: freshId(1), userId }],
      total: 1,
    })
  })

  test('Tenants and keys are found by their names, keys by algorithm and type, too', async () => {
    const lab = openLab()
    await lab.call('POST', '/api/key/generate', { key: { name: 'Short', algorithm: 'HS256' } })
    expect(await search(lab, '/api/tenant/search', { name: 'tes*' })).toMatchObject({ total: 1 })
    expect(
      await search(lab, '/api/key/search', { algorithm: 'HS256', type: 'HMAC' }),
    ).toMatchObject({
      keys: [{ name: 'Short' }],
      total: 1,
    })
  })
})

describe('What a search brings', () => {
  const openWith = async (...names: readonly string[]): Promise<Lab> => {
    const lab = openLab()
    for (const name of names)
      await lab.call('POST', '/api/lambda', { lambda: { name, type: 'own' } })
    return lab
  }
  const namesOf = async (lab: Lab, criteria: object): Promise<readonly unknown[]> => {
    const { lambdas } = await search(lab, '/api/lambda/search', { type: 'own', ...criteria })
    return (lambdas as { readonly name: unknown }[]).map(({ name }) => name)
  }

  test('is ordered by name, or as it is asked for', async () => {
    const lab = await openWith('b', 'C', 'a')
    expect(await namesOf(lab, {})).toEqual(['a', 'b', 'C'])
    expect(await namesOf(lab, { orderBy: 'name DESC' })).toEqual(['C', 'b', 'a'])
    expect(await namesOf(lab, { orderBy: 'insertInstant' })).toEqual(['b', 'C', 'a'])
  })

  test('comes page by page, 25 when nothing is said, and all of it is counted', async () => {
    const lab = await openWith(
      ...Array.from({ length: 30 }, (_, n) => `l${String(n).padStart(2, '0')}`),
    )
    expect(await namesOf(lab, {})).toHaveLength(25)
    expect(await namesOf(lab, { startRow: 28, numberOfResults: 5 })).toEqual(['l28', 'l29'])
    const { total } = await search(lab, '/api/lambda/search', { type: 'own', numberOfResults: 1 })
    expect(total).toBe(30)
  })

  test('is the same by GET', async () => {
    const lab = await openWith('one', 'two')
    const answer = await lab.call('GET', '/api/lambda/search?type=own&name=on&numberOfResults=1')
    expect(bodyOf(answer)).toMatchObject({ lambdas: [{ name: 'one' }], total: 1 })
  })

  test.each([
    ['one', ['one', 'none']],
    ['one*', ['one']],
    ['*one', ['none', 'one']],
    ['n*e', ['none']],
    ['on*ne', []],
    ['*', ['none', 'one', 'two']],
  ])('is what a text with wildcards means: %s', async (name, expected) => {
    const lab = await openWith('one', 'none', 'two')
    expect(new Set(await namesOf(lab, { name }))).toEqual(new Set(expected))
  })

  test('is nothing of another tenant', async () => {
    const lab = openLab()
    await lab.call('POST', `/api/tenant/${freshId(2)}`, { tenant: { name: 'Other' } })
    await lab.call('POST', '/api/group', { group: { name: 'Crew' } }, forTenant(freshId(2)))
    const answer = await lab.call('POST', '/api/group/search', { search: {} }, forTenant(tenantId))
    expect(bodyOf(answer)).toEqual({ groups: [], total: 0 })
  })

  test('is refused without a key, with a key that may not, in an order that is none, and by DELETE', async () => {
    const lab = openLab()
    const path = '/api/theme/search'
    expect(codesOf(await lab.call('POST', path, {}, []))).toEqual([401])
    const created = await lab.call('POST', '/api/api-key', { apiKey: { tenantId } })
    const { key } = bodyOf<{ apiKey: { key: string } }>(created).apiKey
    expect(codesOf(await lab.call('POST', path, {}, withKey(key)))).toEqual([401])
    expect(codesOf(await lab.call('POST', path, { search: { orderBy: 'color; drop' } }))).toEqual([
      400,
      '[invalid]search.orderBy',
    ])
    expect((await lab.call('DELETE', path)).status).toBe(405)
  })
})
