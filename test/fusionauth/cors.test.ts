import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import {
  header,
  type Lab,
  loginId,
  openLab,
  origin,
  password,
  setCookies,
  store,
} from './support/lab.ts'

const spa = 'https://store.example.com'
const stranger = 'https://evil.example'

const rules = {
  enabled: true,
  allowedOrigins: [spa],
  allowedMethods: ['GET', 'POST'] as const,
  allowedHeaders: ['Content-Type'],
  allowCredentials: true,
  exposedHeaders: [],
  preflightMaxAgeInSeconds: 0,
}

/** An instance whose CORS filter is set like this. */
const openWith = (changes: object = {}): Lab => {
  const lab = openLab({ login: { requireAuthentication: false } })
  lab.standIn.seed({ systemConfiguration: { corsConfiguration: { ...rules, ...changes } } })
  return lab
}

type Fields = readonly (readonly [string, string])[]

const send = (lab: Lab, method: string, path: string, headers: Fields, body = '') =>
  lab.standIn.handle({ method, url: `${origin}${path}`, headers, body }, 1)

const preflight = (lab: Lab, from: string, method = 'POST', field = 'content-type') =>
  send(lab, 'OPTIONS', '/api/login', [
    ['origin', from],
    ['access-control-request-method', method],
    ['access-control-request-headers', field],
  ])

const login = (lab: Lab, from: string, changes: object = {}) =>
  send(
    lab,
    'POST',
    '/api/login',
    [
      ['origin', from],
      ['content-type', 'application/json'],
    ],
    JSON.stringify({ loginId, password, applicationId: store, ...changes }),
  )

const corsOf = ({ headers }: WireResponse) =>
  Object.fromEntries(headers.filter(([name]) => name.startsWith('access-control-')))

describe('a page of another origin that is allowed', () => {
  test('is told beforehand what it may send', async () => {
    const response = await preflight(openWith(), spa)
    expect(response.status).toBe(204)
    expect(corsOf(response)).toEqual({
      'access-control-allow-origin': spa,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'Content-Type',
    })
  })

  test('may read the answer, with cookies', async () => {
    const response = await login(openWith(), spa)
    expect(response.status).toBe(200)
    expect(corsOf(response)).toEqual({
      'access-control-allow-origin': spa,
      'access-control-allow-credentials': 'true',
    })
    expect(header(response, 'vary')).toBe('Origin')
    expect(setCookies(response)).toHaveLength(2)
  })

  test('may read that it was refused', async () => {
    const response = await login(openWith(), spa, { password: 'wrong' })
    expect(response.status).toBe(404)
    expect(corsOf(response)['access-control-allow-origin']).toBe(spa)
  })

  test('goes without cookies where they are not allowed', async () => {
    const response = await login(openWith({ allowCredentials: false }), spa)
    expect(corsOf(response)).toEqual({ 'access-control-allow-origin': spa })
  })

  test('may be any page where no cookies are involved, and only there', async () => {
    const any = { allowedOrigins: ['*'] }
    const bare = await login(openWith({ ...any, allowCredentials: false }), stranger)
    expect(corsOf(bare)['access-control-allow-origin']).toBe(stranger)
    expect((await login(openWith(any), stranger)).status).toBe(403)
  })

  test('is told for how long it need not ask again, and what else it may read', async () => {
    const lab = openWith({ preflightMaxAgeInSeconds: 600, exposedHeaders: ['X-Trace'] })
    const told = corsOf(await preflight(lab, spa))
    expect(told['access-control-max-age']).toBe('600')
    expect(told['access-control-expose-headers']).toBe('X-Trace')
  })
})

describe('FusionAuth’s documented default configuration', () => {
  test('is what CORS starts with', async () => {
    const { body } = await openLab().call('GET', '/api/system-configuration')
    expect(JSON.parse(body)).toMatchObject({
      systemConfiguration: {
        corsConfiguration: {
          enabled: false,
          allowCredentials: false,
          allowedHeaders: [
            'Accept',
            'Access-Control-Request-Headers',
            'Access-Control-Request-Method',
            'Authorization',
            'Content-Type',
            'Last-Modified',
            'Origin',
            'X-FusionAuth-TenantId',
            'X-Requested-With',
          ],
          allowedMethods: ['GET', 'OPTIONS'],
          allowedOrigins: [],
          exposedHeaders: ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'],
          preflightMaxAgeInSeconds: 1800,
        },
      },
    })
  })

  test('lets a page ask for userinfo once it is on and names its origin, and post nothing', async () => {
    const lab = openLab()
    const corsConfiguration = { enabled: true, allowedOrigins: [spa] }
    await lab.call('PATCH', '/api/system-configuration', {
      systemConfiguration: { corsConfiguration },
    })
    const announce = (method: string, path: string) =>
      send(lab, 'OPTIONS', path, [
        ['origin', spa],
        ['access-control-request-method', method],
        ['access-control-request-headers', 'authorization'],
      ])
    const reading = await announce('GET', '/oauth2/userinfo')
    expect([reading.status, header(reading, 'access-control-max-age')]).toEqual([204, '1800'])
    expect((await announce('POST', '/api/login')).status).toBe(403)
  })
})

describe('what is not allowed', () => {
  test.each([
    ['another origin', stranger, 'POST', 'content-type'],
    ['no origin at all to speak of', 'null', 'POST', 'content-type'],
    ['another method', spa, 'DELETE', 'content-type'],
    ['another header field', spa, 'POST', 'content-type, x-own'],
  ])('is refused beforehand: %s', async (_, from, method, fields) => {
    const response = await preflight(openWith(), from, method, fields)
    expect(response.status).toBe(403)
    expect(corsOf(response)).toEqual({})
  })

  test('is refused without a look at the password', async () => {
    const response = await login(openWith(), stranger)
    expect(response.status).toBe(403)
    expect(corsOf(response)).toEqual({})
    expect(setCookies(response)).toEqual([])
  })
})

describe('what CORS does not concern', () => {
  test('a request of no page at all', async () => {
    const response = await send(openWith(), 'GET', '/api/status', [])
    expect(response.status).toBe(200)
    expect(corsOf(response)).toEqual({})
  })

  test('a page of FusionAuth itself', async () => {
    const response = await login(openWith(), origin)
    expect(response.status).toBe(200)
    expect(corsOf(response)).toEqual({})
  })

  test.each(['GET', 'OPTIONS', 'POST'])('the hosted login form: %s', async (method) => {
    const response = await send(openWith(), method, '/oauth2/authorize', [
      ['origin', spa],
      ['access-control-request-method', 'GET'],
    ])
    expect(corsOf(response)).toEqual({})
    expect(header(response, 'vary')).toBeUndefined()
  })

  test('anything while the filter is off', async () => {
    const lab = openWith({ enabled: false })
    expect((await preflight(lab, spa)).status).toBe(405)
    expect(corsOf(await login(lab, spa))).toEqual({})
  })
})

describe('the cookies with tokens', () => {
  test('stay on their site, as FusionAuth sends them', async () => {
    const lines = setCookies(await login(openWith(), spa))
    expect(lines.every((line) => line.includes('SameSite=Lax'))).toBe(true)
  })

  test('cross sites only where that was asked for', async () => {
    const lab = openLab({
      login: { requireAuthentication: false },
      options: { tokenCookieSameSite: 'None' },
    })
    const lines = setCookies(await login(lab, spa))
    expect(lines.every((line) => line.includes('SameSite=None; Secure'))).toBe(true)
  })
})
