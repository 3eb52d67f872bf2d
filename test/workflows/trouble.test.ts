import { describe, expect, test } from 'vitest'
import { Unreachable, type World } from '../../scenarios/engine/ports.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Run } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import { openRun } from '../../server/run.ts'
import { act, done, played, playOn, runThrough, slugs } from '../support/play.ts'
import { inEnglish, made } from '../support/texts.ts'

const toForm: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
]
const right: LabEvent = { type: 'learner.submit', app: 'Store', credentials: 'right' }
const load: LabEvent = { type: 'learner.load', app: 'Store' }
const expire: LabEvent = { type: 'clock.expire', what: 'session' }

const page = (trace: Trace): string => trace.messages.at(-1)?.http?.body ?? ''

const carry = async (run: Run, events: readonly LabEvent[]): Promise<Trace> => {
  for (const event of events) await act(run, event)
  return run.state.trace
}

describe.each(Object.entries(slugs))('%s login', (_, workflow) => {
  test.each(['wrong-password', 'unknown-user'] as const)(
    '%s: the form comes back with a message',
    async (credentials) => {
      const trace = await done({ workflow }, [
        ...toForm,
        { type: 'learner.submit', app: 'Store', credentials },
      ])
      expect(page(trace)).toContain('type="password"')
      expect(page(trace)).toMatch(/Invalid login credentials|Email address or password is wrong/)
    },
  )

  test('after a wrong password the right one still works', async () => {
    const trace = await played({ workflow, lesson: 'wrong-password' })
    expect(page(trace)).toContain('Your cart, Ada Winter')
  })

  test('own words in the form are used as they are', async () => {
    const trace = await done({ workflow }, [
      ...toForm,
      {
        type: 'learner.submit',
        app: 'Store',
        credentials: { loginId: 'ada@example.com', password: '<b>"&\'é' },
      },
    ])
    const sent = trace.messages.find(({ http }) => http?.method === 'POST')?.http?.body ?? ''
    expect(new URLSearchParams(sent).get('loginId')).toBe('ada@example.com')
    expect(page(trace)).toContain('type="password"')
  })

  test('FusionAuth stopped in the middle: the Store says so and keeps the cookies', async () => {
    const trace = await done({ workflow }, [
      ...toForm,
      right,
      expire,
      { type: 'fusionauth.stop' },
      load,
    ])
    const last = trace.messages.at(-1)
    expect(last?.http?.status).toBe(502)
    expect(page(trace)).toContain('Nothing is lost')
    expect(last?.received).toEqual([])
    expect(trace.messages.some(({ label }) => inEnglish(label).startsWith('No answer'))).toBe(true)
  })

  test('FusionAuth back again: the same cookies work', async () => {
    const trace = await played({ workflow, lesson: 'outage' })
    expect(page(trace)).toContain('Your cart, Ada Winter')
    expect(trace.messages.some(({ phase }) => phase === 'relogin')).toBe(false)
  })
})

const code = { workflow: slugs.code }

const failing = (path: string, instead: () => ReturnType<World['deliver']>) =>
  runThrough(
    code,
    (deliver) => (request, exchange) =>
      new URL(request.url).pathname === path ? instead() : deliver(request, exchange),
  )

const garbage: readonly (readonly [string, WireResponse])[] = [
  ['HTML', { status: 200, headers: [['content-type', 'text/html']], body: '<p>hello</p>' }],
  ['broken JSON', { status: 200, headers: [['content-type', 'application/json']], body: '{"a' }],
  [
    'another JSON',
    { status: 200, headers: [['content-type', 'application/json']], body: '{"a":1}' },
  ],
  ['JSON null', { status: 200, headers: [['content-type', 'application/json']], body: 'null' }],
  ['nothing', { status: 200, headers: [], body: '' }],
  ['a server error', { status: 500, headers: [], body: '' }],
  [
    'a token of nobody',
    {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: '{"access_token":"x","id_token":"y.z.w","refresh_token":"r"}',
    },
  ],
]

test.each(garbage)(
  'FusionAuth answers the token request with %s: a clear page, no session',
  async (_, answer) => {
    const run = await failing('/oauth2/token', () => Promise.resolve(answer))
    const trace = await carry(run, [...toForm, right])
    expect(trace.messages.at(-1)?.http?.status).toBe(502)
    expect(page(trace)).toContain('We cannot reach the login service')
    expect(trace.messages.some(({ id }) => id.includes('create-session'))).toBe(false)
  },
)

