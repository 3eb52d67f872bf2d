import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { begin, createLab, get, openStore, post } from './client.ts'
import { cases } from '../support/cases.ts'

const everyEvent: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Forums' },
  { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
  {
    type: 'learner.submit',
    app: 'Store',
    credentials: { loginId: 'richard@example.com', password: 'correct horse' },
  },
  { type: 'learner.load', app: 'Store' },
  { type: 'clock.expire', what: 'sso-session' },
  { type: 'clock.advance', seconds: 3600 },
  { type: 'hacker.steal', what: 'session-id' },
  { type: 'fusionauth.revoke' },
  { type: 'fusionauth.stop' },
  { type: 'fusionauth.start' },
]

describe('an event', () => {
  it.each(everyEvent)('is understood: $type', async (event) => {
    const { api } = createLab()
    const { status } = await post(api, `${await begin(api)}/events`, { event })
    expect(status).toBe(200)
  })

  it.each([
    [{}, 'event', 'event must be a JSON object'],
    [{ event: null }, 'event', 'event must be a JSON object'],
    [{ event: [] }, 'event', 'event must be a JSON object'],
    [{ event: {} }, 'event.type', 'must be the name of an event'],
    [{ event: { type: 7 } }, 'event.type', 'must be the name of an event'],
    [{ event: { type: 'learner.opne' } }, 'event.type', 'The nearest is learner.open.'],
    [{ event: { type: 'constructor' } }, 'event.type', 'no event "constructor"'],
    [{ event: { type: '__proto__' } }, 'event.type', 'no event "__proto__"'],
    [{ event: { type: 'learner.open' } }, 'event.app', 'one of "Store", "Forums"'],
    [{ event: { type: 'learner.open', app: 'Shop' } }, 'event.app', 'not "Shop"'],
    [{ event: { type: 'learner.open', app: 'Store', extra: 1 } }, 'event.extra', 'The nearest is'],
    [{ event: { type: 'clock.expire', what: 'cookie' } }, 'event.what', '"sso-session"'],
    [{ event: { type: 'clock.advance', seconds: -1 } }, 'event.seconds', 'from 1 to'],
    [{ event: { type: 'clock.advance', seconds: 1e300 } }, 'event.seconds', 'from 1 to'],
    [{ event: { type: 'clock.advance', seconds: '60' } }, 'event.seconds', 'whole number'],
    [
      { event: { type: 'learner.submit', app: 'Store', credentials: 'wrong' } },
      'event.credentials',
      '"wrong-password"',
    ],
    [
      { event: { type: 'learner.submit', app: 'Store', credentials: { loginId: 'a' } } },
      'event.credentials.password',
      'must be text',
    ],
    [
      {
        event: {
          type: 'learner.submit',
          app: 'Store',
          credentials: { loginId: 'a', password: 'x'.repeat(257) },
        },
      },
      'event.credentials.password',
      'at most 256 characters',
    ],
    [{ event: openStore, at: -1 }, 'at', 'whole number'],
    [{ event: openStore, at: 1.5 }, 'at', 'whole number'],
    [{ event: openStore, at: 99 }, 'at', 'from 0 to 0'],
    [{ event: openStore, att: 0 }, 'att', 'The nearest is "at"'],
  ])('%j is refused, and the field is named', async (body, field, words) => {
    const { api } = createLab()
    const run = await begin(api)
    const answer = await post(api, `${run}/events`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.field).toBe(field)
    expect(answer.body.problem).toContain(words)
    expect((await get(api, run)).body.state.trace.messages).toHaveLength(0)
  })
})

