import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ids } from '../../server/fusionauth/ids.ts'
import { fusionAuthClient } from '../../server/fusionauth/port.ts'
import { provision } from '../../server/fusionauth/provision.ts'
import { remove } from '../../server/fusionauth/remove.ts'
import { createSocketTransport } from '../../server/node/sockets.ts'
import { lessonBlueprint } from '../../server/world.ts'
import { type Behind, type Bend, openBehind } from './support/behind.ts'

let behind: Behind

const bent = async (bend?: Bend): Promise<void> => {
  behind = await openBehind('canary-api-key-0123456789', bend)
}

beforeEach(() => bent())
afterEach(() => behind.close())

const client = () =>
  fusionAuthClient(
    { baseUrl: behind.origin, apiKey: behind.apiKey, tenantId: '' },
    createSocketTransport({ allowOrigin: behind.origin, timeoutMs: 5_000, maxBytes: 1_000_000 }),
    null,
  )

const plan = (profile: 'fidelity' | 'hardened' = 'fidelity') =>
  lessonBlueprint({
    secrets: { Store: 'canary-store-secret-0123', Forums: 'canary-forums-secret-0123' },
    issuer: behind.origin,
    login: 'any',
    profile,
  })

const ours = (id: string): boolean => id.startsWith('6c6f6769-6e20-4c61-8200-')

/** Everything at the stand-in that is not of Login Lab, as text. */
const strangers = (): string => {
  const { memory } = behind.standIn
  const others = <V>(map: ReadonlyMap<string, V>) => [...map].filter(([id]) => !ours(id))
  return JSON.stringify([
    others(memory.tenants),
    others(memory.applications),
    others(memory.users),
    others(memory.keys),
    others(memory.refreshTokens.rows),
  ])
}

const writes = (): readonly string[] =>
  behind.asked.filter((line) => /^(POST|PATCH|PUT|DELETE) /.test(line))

/** A neighbour in a tenant of their own, with the same names and addresses. */
const moveIn = async (): Promise<void> => {
  const neighbour = client()
  const tenant = await neighbour.createTenant('', { tenant: { name: 'Neighbours', issuer: 'x' } })
  neighbour.setTenantId(tenant.response.tenant?.id ?? '')
  await neighbour.createApplication('', { application: { name: 'Login Lab Store' } })
  await neighbour.createUser('', {
    user: { email: 'ada@example.com', password: 'not-our-business' },
  })
}

describe('setting up', () => {
  test('creates key, tenant, applications, user and registrations, and says so', async () => {
    const { deeds } = await provision(client(), plan())
    expect(deeds).toEqual([
      { what: 'key "Login Lab"', did: 'created', note: '' },
      { what: 'tenant "Login Lab"', did: 'created', note: '' },
      { what: 'application "Login Lab Store"', did: 'created', note: '' },
      { what: 'application "Login Lab Forums"', did: 'created', note: '' },
      { what: 'user "ada@example.com"', did: 'created', note: '' },
      { what: 'user "ada@example.com"', did: 'changed', note: `registered for ${ids.Store}` },
      { what: 'user "ada@example.com"', did: 'changed', note: `registered for ${ids.Forums}` },
    ])
  })

  test('a second time changes nothing: no write but the test of the password', async () => {
    await provision(client(), plan())
    const before = writes().length
    const { deeds } = await provision(client(), plan())
    expect(new Set(deeds.map(({ did }) => did))).toEqual(new Set(['kept']))
    expect(writes().slice(before)).toEqual(['POST /api/login'])
  })

  test('the client secrets that stand there stay, and are told to who needs them', async () => {
    await provision(client(), plan())
    const other = lessonBlueprint({
      secrets: { Store: 'another-secret-for-store', Forums: 'another-secret-for-forums' },
      issuer: behind.origin,
      login: 'any',
    })
    const { clientSecrets } = await provision(client(), other)
    expect(clientSecrets.get(ids.Store)).toBe('canary-store-secret-0123')
  })

  test('only what differs is patched, and what others added stays', async () => {
    await provision(client(), plan())
    const operator = client()
    operator.setTenantId(ids.tenant)
    const mine = {
      authorizedRedirectURLs: ['https://mine.example/cb'],
      logoutURL: 'https://x.example/',
    }
    await operator.patchApplication(ids.Store, { application: { oauthConfiguration: mine } })
    const { deeds } = await provision(client(), plan())
    expect(deeds.filter(({ did }) => did !== 'kept')).toEqual([
      {
        what: 'application "Login Lab Store"',
        did: 'changed',
        note: 'oauthConfiguration.logoutURL',
      },
    ])
    expect(
      behind.standIn.memory.applications.get(ids.Store)?.oauthConfiguration.authorizedRedirectURLs,
    ).toEqual([
      'https://store.example.com/oauth-callback',
      'https://store.example.com/logged-out',
      'https://mine.example/cb',
    ])
  })

  test('what is missing in a list is added once, not twice', async () => {
    await provision(client(), plan())
    for (const login of ['native', 'password-grant', 'any'] as const)
      await provision(
        client(),
        lessonBlueprint({ secrets: { Store: 'a', Forums: 'b' }, issuer: behind.origin, login }),
      )
    const { enabledGrants } =
      behind.standIn.memory.applications.get(ids.Store)?.oauthConfiguration ?? {}
    expect(enabledGrants?.toSorted()).toEqual(['authorization_code', 'password', 'refresh_token'])
  })

  test('a changed password is set back, and a right one is not touched', async () => {
    await provision(client(), plan())
    await client().patchUser(ids.user, { user: { password: 'something-else' } })
    const { deeds } = await provision(client(), plan())
    expect(deeds.filter(({ did }) => did === 'changed')).toEqual([
      { what: 'user "ada@example.com"', did: 'changed', note: 'password' },
    ])
  })

  test('two that set up at once end up with one set-up', async () => {
    const all = await Promise.all([1, 2, 3].map(() => provision(client(), plan())))
    expect(all.flatMap(({ deeds }) => deeds).filter(({ did }) => did === 'created').length).toBe(5)
    expect(new Set(all.map(({ clientSecrets }) => clientSecrets.get(ids.Store)))).toHaveLength(1)
  })

  test('tokens are signed with a key of the lessons’ own, whatever the server signs with', async () => {
    await provision(client(), plan())
    const { keys, tenants } = behind.standIn.memory
    const { accessTokenKeyId, idTokenKeyId } = tenants.get(ids.tenant)?.jwtConfiguration ?? {}
    expect([accessTokenKeyId, idTokenKeyId]).toEqual([ids.key, ids.key])
    expect(keys.get(ids.key)?.name).toBe('Login Lab')
  })

  test('the two profiles live side by side', async () => {
    await provision(client(), plan('fidelity'))
    await provision(client(), plan('hardened'))
    const again = await provision(client(), plan('fidelity'))
    expect(again.deeds.every(({ did }) => did === 'kept')).toBe(true)
    const policies = [...behind.standIn.memory.tenants.values()]
      .filter(({ name }) => name.startsWith('Login Lab'))
      .map(({ jwtConfiguration }) => jwtConfiguration.refreshTokenUsagePolicy)
    expect(policies).toEqual(['Reusable', 'OneTimeUse'])
  })
})

