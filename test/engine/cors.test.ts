import { describe, expect, test } from 'vitest'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { FetchRequest } from '../../scenarios/engine/script/page-script.ts'
import type { HeaderList, WireRequest } from '../../scenarios/model/wire.ts'
import { type Answering, fetched, fusionAuth, sibling, store } from './support/browser.ts'

/**
 * The CORS protocol as the Fetch standard has it (§3.2, §4.8 to §4.10): when a preflight goes out, what
 * it says, and which answers let the script have what it asked for.
 */

const json: HeaderList = [['content-type', 'application/json']]
const url = `${fusionAuth}/api/login`

const answers =
  (preflight: HeaderList, actual: HeaderList, preflightStatus = 200): Answering =>
  ({ method }) =>
    method === 'OPTIONS'
      ? { status: preflightStatus, headers: preflight }
      : { headers: actual, body: 'secret' }

const allow = (origin: string, more: HeaderList = []): HeaderList => [
  ['access-control-allow-origin', origin],
  ...more,
]
const withCredentials: HeaderList = [['access-control-allow-credentials', 'true']]

const methods = (sent: readonly WireRequest[]): readonly string[] =>
  sent.map(({ method }) => method)

describe('when a preflight is asked for', () => {
  test.each<[string, FetchRequest, boolean]>([
    ['a GET', {}, false],
    ['a POST without a body', { method: 'POST' }, false],
    ['a POST of text', { method: 'POST', headers: [['content-type', 'text/plain']] }, false],
    [
      'a POST of a form',
      {
        method: 'POST',
        headers: [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']],
      },
      false,
    ],
    ['a POST of JSON', { method: 'POST', headers: json }, true],
    ['a PUT', { method: 'PUT' }, true],
    ['a DELETE', { method: 'DELETE' }, true],
    ['a header of its own', { headers: [['x-csrf', '1']] }, true],
    ['a bearer token', { headers: [['authorization', 'Bearer x']] }, true],
    ['a language it accepts', { headers: [['accept-language', 'de']] }, false],
    ['an Accept with a quotation mark', { headers: [['accept', '"x"']] }, true],
    ['a very long safe value', { headers: [['accept', 'a'.repeat(129)]] }, true],
  ])('%s', async (_, request, expected) => {
    const { sent } = await fetched(url, request, answers([], []))
    expect(sent[0]?.method === 'OPTIONS').toBe(expected)
  })

  test('it brings no cookies', async () => {
    const cookie: HeaderList[number] = ['set-cookie', 'a=1; Secure; SameSite=None']
    const permission = allow(store, [
      ...withCredentials,
      ['access-control-allow-methods', 'PUT'],
      cookie,
    ])
    const request = { method: 'PUT', credentials: 'include' } as const
    const { browser } = await fetched(url, request, answers(permission, permission.slice(0, 2)))
    expect(methods(browser.requests.slice(1))).toEqual(['OPTIONS', 'PUT'])
    expect(browser.agent.jar()).toEqual([])
  })

  test('within one’s own origin there is none', async () => {
    const { sent, answer } = await fetched(
      '/api/login',
      { method: 'PUT', headers: json },
      answers([], []),
    )
    expect(methods(sent)).toEqual(['PUT'])
    expect(answer).toMatchObject({ ok: true, body: 'secret' })
  })

  test('a sub-domain of the same site is another origin all the same', async () => {
    const { sent } = await fetched(
      `${sibling}/api`,
      { headers: [['x-csrf', '1']] },
      answers([], []),
    )
    expect(methods(sent)).toEqual(['OPTIONS'])
  })
})

test('a preflight names method, unsafe headers and origin, and brings no cookies and no body', async () => {
  const { sent } = await fetched(
    url,
    {
      method: 'POST',
      headers: [...json, ['x-b', '1'], ['x-a', '1']],
      body: '{}',
      credentials: 'include',
    },
    answers([], []),
  )
  const [preflight] = sent
  expect(preflight).toMatchObject({ method: 'OPTIONS', body: '' })
  const field = (name: string) => headerOf(preflight?.headers ?? [], name)
  expect(field('access-control-request-method')).toBe('POST')
  expect(field('access-control-request-headers')).toBe('content-type,x-a,x-b')
  expect(field('origin')).toBe(store)
  expect(field('sec-fetch-mode')).toBe('cors')
  expect(field('sec-fetch-site')).toBe('cross-site')
  expect(field('cookie')).toBeNull()
})

describe('which preflights permit the request', () => {
  const put: FetchRequest = { method: 'PUT', headers: json }
  const include: FetchRequest = { ...put, credentials: 'include' }
  const methodsAre = (value: string): HeaderList => [['access-control-allow-methods', value]]
  const headersAre = (value: string): HeaderList => [['access-control-allow-headers', value]]
  const both = [...methodsAre('PUT'), ...headersAre('content-type')]
  test.each<[string, FetchRequest, HeaderList, number, boolean]>([
    ['origin, method and header named', put, allow(store, both), 200, true],
    ['an empty success', put, allow(store, both), 204, true],
    ['any origin', put, allow('*', both), 200, true],
    [
      'any method',
      put,
      allow(store, [...methodsAre('*'), ...headersAre('content-type')]),
      200,
      true,
    ],
    ['any header', put, allow(store, [...methodsAre('PUT'), ...headersAre('*')]), 200, true],
    [
      'header in other letters',
      put,
      allow(store, [...methodsAre('GET, PUT'), ...headersAre('X, Content-Type')]),
      200,
      true,
    ],
    ['no origin', put, both, 200, false],
    ['another origin', put, allow(sibling, both), 200, false],
    ['no method', put, allow(store, headersAre('content-type')), 200, false],
    [
      'method in other letters',
      put,
      allow(store, [...methodsAre('put'), ...headersAre('*')]),
      200,
      false,
    ],
    ['no header', put, allow(store, methodsAre('PUT')), 200, false],
    ['a refusal by status', put, allow(store, both), 403, false],
    ['a redirect', put, allow(store, both), 302, false],
    ['credentials allowed', include, allow(store, [...withCredentials, ...both]), 200, true],
    ['credentials, not allowed', include, allow(store, both), 200, false],
    ['credentials, any origin', include, allow('*', [...withCredentials, ...both]), 200, false],
    [
      'credentials, any method',
      include,
      allow(store, [...withCredentials, ...methodsAre('*'), ...headersAre('content-type')]),
      200,
      false,
    ],
    [
      'credentials, any header',
      include,
      allow(store, [...withCredentials, ...methodsAre('PUT'), ...headersAre('*')]),
      200,
      false,
    ],
    [
      'a bearer token is not any header',
      { headers: [['authorization', 'Bearer x']] },
      allow(store, headersAre('*')),
      200,
      false,
    ],
  ])('%s', async (_, request, preflight, status, permitted) => {
    const { sent, browser, answer } = await fetched(
      url,
      request,
      answers(preflight, allow(store, withCredentials), status),
    )
    expect(sent.length).toBe(permitted ? 2 : 1)
    expect(answer.ok).toBe(permitted)
    const told = browser.recorder.messages.filter(({ id }) => id.includes('blocked-by-cors'))
    expect(told.length).toBe(permitted ? 0 : 1)
  })

  test('what is missing is named on the arrow', async () => {
    const { browser } = await fetched(url, put, answers(allow(store, methodsAre('PUT')), []))
    expect(browser.recorder.messages.at(-1)).toMatchObject({
      from: 'Browser',
      to: 'Browser',
      label: {
        code: 'note.blocked-by-cors',
        params: {
          why: {
            code: 'cors.not-listed',
            params: { header: 'Access-Control-Allow-Headers', name: 'content-type' },
          },
        },
      },
    })
  })

  test('it is remembered for five seconds, or for as long as it says', async () => {
    const count = async (more: HeaderList, wait: number): Promise<number> => {
      const permission = allow(store, [...both, ...more])
      const seen: { seconds: number } = { seconds: wait }
      const { browser } = await fetched(url, put, answers(permission, allow(store)))
      browser.clock.advance(seen.seconds * 1_000)
      await browser.agent.visit('Store', `${store}/`)
      return browser.requests.filter(({ method }) => method === 'OPTIONS').length
    }
    expect(await count([], 4)).toBe(1)
    expect(await count([], 6)).toBe(2)
    expect(await count([['access-control-max-age', '600']], 500)).toBe(1)
    expect(await count([['access-control-max-age', '600']], 700)).toBe(2)
  })
})

describe('which answers a script may read', () => {
  test.each<[string, FetchRequest, HeaderList, boolean]>([
    ['its origin named', {}, allow(store), true],
    ['any origin', {}, allow('*'), true],
    ['nothing said', {}, [], false],
    ['another origin named', {}, allow(sibling), false],
    ['two origins named', {}, [...allow(store), ...allow(store)], false],
    ['credentials allowed', { credentials: 'include' }, allow(store, withCredentials), true],
    ['credentials, not allowed', { credentials: 'include' }, allow(store), false],
    ['credentials, any origin', { credentials: 'include' }, allow('*', withCredentials), false],
    [
      'credentials, TRUE',
      { credentials: 'include' },
      allow(store, [['access-control-allow-credentials', 'TRUE']]),
      false,
    ],
  ])('%s', async (_, request, actual, readable) => {
    const { answer, sent } = await fetched(url, request, answers([], actual))
    expect(methods(sent)).toEqual(['GET'])
    expect(answer).toEqual(
      readable
        ? expect.objectContaining({ ok: true, body: 'secret' })
        : { ok: false, why: 'blocked' },
    )
  })

  test('with no-cors nobody is asked, and nothing is read', async () => {
    const { answer, sent } = await fetched(url, { mode: 'no-cors' }, answers([], []))
    expect(methods(sent)).toEqual(['GET'])
    expect(headerOf(sent[0]?.headers ?? [], 'origin')).toBeNull()
    expect(answer).toMatchObject({ ok: true, status: 0, body: '' })
  })

  test('a page is not shown from an answer that the script may not read', async () => {
    const { browser } = await fetched(
      url,
      { shows: () => ({ path: '/inside', html: '<title>Inside</title>' }) },
      answers([], []),
    )
    expect(browser.agent.page('Store')?.url).toBe(`${store}/`)
    expect(browser.recorder.messages.flatMap(({ changes }) => changes)).toEqual([])
  })

  test('no script sees Set-Cookie', async () => {
    const { answer } = await fetched('/api', {}, () => ({ headers: [['set-cookie', 'sid=1']] }))
    expect(answer).toMatchObject({ ok: true, headers: [] })
  })
})

describe('redirects', () => {
  const moved =
    (to: string): Answering =>
    (request) =>
      request.url === `${store}/api`
        ? { status: 302, headers: [['location', to]] }
        : { headers: allow(store), body: 'there' }

  test('are followed to another origin that agrees', async () => {
    const { answer, sent } = await fetched('/api', {}, moved(`${fusionAuth}/x`))
    expect(sent.map(({ url: at }) => at)).toEqual([`${store}/api`, `${fusionAuth}/x`])
    expect(answer).toMatchObject({ ok: true, body: 'there' })
  })

  test('through a third origin the Origin is null', async () => {
    const chain: Answering = (request) =>
      request.url === `${fusionAuth}/x`
        ? { status: 302, headers: [...allow(store), ['location', `${sibling}/y`]] }
        : { headers: allow('*'), body: 'there' }
    const { sent } = await fetched(`${fusionAuth}/x`, {}, chain)
    expect(headerOf(sent[1]?.headers ?? [], 'origin')).toBe('null')
  })

  test('in a circle they end', async () => {
    const { answer } = await fetched('/api', {}, moved(`${store}/api`))
    expect(answer).toEqual({ ok: false, why: 'unreachable' })
  })
})