describe('the other commands', () => {
  it.each([
    ['fork', {}, 'at'],
    ['fork', { at: 'end' }, 'at'],
    ['fork', { at: Number.MAX_VALUE }, 'at'],
    ['fork', { at: null }, 'at'],
    ['fork', { at: 3 }, 'at'],
    ['branch', { branch: 1 }, 'branch'],
    ['branch', { branch: 'b'.repeat(201) }, 'branch'],
  ])('%s refuses %j', async (name, body, field) => {
    const { api } = createLab()
    const answer = await post(api, `${await begin(api)}/${name}`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.field).toBe(field)
  })

  it.each([
    [{}, 'workflow'],
    [{ workflow: 3 }, 'workflow'],
    [{ workflow: 'webapp/oauth-code', lesson: 1 }, 'lesson'],
    [{ workflow: 'webapp/oauth-code', seed: {} }, 'seed'],
    [{ workflow: 'webapp/oauth-code', seed: 's'.repeat(201) }, 'seed'],
    [{ workflow: 'webapp/oauth-code', defences: [] }, 'defences'],
    [{ workflow: 'webapp/oauth-code', defences: { pkce: { deep: [] } } }, 'defences.pkce'],
    [{ workflow: 'webapp/oauth-code', defences: { 'a b': true } }, 'defences.a b'],
    [{ workflow: 'webapp/oauth-code', defence: {} }, 'defence'],
    // The slip is told, and not what is missing because of it.
    [{ wrokflow: 'webapp/oauth-code' }, 'wrokflow'],
  ])('a run is not begun with %j', async (body, field) => {
    const answer = await post(createLab().api, '/api/runs', body)
    expect(answer.status).toBe(400)
    expect(answer.body.field).toBe(field)
  })

  it('a name that means something to JavaScript is only a name', async () => {
    const { api } = createLab()
    const body = '{"workflow":"webapp/oauth-code","defences":{"__proto__":{"polluted":true}}}'
    expect((await post(api, '/api/runs', body)).status).toBe(400)
    const { status } = await post(
      api,
      '/api/runs',
      '{"workflow":"webapp/oauth-code","defences":{"constructor":true}}',
    )
    expect(status).toBe(201)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('a body', () => {
  it.each([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['{"workflow":"webapp/oauth-code"}}', 'not JSON'],
    ['null', 'must be a JSON object'],
    ['[]', 'must be a JSON object'],
    ['"text"', 'must be a JSON object'],
  ])('%j is refused', async (body, words) => {
    const answer = await post(createLab().api, '/api/runs', body)
    expect(answer.status).toBe(400)
    expect(answer.body.problem).toContain(words)
  })

  it('that is not UTF-8 is refused', async () => {
    const response = await createLab().api.request('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(response.status).toBe(400)
  })

  it.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'of type "%s" is refused: a form on a foreign page can send it',
    async (type) => {
      const body = { workflow: 'webapp/oauth-code' }
      const answer = await post(createLab().api, '/api/runs', body, { 'content-type': type })
      expect(answer.status).toBe(415)
    },
  )

  it('may name its charset', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' }
    const body = { workflow: 'webapp/oauth-code' }
    expect((await post(createLab().api, '/api/runs', body, headers)).status).toBe(201)
  })
})

describe('an address', () => {
  it.each([
    ['PUT', '/api/runs', 'POST'],
    ['GET', '/api/runs', 'POST'],
    ['OPTIONS', '/api/runs', 'POST'],
    ['PATCH', '/api/runs/x', 'GET, PUT, DELETE'],
    ['POST', '/api', 'GET'],
    ['POST', '/api/runs/x/trace', 'GET'],
    ['DELETE', '/api/runs/x/live', 'GET'],
    ['GET', '/api/runs/x/events', 'POST'],
    ['GET', '/api/runs/x/branch', 'POST'],
  ])('%s %s: the answer lists what is understood', async (method, path, allow) => {
    const answer = await get(createLab().api, path, method)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allow)
  })

  it.each(['/api/', '/api/rooms', '/api/runs/x/y', '/api/runs//events/z'])(
    '%s is not known',
    async (path) => {
      const answer = await get(createLab().api, path)
      expect(answer.status).toBe(404)
      expect(answer.body.problem).not.toBe('')
    },
  )
})

describe('whatever is sent', () => {
  it('is never answered with a server error, and the run stays usable', async () => {
    const { api, log } = createLab({ runs: 5000, messages: 1e6, branches: 1e6 })
    const run = await begin(api)
    const event = fc.record(
      {
        type: fc.oneof(fc.constantFrom(...everyEvent.map(({ type }) => type)), fc.string()),
        app: fc.oneof(fc.constantFrom('Store', 'Forums'), fc.jsonValue()),
        what: fc.oneof(fc.constantFrom('session', 'session-id'), fc.jsonValue()),
        seconds: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
        credentials: fc.oneof(fc.constantFrom('right', 'wrong-password'), fc.jsonValue()),
      },
      { requiredKeys: [] },
    )
    const body = fc.oneof(
      fc.record({ event, at: fc.oneof(fc.integer(), fc.jsonValue()) }, { requiredKeys: [] }),
      fc.record({ to: fc.oneof(fc.nat(20), fc.jsonValue()) }),
      fc.record({ at: fc.oneof(fc.nat(20), fc.jsonValue()) }),
      fc.record({ branch: fc.oneof(fc.constantFrom('main', 'branch-1'), fc.jsonValue()) }),
      fc.record({
        workflow: fc.oneof(fc.constant('webapp/oauth-code'), fc.string()),
        defences: fc.dictionary(fc.string(), fc.jsonValue()),
      }),
      fc.jsonValue(),
      fc.string(),
    )
    const path = fc.oneof(
      fc.constantFrom('events', 'fork', 'branch').map((name) => `${run}/${name}`),
      fc.constant('/api/runs'),
      fc.webPath().map((tail) => `/api/runs${tail}`),
      fc.string({ unit: 'grapheme' }).map((text) => `/api/runs/${encodeURIComponent(text)}/events`),
      fc.constantFrom('/api/runs/%E0%A4%A/events', '/api/runs/%/fork', '/api/runs/%00'),
    )
    await fc.assert(
      fc.asyncProperty(path, body, async (where, what) => {
        const answer = await post(api, where, what)
        expect(answer.status).toBeLessThan(500)
        if (answer.status >= 400) expect(answer.body.problem.length).toBeGreaterThan(10)
      }),
      cases(1000),
    )
    expect(log).toEqual([])
    expect((await post(api, `${run}/events`, { event: openStore })).status).toBe(200)
  })
})
