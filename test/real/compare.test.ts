import { afterEach, describe, expect, test, vi } from 'vitest'
import { compareTraces } from '../../scenarios/conformance/index.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { Difference, DifferenceKind } from '../../scenarios/model/difference.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { act, played, playOn, slugs } from '../support/play.ts'
import { type Behind, type Bend, openBehind } from './support/behind.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

/** Programs start and whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

let behind: Behind | null = null
afterEach(async () => {
  await behind?.close()
  behind = null
})

const canary = 'canary-api-key-0123456789'

/** The state after a whole tour at a stand-in whose answers are bent on their way. */
const toured = async (
  bend?: Bend,
  workflow: string = slugs.code,
  profile: Profile = 'fidelity',
): Promise<RunState> => {
  behind = await openBehind(canary, bend)
  const run = await openRun({ workflow, profile }, await behind.environment())
  await playOn(run).catch(() => undefined)
  return run.state
}

const differences = async (bend?: Bend, workflow?: string): Promise<readonly Difference[]> =>
  (await toured(bend, workflow)).differences ?? []

/** Bends the answers of one path. */
const at =
  (
    path: string,
    change: (response: Response) => Response | Promise<Response>,
    method?: string,
  ): Bend =>
  (request, response) =>
    new URL(request.url).pathname === path && (method ?? request.method) === request.method
      ? change(response)
      : response

const withHeader =
  (change: (headers: Headers) => void) =>
  (response: Response): Response => {
    const headers = new Headers(response.headers)
    change(headers)
    return new Response(response.body, { status: response.status, headers })
  }

const withJson =
  (change: (body: Record<string, unknown>) => Record<string, unknown>) =>
  async (response: Response): Promise<Response> => {
    const body = (await response.json()) as Record<string, unknown>
    return Response.json(change(body), { status: response.status, headers: response.headers })
  }

const withLocation = (change: (location: string) => string) =>
  withHeader((headers) => headers.set('location', change(headers.get('location') ?? '')))

const withCookies =
  (change: (line: string) => string | null) =>
  (response: Response): Response => {
    const headers = new Headers(response.headers)
    const lines = headers.getSetCookie()
    headers.delete('set-cookie')
    for (const line of lines) {
      const changed = change(line)
      if (changed !== null) headers.append('set-cookie', changed)
    }
    return new Response(response.body, { status: response.status, headers })
  }

const without = (given: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== name))

