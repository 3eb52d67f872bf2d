import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WireRequest } from '../../scenarios/model/wire.ts'
import { kinds } from '../../server/fusionauth/stand-in/kept/kinds.ts'
import { routes } from '../../server/fusionauth/stand-in/routes.ts'
import {
  apiKey,
  fetchTokens,
  form,
  forums,
  loginId,
  openLab,
  origin,
  password,
  redirectUri,
  secret,
  store,
  tenantId,
  userId,
} from './support/lab.ts'
import { cases } from '../support/cases.ts'

const nasty = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '\u0000',
  '\r\nset-cookie: a=b',
  '%',
  '%zz',
  '%00',
  '../../etc/passwd',
  '<script>',
  "' OR 1=1 --",
  '\uD800',
  '漢字',
  'null',
  'undefined',
  '[]',
  '{}',
  '-1',
  '1e999',
  'x'.repeat(5000),
]
const known = [
  store,
  forums,
  userId,
  tenantId,
  loginId,
  password,
  secret,
  redirectUri,
  'code',
  'S256',
  'openid offline_access',
  'none',
  'login',
  'authorization_code',
  'password',
  'refresh_token',
  'true',
  'query',
  'fragment',
  '0',
]
const names = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'prompt',
  'max_age',
  'response_mode',
  'loginId',
  'password',
  'rememberDevice',
  'grant_type',
  'code',
  'code_verifier',
  'username',
  'refresh_token',
  'client_secret',
  'expires_in',
  'tenantId',
  'userId',
  'applicationId',
  'token',
  'email',
  'kid',
  'global',
  'refreshToken',
  'id_token_hint',
  'post_logout_redirect_uri',
  'locale',
  'resource',
  '__proto__',
]

const value = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
)
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), value), value), {
  maxLength: 8,
})
const encode = (list: [string, string][]): string => new URLSearchParams(list).toString()

const object = fc.dictionary(
  fc.constantFrom(
    'user',
    'tenant',
    'application',
    'registration',
    'key',
    'oauthConfiguration',
    'jwtConfiguration',
    'email',
    'name',
    'roles',
    'enabledGrants',
    'authorizedRedirectURLs',
    'logoutURL',
    'id',
    'data',
    'loginId',
    'applicationId',
    'metaData',
    'device',
    'timeToLiveInSeconds',
    'refreshToken',
    '__proto__',
  ),
  fc.oneof(fc.jsonValue(), value, fc.array(value, { maxLength: 3 })),
)
const body = fc.oneof(
  pairs.map(encode),
  object.map((members) => JSON.stringify(members)),
  fc
    .dictionary(fc.constantFrom('user', 'tenant', 'application', 'registration', 'key'), object)
    .map((members) => JSON.stringify(members)),
  fc.string({ unit: 'binary' }),
)
/** Without lone surrogates, which no address can carry. */
const wellFormed = (text: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(text))

const segment = fc.oneof(fc.constantFrom(store, userId, tenantId), value)
const patterns = [
  ...routes.map(([, pattern]) => pattern),
  ...kinds.map((kind) => `${kind.path.replace(':', store)}/:id`),
]
const path = fc
  .tuple(fc.constantFrom(...patterns), segment)
  .map(([pattern, filled]) => pattern.replace(/:\w+/, () => encodeURIComponent(wellFormed(filled))))
const header = fc.constantFrom<readonly [string, string]>(
  ['authorization', apiKey],
  ['authorization', `Basic ${btoa(`${store}:${secret}`)}`],
  ['authorization', 'Bearer a.b.c'],
  [
    'cookie',
    'fusionauth.sso=__proto__; fusionauth.li=%; refresh_token=constructor; access_token=x',
  ],
  ['x-fusionauth-tenantid', tenantId],
  ['x-fusionauth-tenantid', '__proto__'],
)
const request: fc.Arbitrary<WireRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'HEAD'),
    path,
    query: pairs.map(encode),
    type: fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      '',
    ),
    headers: fc.array(header, { maxLength: 3 }),
    body,
  })
  .map(({ method, path: place, query, type, headers, body: text }) => ({
    method,
    url: `${origin}${place}?${query}`,
    headers: [...headers, ['content-type', type]],
    body: text,
  }))

test('No request of any kind brings an answer of 500 or more, or an answer that is not HTTP', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 8 }), async (requests) => {
      const lab = openLab()
      for (const one of requests) {
        const { status, headers, body: answer } = await lab.ask(one)
        expect(status).toBeGreaterThanOrEqual(200)
        expect(status).toBeLessThan(500)
        expect(headers.every(([, text]) => !/[\r\n]/.test(text))).toBe(true)
        const json = headers.some(
          ([name, text]) => name === 'content-type' && text.startsWith('application/json'),
        )
        if (json && one.method !== 'HEAD') JSON.parse(answer)
      }
    }),
    cases(400),
  )
}, 60_000)

test('Whatever is asked of it, the stand-in still logs a user in afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        request.filter(({ method }) => method === 'GET' || method === 'POST'),
        { maxLength: 5 },
      ),
      async (requests) => {
        const lab = openLab()
        for (const one of requests) await lab.ask(one)
        expect((await fetchTokens(lab)).token_type).toBe('Bearer')
      },
    ),
    cases(60),
  )
})

test('A hostile name pollutes no object', async () => {
  const lab = openLab()
  const text =
    '{"application":{"name":"X","data":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}}'
  const headers: [string, string][] = [
    ['authorization', apiKey],
    ['content-type', 'application/json'],
  ]
  await lab.ask({ method: 'POST', url: `${origin}/api/application`, headers, body: text })
  await lab.ask({ method: 'PATCH', url: `${origin}/api/application/${store}`, headers, body: text })
  expect({}).not.toHaveProperty('polluted')
})

test.each(['{', '[1]', '"text"', 'null', '\u0000'])(
  'The body %j is no JSON object, and answered with Errors',
  async (text) => {
    for (const [method, path_] of [
      ['POST', '/api/login'],
      ['POST', '/api/jwt/refresh'],
      ['POST', '/api/logout'],
      ['POST', '/api/tenant'],
      ['DELETE', '/api/jwt/refresh'],
    ] as const) {
      const headers: [string, string][] = [
        ['authorization', apiKey],
        ['content-type', 'application/json'],
      ]
      const response = await openLab().ask({ method, url: origin + path_, headers, body: text })
      expect([response.status, JSON.parse(response.body)]).toMatchObject([
        400,
        { generalErrors: [{ code: '[invalidJSON]' }] },
      ])
    }
  },
)

test('An unknown path is answered with an empty 404', async () => {
  const response = await openLab().call('GET', '/api/nothing')
  expect([response.status, response.body]).toEqual([404, ''])
})

test('There is no /oauth2/revoke, as in FusionAuth', async () => {
  expect((await openLab().visit('/oauth2/revoke', form({ token: 'x' }))).status).toBe(404)
})

test('Two instances share nothing', async () => {
  const [one, two] = [openLab(), openLab()]
  two.clock.advance(3600 * 24 * 365)
  const { refresh_token: token = '' } = await fetchTokens(one)
  expect(two.standIn.memory.refreshTokens.get(token)).toBeUndefined()
  expect(two.changed).toEqual([])
})

test('Secrets are long, of one alphabet, and never repeat', async () => {
  const lab = openLab()
  const values = new Set<string>()
  for (let login = 0; login < 50; login++)
    values.add((await fetchTokens(lab, { prompt: 'login' })).refresh_token ?? '')
  expect(values.size).toBe(50)
  expect([...values].every((text) => /^[\w-]{43}$/.test(text))).toBe(true)
})
