import { expect, test } from 'vitest'
import type { HeaderList } from '../../scenarios/model/wire.ts'
import {
  form,
  header,
  loginId,
  openLab,
  origin,
  password,
  refusalOf,
  secret,
  store,
  tenantId,
} from './support/lab.ts'

const grant = { grant_type: 'password', username: loginId, password }
const posted = { ...grant, client_id: store, client_secret: secret }
const formType: HeaderList = [['content-type', 'application/x-www-form-urlencoded']]

const basic = (id: string, text: string): HeaderList => [
  ['authorization', `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(text)}`)}`],
]

test('A client may authenticate in the body', async () => {
  expect((await openLab().tokenRequest(posted)).status).toBe(200)
})

test('A client may authenticate with HTTP Basic', async () => {
  expect((await openLab().tokenRequest(grant, basic(store, secret))).status).toBe(200)
})

test('A secret of awkward characters works with HTTP Basic', async () => {
  const awkward = ':%+é &='
  const lab = openLab({ oauth: { clientSecret: awkward } })
  expect((await lab.tokenRequest(grant, basic(store, awkward))).status).toBe(200)
})

test('A client_id beside HTTP Basic is fine when it is the same', async () => {
  const response = await openLab().tokenRequest(
    { ...grant, client_id: store },
    basic(store, secret),
  )
  expect(response.status).toBe(200)
})

test('A client_id that differs from HTTP Basic is refused', async () => {
  const response = await openLab().tokenRequest(
    { ...grant, client_id: tenantId },
    basic(store, secret),
  )
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'client_id_mismatch'])
})

test('Two ways to authenticate at once are refused', async () => {
  const response = await openLab().tokenRequest(posted, basic(store, secret))
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'invalid_client_authentication'])
})

test('A wrong secret in HTTP Basic is answered with 401 and a challenge', async () => {
  const response = await openLab().tokenRequest(grant, basic(store, 'guess'))
  expect(refusalOf(response)).toEqual([401, 'invalid_client', 'invalid_client_authentication'])
  expect(header(response, 'www-authenticate')).toMatch(/^Basic /)
})

test('A wrong secret in the body is answered with 401', async () => {
  const response = await openLab().tokenRequest({ ...posted, client_secret: 'guess' })
  expect(refusalOf(response)).toEqual([401, 'invalid_client', 'invalid_client_authentication'])
})

test('A wrong secret is refused even where none is required', async () => {
  const lab = openLab({ oauth: { clientAuthenticationPolicy: 'NotRequired' } })
  const response = await lab.tokenRequest({ ...posted, client_secret: 'guess' })
  expect(refusalOf(response)).toEqual([401, 'invalid_client', 'invalid_client_authentication'])
})

test('An empty secret in HTTP Basic is a missing one', async () => {
  const response = await openLab().tokenRequest(grant, basic(store, ''))
  expect(refusalOf(response)).toEqual([401, 'invalid_client', 'missing_client_secret'])
})

test.each(['password', 'refresh_token', 'authorization_code'])(
  'A confidential client has to authenticate for the grant %s',
  async (grantType) => {
    const fields = {
      ...grant,
      code: 'x',
      refresh_token: 'x',
      grant_type: grantType,
      client_id: store,
    }
    const response = await openLab().tokenRequest(fields)
    expect(refusalOf(response)).toEqual([401, 'invalid_client', 'client_authentication_missing'])
  },
)

test('A public client need not authenticate', async () => {
  const lab = openLab({ oauth: { clientAuthenticationPolicy: 'NotRequired' } })
  expect((await lab.tokenRequest({ ...grant, client_id: store })).status).toBe(200)
})

test.each([
  'Bearer abc',
  'Basic',
  'Basic ???',
  `Basic ${btoa('nocolon')}`,
  `Basic ${btoa(':x')}`,
  'Basic /w==',
])('The Authorization header "%s" cannot be read as a client', async (value) => {
  const response = await openLab().tokenRequest(grant, [['authorization', value]])
  expect(refusalOf(response)).toEqual([
    401,
    'invalid_client',
    'invalid_client_authentication_scheme',
  ])
})

test('A secret in the address is not seen', async () => {
  const response = await openLab().ask({
    method: 'POST',
    url: `${origin}/oauth2/token?client_secret=${encodeURIComponent(secret)}`,
    headers: formType,
    body: form({ ...grant, client_id: store }),
  })
  expect(refusalOf(response)).toEqual([401, 'invalid_client', 'client_authentication_missing'])
})

test('A missing client_id is refused', async () => {
  const response = await openLab().tokenRequest(grant)
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'missing_client_id'])
})

test.each(['nobody', '__proto__', tenantId])('The client_id "%s" is not valid', async (id) => {
  const response = await openLab().tokenRequest({ ...posted, client_id: id })
  expect(refusalOf(response)).toEqual([400, 'invalid_client', 'invalid_client_id'])
  expect(response.body).toContain(`client_id: ${id} is not valid.`)
})

test('A tenant header of another tenant is refused', async () => {
  const response = await openLab().tokenRequest(posted, [['x-fusionauth-tenantid', store]])
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'invalid_tenant_id'])
})

test('A missing grant_type is refused', async () => {
  const response = await openLab().tokenRequest({ ...posted, grant_type: undefined })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'missing_grant_type'])
})

test.each(['refresh', 'client_credentials', '__proto__'])(
  'The grant type "%s" is not supported',
  async (grantType) => {
    const response = await openLab().tokenRequest({ ...posted, grant_type: grantType })
    expect(refusalOf(response)).toEqual([400, 'unsupported_grant_type', 'invalid_grant_type'])
  },
)

test('A grant that the application has switched off is refused', async () => {
  const lab = openLab({ oauth: { enabledGrants: ['authorization_code'] } })
  const response = await lab.tokenRequest(posted)
  expect(refusalOf(response)).toEqual([400, 'unauthorized_client', 'grant_type_disabled'])
})

test('A repeated parameter is refused', async () => {
  const body = `${form(posted)}&scope=a&scope=b`
  const response = await openLab().ask({
    method: 'POST',
    url: `${origin}/oauth2/token`,
    headers: formType,
    body,
  })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'unknown'])
})

test('A JSON body is refused', async () => {
  const response = await openLab().ask({
    method: 'POST',
    url: `${origin}/oauth2/token`,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify(posted),
  })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'missing_grant_type'])
})

test('Only POST is allowed at the token endpoint', async () => {
  const response = await openLab().ask({
    method: 'GET',
    url: `${origin}/oauth2/token?${form(posted)}`,
    headers: [],
    body: '',
  })
  expect([response.status, header(response, 'allow')]).toEqual([405, 'POST'])
})