/** The JWT again with other claims; nobody who reads it here asks for the signature. */
const rewritten = (token: unknown, change: (claims: Record<string, unknown>) => object): string => {
  if (typeof token !== 'string') return ''
  const [head = '', body = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  return [head, Buffer.from(JSON.stringify(change(claims))).toString('base64url'), signature].join(
    '.',
  )
}

describe('a FusionAuth that answers as expected', () => {
  test.each(Object.values(slugs))('shows no difference that is not explained: %s', async (slug) => {
    const found = await differences(undefined, slug)
    expect(found.filter(({ reason }) => reason === null)).toEqual([])
  })

  test.each(Object.values(slugs))('nor when it is set up hardened: %s', async (slug) => {
    const { differences: found = [], trace } = await toured(undefined, slug, 'hardened')
    expect(found.filter(({ reason }) => reason === null)).toEqual([])
    expect(trace.profile).toBe('hardened')
    expect(trace.messages.some(({ phase }) => phase === 'stolen-session-id')).toBe(true)
  })

  test('by plain http its cookies are not Secure, which is said and explained', async () => {
    const found = (await differences()).filter(({ kind }) => kind === 'cookie-attribute')
    expect(found.length).toBeGreaterThan(0)
    for (const { what, reason } of found) {
      expect(what).toMatch(/; secure$/)
      expect(reason).toMatchObject({ code: 'explained.plain-http' })
    }
  })

  test('a run on the stand-in itself is not compared', async () => {
    const run = await openRun({ workflow: slugs.code })
    await act(run, { type: 'learner.open', app: 'Store' })
    expect('differences' in run.state).toBe(false)
  })

  test('what the learner does beside the lesson is not held against it', async () => {
    behind = await openBehind(canary)
    const run = await openRun({ workflow: slugs.code }, await behind.environment())
    await act(run, { type: 'learner.open', app: 'Store' })
    await act(run, { type: 'learner.open', app: 'Forums' })
    expect(run.state.differences).toEqual([])
  })
})

const token = '/oauth2/token'
const login = '/oauth2/authorize'
const consent = '/oauth2/consent'

// oxfmt-ignore
const bends: readonly (readonly [string, DifferenceKind, string, Bend, Partial<Difference>])[] = [
  ['another status', 'status', 'login.consent-response',
    at(consent, (r) => new Response(r.body, { status: 303, headers: r.headers })),
    { expected: '302', observed: '303' }],
  ['a redirect to another place', 'redirect-target', 'login.credentials-response',
    at(login, withLocation((to) => to.replace('/oauth2/consent', '/oauth2/agree')), 'POST'),
    { what: 'location', expected: 'https://example.fusionauth.io/oauth2/consent', observed: 'https://example.fusionauth.io/oauth2/agree' }],
  ['a parameter that is missing in a redirect', 'redirect-parameters', 'login.consent-response',
    at(consent, withLocation((to) => to.replace(/[?&]iss=[^&]*/, ''))),
    { what: 'location' }],
  ['parameters in another order', 'redirect-parameters', 'login.consent-response',
    at(consent, withLocation((to) => { const url = new URL(to); url.searchParams.sort(); const state = url.searchParams.get('state') ?? ''; url.searchParams.delete('state'); url.searchParams.append('state', state); return url.href })),
    { what: 'location' }],
  ['an error in a redirect', 'error-code', 'login.consent-response',
    at(consent, withLocation((to) => to.replace(/code=[^&]*/, 'error=access_denied&error_reason=consent_canceled'))),
    { what: 'location', expected: null, observed: 'access_denied, consent_canceled' }],
  ['a cookie that is not set', 'cookie', 'login.consent-response',
    at(consent, withCookies(() => null)),
    { what: 'fusionauth.sso', expected: 'set', observed: null }],
  ['a cookie that nobody expected', 'cookie', 'login.authorize-response',
    at(login, withHeader((h) => h.append('set-cookie', 'fusionauth.extra=1; Path=/')), 'GET'),
    { what: 'fusionauth.extra', expected: null, observed: 'set' }],
  ['another SameSite', 'cookie-attribute', 'login.consent-response',
    at(consent, withCookies((line) => line.replace(/SameSite=Lax/i, 'SameSite=None'))),
    { what: 'fusionauth.sso; samesite', expected: 'Lax', observed: 'None' }],
  ['a cookie without HttpOnly', 'cookie-attribute', 'login.consent-response',
    at(consent, withCookies((line) => line.replace(/; HttpOnly/i, ''))),
    { what: 'fusionauth.sso; httponly', expected: 'present', observed: null }],
  ['a header that is missing', 'header', 'login.authorize-response',
    at(login, withHeader((h) => h.delete('x-frame-options')), 'GET'),
    { what: 'x-frame-options', expected: 'DENY', observed: null }],
  ['a header that nobody expected', 'header', 'login.token-response',
    at(token, withHeader((h) => h.set('www-authenticate', 'Basic'))),
    { what: 'www-authenticate', expected: null, observed: 'present' }],
  ['a header that says something else', 'header', 'login.token-response',
    at(token, withHeader((h) => h.set('cache-control', 'no-cache'))),
    { what: 'cache-control', observed: 'no-cache' }],
  ['a member that is missing', 'body', 'login.token-response',
    at(token, withJson((b) => without(b, 'userId'))),
    { what: 'members', expected: 'userId', observed: 'none' }],
  ['a member of another kind', 'body', 'login.token-response',
    at(token, withJson((b) => ({ ...b, expires_in: String(b['expires_in']) }))),
    { what: 'expires_in', expected: 'number', observed: 'string' }],
  ['a claim that is missing', 'claim', 'login.token-response',
    at(token, withJson((b) => ({ ...b, access_token: rewritten(b['access_token'], (c) => without(c, 'tid')) }))),
    { what: 'access_token; tid', observed: null }],
  ['a claim that says something else', 'claim', 'login.token-response',
    at(token, withJson((b) => ({ ...b, access_token: rewritten(b['access_token'], (c) => ({ ...c, authenticationType: 'MAGIC' })) }))),
    { what: 'access_token; authenticationType', expected: 'PASSWORD', observed: 'MAGIC' }],
  ['an id that is not everywhere the same', 'claim', 'login.token-response',
    at(token, withJson((b) => ({ ...b, access_token: rewritten(b['access_token'], (c) => ({ ...c, applicationId: c['tid'] })) }))),
    { what: 'access_token; applicationId' }],
  ['a token that lives longer', 'claim', 'login.token-response',
    at(token, withJson((b) => ({ ...b, access_token: rewritten(b['access_token'], (c) => ({ ...c, exp: Number(c['exp']) + 1 })) }))),
    { what: 'access_token; exp', expected: '3600 s', observed: '3601 s' }],
  ['an error code in a body', 'error-code', 'login.token-response',
    at(token, () => Response.json({ error: 'invalid_grant', error_reason: 'auth_code_not_found' }, { status: 400 })),
    { what: 'body', expected: null, observed: 'invalid_grant, auth_code_not_found' }],
  ['a control that the form has besides', 'form', 'login.authorize-response',
    at(login, async (r) => new Response((await r.text()).replace('<button>', '<input type=hidden name=csrf value=1><button>'), r), 'GET'),
    { what: 'controls', expected: 'none', observed: 'csrf' }],
  ['what the browser then sends', 'request-parameters', 'login.credentials-request',
    at(login, async (r) => new Response((await r.text()).replace('<button>', '<input type=hidden name=csrf value=1><button>'), r), 'GET'),
    {}],
  ['a message that does not come', 'missing-message', 'login.consent-request',
    at(login, () => new Response('<p>Hello</p>', { headers: { 'content-type': 'text/html' } }), 'POST'),
    { n: null, expected: 'Browser to FusionAuth: GET /oauth2/consent', observed: null }],
  ['a message that nobody expected', 'extra-message', 'login.get-oauth2-extra-request',
    (request, response) => {
      const path = new URL(request.url).pathname
      if (path === '/oauth2/extra') return new Response(null, { status: 302, headers: { location: `/oauth2/consent${new URL(request.url).search}` } })
      return path === login && request.method === 'POST' ? withLocation((to) => to.replace('/oauth2/consent', '/oauth2/extra'))(response) : response
    },
    { expected: null }],
]

describe('each kind of difference is found', () => {
  test.each(bends)('%s', async (_, kind, message, bend, part) => {
    const found = await differences(bend)
    const fitting = found.filter((one) => one.kind === kind && one.message === message)
    expect(fitting).toContainEqual(expect.objectContaining(part))
    for (const { sentence } of fitting) expect(sayEnglish(sentence)).toMatch(/^\S.*\.$/s)
  })

  test('an error text, which is explained by its not being published', async () => {
    const expected = await played({ workflow: slugs.code })
    const change = (text: string) => ({
      messages: expected.messages.map((message) =>
        message.id === 'login.token-response' && message.http !== null
          ? {
              ...message,
              http: {
                ...message.http,
                status: 400,
                body: JSON.stringify({ error: 'invalid_grant', error_description: text }),
              },
            }
          : message,
      ),
    })
    const [found, ...more] = compareTraces(change('No.'), change('Nope.'))
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind: 'error-text', expected: 'No.', observed: 'Nope.' })
    expect(found?.reason).toMatchObject({ code: 'explained.error-text' })
  })

  test('error codes of the API: every field and general error', async () => {
    const bend = at('/api/login', () =>
      Response.json(
        {
          fieldErrors: { loginId: [{ code: '[blank]loginId', message: '' }] },
          generalErrors: [{ code: '[X]' }],
        },
        { status: 400 },
      ),
    )
    const found = await differences(bend, slugs.native)
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'error-code', observed: '[blank]loginId, [X]' }),
    )
  })
})

