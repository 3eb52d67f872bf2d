import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import type { ApplicationSettings } from '../../server/apps/settings.ts'
import { type Browser, cookiesSet, type Lab, openBrowser, openStore } from './support/lab.ts'
import { empty, json, userId } from './support/server.ts'

const load = '/api/load-shopping-cart'

/** The keeps of a login that passes through the application's backend. */
const backend = [
  { client: 'spa', login: 'native', sessionStrategy: 'session' },
  { client: 'spa', login: 'native', sessionStrategy: 'session+refresh' },
  { client: 'spa', login: 'native', sessionStrategy: 'jwt+refresh' },
  { client: 'spa', login: 'password-grant', sessionStrategy: 'session' },
  { client: 'spa', login: 'password-grant', sessionStrategy: 'session+refresh' },
  { client: 'spa', login: 'password-grant', sessionStrategy: 'jwt+refresh' },
  { client: 'mobile', login: 'native', sessionStrategy: 'jwt+refresh' },
  { client: 'mobile', login: 'password-grant', sessionStrategy: 'jwt+refresh' },
] as const satisfies readonly Partial<ApplicationSettings>[]

type Row = (typeof backend)[number]

/** JWTs of the scripted FusionAuth live this long, in seconds; a session for half of it. */
const jwtLife = 3600

/** The Store in front of a FusionAuth whose access tokens are JWTs, as FusionAuth's are. */
const open = (row: Row) => {
  const lab = openStore(row)
  const { server } = lab
  const jwt = () => server.accessToken()
  let count = 0
  server.answer('POST /api/login', async () =>
    json({
      token: await jwt(),
      refreshToken: `refresh-${++count}`,
      user: { id: userId, email: 'ada@example.com', fullName: 'Ada Winter' },
    }),
  )
  server.answer('POST /oauth2/token', async () =>
    json({ ...(await server.tokens()), access_token: await jwt() }),
  )
  server.answer('POST /api/jwt/refresh', async () => json({ token: await jwt() }))
  return lab
}

/** A client of the application: its cookies lie in the browser's jar, its tokens on the device. */
const openClient = (row: Row, lab: Lab) => {
  const browser: Browser = openBrowser(lab)
  const device: Record<string, string> = {}
  const shown = (): Record<string, string | undefined> =>
    row.client === 'mobile'
      ? {
          origin: undefined,
          ...(device['token'] === undefined ? {} : { authorization: `Bearer ${device['token']}` }),
          'x-refresh-token': device['refreshToken'],
        }
      : {}
  const taken = (answer: WireResponse): WireResponse => {
    if (row.client === 'mobile')
      for (const [name, value] of Object.entries(JSON.parse(answer.body) as object))
        if (typeof value === 'string' && name !== 'problem') device[name] = value
    return answer
  }
  return {
    browser,
    device,
    load: async () => taken(await browser.get(load, shown())),
    logIn: async (password = 'tea for two') =>
      taken(await browser.call('/api/login', { loginId: 'ada@example.com', password }, shown())),
    logOut: () => browser.call('/api/logout', {}, shown()),
  }
}

const opened = (row: Row) => {
  const lab = open(row)
  return { lab, client: openClient(row, lab) }
}

const body = ({ body: text }: WireResponse) => JSON.parse(text) as Record<string, unknown>

/** Every value that opens something, wherever an answer may carry it. */
const tokenLike = /eyJ[\w-]+\.|refresh-/

const name = ({ client, login, sessionStrategy }: Row): string =>
  `${client}, ${login}, ${sessionStrategy}`