test('FusionAuth never answers the token request: a clear page, and the run goes on', async () => {
  const run = await failing('/oauth2/token', () =>
    Promise.reject(
      new Unreachable('https://example.fusionauth.io/oauth2/token', made('no answer within 10 s')),
    ),
  )
  const trace = await carry(run, [...toForm, right])
  expect(page(trace)).toContain('no answer within 10 s')
  await act(run, { type: 'learner.open', app: 'Store' })
  expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
})

test('FusionAuth does not answer the browser: the browser says so, and the run goes on', async () => {
  const run = await failing('/oauth2/authorize', () =>
    Promise.reject(new Unreachable('https://example.fusionauth.io', made('connection refused'))),
  )
  const trace = await carry(run, toForm)
  expect(trace.messages.at(-1)).toMatchObject({
    from: 'Browser',
    to: 'Browser',
    kind: 'self',
    label: { code: 'note.no-answer', params: { why: made('connection refused') } },
  })
  await act(run, { type: 'learner.open', app: 'Store' })
  expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
})

test('a code that somebody else redeemed first is refused, and the Store says so', async () => {
  const run = await runThrough(code, (deliver) => async (request, exchange) => {
    if (request.body.includes('authorization_code')) await deliver(request, exchange)
    return deliver(request, exchange)
  })
  const trace = await carry(run, [...toForm, right])
  expect(trace.messages.find(({ id }) => id === 'login.token-response')?.http?.status).toBe(400)
  expect(page(trace)).toContain('FusionAuth did not accept the code')
  await act(run, { type: 'learner.open', app: 'Store' })
  expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
})

test('a code that has expired is refused, and the Store says so', async () => {
  const { prepareRun } = await import('../../server/run.ts')
  const { createRun } = await import('../../scenarios/engine/run.ts')
  const options = await prepareRun(code)
  let late = 0
  const run = await createRun({
    ...options,
    config: {
      ...options.config,
      openWorld: async (ports) => {
        const world = await options.config.openWorld({
          ...ports,
          clock: { now: () => ports.clock.now() + late },
        })
        return {
          ...world,
          deliver: (request, exchange) => {
            if (request.url.includes('/oauth2/token')) late = 31_000
            return world.deliver(request, exchange)
          },
        }
      },
    },
  })
  const trace = await carry(run, [...toForm, right])
  expect(trace.messages.find(({ id }) => id === 'login.token-response')?.http?.status).toBe(400)
  expect(page(trace)).toContain('FusionAuth did not accept the code')
})

test('a callback with a forged state makes no token request', async () => {
  const run = await runThrough(code, (deliver) => async (request, exchange) => {
    const bent = request.url.replace(/([?&]state=)[^&]*/, '$1forged')
    return deliver(
      request.url.includes('/oauth-callback') ? { ...request, url: bent } : request,
      exchange,
    )
  })
  const trace = await carry(run, [...toForm, right])
  expect(trace.messages.at(-1)?.http?.status).toBe(400)
  expect(trace.messages.some(({ id }) => id.includes('token-request'))).toBe(false)
})

test('a login form posted from another site is refused', async () => {
  const run = await runThrough({ workflow: slugs.native }, (deliver) => (request, exchange) => {
    const headers = request.headers.map(([name, value]): [string, string] =>
      name === 'origin' ? [name, 'https://evil.test'] : [name, value],
    )
    return deliver({ ...request, headers }, exchange)
  })
  const trace = await carry(run, [...toForm, right])
  expect(trace.messages.at(-1)?.http?.status).toBe(403)
})

test('an unknown workflow is refused by name, with the nearest known one', async () => {
  await expect(
    openRun({ workflow: slugs.code.replace('authorization', 'authorisation') }),
  ).rejects.toMatchObject({ reason: { code: 'problem.no-such', params: { nearest: slugs.code } } })
})

test('an unknown lesson is refused by name, with the nearest known one', async () => {
  await expect(openRun({ ...code, lesson: 'tuor' })).rejects.toMatchObject({
    reason: { code: 'problem.no-such', params: { nearest: 'tour' } },
  })
})

test('a fault inside the world is told, and the run goes on', async () => {
  const run = await failing('/login', () => Promise.reject(new Error('a bug')))
  await act(run, { type: 'learner.open', app: 'Store' })
  const result = await run.send({ type: 'learner.login', app: 'Store' })
  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'problem.fault', params: { what: 'a bug' } },
  })
  await act(run, { type: 'learner.open', app: 'Store' })
  expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
})

test('a lesson that breaks down leaves what happened so far', async () => {
  const run = await failing('/oauth2/token', () =>
    Promise.resolve({ status: 500, headers: [], body: '' }),
  )
  const trace = await playOn(run)
  expect(trace.messages.length).toBeGreaterThan(10)
})
