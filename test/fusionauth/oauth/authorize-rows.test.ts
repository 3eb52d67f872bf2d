import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorizePath,
  fieldsOf,
  form,
  header,
  logIn,
  loginId,
  openLab,
  origin,
  password,
  queryOf,
  redirectUri,
  secret,
  store,
} from '../support/lab.ts'
import { cases } from '../../support/cases.ts'

const split = (path: string) => Object.fromEntries(new URLSearchParams(path.split('?')[1]))

const refusedOnPage = async (path: string) => {
  const response = await openLab().visit(path)
  expect(response.status).toBe(400)
  expect(header(response, 'location')).toBeUndefined()
  expect(header(response, 'content-type')).toContain('text/html')
  return response.body
}

describe.each([
  ['a good request', {}],
  ['a request without response_type', { response_type: undefined }],
  ['a request of an unknown client', { client_id: 'nobody' }],
])('The same by GET and by POST: %s', (_, fields) => {
  test('AS-01: the outcome is the same by both methods', async () => {
    const path = authorizePath(fields)
    const byGet = await openLab().visit(path)
    const byPost = await openLab().visit('/oauth2/authorize', split(path))
    expect([byPost.status, byPost.body, header(byPost, 'location')]).toEqual([
      byGet.status,
      byGet.body,
      header(byGet, 'location'),
    ])
  })
})

test('AS-02: an unknown parameter is ignored and the login succeeds', async () => {
  const lab = openLab()
  const page = await lab.visit(`${authorizePath()}&extra=foobar`)
  const posted = { ...fieldsOf(page.body), loginId, password }
  const hop = await lab.visit('/oauth2/authorize', posted)
  expect(queryOf(await lab.visit(header(hop, 'location') ?? '')).has('code')).toBe(true)
})

test.each(['state', 'nonce', 'scope', 'prompt', 'response_type', 'code_challenge'])(
  'AS-03: a repeated %s is refused at the application',
  async (name) => {
    const response = await openLab().visit(`${authorizePath({ [name]: 'code' })}&${name}=code`)
    expect(queryOf(response).get('error')).toBe('invalid_request')
  },
)

test.each(['client_id', 'redirect_uri'])(
  'AS-03: a repeated %s is refused on a page, even when both are the same',
  async (name) => {
    const value = name === 'client_id' ? store : redirectUri
    await refusedOnPage(`${authorizePath()}&${form({ [name]: value })}`)
  },
)

test.each(['scope', 'state', 'nonce', 'prompt', 'max_age', 'code_challenge', 'response_mode'])(
  'AS-03: an empty %s counts as absent',
  async (name) => {
    const response = await logIn(openLab(), { [name]: '' })
    expect(queryOf(response).has('code')).toBe(true)
    expect(queryOf(response).get('state')).toBe(name === 'state' ? null : 'xyz')
  },
)

test.each([
  [undefined, 'invalid_request'],
  ['', 'invalid_request'],
  ['nothing', 'unsupported_response_type'],
  ['code token', 'unsupported_response_type'],
  ['CODE', 'unsupported_response_type'],
])(
  'AS-04: the response_type %j goes back with %s and the state, before any form',
  async (type, error) => {
    const response = await openLab().visit(authorizePath({ response_type: type }))
    expect(response.status).toBe(302)
    expect([queryOf(response).get('error'), queryOf(response).get('state')]).toEqual([error, 'xyz'])
  },
)

const near = [
  `${redirectUri}/`,
  redirectUri.replace('oauth-callback', 'OAuth-Callback'),
  redirectUri.replace('store', 'STORE'),
  `${redirectUri}?next=1`,
  `${redirectUri}?`,
  `${redirectUri}#top`,
  `${redirectUri}%2e%2e`,
  redirectUri.replace('/oauth', '/../oauth'),
  redirectUri.replace('//store', '//user@store'),
  redirectUri.replace('.com', '.com:8443'),
  redirectUri.replace('.com', '.com:443'),
  redirectUri.replace('https', 'http'),
  redirectUri.replace('.com', '.com.evil.test'),
  '//evil.test/oauth-callback',
  'https://evil.test/oauth-callback',
  `${redirectUri}\u0000`,
  ` ${redirectUri}`,
  'javascript:alert(1)',
  redirectUri.slice(0, -1),
]

