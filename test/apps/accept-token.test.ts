import { describe, expect, test } from 'vitest'
import type { ApplicationSettings } from '../../server/apps/settings.ts'
import { cookiesSet, openBrowser, openStore } from './support/lab.ts'
import { type Bend, empty, keys } from './support/server.ts'

const load = '/api/load-shopping-cart'

/** Logins that FusionAuth answers to the page itself, and where the page takes the JWT. */
const drops = [
  [
    '/api/cookie-drop',
    { client: 'spa', login: 'native-at-fusionauth', sessionStrategy: 'jwt-cookie' },
    'jwt',
  ],
  ['/api/cookie-drop', { client: 'spa', login: 'implicit', sessionStrategy: 'jwt-cookie' }, 'jwt'],
  ['/api/start-session', { client: 'spa', login: 'implicit', sessionStrategy: 'session' }, 'sid'],
] as const satisfies readonly (readonly [string, Partial<ApplicationSettings>, string])[]

const wrong: readonly (readonly [string, Bend])[] = [
  ['of another application', { claims: { aud: 'another-application' } }],
  ['for two applications', { claims: { aud: ['20000000-0000-4000-8000-00000000000a', 'b'] } }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['that is over', { claims: { exp: Math.floor(Date.UTC(2026, 0, 1, 9) / 1000) } }],
  ['without an end', { claims: { exp: undefined } }],
  ['of nobody', { claims: { sub: undefined } }],
  ['signed by somebody else', { key: keys.others.privateKey }],
  ['without a signature', { header: { alg: 'none' } }],
  ['that is an ID token', { claims: { tty: 'idt' } }],
]

describe.each(drops)('POST %s', (path, row, cookie) => {
  const open = () => {
    const lab = openStore(row)
    return {
      lab,
      browser: openBrowser(lab),
      jwt: (bend: Bend = {}) => lab.server.accessToken(bend),
    }
  }

  test('a JWT of FusionAuth for this application is stored where no script reads it', async () => {
    const { browser, jwt } = open()
    const answer = await browser.call(path, { token: await jwt() })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, {}])
    expect(cookiesSet(answer)).toEqual([
      expect.stringMatching(new RegExp(`^${cookie}=.*HttpOnly; Secure; SameSite=Lax$`)),
    ])
    expect((await browser.get(load)).status).toBe(200)
  })

  test('a user whom the JWT names by id alone is greeted by no name', async () => {
    const { browser, jwt } = open()
    const nameless = { name: undefined, given_name: undefined, email: undefined }
    await browser.call(path, { token: await jwt({ claims: nameless }) })
    const answer = await browser.get('/api/user')
    const { user } = JSON.parse(answer.body) as { user: { id: string; name: unknown } }
    expect(user.name).toBeNull()
    expect(user.id).not.toBe('')
  })

  test.each(wrong)('a JWT %s is refused', async (_, bend) => {
    const { browser, jwt } = open()
    const answer = await browser.call(path, { token: await jwt(bend) })
    expect([answer.status, cookiesSet(answer)]).toEqual([401, []])
  })

  test('nobody is logged in by a script of another site', async () => {
    const { browser, jwt } = open()
    const foreign = { origin: 'https://evil.example' }
    const answer = await browser.call(path, { token: await jwt() }, foreign)
    expect([answer.status, cookiesSet(answer)]).toEqual([403, []])
  })

  test.each([[{}], [{ token: 7 }], [[]], ['text'], [null]])(
    'a body of %j holds no token',
    async (body) => {
      const { browser } = open()
      expect((await browser.call(path, body)).status).toBe(400)
    },
  )

  test('without FusionAuth’s keys nothing can be said of a token', async () => {
    const { lab, browser, jwt } = open()
    lab.server.answer('GET /.well-known/jwks.json', () => empty(503))
    expect((await browser.call(path, { token: await jwt() })).status).toBe(502)
  })
})

test('a JWT in the browser expires to the second', async () => {
  const lab = openStore({ client: 'spa', login: 'implicit', sessionStrategy: 'jwt-cookie' })
  const browser = openBrowser(lab)
  await browser.call('/api/cookie-drop', { token: await lab.server.accessToken() })
  lab.advance(3599)
  expect((await browser.get(load)).status).toBe(200)
  lab.advance(1)
  expect((await browser.get(load)).status).toBe(401)
})

test('where the page stores the JWT itself, it sends it with each call', async () => {
  const lab = openStore({
    client: 'spa',
    login: 'native-at-fusionauth',
    sessionStrategy: 'jwt-local-storage',
  })
  const browser = openBrowser(lab)
  const authorization = `Bearer ${await lab.server.accessToken()}`
  expect((await browser.get(load)).status).toBe(401)
  expect((await browser.get(load, { authorization })).status).toBe(200)
  expect((await browser.get('/api/user')).status).toBe(404)
})

test('an ID token is refused where an access token is asked for', async () => {
  const lab = openStore({ client: 'mobile', login: 'native', sessionStrategy: 'jwt+refresh' })
  const browser = openBrowser(lab)
  const show = async (jwt: Promise<string>) =>
    (await browser.get(load, { authorization: `Bearer ${await jwt}` })).status
  expect(await show(lab.server.idToken())).toBe(401)
  expect(await show(lab.server.accessToken())).toBe(200)
})

test('on a parent domain FusionAuth’s own cookie authenticates at the application', async () => {
  const lab = openStore({
    client: 'spa',
    login: 'native-at-fusionauth',
    sessionStrategy: 'jwt-cookie',
    fusionauthAt: 'parent-domain',
  })
  const browser = openBrowser(lab)
  browser.jar.set('access_token', await lab.server.accessToken())
  expect((await browser.get(load)).status).toBe(200)
  expect((await browser.call('/api/cookie-drop', { token: 'x' })).status).toBe(404)
})
