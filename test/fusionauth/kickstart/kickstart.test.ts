import { describe, expect, test } from 'vitest'
import { call, openFresh, run } from './support.ts'

const key = 'a-key-of-the-file'
const apiKeys = [{ key }]
const tenantId = '10000000-0000-4000-8000-000000000001'

const tenantNamed = (name: string) => ({
  method: 'POST',
  url: `/api/tenant/${tenantId}`,
  body: { tenant: { name } },
})

/** The name that the tenant of the file got. */
const nameAfter = async (file: object, environment: Parameters<typeof run>[2] = {}) => {
  const standIn = openFresh()
  const result = await run(standIn, { apiKeys, ...file }, environment)
  if (!result.ok) throw new Error(result.problem)
  return standIn.memory.tenants.get(tenantId)?.name
}

const problemOf = async (file: unknown, environment: Parameters<typeof run>[2] = {}) => {
  const result = await run(openFresh(), file, environment)
  return result.ok ? '' : result.problem
}

describe('What stands between #{ and }', () => {
  test('A variable is replaced by its value', async () => {
    const file = { variables: { who: 'Ada' }, requests: [tenantNamed('House of #{who}')] }
    expect(await nameAfter(file)).toBe('House of Ada')
  })

  test('A variable may come from the environment', async () => {
    const file = { variables: { who: '#{ENV.WHO}' }, requests: [tenantNamed('#{who}')] }
    expect(await nameAfter(file, { env: { WHO: 'Grace' } })).toBe('Grace')
  })

  test('The environment may be used in a request too', async () => {
    expect(
      await nameAfter({ requests: [tenantNamed('#{ENV.WHO}')] }, { env: { WHO: 'Eve' } }),
    ).toBe('Eve')
  })

  test('UUID() gives another id each time', async () => {
    const name = await nameAfter({ requests: [tenantNamed('#{UUID()} #{UUID()}')] })
    const [one, two] = name?.split(' ') ?? []
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(two).not.toBe(one)
  })

  test('A variable that is a UUID() keeps one value', async () => {
    const file = { variables: { id: '#{UUID()}' }, requests: [tenantNamed('#{id} #{id}')] }
    const [one, two] = (await nameAfter(file))?.split(' ') ?? []
    expect(two).toBe(one)
  })

  test('Names of members are replaced too, and files stay out of them', async () => {
    const data = { 'a #{word} @{x}': { '#{word}': 1 }, [String.raw`\#{b}`]: 2 }
    const body = { user: { email: 'baker@example.com', password: 'flour and water', data } }
    const requests = [{ method: 'POST', url: '/api/user', body }]
    const standIn = openFresh()
    const result = await run(standIn, { variables: { word: 'flour' }, apiKeys, requests })
    expect(result).toMatchObject({ ok: true })
    const [user] = standIn.memory.users.values()
    expect(user?.data).toEqual({ 'a flour @{x}': { flour: 1 }, '#{b}': 2 })
  })

  test('A backslash makes it literal', async () => {
    expect(await nameAfter({ requests: [tenantNamed(String.raw`\#{who} \@{file}`)] })).toBe(
      '#{who} @{file}',
    )
  })

  test('The ids of the default tenant and of the own application are built in', async () => {
    const standIn = openFresh()
    const [tenant] = standIn.memory.tenants.values()
    const body = {
      user: { email: 'admin@example.com', password: 'an admin of old' },
      registration: { applicationId: '#{FUSIONAUTH_APPLICATION_ID}', roles: ['admin'] },
    }
    const request = { method: 'POST', url: '/api/user/registration', body }
    const scoped = { ...request, tenantId: '#{FUSIONAUTH_TENANT_ID}' }
    expect(await run(standIn, { apiKeys, requests: [scoped] })).toMatchObject({ ok: true })
    const [user] = standIn.memory.users.values()
    expect(user?.tenantId).toBe(tenant?.id)
    expect(user?.registrations[0]?.applicationId).toBe('3c219e58-ed0e-4b18-ad48-f4f92793ae32')
  })

  test('The variable defaultTenantId gives the default tenant its id', async () => {
    const standIn = openFresh()
    await run(standIn, { variables: { defaultTenantId: tenantId }, apiKeys })
    expect([...standIn.memory.tenants.keys()]).toEqual([tenantId])
    for (const one of standIn.memory.applications.values()) expect(one.tenantId).toBe(tenantId)
  })
})

describe('Files that are included', () => {
  test('A text file comes in with its line ends', async () => {
    const files = { 'names/house.txt': 'House of\n"Ada"' }
    expect(await nameAfter({ requests: [tenantNamed('@{names/house.txt}')] }, { files })).toBe(
      'House of\n"Ada"',
    )
  })

  test('A JSON file may be a body, and is interpolated itself', async () => {
    const request = { ...tenantNamed(''), body: '&{tenant.json}' }
    const files = { 'tenant.json': '{"tenant":{"name":"#{who}"}}' }
    expect(await nameAfter({ variables: { who: 'Ada' }, requests: [request] }, { files })).toBe(
      'Ada',
    )
  })

  test('A JSON file may be a whole request', async () => {
    const files = { 'request.json': JSON.stringify(tenantNamed('Whole')) }
    expect(await nameAfter({ requests: ['&{request.json}'] }, { files })).toBe('Whole')
  })

  test.each([
    ['../secret'],
    ['/etc/passwd'],
    ['a/../../b'],
    [String.raw`..\secret`],
    ['./x'],
    ['C:x'],
  ])('A file outside of the folder is never read: %s', async (path) => {
    const problem = await problemOf({ apiKeys, requests: [tenantNamed(`@{${path}}`)] })
    expect(problem).toBe(`Request 1 includes "${path}", which is not below the Kickstart's folder.`)
  })

  test('Files that include each other come to an end', async () => {
    const files = { 'a.txt': '@{b.txt}', 'b.txt': '@{a.txt}' }
    expect(await problemOf({ apiKeys, requests: [tenantNamed('@{a.txt}')] }, { files })).toBe(
      'Request 1 includes files without end.',
    )
  })
})