test.each(near)(
  'AS-05: the redirect_uri %j is not the registered one and is refused',
  async (uri) => {
    await refusedOnPage(authorizePath({ redirect_uri: uri }))
  },
)

test('AS-05: no address but the registered one gets through, whatever is added or taken away', async () => {
  const lab = openLab()
  const edited = fc
    .tuple(fc.nat(redirectUri.length), fc.nat(3), fc.string({ maxLength: 3 }))
    .map(([at, cut, put]) => redirectUri.slice(0, at) + put + redirectUri.slice(at + cut))
    .filter((uri) => uri !== redirectUri && uri !== '')
  await fc.assert(
    fc.asyncProperty(edited, async (uri) => {
      const response = await lab.visit(authorizePath({ redirect_uri: uri }))
      expect([response.status, header(response, 'location')]).toEqual([400, undefined])
    }),
    cases(300),
  )
})

test.each([
  ['an unknown client', { client_id: '20000000-0000-4000-8000-0000000000ff' }],
  ['no client', { client_id: undefined }],
  ['no redirect_uri', { redirect_uri: undefined }],
  ['a strange redirect_uri', { redirect_uri: 'https://evil.test/' }],
])('AS-06: %s is answered with a page and without a Location', async (_, fields) => {
  await refusedOnPage(authorizePath(fields))
})

test('AS-07: an address with a fragment cannot be registered', async () => {
  const lab = openLab()
  const response = await lab.call('POST', '/api/application', {
    application: {
      name: 'A',
      oauthConfiguration: { authorizedRedirectURLs: ['https://a.test/cb#top'] },
    },
  })
  expect(response.status).toBe(400)
})

test('AS-07: the query of a registered address is kept when the code is appended', async () => {
  const uri = 'https://store.example.com/cb?tab=1&empty='
  const lab = openLab({ oauth: { authorizedRedirectURLs: [uri] } })
  const location = header(await logIn(lab, { redirect_uri: uri }), 'location') ?? ''
  expect(location.startsWith(`${uri}&code=`)).toBe(true)
})

test('AS-10: every state comes back octet by octet, in success and in refusal', async () => {
  const lab = openLab()
  await logIn(lab)
  const states = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
  const awkward = fc.constantFrom('&=+%"', '%2B', 'a b', 'ä€𝄞', "'<script>", '#?/', '\\')
  await fc.assert(
    fc.asyncProperty(fc.oneof(states, awkward), async (state) => {
      // A lone surrogate has no octets of its own: what was sent is what encoding made of it.
      const sent = new URLSearchParams(form({ state })).get('state')
      const good = await logIn(lab, { state })
      expect(queryOf(good).get('state')).toBe(sent)
      const bad = await lab.visit(authorizePath({ state, scope: 'nonsense' }))
      expect([queryOf(bad).get('error'), queryOf(bad).get('state')]).toEqual([
        'invalid_scope',
        sent,
      ])
    }),
    cases(100),
  )
})

test('AS-10: without a state none comes back', async () => {
  const lab = openLab()
  expect(queryOf(await logIn(lab, { state: undefined })).has('state')).toBe(false)
  const bad = await lab.visit(authorizePath({ state: undefined, scope: 'nonsense' }))
  expect(queryOf(bad).has('state')).toBe(false)
})

test('AS-11: iss stands in success and in refusal and is the issuer of the metadata', async () => {
  const lab = openLab()
  const { body } = await lab.visit('/.well-known/openid-configuration')
  const metadata = JSON.parse(body) as Record<string, unknown>
  const good = queryOf(await logIn(lab))
  const bad = queryOf(await lab.visit(authorizePath({ scope: 'nonsense' })))
  expect(metadata['authorization_response_iss_parameter_supported']).toBe(true)
  expect([good.get('iss'), bad.get('iss')]).toEqual([metadata['issuer'], metadata['issuer']])
  const { search, hash } = new URL(good.get('iss') ?? '')
  expect([search, hash]).toEqual(['', ''])
})

test('AS-12: error and error_description hold allowed characters only, whatever is sent', async () => {
  const lab = openLab()
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('"', '\\', '\r\nSet-Cookie: a=b', 'ä€', '\u007f', '<b>'),
  )
  await fc.assert(
    fc.asyncProperty(
      nasty,
      fc.constantFrom('scope', 'response_type', 'code_challenge_method', 'prompt', 'max_age'),
      async (value, name) => {
        const response = await lab.visit(authorizePath({ [name]: value }))
        if (response.status === 200) return
        const query = queryOf(response)
        expect(query.get('error')).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
        expect(query.get('error_description')).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
      },
    ),
    cases(300),
  )
})