describe('two traces', () => {
  test('of one server differ in nothing', async () => {
    const trace = await played({ workflow: slugs.code })
    const other = await played({ workflow: slugs.code, seed: 'another' })
    expect(compareTraces(trace, trace)).toEqual([])
    expect(compareTraces(trace, other)).toEqual([])
  })

  test('that have nothing in common differ in every message', async () => {
    const { messages } = await played({ workflow: slugs.code })
    const real = messages.filter(({ provenance }) => provenance === 'real').length
    const missing = compareTraces({ messages }, { messages: [] })
    expect(missing.map(({ kind }) => kind)).toEqual(
      Array.from({ length: real }, () => 'missing-message'),
    )
    expect(compareTraces({ messages: [] }, { messages })).toHaveLength(real)
  })

  test('are told in the order of the messages', async () => {
    const found = await differences(at(token, () => new Response(null, { status: 503 })))
    const numbers = found.flatMap(({ n }) => (n === null ? [] : [n]))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })
})

test('no difference repeats the value of a secret', async () => {
  const state = await toured(
    at(
      consent,
      withCookies((line) => line.replace(/; HttpOnly/i, '')),
    ),
  )
  const text = JSON.stringify(state.differences)
  for (const [value] of behind?.standIn.memory.refreshTokens.rows ?? [])
    expect(text).not.toContain(value)
  expect(text).not.toContain(canary)
})