describe('everything else stays as it was', () => {
  test('through setting up, setting up again and taking away', async () => {
    await moveIn()
    const before = strangers()
    await provision(client(), plan())
    await provision(client(), plan())
    await remove(client(), plan())
    expect(strangers()).toBe(before)
    expect(before).toContain('Neighbours')
  })

  test('what is taken away is gone without a rest', async () => {
    await provision(client(), plan())
    const deeds = await remove(client(), plan())
    expect(deeds.map(({ did }) => did)).toEqual(Array.from({ length: 5 }, () => 'removed'))
    const { keys, tenants, applications, users } = behind.standIn.memory
    const left = [keys, tenants, applications, users].flatMap((all) => [...all.keys()])
    expect(left.filter(ours)).toEqual([])
  })

  test('taking away what is not there removes nothing', async () => {
    expect(await remove(client(), plan())).toEqual([
      { what: 'tenant "Login Lab"', did: 'absent', note: '' },
    ])
  })

  test('a tenant into which somebody else moved is left, with the reason', async () => {
    await provision(client(), plan())
    const guest = client()
    guest.setTenantId(ids.tenant)
    await guest.createApplication('', { application: { name: 'Guest' } })
    const deeds = await remove(client(), plan())
    expect(deeds.at(-1)).toEqual({
      what: 'tenant "Login Lab"',
      did: 'left',
      note: 'it holds 1 application that Login Lab did not put there',
    })
    expect(behind.standIn.memory.applications.size).toBe(2)
  })

  test('something with our id in the tenant of another is not changed', async () => {
    const other = client()
    const { response } = await other.createTenant('', { tenant: { name: 'Other' } })
    other.setTenantId(response.tenant?.id ?? '')
    await other.createApplication(ids.Store, { application: { name: 'Theirs' } })
    const before = JSON.stringify(behind.standIn.memory.applications.get(ids.Store))
    await expect(provision(client(), plan())).rejects.toThrow(/application "Login Lab Store"/)
    expect(JSON.stringify(behind.standIn.memory.applications.get(ids.Store))).toBe(before)
  })
})

describe('what goes wrong is named, with what to do', () => {
  const refusing = async (
    method: string,
    path: string,
    response: () => Response,
  ): Promise<void> => {
    await behind.close()
    await bent((request, usual) =>
      request.method === method && new URL(request.url).pathname.startsWith(path)
        ? response()
        : usual,
    )
  }

  test.each([
    ['GET', '/api/tenant'],
    ['POST', '/api/tenant'],
    ['POST', '/api/application'],
    ['POST', '/api/user/6c6f'],
    ['POST', '/api/user/registration'],
  ])('a key that may not %s %s', async (method, path) => {
    await refusing(method, path, () => new Response(null, { status: 401 }))
    const endpoint = path.replace('/6c6f', '')
    await expect(provision(client(), plan())).rejects.toThrow(`allow it ${method} for ${endpoint}`)
  })

  test('a tenant of the same name under another id', async () => {
    await client().createTenant('', { tenant: { name: 'Login Lab' } })
    await expect(provision(client(), plan())).rejects.toThrow(
      '[duplicate]tenant.name). Something with the same name',
    )
  })

  test.each([
    [302, 'leads to another address'],
    [429, 'Try again later'],
    [500, 'status 500'],
  ])('an answer with status %i', async (status, words) => {
    await refusing(
      'GET',
      '/api/tenant',
      () => new Response(null, { status, headers: { location: '/x' } }),
    )
    await expect(provision(client(), plan())).rejects.toThrow(words)
  })

  test('no message repeats a secret', async () => {
    await behind.close()
    const problem = { code: '[blank]x', message: 'canary-store-secret-0123' }
    await bent((request, usual) => {
      if (!request.url.includes('/api/application')) return usual
      return request.method === 'GET'
        ? new Response(null, { status: 404 })
        : Response.json({ fieldErrors: { x: [problem] } }, { status: 400 })
    })
    const error = await provision(client(), plan()).catch((failure: unknown) => String(failure))
    expect(error).toContain('[blank]x')
    expect(error).not.toContain('canary')
  })
})