test('AS-12: so does the error page and the error of the token endpoint', async () => {
  const lab = openLab()
  const grant = 'x"\\\r\n\u00e4'
  const response = await lab.tokenRequest({
    grant_type: grant,
    client_id: store,
    client_secret: secret,
  })
  const { error_description: told } = JSON.parse(response.body) as { error_description: string }
  expect(told).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
})

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

test('AS-13: PKCE with S256 is in the metadata, and plain is not', async () => {
  const { body } = await openLab().visit('/.well-known/openid-configuration')
  expect(JSON.parse(body)).toMatchObject({ code_challenge_methods_supported: ['S256'] })
})

test('AS-15: a code_challenge_method other than S256 is refused at the authorize step', async () => {
  for (const method of ['plain', 's256', 'S512', undefined]) {
    const fields = { code_challenge: challenge, code_challenge_method: method }
    const query = queryOf(await openLab().visit(authorizePath(fields)))
    expect([query.get('error'), query.get('error_reason')]).toEqual([
      'invalid_request',
      'invalid_pkce_code_challenge_method',
    ])
  }
})

test.each([
  'a'.repeat(42),
  'a'.repeat(129),
  `${'a'.repeat(42)}+`,
  `${'a'.repeat(42)}=`,
  'ä'.repeat(43),
])('AS-16: the code_challenge %j is refused', async (bad) => {
  const fields = { code_challenge: bad, code_challenge_method: 'S256' }
  const query = queryOf(await openLab().visit(authorizePath(fields)))
  expect(query.get('error_reason')).toBe('invalid_pkce_code_challenge')
})

test.each(['GET', 'POST', 'OPTIONS'])(
  'AS-17: %s at the authorize endpoint brings no CORS header',
  async (method) => {
    const response = await openLab().ask({
      method,
      url: origin + authorizePath(),
      headers: [
        ['origin', 'https://store.example.com'],
        ['access-control-request-method', 'POST'],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: '',
    })
    expect(response.headers.filter(([name]) => name.startsWith('access-control-'))).toEqual([])
  },
)

const pages = [
  ['login', authorizePath()],
  ['error', '/oauth2/authorize'],
  ['device', `/oauth2/device?client_id=${store}`],
  ['two-factor', '/oauth2/two-factor'],
  ['password change', '/password/change/nobody'],
  ['not registered', '/oauth2/authorized-not-registered'],
] as const

test.each(pages)('AS-18: the %s page may not be framed', async (_, path) => {
  const page = await openLab().visit(path)
  expect(header(page, 'content-security-policy')).toContain("frame-ancestors 'none'")
  expect(header(page, 'x-frame-options')).toBe('DENY')
})

test.each(pages)('AS-19: the %s page loads nothing and tells no Referer', async (_, path) => {
  const page = await openLab().visit(path)
  expect(header(page, 'referrer-policy')).toBe('no-referrer')
  expect(header(page, 'content-security-policy')).toContain("default-src 'none'")
  expect(page.body).not.toMatch(/<(?:script|link|img|iframe)\b|@import|url\(/)
})

test('AS-21: after the login form the redirect is 302 or 303, never 307', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const posted = { ...fieldsOf(page.body), loginId, password }
  const hop = await lab.visit('/oauth2/authorize', posted)
  const last = await lab.visit(header(hop, 'location') ?? '')
  expect([302, 303]).toContain(hop.status)
  expect([302, 303]).toContain(last.status)
})

test('AS-22: nobody is redirected to the application before they have logged in', async () => {
  for (const fields of [{}, { prompt: 'login' }, { max_age: '0' }, { login_hint: loginId }]) {
    const response = await openLab().visit(authorizePath(fields))
    expect([response.status, header(response, 'location')]).toEqual([200, undefined])
  }
})

test.each([
  ['display', 'page'],
  ['display', 'popup'],
  ['display', 'nonsense'],
  ['ui_locales', 'de fr'],
  ['claims_locales', 'se'],
  ['acr_values', '1 2'],
  ['login_hint', 'somebody@example.com'],
])('AS-25: %s=%s never causes an error', async (name, value) => {
  expect(queryOf(await logIn(openLab(), { [name]: value })).has('code')).toBe(true)
})
