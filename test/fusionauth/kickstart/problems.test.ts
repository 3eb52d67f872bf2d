import { describe, expect, test } from 'vitest'
import {
  application,
  key,
  loaded,
  objectId,
  patch,
  post,
  problemOf,
  registration,
} from './bakery.ts'
import { openFresh, run } from './support.ts'

describe('What is asked for and not there', () => {
  test('An API that FusionAuth has and the stand-in has not is called so', async () => {
    const one = post('/api/user/import', { users: [] })
    expect(await problemOf([application(), one])).toBe(
      'Request 2 (POST /api/user/import) asks for an API that this stand-in does not copy. Take it out; the file goes on without it.',
    )
  })

  test('An API that nobody has is told apart, with the nearest one', async () => {
    expect(await problemOf([post(`/api/aplication/${objectId}`, {})])).toBe(
      `Request 1 (POST /api/aplication/${objectId}) asks for an API that FusionAuth does not have. The nearest is /api/application.`,
    )
  })

  test.each([
    ['a user', `/api/user/${objectId}`, { user: { firstName: 'A' } }],
    ['a theme', `/api/theme/${objectId}`, { theme: { name: 'A' } }],
  ])('%s that no request has made is told apart too', async (_, url, body) => {
    expect(await problemOf([patch(url, body)])).toBe(
      `Request 1 (PATCH ${url}) was answered with 404: there is nothing with this id. A request before it has to make it.`,
    )
  })

  test('A method that an API does not take is told with those that it takes', async () => {
    expect(await problemOf([patch('/api/tenant', { tenant: { name: 'A' } })])).toBe(
      'Request 1 (PATCH /api/tenant) was answered with 405: this takes GET, POST',
    )
  })

  test('A theme to copy that is not there is refused', async () => {
    const copy = { sourceThemeId: objectId, theme: { name: 'Copy' } }
    expect(await problemOf([post('/api/theme', copy)])).toBe(
      'Request 1 (POST /api/theme) was answered with 400: Invalid [sourceThemeId]. There is no such theme.',
    )
  })
})

describe('A refusal comes with its reason', () => {
  test('A key that may not manage keys is told what it takes', async () => {
    expect(await problemOf([post('/api/api-key', { apiKey: {} })])).toBe(
      'Request 1 (POST /api/api-key) was answered with 401: to manage API keys, API key 1 has to have "keyManager": true',
    )
  })

  test('An error of OAuth is told with its description', async () => {
    expect(await problemOf([post('/oauth2/userinfo', {})])).toBe(
      'Request 1 (POST /oauth2/userinfo) was answered with 401: The access token is no JWT.',
    )
    expect(await problemOf([post('/oauth2/token', {})])).toMatch(/ 400: .+x-www-form-urlencoded/)
  })

  test('A page is told to be none of the APIs', async () => {
    expect(await problemOf([post('/oauth2/authorize', {})])).toBe(
      'Request 1 (POST /oauth2/authorize) was answered with 400: this is a page for browsers, and no API',
    )
  })

  test('A login that fails is no matter of an id', async () => {
    const login = post('/api/login', { loginId: 'nobody@example.com', password: 'flour' })
    expect(await problemOf([login])).toBe(
      'Request 1 (POST /api/login) was answered with 404: nobody has this loginId and password. A request before it has to make the user.',
    )
  })

  test.each([[[]], ['word'], [null], [7]])(
    'A request that is %j is told what it has to be',
    async (one) => {
      expect(await problemOf([application(), one])).toBe(
        'Request 2 has to be an object with method, url and body.',
      )
    },
  )

  test.each([[[]], ['word'], [null], [7]])(
    'A key that is %j is told what it has to be',
    async (one) => {
      expect(await problemOf([], { apiKeys: [{ key }, one] })).toBe(
        'API key 2 has to be an object with a key.',
      )
    },
  )

  test('A first key that has expired is called so', async () => {
    expect(await problemOf([application()], { apiKeys: [{ key, expirationInstant: 1 }] })).toBe(
      'API key 1 has expired, and it performs the requests.',
    )
  })
})

describe('Odd files', () => {
  test('What is no variable is told how one is written', async () => {
    expect(await problemOf([post('/api/theme/${themeId}', { theme: { name: 'A' } })])).toBe(
      'Request 1 has a ${…} in its url. A variable is written #{…}.',
    )
  })

  test('A supportId at the top is passed over, and said to be', async () => {
    expect((await loaded([], { supportId: 'x' })).notes).toEqual(['supportId is passed over.'])
  })

  test('A byte order mark at the beginning of a file does no harm', async () => {
    const text = `\uFEFF${JSON.stringify({ apiKeys: [{ key }], requests: ['&{one.json}'] })}`
    const files = { 'one.json': `\uFEFF${JSON.stringify(application())}` }
    expect(await run(openFresh(), text, { files })).toMatchObject({ ok: true, requests: 1 })
  })
})

describe('What FusionAuth refuses is refused with its reason', () => {
  test.each([
    ['no truth value', [application({ verifyRegistration: 'maybe' })], /has to be true or false/],
    [
      'no whole number',
      [application({ jwtConfiguration: { timeToLiveInSeconds: '1.5' } })],
      /has to be a whole number/,
    ],
    ['an application that is not there yet', [registration], /There is no such application/],
    ['a theme without a name', [post('/api/theme', { theme: {} })], /specify the \[theme.name\]/],
    ['an object that is none', [post('/api/theme', { theme: 'x' })], /has to be an object/],
    ['a file that is not there', [application({ name: '@{none.txt}' })], /there is no such file/],
  ])('%s', async (_, requests, reason) => {
    expect(await problemOf(requests)).toMatch(reason)
  })

  test('A default tenant id that is no UUID', async () => {
    expect(await problemOf([], { variables: { defaultTenantId: 'mine' } })).toBe(
      'The variable defaultTenantId is not a UUID.',
    )
  })
})
