import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  fetchTokens,
  form,
  forums,
  type Lab,
  openLab,
  origin,
  refresh,
  refusalOf,
  secret,
  store,
  tenantId,
} from '../support/lab.ts'

const introspect = (lab: Lab, fields: Record<string, string | undefined>) =>
  lab.ask({
    method: 'POST',
    url: `${origin}/oauth2/introspect`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: form({ client_id: store, ...fields }),
  })

test('A good access token is active, and its claims are told', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  const response = await introspect(lab, { token })
  expect(JSON.parse(response.body)).toEqual({ active: true, ...decodeJwt(token) })
})

test.each(['a.b.c', 'nonsense'])(
  'The text %s is inactive, and nothing else is told',
  async (token) => {
    const response = await introspect(openLab(), { token })
    expect([response.status, response.body]).toEqual([200, '{"active":false}'])
  },
)

test('An expired token is inactive', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  lab.clock.advance(3600)
  expect((await introspect(lab, { token })).body).toBe('{"active":false}')
})

test('The token of another client is answered with 401', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect((await introspect(lab, { token, client_id: forums })).status).toBe(401)
})

test('A wrong secret is refused, none is taken', async () => {
  const lab = openLab()
  const { access_token: token } = await fetchTokens(lab)
  expect((await introspect(lab, { token, client_secret: 'guess' })).status).toBe(401)
  expect((await introspect(lab, { token, client_secret: secret })).status).toBe(200)
  expect((await introspect(lab, { token })).status).toBe(200)
})

test('Hardened, introspection needs the secret', async () => {
  const lab = openLab({ options: { hardened: true } })
  expect((await introspect(lab, { token: 'a.b.c' })).status).toBe(401)
  expect((await introspect(lab, { token: 'a.b.c', client_secret: secret })).status).toBe(200)
})

test('A refresh token is active with its hint, and tells when it ends', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const response = await introspect(lab, { token, token_type_hint: 'refresh_token' })
  expect(JSON.parse(response.body)).toEqual({
    active: true,
    exp: Date.UTC(2026, 0, 31, 9) / 1000,
  })
  expect((await introspect(lab, { token })).body).toBe('{"active":false}')
})

test('The refresh token of another client is answered with 401', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const fields = { token, token_type_hint: 'refresh_token', client_id: forums }
  expect((await introspect(lab, fields)).status).toBe(401)
})

test('A look at a one-time token does not use it up', async () => {
  const tenant = {
    id: tenantId,
    name: 'T',
    jwtConfiguration: { refreshTokenUsagePolicy: 'OneTimeUse' },
  } as const
  const lab = openLab({ tenant })
  const { refresh_token: token } = await fetchTokens(lab)
  await introspect(lab, { token, token_type_hint: 'refresh_token' })
  expect((await refresh(lab, token)).status).toBe(200)
  const spent = await introspect(lab, { token, token_type_hint: 'refresh_token' })
  expect(spent.body).toBe('{"active":false}')
})

test('The hint has to fit the token', async () => {
  const lab = openLab()
  const { access_token: access, id_token: id } = await fetchTokens(lab)
  const fits = await introspect(lab, { token: id, token_type_hint: 'id_token' })
  expect(JSON.parse(fits.body)).toMatchObject({ active: true })
  const mixed = await introspect(lab, { token: access, token_type_hint: 'id_token' })
  expect(refusalOf(mixed)).toEqual([400, 'unsupported_token_type', 'token_type_hint_mismatch'])
  const unknown = await introspect(lab, { token: access, token_type_hint: 'jwt' })
  expect(refusalOf(unknown)).toEqual([400, 'unsupported_token_type', 'unsupported_token_type'])
})

test('A missing token is named', async () => {
  expect(refusalOf(await introspect(openLab(), {}))).toEqual([
    400,
    'invalid_request',
    'missing_token',
  ])
})
