import { FusionAuthClient, type KeyAlgorithm } from '@fusionauth/typescript-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStandIn } from '../../server/fusionauth/stand-in/index.ts'
import { listen, type Listening } from '../../server/node/listen.ts'
import {
  apiKey,
  countingRandom,
  form,
  forums,
  loginId,
  password,
  redirectUri,
  secret,
  store,
  tenantId,
  testClock,
  userId,
} from './support/lab.ts'

/** The part of an answer, good or bad, that a test looks at. */
interface Answer {
  readonly statusCode: number
  readonly exception?: unknown
}

let listening: Listening
let client: FusionAuthClient

beforeEach(async () => {
  const options = { clock: testClock(), random: countingRandom(), apiKey }
  const result = await listen(0, (origin) => createStandIn({ ...options, origin }).app)
  if (!result.ok) throw new Error(result.problem)
  listening = result.listening
  client = new FusionAuthClient(apiKey, listening.origin)
})

afterEach(() => listening.close())

/** What the client rejects with. */
const refused = async (call: Promise<unknown>): Promise<Answer> => {
  try {
    await call
  } catch (answer) {
    return answer as Answer
  }
  throw new Error('The call was not refused.')
}

type NewApplication = NonNullable<
  Parameters<FusionAuthClient['createApplication']>[1]['application']
>

const application = (name: string, clientSecret: string): NewApplication =>
  ({
    name,
    roles: [{ name: 'customer', isDefault: true }],
    oauthConfiguration: {
      authorizedRedirectURLs: [redirectUri],
      clientSecret,
      enabledGrants: ['authorization_code', 'password', 'refresh_token'],
      generateRefreshTokens: true,
    },
    loginConfiguration: { generateRefreshTokens: true, allowTokenRefresh: true },
  }) as unknown as NewApplication

/** A tenant, two applications and a user registered with both: what the lessons need. */
const provision = async () => {
  await client.createTenant(tenantId, { tenant: { name: 'Lab', issuer: listening.origin } })
  client.setTenantId(tenantId)
  await client.createApplication(store, { application: application('Store', secret) })
  await client.createApplication(forums, { application: application('Forums', 'other') })
  await client.register(userId, {
    user: { email: loginId, password, firstName: 'Ada' },
    registration: { applicationId: store },
  })
  await client.register(userId, { registration: { applicationId: forums } })
}

test('A fresh instance has one tenant, one key and its version', async () => {
  const { response: tenants } = await client.retrieveTenants()
  expect(tenants.tenants).toMatchObject([
    { name: 'Default', issuer: 'acme.com', httpSessionMaxInactiveInterval: 3600 },
  ])
  expect((await client.retrieveKeys()).response.keys).toHaveLength(1)
  expect((await client.retrieveVersion()).response).toEqual({ version: '1.69.0' })
})

test('The official client sets up two applications and a user', async () => {
  await provision()
  const { response } = await client.retrieveUserByEmail(loginId)
  expect(response.user?.registrations).toMatchObject([
    { applicationId: store, roles: ['customer'] },
    { applicationId: forums, roles: ['customer'] },
  ])
})

test('An application gets FusionAuth’s defaults for what was not said', async () => {
  await provision()
  const { response } = await client.retrieveApplication(store)
  expect(response.application).toMatchObject({
    id: store,
    tenantId,
    state: 'Active',
    oauthConfiguration: {
      clientId: store,
      clientAuthenticationPolicy: 'Required',
      logoutBehavior: 'AllApplications',
      proofKeyForCodeExchangePolicy: 'NotRequired',
      unknownScopePolicy: 'Reject',
    },
    loginConfiguration: { requireAuthentication: true },
  })
})

test('An application without a secret gets one', async () => {
  const { response } = await client.createApplication('', { application: { name: 'New' } })
  expect(response.application?.oauthConfiguration?.clientSecret).toMatch(/^[\w-]{43}$/)
})

test('The official client logs in, refreshes and logs out', async () => {
  await provision()
  const login = (await client.login({ loginId, password, applicationId: store })).response
  const fresh = (
    await client.exchangeRefreshTokenForJWT({ refreshToken: login.refreshToken ?? '' })
  ).response
  expect(fresh.refreshToken).toBe(login.refreshToken)
  await client.logoutWithRequest({ refreshToken: login.refreshToken ?? '' })
  const again = await refused(
    client.exchangeRefreshTokenForJWT({ refreshToken: login.refreshToken ?? '' }),
  )
  expect(again.statusCode).toBe(400)
})

test('The official client uses the password grant and the refresh grant', async () => {
  await provision()
  const { response: tokens } = await client.exchangeUserCredentialsForAccessToken(
    loginId,
    password,
    store,
    secret,
    'openid offline_access',
    '',
  )
  const { response: fresh } = await client.exchangeRefreshTokenForAccessToken(
    tokens.refresh_token ?? '',
    store,
    secret,
    '',
    '',
  )
  expect(fresh.refresh_token).toBe(tokens.refresh_token)
  const { response: info } = await client.retrieveUserInfoFromAccessToken(tokens.access_token ?? '')
  expect(info).toEqual({ sub: userId })
})