describe('API keys', () => {
  test('The keys of the file take the place of the key that was there', async () => {
    const standIn = openFresh()
    await run(standIn, { apiKeys })
    expect((await call(standIn, key, '/api/tenant')).status).toBe(200)
    expect((await call(standIn, 'first-key', '/api/tenant')).status).toBe(401)
  })

  test('A later key may be restricted to endpoints', async () => {
    const standIn = openFresh()
    const reader = { key: 'reader', permissions: { endpoints: { '/api/tenant': ['GET'] } } }
    await run(standIn, { apiKeys: [{ key }, reader] })
    expect((await call(standIn, 'reader', '/api/tenant')).status).toBe(200)
    expect((await call(standIn, 'reader', '/api/application')).status).toBe(401)
  })

  test('Kickstart may make a key manager, and describes the key', async () => {
    const standIn = openFresh()
    const id = '40000000-0000-4000-8000-000000000001'
    await run(standIn, { apiKeys: [{ id, key, keyManager: true, description: 'All of it' }] })
    expect(JSON.parse((await call(standIn, key, `/api/api-key/${id}`)).body)).toMatchObject({
      apiKey: { keyManager: true, metaData: { attributes: { description: 'All of it' } } },
    })
  })
})

test('Requests are performed in order, with PATCH of the content type that is asked for', async () => {
  const patch = {
    method: 'PATCH',
    url: `/api/tenant/${tenantId}`,
    contentType: 'application/json-patch+json',
    body: [{ op: 'replace', path: '/tenant/name', value: 'Second' }],
  }
  expect(await nameAfter({ requests: [tenantNamed('First'), patch] })).toBe('Second')
})

test('An instance that is in use is left alone', async () => {
  const standIn = openFresh()
  await run(standIn, { apiKeys, requests: [tenantNamed('First')] })
  expect(await run(standIn, { apiKeys, requests: [tenantNamed('Second')] })).toEqual({
    ok: false,
    problem: 'Kickstart runs only on an empty instance, and this one is in use.',
  })
  expect(standIn.memory.tenants.get(tenantId)?.name).toBe('First')
})

test('The first refusal ends it, and the problem names the request and the reason', async () => {
  const requests = [tenantNamed('One'), tenantNamed('Two'), tenantNamed('Three')]
  expect(await problemOf({ apiKeys, requests })).toBe(
    `Request 2 (POST /api/tenant/${tenantId}) was answered with 400: There is already one with [tenantId] equal to [${tenantId}].`,
  )
})

test.each([
  ['is not JSON', '{ "apiKeys": [', /^kickstart\.json is not JSON: /],
  ['is no object', [], /^kickstart\.json has to hold one JSON object\.$/],
  [
    'has an unknown member',
    { apiKeys, request: [] },
    /has a member request, which Kickstart does not know/,
  ],
  ['has no API key', {}, /has no API key/],
  ['has a key without a value', { apiKeys: [{}] }, /^API key 1 has no key\.$/],
  [
    'restricts its first key to a tenant',
    { apiKeys: [{ key, tenantId }] },
    /^API key 1 may not be restricted/,
  ],
  [
    'uses a variable that is not there',
    { apiKeys, requests: [tenantNamed('#{who}')] },
    /^Request 1 uses #\{who\}, which has no value\. Add it to variables\.$/,
  ],
  [
    'uses an environment variable that is not set',
    { variables: { a: '#{ENV.WHO}' }, apiKeys },
    /^The variable a uses #\{ENV\.WHO\}, which has no value\. Set it in the environment\.$/,
  ],
  [
    'uses a variable within its variables',
    { variables: { a: 'x', b: '#{a}' }, apiKeys },
    /^The variable b uses #\{a\}/,
  ],
  [
    'has a request without a method',
    { apiKeys, requests: [{ url: '/api/user' }] },
    /^Request 1: Invalid \[method\]/,
  ],
  [
    'wants to delete',
    { apiKeys, requests: [{ method: 'DELETE', url: '/api/user' }] },
    /^Request 1: Invalid \[method\]\. It has to be one of POST, PUT, PATCH\.$/,
  ],
  [
    'asks another server',
    { apiKeys, requests: [{ method: 'POST', url: 'https://example.com/api/user' }] },
    /^Request 1 needs a url below FusionAuth's own, such as \/api\/user\.$/,
  ],
])('A file that %s is refused with a reason', async (_, file, reason) => {
  expect(await problemOf(file)).toMatch(reason)
})
