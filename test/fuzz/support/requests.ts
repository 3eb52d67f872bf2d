import * as fc from 'fast-check'
import type { HeaderList, WireRequest } from '../../../scenarios/model/wire.ts'
import { formText, hostileText, jsonText, wellFormed } from './hostile.ts'
import { adaId, clientId, origin, redirectUri, tenantId } from './target.ts'

/** Typed by somebody and told to nobody; they stand in no instance. */
export const typed = ['typed-password-77aa66bb', 'typed-secret-55cc44dd']

const scopes = ['openid', 'openid offline_access', 'openid moon', 'profile email', '  ']
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbxGXSoOVVY0'

/** Parameters of the OAuth endpoints and of the API's queries, with values that fit. */
const parameters = {
  client_id: [clientId, clientId.toUpperCase()],
  client_secret: [typed[1] ?? ''],
  redirect_uri: [redirectUri],
  response_type: ['code', 'token', 'id_token'],
  response_mode: ['query', 'fragment', 'form_post'],
  scope: scopes,
  state: ['xyz'],
  nonce: ['abc'],
  prompt: ['none', 'login', 'none login', 'consent'],
  max_age: ['0', '3600', '99999999999'],
  code_challenge: [challenge],
  code_challenge_method: ['S256', 'plain'],
  code_verifier: ['v'.repeat(43)],
  locale: ['en', 'de_DE', '../en'],
  tenantId: [tenantId],
  loginId: ['ada@example.com', 'nobody@example.com'],
  username: ['ada@example.com'],
  password: [typed[0] ?? ''],
  rememberDevice: ['true', 'false'],
  grant_type: [
    'authorization_code',
    'password',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
    'client_credentials',
  ],
  code: ['made-up'],
  device_code: ['made-up'],
  user_code: ['ABC123'],
  refresh_token: ['made-up'],
  expires_in: ['60', '0', '99999999'],
  token: ['made-up', 'a.b.c'],
  token_type_hint: ['access_token', 'refresh_token', 'id_token'],
  id_token_hint: ['a.b.c'],
  post_logout_redirect_uri: [redirectUri],
  resource: ['https://api.example.com'],
  userId: [adaId],
  applicationId: [clientId],
  refreshToken: ['made-up'],
  global: ['true', 'false'],
  kid: ['made-up'],
  email: ['ada@example.com'],
  ids: [adaId],
  queryString: ['*'],
}

const members = `
  tenant application user registration key apiKey id name data email username loginId password
  currentPassword applicationId refreshToken token userId global roles issuer algorithm length
  active oauthConfiguration jwtConfiguration loginConfiguration enabled enabledGrants
  authorizedRedirectURLs authorizedOriginURLs clientSecret clientAuthenticationPolicy
  timeToLiveInSeconds refreshTokenUsagePolicy refreshTokenTimeToLiveInMinutes registrations
  metaData device eventInfo externalIdentifierConfiguration logoutURL birthDate claims keyId
  permissions endpoints keyManager search queryString action expiry changePasswordId
  sourceTenantId preferredLanguages twoFactor methods
`
  .trim()
  .split(/\s+/)

const leaves = [
  tenantId,
  clientId,
  adaId,
  redirectUri,
  ...`
    password authorization_code refresh_token Required Reusable OneTimeUse ada@example.com
    https://x.example Name RS256 1815-12-10 GET /api/user
  `
    .trim()
    .split(/\s+/),
]

/** A password is typed where passwords belong, and nowhere else. */
const json = jsonText(members, leaves, {
  password: typed[0] ?? '',
  currentPassword: typed[0] ?? '',
})
const query = formText(parameters)

/** One value for a place in a path. */
const segment = fc.oneof(
  { arbitrary: fc.constantFrom(tenantId, clientId, adaId, 'made-up', ''), weight: 3 },
  hostileText.map((text) => encodeURIComponent(wellFormed(text))),
)

const printable = hostileText.map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim())

const cookie = fc
  .tuple(
    fc.constantFrom('fusionauth.sso', 'fusionauth.li', 'access_token', 'refresh_token', 'x'),
    printable,
  )
  .map(([name, value]) => `${name}=${value}`)

const oddHeaders: fc.Arbitrary<HeaderList> = fc
  .tuple(
    fc.option(cookie),
    fc.option(fc.constantFrom(tenantId, 'made-up', 'undefined')),
    fc.option(printable),
  )
  .map(([cookies, tenant, forwarded]) => [
    ...(cookies === null ? [] : [['cookie', cookies] as const]),
    ...(tenant === null ? [] : [['x-fusionauth-tenantid', tenant] as const]),
    ...(forwarded === null ? [] : [['x-forwarded-for', forwarded] as const]),
  ])

const body = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('application/x-www-form-urlencoded'), query) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('application/json'), json) },
  { weight: 1, arbitrary: fc.tuple(printable, fc.oneof(query, json)) },
)

/** Any request to one route; the caller adds who asks. */
export const requestTo = (method: string, path: string): fc.Arbitrary<WireRequest> =>
  fc
    .record({
      segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
      search: fc.oneof(fc.constant(''), query),
      odd: oddHeaders,
      content: body,
    })
    .map(({ segments, search, odd, content: [type, text] }) => {
      const places = [...segments]
      const filled = path.replaceAll(/:\w+/g, () => places.pop() ?? '')
      const full = new URL(origin + filled)
      full.search = search
      const hasBody = method !== 'GET' && method !== 'HEAD'
      return {
        method,
        url: full.href,
        headers: hasBody && type !== '' ? [...odd, ['content-type', type] as const] : odd,
        body: hasBody ? text : '',
      }
    })