test('The official client redeems a code that a browser fetched', async () => {
  await provision()
  const fields = {
    client_id: store,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    loginId,
    password,
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const submitted = await fetch(`${listening.origin}/oauth2/authorize`, {
    method: 'POST',
    headers,
    body: form(fields),
    redirect: 'manual',
  })
  const cookie = submitted.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const hop = new URL(submitted.headers.get('location') ?? '', listening.origin)
  const back = await fetch(hop, { headers: { cookie }, redirect: 'manual' })
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const { response } = await client.exchangeOAuthCodeForAccessToken(
    code,
    store,
    secret,
    redirectUri,
  )
  expect(response).toMatchObject({ token_type: 'Bearer', userId, scope: 'openid' })
})

test('The official client gets FusionAuth’s error object when a code is wrong', async () => {
  await provision()
  const { statusCode, exception } = await refused(
    client.exchangeOAuthCodeForAccessToken('made-up', store, secret, redirectUri),
  )
  expect([statusCode, exception]).toMatchObject([
    400,
    { error: 'invalid_grant', error_reason: 'auth_code_not_found' },
  ])
})

test('The official client meets an empty 401 with a wrong key', async () => {
  const { statusCode, exception } = await refused(
    new FusionAuthClient('wrong', listening.origin).retrieveTenants(),
  )
  expect([statusCode, exception]).toEqual([401, undefined])
})

test('The official client meets an empty 404 for what does not exist', async () => {
  const { statusCode, exception } = await refused(client.retrieveApplication(store))
  expect([statusCode, exception]).toEqual([404, undefined])
})

test('The official client lists and revokes refresh tokens', async () => {
  await provision()
  await client.login({ loginId, password, applicationId: store })
  const listed = (await client.retrieveRefreshTokens(userId)).response.refreshTokens ?? []
  await client.revokeRefreshTokenById(listed[0]?.id ?? '')
  expect((await client.retrieveRefreshTokens(userId)).response.refreshTokens).toEqual([])
})

test('A careless revocation by the official client is refused, as a real one refuses it', async () => {
  await provision()
  const careless = client.revokeRefreshToken('made-up', undefined as never, undefined as never)
  expect((await refused(careless)).exception).toMatchObject({
    fieldErrors: { userId: [{ code: '[couldNotConvert]userId' }] },
  })
})

test('The official client generates a key, and never sees its private part', async () => {
  const { response } = await client.generateKey('', {
    key: { name: 'Mine', algorithm: 'RS256' as KeyAlgorithm, length: 2048 },
  })
  expect(response.key).toMatchObject({
    name: 'Mine',
    algorithm: 'RS256',
    type: 'RSA',
    hasPrivateKey: true,
  })
  expect(response.key).not.toHaveProperty('privateKey')
})

test('A tenant is patched member by member', async () => {
  await provision()
  await client.patchTenant(tenantId, { tenant: { jwtConfiguration: { timeToLiveInSeconds: 60 } } })
  const { response } = await client.retrieveTenant(tenantId)
  expect(response.tenant).toMatchObject({
    issuer: listening.origin,
    jwtConfiguration: { timeToLiveInSeconds: 60, refreshTokenTimeToLiveInMinutes: 43_200 },
  })
})

test('A patch appends to arrays, as FusionAuth’s does', async () => {
  await provision()
  const oauthConfiguration = { authorizedRedirectURLs: ['https://two.test/cb'] }
  const { response } = await client.patchApplication(store, { application: { oauthConfiguration } })
  expect(response.application?.oauthConfiguration?.authorizedRedirectURLs).toEqual([
    redirectUri,
    'https://two.test/cb',
  ])
})

test('With two tenants a call has to say which one it means', async () => {
  await provision()
  const anyTenant = new FusionAuthClient(apiKey, listening.origin)
  const { statusCode, exception } = await refused(anyTenant.retrieveUserByEmail(loginId))
  expect([statusCode, exception]).toMatchObject([
    400,
    { generalErrors: [{ code: '[TenantIdRequired]' }] },
  ])
})

test('A deactivated application is no client any more', async () => {
  await provision()
  await client.deactivateApplication(store)
  const call = client.exchangeUserCredentialsForAccessToken(
    loginId,
    password,
    store,
    secret,
    '',
    '',
  )
  expect((await refused(call)).exception).toMatchObject({ error_reason: 'invalid_client_id' })
})

test('A deleted application and its registrations are gone', async () => {
  await provision()
  await client.deleteApplication(store)
  expect((await refused(client.retrieveApplication(store))).statusCode).toBe(404)
  const { response } = await client.retrieveUser(userId)
  expect(response.user?.registrations).toMatchObject([{ applicationId: forums }])
})

test('A deleted user may be created again', async () => {
  await provision()
  await client.deleteUser(userId)
  expect((await refused(client.retrieveUser(userId))).statusCode).toBe(404)
  expect((await client.createUser(userId, { user: { email: loginId, password } })).statusCode).toBe(
    200,
  )
})

test('A port that is taken is refused with a reason', async () => {
  const port = Number(new URL(listening.origin).port)
  const second = await listen(port, () => ({ fetch: () => new Response() }))
  expect(second).toEqual({
    ok: false,
    problem: `Port ${port} is taken by another program. Choose a free one, or 0 for any.`,
  })
})
