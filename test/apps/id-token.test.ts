import { expect, test } from 'vitest'
import {
  beginLogin,
  beginsSession,
  callback,
  cart,
  form,
  logIn,
  openBrowser,
  openStore,
} from './support/lab.ts'
import {
  type Bend,
  clientId,
  clientSecret,
  json,
  keys,
  published,
  userId,
} from './support/server.ts'

/** A login whose ID token is bent; it must come to nothing. */
const expectFailure = async (bend: Bend) => {
  const lab = openStore()
  const browser = openBrowser(lab)
  lab.server.bend(bend)
  const answer = await browser.get(callback(await beginLogin(lab, browser)))
  expect(answer.status).toBe(502)
  expect(beginsSession(answer)).toBe(false)
  expect(browser.jar.has('rt')).toBe(false)
  expect(lab.changed.filter(({ where }) => where === 'Store.appSessions')).toEqual([])
  expect((await browser.get(cart)).status).toBe(302)
}

const expectSuccess = async (bend: Bend) => {
  const lab = openStore()
  const browser = openBrowser(lab)
  lab.server.bend(bend)
  expect((await logIn(lab, browser)).status).toBe(302)
  expect((await browser.get(cart)).status).toBe(200)
}

const seconds = (offset: number): number => Date.UTC(2026, 0, 1, 9) / 1000 + offset

test('oidcc-client-test: a right answer logs the user in', () => expectSuccess({}))

test.each<[string, Bend]>([
  ['oidcc-client-test-invalid-iss', { claims: { iss: 'https://evil.example' } }],
  ['oidcc-client-test-missing-sub', { claims: { sub: undefined } }],
  ['oidcc-client-test-invalid-aud', { claims: { aud: 'somebody-else' } }],
  ['oidcc-client-test-missing-iat', { claims: { iat: undefined } }],
  ['oidcc-client-test-idtoken-sig-none', { header: { alg: 'none', kid: undefined } }],
  ['oidcc-client-test-invalid-sig-rs256', { key: keys.others.privateKey }],
  ['oidcc-client-test-nonce-invalid', { claims: { nonce: 'of-another-login' } }],
])('%s: the login fails and leaves nothing behind', (_, bend) => expectFailure(bend))

test('oidcc-client-test-idtoken-sig-rs256: a signature by RS256 is taken', () =>
  expectSuccess({ header: { alg: 'RS256' } }))

test('oidcc-client-test-kid-absent-single-jwks: without a kid the only key is taken', () =>
  expectSuccess({ header: { kid: undefined } }))

test('oidcc-client-test-kid-absent-multiple-jwks: without a kid no key is guessed', async () => {
  const lab = openStore()
  const browser = openBrowser(lab)
  lab.server.answer('GET /.well-known/jwks.json', async () =>
    json({ keys: [await published(keys.others, 'k0'), await published(keys.ours, 'k1')] }),
  )
  lab.server.bend({ header: { kid: undefined } })
  const answer = await logIn(lab, browser)
  expect(answer.status).toBe(502)
  expect(beginsSession(answer)).toBe(false)
})

test('oidcc-client-test-userinfo-invalid-sub: the UserInfo of somebody else changes nothing, for nobody asks it', async () => {
  const lab = openStore()
  const browser = openBrowser(lab)
  lab.server.answer('GET /oauth2/userinfo', () => json({ sub: 'mallory', name: 'Mallory' }))
  await logIn(lab, browser)
  expect((await browser.get(cart)).body).toContain('Ada Winter')
  expect(lab.server.to('GET /oauth2/userinfo')).toEqual([])
})

test('CL-11: the user is the one of the ID token; UserInfo is never asked', async () => {
  const lab = openStore()
  await logIn(lab, openBrowser(lab))
  const session = lab.changed.find(({ where }) => where === 'Store.appSessions')?.after
  expect(session).toMatchObject({ user: { id: userId, name: 'Ada Winter' } })
  expect(lab.server.calls.filter(({ url }) => url.includes('userinfo'))).toEqual([])
})

test('oidcc-client-test-scope-userinfo-claims: name and email are asked for by scope and come in the ID token', async () => {
  const lab = openStore()
  const browser = openBrowser(lab)
  const request = await beginLogin(lab, browser)
  expect(request.get('scope')?.split(' ')).toEqual(
    expect.arrayContaining(['openid', 'profile', 'email']),
  )
  await browser.get(callback(request))
  const session = lab.changed.find(({ where }) => where === 'Store.appSessions')?.after
  expect(session).toMatchObject({ user: { name: 'Ada Winter', email: 'ada@example.com' } })
})

