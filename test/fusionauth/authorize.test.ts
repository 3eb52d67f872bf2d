import { expect, test } from 'vitest'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import {
  authorizePath,
  form,
  header,
  logIn,
  openLab,
  origin,
  queryOf,
  redirectUri,
  store,
} from './support/lab.ts'

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** What a redirect tells the application. */
const told = (response: WireResponse) => {
  const query = queryOf(response)
  return [response.status, query.get('error'), query.get('error_reason')]
}

const shownInstead = async (path: string, reason: string) => {
  const page = await openLab().visit(path)
  expect(page.status).toBe(400)
  expect(header(page, 'location')).toBeUndefined()
  expect(header(page, 'content-type')).toBe('text/html; charset=UTF-8')
  expect(page.body).toContain(reason)
}

test('A request without a client is refused on a page, never by a redirect', () =>
  shownInstead(authorizePath({ client_id: undefined }), 'missing_client_id'))

test('An unknown client is refused on a page', () =>
  shownInstead(authorizePath({ client_id: 'nobody' }), 'invalid_client_id'))

test('A missing redirect_uri is refused on a page', () =>
  shownInstead(authorizePath({ redirect_uri: undefined }), 'missing_redirect_uri'))

test('A tenant that is not the client’s is refused on a page', () =>
  shownInstead(authorizePath({ tenantId: store }), 'invalid_tenant_id'))

test.each([
  ['a slash at the end', `${redirectUri}/`],
  ['an upper-case path', 'https://store.example.com/OAuth-callback'],
  ['a query that was added', `${redirectUri}?next=1`],
  ['a fragment', `${redirectUri}#x`],
  ['an encoded climb', 'https://store.example.com/%2e%2e/oauth-callback'],
  ['a climb', 'https://store.example.com/x/../oauth-callback'],
  ['a user before the host', 'https://user@store.example.com/oauth-callback'],
  ['another port', 'https://store.example.com:8443/oauth-callback'],
  ['plain http', 'http://store.example.com/oauth-callback'],
  ['a longer host', 'https://store.example.com.evil.test/oauth-callback'],
  ['no scheme', '//store.example.com/oauth-callback'],
])('A redirect_uri with %s is not the registered one, and is refused on a page', (_, address) =>
  shownInstead(authorizePath({ redirect_uri: address }), 'invalid_redirect_uri'),
)

test.each(['client_id', 'redirect_uri'])('A repeated %s is refused on a page', (name) =>
  shownInstead(`${authorizePath()}&${name}=${store}`, 'more than once'),
)

test('A request without response_type is sent back with its state, before any form', async () => {
  const response = await openLab().visit(authorizePath({ response_type: undefined }))
  expect(told(response)).toEqual([302, 'invalid_request', 'missing_response_type'])
  expect(queryOf(response).get('state')).toBe('xyz')
})

test('A refusal that is sent back names the issuer', async () => {
  const response = await openLab().visit(authorizePath({ response_type: undefined }))
  expect(queryOf(response).get('iss')).toBe(origin)
})

test.each(['code token', 'code id_token', 'nothing'])(
  'The response type %s is not offered',
  async (responseType) => {
    const response = await openLab().visit(authorizePath({ response_type: responseType }))
    expect(told(response)).toEqual([302, 'unsupported_response_type', 'invalid_response_type'])
  },
)

test('A repeated parameter is refused at the application', async () => {
  const response = await openLab().visit(`${authorizePath()}&scope=email`)
  expect(told(response)).toEqual([302, 'invalid_request', 'unknown'])
})

test('A repeated state does not come back, since it has no one value', async () => {
  const response = await openLab().visit(`${authorizePath()}&state=other`)
  expect(queryOf(response).has('state')).toBe(false)
})

test('A resource may stand in the request several times', async () => {
  const authorizedResourceUris = ['https://a.test', 'https://b.test']
  const response = await openLab({ oauth: { authorizedResourceUris } }).visit(
    `${authorizePath()}&resource=https://a.test&resource=https://b.test`,
  )
  expect(response.body.match(/name="resource"/g)).toHaveLength(2)
})

test('An unknown parameter is ignored', async () => {
  expect((await openLab().visit(authorizePath({ extra: 'foobar' }))).status).toBe(200)
})

test.each(['display', 'ui_locales', 'claims_locales', 'acr_values', 'login_hint'])(
  'The parameter %s never causes an error',
  async (name) => {
    expect((await openLab().visit(authorizePath({ [name]: 'x y' }))).status).toBe(200)
  },
)

test('A parameter without a value counts as absent', async () => {
  const response = await openLab().visit(authorizePath({ code_challenge: '', prompt: '' }))
  expect(response.status).toBe(200)
})

test('The same request by form shows the same login form', async () => {
  const byQuery = await openLab().visit(authorizePath())
  const byForm = await openLab().visit('/oauth2/authorize', authorizePath().split('?')[1] ?? '')
  expect(byForm).toEqual(byQuery)
})

test('A form of another content type is refused', async () => {
  const lab = openLab()
  const headers: [string, string][] = [['content-type', 'application/json']]
  const response = await lab.ask({
    method: 'POST',
    url: `${origin}/oauth2/authorize`,
    headers,
    body: '{}',
  })
  expect(response.status).toBe(400)
})

