import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { decodeToken, tokenPattern } from '../../scenarios/model/jwt.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { act, slugs } from '../support/play.ts'
import { inEnglish } from '../support/texts.ts'
import { type Behind, openBehind } from './support/behind.ts'

/** Seconds are really waited for here. */
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 10 })

let behind: Behind

beforeAll(async () => {
  behind = await openBehind()
})
afterAll(() => behind.close())

const jwts = 'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies'

/** In its tour a JWT runs out; in the lesson about wrong passwords none does. */
const opened = async (lesson: 'tour' | 'wrong-password', workflow = jwts): Promise<Run> =>
  openRun({ workflow, lesson }, await behind.environment(2))

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]
const load: LabEvent = { type: 'learner.load', app: 'Store' }
const jwtEnds: LabEvent = { type: 'clock.expire', what: 'jwt' }

const carry = async (run: Run, events: readonly LabEvent[]): Promise<void> => {
  for (const event of events) await act(run, event)
}

/** Access tokens that the Store got, in their order: when they were issued and are over, in seconds. */
const issued = (run: Run) =>
  run.state.trace.messages
    .filter(({ id }) => /\.token-response/.test(id))
    .flatMap(({ http }) => (http?.body.match(tokenPattern) ?? []).slice(0, 1))
    .map((jwt) => decodeToken(jwt)?.claims)
    .map((claims) => ({ iat: Number(claims?.['iat']), exp: Number(claims?.['exp']) }))

const lives = (run: Run): readonly number[] => issued(run).map(({ iat, exp }) => exp - iat)

const asides = (run: Run): readonly string[] =>
  run.state.trace.messages
    .filter(({ provenance }) => provenance === 'simulated')
    .map(({ label }) => inEnglish(label))

describe.concurrent('at a FusionAuth whose clock nobody sets', () => {
  test('JWTs live for seconds as long as one is to run out in the lesson, and then as usual', async () => {
    const run = await opened('tour')
    const { trace } = run.state
    expect(trace.events).toEqual([])
    await carry(run, [...login, jwtEnds, load])
    await carry(run, [{ type: 'clock.expire', what: 'refresh-token' }, load])
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    run.close()
    expect(lives(run)).toEqual([2, 2, 600])
  })

  test('the end of a JWT is really waited for, and the trace says so', async () => {
    const run = await opened('tour')
    await carry(run, [...login, jwtEnds])
    const [jwt] = issued(run)
    expect(Date.now()).toBeGreaterThan((jwt?.exp ?? Infinity) * 1_000)
    expect(asides(run)).toEqual([
      expect.stringMatching(/^Really waited for \d seconds?, until the JWT was over$/),
    ])
    // What the message says of the time is what clocks say.
    const { messages } = run.state.trace
    expect(Math.abs(Date.parse(messages.at(-1)?.at ?? '') - Date.now())).toBeLessThan(5_000)
    await act(run, load)
    expect(run.state.trace.messages.at(-1)?.phase).toBe('refresh')
    run.close()
  })

  test('what is waited for stands in the chapter that begins with it', async () => {
    const run = await opened('tour')
    await carry(run, [...login, jwtEnds])
    const [before, wait] = run.state.trace.messages.slice(-2)
    const jwt = [before?.phase, wait?.phase, run.state.trace.dividers.at(-1)]
    await carry(run, [load, { type: 'clock.expire', what: 'refresh-token' }])
    const last = run.state.trace.messages.at(-1)
    run.close()
    expect(jwt).toEqual(['load-cart', 'refresh', { before: wait?.n, kind: 'jwt-expired' }])
    expect(last).toMatchObject({ provenance: 'simulated', phase: 'relogin' })
  })

  test('time that only passes stands in the chapter that goes on', async () => {
    const run = await opened('wrong-password', slugs.code)
    await carry(run, [...login, { type: 'clock.advance', seconds: 1 }])
    const phases = run.state.trace.messages.slice(-2).map(({ phase }) => phase)
    run.close()
    expect(phases).toEqual(['load-cart', 'load-cart'])
  })

  test('a run that is closed while it waits says that it is over', async () => {
    const run = await opened('wrong-password', slugs.code)
    await carry(run, login)
    const sent = run.send({ type: 'clock.advance', seconds: 15 })
    await setTimeout(200)
    run.close()
    expect(await sent).toEqual({ ok: false, problem: { code: 'problem.run-over', params: {} } })
  })

  test('a JWT that is over by then has not to be waited for', async () => {
    const run = await opened('tour')
    await carry(run, login)
    await setTimeout(4_000)
    await act(run, jwtEnds)
    run.close()
    expect(asides(run)).toEqual(['The JWT is over by itself: nothing had to be waited for'])
  })

  test('a JWT that lives for too long to be waited for is said to, and the next one does not', async () => {
    const run = await opened('wrong-password')
    await carry(run, [...login, jwtEnds])
    expect(asides(run)[0]).toMatch(
      /^Too long to wait: the JWT lives on for (?:60[01]|59\d) seconds, the next one for 2 seconds$/,
    )
    await act(run, load)
    expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
    await carry(run, [{ type: 'learner.logout', app: 'Store' }, ...login])
    run.close()
    expect(lives(run)).toEqual([600, 2])
  })

  test('seconds that pass really pass', async () => {
    const run = await opened('wrong-password', slugs.code)
    await carry(run, login)
    const before = Date.now()
    await act(run, { type: 'clock.advance', seconds: 2 })
    run.close()
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_900)
    expect(asides(run)).toEqual(['Really waited for 2 seconds'])
  })

  test('where JWTs tell the time, nothing passes that is too long to wait', async () => {
    const run = await opened('wrong-password')
    await carry(run, [...login, { type: 'clock.advance', seconds: 60 }])
    run.close()
    expect(asides(run)).toEqual(['Too long to wait: nothing passes'])
    const { messages } = run.state.trace
    expect(Math.abs(Date.parse(messages.at(-1)?.at ?? '') - Date.now())).toBeLessThan(5_000)
  })

  test('a run that is closed waits no longer', async () => {
    const environment = await behind.environment()
    const { real } = environment
    if (real === undefined) throw new Error('no real FusionAuth')
    const waits: Promise<void>[] = []
    const wait: typeof real.wait = (milliseconds, signal) => {
      const waited = real.wait(milliseconds, signal)
      waits.push(waited)
      return waited
    }
    const run = await openRun({ workflow: slugs.code }, { ...environment, real: { ...real, wait } })
    await carry(run, login)
    const before = Date.now()
    const sent = run.send({ type: 'clock.advance', seconds: 15 })
    while (waits.length === 0) await setTimeout(10)
    run.close()
    await Promise.all([sent, ...waits])
    expect(Date.now() - before).toBeLessThan(14_000)
  })
})