describe.each(backend.map((row) => [name(row), row] as const))('%s', (_, row) => {
  const refreshes = row.sessionStrategy.endsWith('refresh')

  test('an anonymous client gets 401, and is logged in by the right password', async () => {
    const { client } = opened(row)
    expect((await client.load()).status).toBe(401)
    const answer = await client.logIn()
    expect(answer.status).toBe(200)
    expect(body(answer)['user']).toMatchObject({ name: 'Ada Winter' })
    const cart = await client.load()
    expect([cart.status, body(cart)['items']]).toEqual([200, expect.any(Array)])
  })

  test('a wrong password is answered with 401, and nothing is left', async () => {
    const { lab, client } = opened(row)
    lab.server.answer('POST /api/login', () => empty(404))
    lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
    const answer = await client.logIn('wrong')
    expect([answer.status, cookiesSet(answer), client.device]).toEqual([401, [], {}])
  })

  test('when the session or the JWT has expired, a refresh token helps, and nothing else', async () => {
    const { lab, client } = opened(row)
    await client.logIn()
    lab.advance(jwtLife)
    expect((await client.load()).status).toBe(refreshes ? 200 : 401)
  })

  test('a refresh that FusionAuth refuses is answered with 401', async () => {
    const { lab, client } = opened(row)
    await client.logIn()
    lab.server.answer('POST /api/jwt/refresh', () => empty(400))
    lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
    lab.advance(jwtLife)
    expect((await client.load()).status).toBe(401)
  })

  test('when FusionAuth is in trouble the answer is 502, and nothing is lost', async () => {
    const { lab, client } = opened(row)
    await client.logIn()
    const before = { ...Object.fromEntries(client.browser.jar), ...client.device }
    lab.server.answer('POST /api/jwt/refresh', () => empty(503))
    lab.server.answer('POST /oauth2/token', () => empty(503))
    lab.advance(jwtLife)
    expect((await client.load()).status).toBe(refreshes ? 502 : 401)
    expect({ ...Object.fromEntries(client.browser.jar), ...client.device }).toEqual(before)
  })

  test('after the logout no credential is accepted any more', async () => {
    const { lab, client } = opened(row)
    await client.logIn()
    expect((await client.logOut()).status).toBe(200)
    expect(client.browser.jar.size).toBe(0)
    expect(lab.server.to('DELETE /api/jwt/refresh')).toHaveLength(refreshes ? 1 : 0)
    lab.server.answer('POST /api/jwt/refresh', () => empty(400))
    lab.server.answer('POST /oauth2/token', () => json({ error: 'invalid_grant' }, 400))
    lab.advance(jwtLife)
    expect((await client.load()).status).toBe(401)
  })

  test('no answer shows a script a token; an app on a phone gets them, and no cookie', async () => {
    const { lab, client } = opened(row)
    const answers = [await client.logIn(), await client.load()]
    lab.advance(jwtLife)
    answers.push(await client.load())
    const isMobile = row.client === 'mobile'
    expect(answers.some((answer) => tokenLike.test(answer.body))).toBe(isMobile)
    expect(answers.flatMap(cookiesSet).length > 0).toBe(!isMobile)
  })
})

const pages = backend.filter(({ client }) => client === 'spa')

describe.each(pages.map((row) => [name(row), row] as const))(
  'calls of other sites: %s',
  (_, row) => {
    test('a script of another site logs nobody in and nobody out', async () => {
      const { client } = opened(row)
      const login = { loginId: 'mallory@example.com', password: 'x' }
      const foreign = { origin: 'https://evil.example' }
      const answer = await client.browser.call('/api/login', login, foreign)
      expect([answer.status, cookiesSet(answer)]).toEqual([403, []])
      await client.logIn()
      expect((await client.browser.call('/api/logout', {}, foreign)).status).toBe(403)
      expect((await client.load()).status).toBe(200)
    })

    test('JSON under another type, as a form of another site can send it, is no login', async () => {
      const { client } = opened(row)
      const login = { loginId: 'ada@example.com', password: 'tea for two' }
      const answer = await client.browser.call('/api/login', login, {
        'content-type': 'text/plain',
      })
      expect([answer.status, cookiesSet(answer)]).toEqual([400, []])
    })

    test('what is no JSON is no login', async () => {
      const { client } = opened(row)
      const answer = await client.browser.post('/api/login', { loginId: 'a@b.c', password: 'x' })
      expect([answer.status, cookiesSet(answer)]).toEqual([400, []])
    })

    test('GET /api/user says who is logged in, and extends no session', async () => {
      const { lab, client } = opened(row)
      expect((await client.browser.get('/api/user')).status).toBe(404)
      await client.logIn()
      const noted = lab.noted.length
      expect(body(await client.browser.get('/api/user'))['user']).toMatchObject({
        name: 'Ada Winter',
      })
      expect(lab.noted.slice(noted)).toEqual([])
    })
  },
)

test('a client that shows an invalid bearer token is told so in a header', async () => {
  const lab = open({ client: 'mobile', login: 'native', sessionStrategy: 'jwt+refresh' })
  const answer = await openBrowser(lab).get(load, { authorization: 'Bearer nonsense' })
  expect(answer.status).toBe(401)
  expect(answer.headers).toContainEqual(['www-authenticate', 'Bearer error="invalid_token"'])
})
