import { afterEach, describe, expect, test, vi } from 'vitest'
import { createStandIn } from '../../server/package/in-page.ts'
import type { CreateOptions, Duration, StandIn } from '../../server/package/types.ts'
import { baker, bakery, callback, clientId, clientSecret, form } from './bakery.ts'

/** `login-lab/stand-in` without a socket. */

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const create = (options: CreateOptions = {}): Promise<StandIn> =>
  createStandIn({ url: 'https://auth.example.com', kickstart: bakery, ...options })

const versionFor = async (standIn: StandIn, key: string): Promise<number> =>
  (await standIn.fetch('/api/system/version', { headers: { authorization: key } })).status

/** Logs in, and gives the status of userinfo with the access token, whenever it is asked. */
const logInAt = async (standIn: StandIn): Promise<() => Promise<number>> => {
  const back = await standIn.logIn(form, baker)
  const answer = await standIn.fetch('/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: callback,
      code: back.searchParams.get('code') ?? '',
    }),
  })
  const { access_token: token } = (await answer.json()) as { readonly access_token: string }
  const headers = { authorization: `Bearer ${token}` }
  return async () => (await standIn.fetch('/oauth2/userinfo', { headers })).status
}

describe('a Kickstart', () => {
  test('without API keys is performed with that of the stand-in', async () => {
    const standIn = await create({ apiKey: 'mine' })
    expect([standIn.apiKey, await versionFor(standIn, 'mine')]).toEqual(['mine', 200])
  })

  test('with API keys puts its first in the place of that of the stand-in', async () => {
    const apiKeys = [{ key: 'of the Kickstart' }]
    const standIn = await create({ apiKey: 'mine', kickstart: { ...bakery, apiKeys } })
    expect(standIn.apiKey).toBe('of the Kickstart')
    expect(await versionFor(standIn, 'mine')).toBe(401)
  })

  test('that is refused is told with its request', async () => {
    const requests = [{ method: 'POST', url: '/api/aplication', body: {} }] as const
    await expect(create({ kickstart: { requests } })).rejects.toMatchObject({
      code: 'kickstart',
      message: expect.stringContaining('Request 1 (POST /api/aplication)'),
    })
  })

  test('reads the environment and the files that it is given', async () => {
    const user = { email: '#{ENV.EMAIL}', password: '@{password.txt}' }
    const registration = { applicationId: clientId }
    const body = { user, registration }
    const extra = { method: 'POST', url: '/api/user/registration', body } as const
    const standIn = await create({
      kickstart: { requests: [...bakery.requests, extra] },
      env: { EMAIL: 'miller@example.com' },
      files: { 'password.txt': 'wind and stone' },
    })
    const credentials = { loginId: 'miller@example.com', password: 'wind and stone' }
    expect((await standIn.logIn(form, credentials)).searchParams.has('code')).toBe(true)
  })

  test('is told in notes what has no effect', async () => {
    const body = { lambda: { name: 'x', type: 'JWTPopulate', body: 'function populate() {}' } }
    const lambda = { method: 'POST', url: '/api/lambda', body } as const
    const { notes } = await create({ kickstart: { requests: [lambda] } })
    expect(notes.join('\n')).toContain('lambda')
  })
})

describe('time', () => {
  const later = 3_601_000

  test('stands still until it is moved', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const userinfo = await logInAt(await create())
    vi.setSystemTime(Date.now() + later)
    expect(await userinfo()).toBe(200)
  })

  test('expires an access token at once when it is moved', async () => {
    const standIn = await create()
    const userinfo = await logInAt(standIn)
    standIn.clock.advance({ minutes: 59 })
    expect(await userinfo()).toBe(200)
    standIn.clock.advance({ minutes: 1, seconds: 1 })
    expect(await userinfo()).toBe(401)
  })

  test('follows a clock that is given', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const userinfo = await logInAt(await create({ clock: { now: () => Date.now() } }))
    vi.setSystemTime(Date.now() + later)
    expect(await userinfo()).toBe(401)
  })

  test('is that of another stand-in whose clock is given', async () => {
    const first = await create()
    const userinfo = await logInAt(await create({ clock: first.clock }))
    first.clock.advance({ days: 1 })
    expect(await userinfo()).toBe(401)
  })

  test.each([
    ['goes back', { seconds: -1 }],
    ['does not move', {}],
    ['is no number', { hours: Number.NaN }],
    ['has an unknown unit', { hour: 1 }],
  ])('is refused to be moved by a span that %s', async (_, by) => {
    const { clock } = await create()
    const before = clock.now()
    expect(() => clock.advance(by as Duration)).toThrow(expect.objectContaining({ code: 'option' }))
    expect(clock.now()).toBe(before)
  })
})