test('oidcc-client-test-client-secret-basic: the secret travels in the body, as the official client sends it', async () => {
  const lab = openStore()
  await logIn(lab, openBrowser(lab))
  const [request] = lab.server.to('POST /oauth2/token')
  expect(form(request).get('client_id')).toBe(clientId)
  expect(form(request).get('client_secret')).toBe(clientSecret)
  expect(request?.headers.some(([name]) => name === 'authorization')).toBe(false)
})

test.each<[string, Bend]>([
  ['of another issuer', { claims: { iss: 'https://login.example.net/' } }],
  ['for another application', { claims: { aud: ['somebody-else'] } }],
  ['for us and a stranger', { claims: { aud: [clientId, 'somebody-else'] } }],
  ['for nobody', { claims: { aud: undefined } }],
  ['given to another party (azp)', { claims: { azp: 'somebody-else' } }],
  ['that has run out', { claims: { exp: seconds(-61), iat: seconds(-3661) } }],
  ['that never runs out', { claims: { exp: undefined } }],
  ['from the future', { claims: { iat: seconds(61), exp: seconds(3661) } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['with a nonce in a list', { claims: { nonce: ['x'] } }],
  ['that names nobody', { claims: { sub: '' } }],
  ['that says that it is an access token', { claims: { tty: 'at' } }],
  ['that names a number', { claims: { sub: 7 } }],
  [
    'signed with the client secret',
    { header: { alg: 'HS256' }, key: new TextEncoder().encode(clientSecret) },
  ],
  ['signed by a key nobody published', { header: { kid: 'k9' }, key: keys.others.privateKey }],
])('CL-09: an ID token %s is refused', (_, bend) => expectFailure(bend))

test.each<[string, Bend]>([
  ['that ran out less than a minute ago', { claims: { exp: seconds(-59), iat: seconds(-3659) } }],
  ['for a list that holds us alone', { claims: { aud: [clientId] } }],
  ['given to us (azp)', { claims: { azp: clientId } }],
  ['of a server that does not say what it is', { claims: { tty: undefined } }],
])('CL-09: an ID token %s is taken', (_, bend) => expectSuccess(bend))

test('CL-09: an ID token signed in a way we did not agree on is refused, by whatever key', async () => {
  const lab = openStore()
  lab.server.answer('GET /.well-known/jwks.json', async () =>
    json({
      keys: [await published(keys.ours, 'k1'), await published(keys.elliptic, 'k2', 'ES256')],
    }),
  )
  lab.server.bend({ header: { alg: 'ES256', kid: 'k2' }, key: keys.elliptic.privateKey })
  const browser = openBrowser(lab)
  expect((await logIn(lab, browser)).status).toBe(502)
  expect([...browser.jar]).toEqual([])
})

test.each([
  ['is cut short', (token: string) => token.slice(0, -5)],
  [
    'has other claims under the old signature',
    (token: string) => {
      const [head = '', , signature = ''] = token.split('.')
      const claims = { sub: 'mallory', aud: clientId, iss: 'https://login.example.net' }
      return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
    },
  ],
  ['is no JWT', () => 'abc'],
  ['is missing', () => undefined],
])('CL-09: an ID token that %s is refused', async (_, change) => {
  const lab = openStore()
  const browser = openBrowser(lab)
  lab.server.answer('POST /oauth2/token', async () =>
    json(await lab.server.tokens({}, { id_token: change(await lab.server.idToken()) })),
  )
  const answer = await logIn(lab, browser)
  expect(answer.status).toBe(502)
  expect(browser.jar.has('sid')).toBe(false)
})

test('CL-10: of an answer with a wrong nonce no token is used or stored', async () => {
  const lab = openStore()
  const browser = openBrowser(lab)
  lab.server.bend({ claims: { nonce: 'of-another-login' } })
  const answer = await logIn(lab, browser)
  expect(JSON.stringify([answer, lab.changed, [...browser.jar]])).not.toMatch(
    /opaque-access|refresh-\d|eyJ/,
  )
  expect(lab.server.calls).toHaveLength(2)
})

test('after a change of keys the new ones are fetched, once', async () => {
  const lab = openStore()
  await logIn(lab, openBrowser(lab))
  lab.server.answer('GET /.well-known/jwks.json', async () =>
    json({ keys: [await published(keys.others, 'k2')] }),
  )
  const browser = openBrowser(lab)
  const request = await beginLogin(lab, browser)
  lab.server.bend({ header: { kid: 'k2' }, key: keys.others.privateKey })
  expect((await browser.get(callback(request))).status).toBe(302)
  expect(lab.server.to('GET /.well-known/jwks.json')).toHaveLength(2)
})
