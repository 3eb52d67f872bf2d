import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  apiKey,
  authorizePath,
  form,
  type Lab,
  openLab,
  origin,
  queryOf,
  redeem,
  refresh,
  refusalOf,
  store,
  fetchCode,
  type Tokens,
  tokensOf,
} from '../support/lab.ts'

const cart = 'https://cart.example.com/api'
const posts = 'https://posts.example.com/api'

const open = (): Lab => openLab({ oauth: { authorizedResourceUris: [cart, posts] } })

/** Logs in for a resource, and redeems the code for one. */
const logInFor = async (lab: Lab, asked: string, redeemed?: string): Promise<Tokens> =>
  tokensOf(await redeem(lab, await fetchCode(lab, { resource: asked }), { resource: redeemed }))

const audience = (jwt = '') => decodeJwt(jwt).aud

test('An access token for a resource names it beside the client; the ID token does not', async () => {
  const tokens = await logInFor(open(), cart, cart)
  expect(audience(tokens.access_token)).toEqual([store, cart])
  expect(audience(tokens.id_token)).toBe(store)
})

test('A resource that the application has not is refused before the login', async () => {
  const query = queryOf(await open().visit(authorizePath({ resource: 'https://evil.test' })))
  expect([query.get('error'), query.get('state')]).toEqual(['invalid_target', 'xyz'])
})

test('A resource that was not granted burns the code', async () => {
  const lab = open()
  const code = await fetchCode(lab, { resource: cart })
  const refused = await redeem(lab, code, { resource: posts })
  expect(refusalOf(refused).slice(0, 2)).toEqual([400, 'invalid_target'])
  expect(refusalOf(await redeem(lab, code)).slice(0, 2)).toEqual([400, 'invalid_grant'])
  expect(lab.standIn.memory.refreshTokens.rows.size).toBe(0)
})

test('A code that was asked for with a resource is not redeemed without one, and is gone', async () => {
  const lab = open()
  const code = await fetchCode(lab, { resource: cart })
  expect(refusalOf(await redeem(lab, code)).slice(0, 2)).toEqual([400, 'invalid_target'])
  const again = await redeem(lab, code, { resource: cart })
  expect(refusalOf(again).slice(0, 2)).toEqual([400, 'invalid_grant'])
})

test('A resource that was not asked for is refused when the code is redeemed', async () => {
  const lab = open()
  const refused = await redeem(lab, await fetchCode(lab), { resource: cart })
  expect(refusalOf(refused).slice(0, 2)).toEqual([400, 'invalid_target'])
})

describe('Where the application lists no resources', () => {
  test('a resource is passed over, at the login, when the code is redeemed and at a refresh', async () => {
    const lab = openLab()
    const { access_token: access, refresh_token: token } = await logInFor(lab, cart, cart)
    expect(audience(access)).toBe(store)
    const refreshed = await refresh(lab, token, { resource: cart })
    expect([refreshed.status, audience(tokensOf(refreshed).access_token)]).toEqual([200, store])
  })

  test('one that is no absolute URI is passed over as well', async () => {
    expect(audience((await logInFor(openLab(), 'cart#items')).access_token)).toBe(store)
  })
})

test.each(['/cart', `${cart}#items`])(
  'The resource %s is refused, though it is listed',
  async (uri) => {
    const lab = openLab({ oauth: { authorizedResourceUris: [uri] } })
    const query = queryOf(await lab.visit(authorizePath({ resource: uri })))
    expect(query.get('error')).toBe('invalid_target')
  },
)

/** The list as an operator changes it. */
const list = async (lab: Lab, ...authorizedResourceUris: readonly string[]): Promise<void> => {
  const patch = [
    {
      op: 'replace',
      path: '/application/oauthConfiguration/authorizedResourceUris',
      value: authorizedResourceUris,
    },
  ]
  const { status } = await lab.ask({
    method: 'PATCH',
    url: `${origin}/api/application/${store}`,
    headers: [
      ['authorization', apiKey],
      ['content-type', 'application/json-patch+json'],
    ],
    body: JSON.stringify(patch),
  })
  expect(status).toBe(200)
}

test('A resource has to be listed still when the code is redeemed', async () => {
  const lab = open()
  const code = await fetchCode(lab, { resource: cart })
  await list(lab, posts)
  const refused = await redeem(lab, code, { resource: cart })
  expect(refusalOf(refused).slice(0, 2)).toEqual([400, 'invalid_target'])
})

test('A code none of whose resources is listed any more is redeemed without one', async () => {
  const lab = open()
  const code = await fetchCode(lab, { resource: cart })
  await list(lab, posts)
  expect(audience(tokensOf(await redeem(lab, code)).access_token)).toBe(store)
})

test('A resource has to be listed still when the token is refreshed', async () => {
  const lab = open()
  const { refresh_token: token } = await logInFor(lab, cart, cart)
  await list(lab, posts)
  const refused = await refresh(lab, token, { resource: cart })
  expect(refusalOf(refused).slice(0, 2)).toEqual([400, 'invalid_target'])
  expect(audience(tokensOf(await refresh(lab, token)).access_token)).toBe(store)
})

test('A refresh keeps the resources that the code was redeemed for, and refuses others', async () => {
  const lab = open()
  const { refresh_token: token } = await logInFor(lab, cart, cart)
  expect(audience(tokensOf(await refresh(lab, token)).access_token)).toEqual([store, cart])
  const refused = await refresh(lab, token, { resource: posts })
  expect(refusalOf(refused).slice(0, 2)).toEqual([400, 'invalid_target'])
})

test('Userinfo and introspection know the client of such a token', async () => {
  const lab = open()
  const { access_token: token } = await logInFor(lab, cart, cart)
  const userinfo = await lab.ask({
    method: 'GET',
    url: `${origin}/oauth2/userinfo`,
    headers: [['authorization', `Bearer ${token}`]],
    body: '',
  })
  const introspection = await lab.ask({
    method: 'POST',
    url: `${origin}/oauth2/introspect`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: form({ client_id: store, token }),
  })
  expect(userinfo.status).toBe(200)
  expect(JSON.parse(introspection.body)).toMatchObject({ active: true, aud: [store, cart] })
})