describe('fetch()', () => {
  test.each([
    ['a path', '/api/status'],
    ['an address', 'https://auth.example.com/api/status#part'],
    ['a URL', new URL('https://auth.example.com/api/status')],
    ['a request', new Request('https://auth.example.com/api/status')],
  ])('answers %s', async (_, input) => {
    expect((await (await create()).fetch(input)).status).not.toBe(404)
  })

  test('refuses what is for somebody else', async () => {
    const standIn = await create()
    await expect(standIn.fetch('https://elsewhere.example.com/')).rejects.toThrow(
      'asked for https://elsewhere.example.com, and this stand-in is https://auth.example.com',
    )
  })

  test('sends a body with the type that goes with it', async () => {
    const standIn = await create()
    const body = new URLSearchParams({ grant_type: 'nonsense', client_id: clientId })
    const answer = await standIn.fetch('/oauth2/token', { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ error: 'unsupported_grant_type' })
  })

  test('is over after stop(), which may be called twice', async () => {
    const standIn = await create()
    await standIn.stop()
    await standIn.stop()
    await expect(standIn.fetch('/')).rejects.toMatchObject({ code: 'stopped' })
  })
})

describe('logIn()', () => {
  test('comes back with a code and the state', async () => {
    const { origin, pathname, searchParams } = await (await create()).logIn(form, baker)
    expect(`${origin}${pathname}`).toBe(callback)
    expect([searchParams.has('code'), searchParams.get('state')]).toEqual([true, 'of a test'])
  })

  test('says that a login was refused', async () => {
    const wrong = { ...baker, password: 'water' }
    await expect((await create()).logIn(form, wrong)).rejects.toMatchObject({
      code: 'login',
      message: expect.stringContaining('The login of "baker@example.com" was refused'),
    })
  })

  test('says which page came where no form did', async () => {
    const address = form.replace(clientId, 'nobody')
    await expect((await create()).logIn(address, baker)).rejects.toMatchObject({
      code: 'login',
      message: expect.stringMatching(/authorize answered 400 with .*client_id: nobody/),
    })
  })
})

describe('what is asked for and not there', () => {
  test('is told once, to whom the options say', async () => {
    const onUnhandledRequest = vi.fn<(line: string) => void>()
    const standIn = await create({ onUnhandledRequest })
    await standIn.fetch('/api/nothing')
    await standIn.fetch('/api/nothing')
    expect(onUnhandledRequest.mock.calls).toEqual([[expect.stringContaining('GET /api/nothing')]])
  })

  test.each([
    ['on the console', undefined, 1],
    ['to nobody', 'ignore' as const, 0],
  ])('is told %s', async (_, onUnhandledRequest, times) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const standIn = await create(onUnhandledRequest && { onUnhandledRequest })
    await standIn.fetch('/api/nothing')
    expect(warn).toHaveBeenCalledTimes(times)
  })
})

test('Two stand-ins share nothing', async () => {
  const [one, other] = [await create(), await create({ kickstart: { requests: [] } })]
  expect(one.apiKey).not.toBe(other.apiKey)
  await expect(other.logIn(form, baker)).rejects.toMatchObject({ code: 'login' })
})

test.each([
  ['an option that there is not', { kickStart: bakery }, 'no option "kickStart"'],
  ['an address that is none', { url: 'auth.example.com' }, 'url is "auth.example.com"'],
  ['an empty API key', { apiKey: '' }, 'apiKey is empty'],
])('%s is refused, and the sentence names it', async (_, options, sentence) => {
  await expect(create(options as CreateOptions)).rejects.toMatchObject({
    code: 'option',
    message: expect.stringContaining(sentence),
  })
})