test('A disabled code grant is refused at the application', async () => {
  const response = await openLab({ oauth: { enabledGrants: ['password'] } }).visit(authorizePath())
  expect(told(response)).toEqual([302, 'unauthorized_client', 'grant_type_disabled'])
})

test('An unknown scope is refused by default', async () => {
  const response = await openLab().visit(authorizePath({ scope: 'openid everything' }))
  expect(told(response)).toEqual([302, 'invalid_scope', 'unknown_scope'])
})

test('An unknown scope is left out when the application says so', async () => {
  const lab = openLab({ oauth: { unknownScopePolicy: 'Remove' } })
  expect((await lab.visit(authorizePath({ scope: 'openid everything' }))).status).toBe(200)
})

test('A response_mode that is not offered is refused', async () => {
  const response = await openLab().visit(authorizePath({ response_mode: 'smoke-signal' }))
  expect(told(response)).toEqual([302, 'invalid_request', 'invalid_response_mode'])
})

test('The response mode fragment brings the code behind a hash', async () => {
  const response = await logIn(openLab(), { response_mode: 'fragment' })
  expect(header(response, 'location')).toMatch(
    /^https:\/\/store\.example\.com\/oauth-callback#code=/,
  )
})

test.each([
  [
    'plain',
    { code_challenge: challenge, code_challenge_method: 'plain' },
    'invalid_pkce_code_challenge_method',
  ],
  ['no method', { code_challenge: challenge }, 'invalid_pkce_code_challenge_method'],
  ['a method alone', { code_challenge_method: 'S256' }, 'missing_code_challenge'],
  [
    'a short challenge',
    { code_challenge: 'short', code_challenge_method: 'S256' },
    'invalid_pkce_code_challenge',
  ],
  [
    'a challenge of odd characters',
    { code_challenge: '*'.repeat(43), code_challenge_method: 'S256' },
    'invalid_pkce_code_challenge',
  ],
])('PKCE with %s is refused before the login', async (_, fields, reason) => {
  expect(told(await openLab().visit(authorizePath(fields)))).toEqual([
    302,
    'invalid_request',
    reason,
  ])
})

test('An application may insist on PKCE', async () => {
  const lab = openLab({ oauth: { proofKeyForCodeExchangePolicy: 'Required' } })
  expect(told(await lab.visit(authorizePath()))).toEqual([
    302,
    'invalid_request',
    'missing_code_challenge',
  ])
})

test.each(['sometimes', 'none login'])('The prompt "%s" is refused', async (prompt) => {
  const response = await openLab().visit(authorizePath({ prompt }))
  expect(told(response)).toEqual([302, 'invalid_request', 'invalid_prompt'])
})

test.each(['soon', '-1', '1.5'])('The max_age "%s" is refused', async (maxAge) => {
  const response = await openLab().visit(authorizePath({ max_age: maxAge }))
  expect(told(response)).toEqual([302, 'invalid_request', 'unknown'])
})

test('With prompt=none and nobody logged in, the application learns that a login is needed', async () => {
  const response = await openLab().visit(authorizePath({ prompt: 'none' }))
  expect(told(response)).toEqual([302, 'login_required', 'authentication_required'])
  expect(response.body).toBe('')
})

test.each(['&=+%"', 'Ünï©ode 漢字', ' ', '<script>', 'a#b?c'])(
  'The state %j comes back as it was, in success and in refusal',
  async (state) => {
    expect(queryOf(await logIn(openLab(), { state })).get('state')).toBe(state)
    const refused = await openLab().visit(authorizePath({ state, prompt: 'none' }))
    expect(queryOf(refused).get('state')).toBe(state)
  },
)

test('Without a state none comes back', async () => {
  expect(queryOf(await logIn(openLab(), { state: undefined })).has('state')).toBe(false)
})

test('The query of a registered address is kept when the code is appended', async () => {
  const address = 'https://store.example.com/callback?shop=1&x=a%20b'
  const lab = openLab({ oauth: { authorizedRedirectURLs: [address] } })
  const location = header(await logIn(lab, { redirect_uri: address }), 'location')
  expect(location).toMatch(/^https:\/\/store\.example\.com\/callback\?shop=1&x=a%20b&code=/)
})

test('An error description holds only the characters that OAuth allows', async () => {
  const response = await openLab().visit(authorizePath({ scope: 'a"\\\r\nü' }))
  expect(queryOf(response).get('error_description')).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
})

test('The authorize endpoint answers no preflight and sends no CORS header', async () => {
  const headers: [string, string][] = [['origin', 'https://evil.example']]
  const response = await openLab().ask({
    method: 'OPTIONS',
    url: origin + authorizePath(),
    headers,
    body: '',
  })
  expect(response.status).toBe(405)
  expect(response.headers.filter(([name]) => name.startsWith('access-control'))).toEqual([])
})

test('A consent hop that no login led to is refused on a page', async () => {
  const page = await openLab().visit(`/oauth2/consent?${form({ client_id: store })}`)
  expect([page.status, header(page, 'location')]).toEqual([400, undefined])
})
