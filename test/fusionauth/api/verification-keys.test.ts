import { expect, test } from 'vitest'
import {
  fetchTokens,
  form,
  forums,
  type Lab,
  openLab,
  origin,
  store,
  tenantId,
} from '../support/lab.ts'

const [oldKey, newKey] = [1, 2].map((n) => `6b657973-0000-4000-8000-0000000000a${n}`)

/** A tenant that signs with a key of its own. */
const open = async (): Promise<Lab> => {
  const lab = openLab({ oauth: { logoutBehavior: 'RedirectOnly' } })
  for (const [index, id] of [oldKey, newKey].entries())
    await lab.call('POST', `/api/key/generate/${id}`, { key: { name: `Key ${index}` } })
  await configure(lab, { accessTokenKeyId: oldKey, idTokenKeyId: oldKey })
  return lab
}

const configure = async (lab: Lab, jwtConfiguration: object): Promise<void> => {
  const { status } = await lab.call('PATCH', `/api/tenant/${tenantId}`, {
    tenant: { jwtConfiguration },
  })
  expect(status).toBe(200)
}

const rotate = (lab: Lab, listed: object = {}) =>
  configure(lab, { accessTokenKeyId: newKey, idTokenKeyId: newKey, ...listed })

const bearer = (lab: Lab, path: string, token: string) =>
  lab.ask({
    method: 'GET',
    url: origin + path,
    headers: [['authorization', `Bearer ${token}`]],
    body: '',
  })

const introspect = async (lab: Lab, token: string): Promise<unknown> => {
  const { body } = await lab.ask({
    method: 'POST',
    url: `${origin}/oauth2/introspect`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: form({ client_id: store, token }),
  })
  return (JSON.parse(body) as { active: unknown }).active
}

/** What opens for the tokens: userinfo, the JWT API, introspection of each, and the logout. */
const opens = async (lab: Lab, access: string, id: string): Promise<readonly unknown[]> => [
  (await bearer(lab, '/oauth2/userinfo', access)).status,
  (await bearer(lab, '/api/jwt/validate', access)).status,
  await introspect(lab, access),
  await introspect(lab, id),
  (await lab.visit(`/oauth2/logout?${form({ id_token_hint: id })}`)).status,
]

test('A JWT is verified with the key that signs', async () => {
  const lab = await open()
  const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
  expect(await opens(lab, access, id)).toEqual([200, 200, true, true, 302])
})

test('When the key was rotated, what the former one signed is good no more, though it is still published', async () => {
  const lab = await open()
  const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
  await rotate(lab)
  expect(await opens(lab, access, id)).toEqual([401, 401, false, false, 400])
  const { body } = await lab.call('GET', '/.well-known/jwks.json')
  expect((JSON.parse(body) as { keys: unknown[] }).keys).toHaveLength(3)
})

test('A former key that the tenant lists for each type of token goes on verifying', async () => {
  const lab = await open()
  const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
  await rotate(lab, {
    accessTokenVerificationKeyIds: [oldKey],
    idTokenVerificationKeyIds: [oldKey],
  })
  expect(await opens(lab, access, id)).toEqual([200, 200, true, true, 302])
})

test('A key listed for access tokens verifies no ID tokens, and the other way round', async () => {
  for (const [listed, expected] of [
    ['accessTokenVerificationKeyIds', [200, 200, true, false, 400]],
    ['idTokenVerificationKeyIds', [401, 401, false, true, 302]],
  ] as const) {
    const lab = await open()
    const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
    await rotate(lab, { [listed]: [oldKey] })
    expect(await opens(lab, access, id)).toEqual(expected)
  }
})

const ofStore = (lab: Lab, jwtConfiguration: object) =>
  lab.call('PATCH', `/api/application/${store}`, { application: { jwtConfiguration } })

test('An application whose own settings are enabled has its own key, and its own list', async () => {
  const lab = await open()
  const { access_token: access, id_token: id = '' } = await fetchTokens(lab)
  const own = { enabled: true, accessTokenKeyId: newKey, idTokenKeyId: newKey }
  await ofStore(lab, own)
  expect(await introspect(lab, access)).toBe(false)
  await ofStore(lab, { ...own, accessTokenVerificationKeyIds: [oldKey] })
  expect([await introspect(lab, access), await introspect(lab, id)]).toEqual([true, false])
})

test('The list of an application whose own settings are not enabled counts for nothing', async () => {
  const lab = await open()
  const { access_token: access } = await fetchTokens(lab)
  await rotate(lab)
  await ofStore(lab, { enabled: false, accessTokenVerificationKeyIds: [oldKey] })
  expect(await introspect(lab, access)).toBe(false)
})

test('A JWT that was vended with a key that signs for nobody is good nowhere', async () => {
  const lab = await open()
  const vend = async (keyId: string | undefined): Promise<number> => {
    const claims = { aud: forums, sub: 'x' }
    const { body } = await lab.call('POST', '/api/jwt/vend', { claims, keyId })
    const { token } = JSON.parse(body) as { token: string }
    return (await bearer(lab, '/api/jwt/validate', token)).status
  }
  expect([await vend(oldKey), await vend(newKey)]).toEqual([200, 401])
})

test('A refresh brings tokens of the new key, so that nobody has to log in again', async () => {
  const lab = await open()
  const { refresh_token: token } = await fetchTokens(lab)
  await rotate(lab)
  const { body } = await lab.tokenRequest({
    grant_type: 'refresh_token',
    refresh_token: token,
    client_id: store,
    client_secret: 'the secret of the store',
  })
  const { access_token: access } = JSON.parse(body) as { access_token: string }
  expect(await introspect(lab, access)).toBe(true)
})
