import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  authorizePath,
  fetchTokens,
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
  tokensOf,
} from '../support/lab.ts'

const cart = 'https://cart.example.com/api'
const posts = 'https://posts.example.com/api'

const open = (): Lab => openLab({ oauth: { authorizedResourceUris: [cart, posts] } })

const audience = (jwt = '') => decodeJwt(jwt).aud

test('An access token for a resource names it beside the client; the ID token does not', async () => {
  const tokens = await fetchTokens(open(), { resource: cart })
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

test('A refresh keeps the resources, and refuses others', async () => {
  const lab = open()
  const { refresh_token: token } = await fetchTokens(lab, { resource: cart })
  expect(audience(tokensOf(await refresh(lab, token)).access_token)).toEqual([store, cart])
  const refused = await refresh(lab, token, { resource: posts })
  expect(refusalOf(refused).slice(0, 2)).toEqual([400, 'invalid_target'])
})

test('Userinfo and introspection know the client of such a token', async () => {
  const lab = open()
  const { access_token: token } = await fetchTokens(lab, { resource: cart })
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
