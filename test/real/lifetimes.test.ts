import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Run } from '../../scenarios/model/run.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { act, slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'
import { inEnglish } from '../support/texts.ts'

/** Programs start and whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})

afterEach(() => behind.close())

const opened = async (workflow: string = slugs.code): Promise<Run> =>
  openRun({ workflow }, await behind.environment())

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]
const load: LabEvent = { type: 'learner.load', app: 'Store' }

const carry = async (run: Run, events: readonly LabEvent[]): Promise<void> => {
  for (const event of events) await act(run, event)
}

const last = (run: Run): Message | undefined => run.state.trace.messages.at(-1)

/** The self messages of the run that say what was done instead of waiting. */
const said = (run: Run): readonly (readonly [string, string, string])[] =>
  run.state.trace.messages
    .filter(({ provenance }) => provenance === 'simulated')
    .map(({ from, label, provenance }) => [from, inEnglish(label), provenance])

const clock = [
  'Store',
  'The clock of the applications is moved on instead of waiting',
  'simulated',
] as const
const token = [
  'FusionAuth',
  'The refresh token is revoked instead of waited for',
  'simulated',
] as const
const session = [
  'FusionAuth',
  'The single sign-on session is revoked instead of waited for',
  'simulated',
] as const

describe('what runs out at a FusionAuth that keeps its own time', () => {
  test('an application session ends by the clock of the application, and the trace says so', async () => {
    const run = await opened()
    await carry(run, [...login, { type: 'clock.expire', what: 'session' }])
    expect(said(run)).toEqual([clock])
    expect(behind.standIn.memory.refreshTokens.rows.size).toBe(1)
    await act(run, load)
    expect(last(run)?.phase).toBe('refresh')
    expect(last(run)?.http?.status).toBe(200)
  })

  test('a refresh token is revoked, and with it the older session at FusionAuth', async () => {
    const run = await opened()
    await carry(run, [...login, { type: 'clock.expire', what: 'refresh-token' }])
    expect(said(run)).toEqual([clock, token, session])
    expect(run.state.trace.dividers.at(-1)?.kind).toBe('session-and-refresh-token-expired')
    await act(run, load)
    expect(last(run)?.http?.body).toContain('type="password"')
  })

  test('a single sign-on session is revoked alone, and the refresh token lives', async () => {
    const run = await opened()
    await carry(run, [...login, { type: 'clock.expire', what: 'sso-session' }])
    expect(said(run)).toEqual([clock, session])
    await act(run, load)
    expect(last(run)?.http?.status).toBe(200)
  })

  test('time that passes as the learner says takes along what it outlives, and nothing else', async () => {
    const run = await opened()
    await carry(run, [...login, { type: 'clock.advance', seconds: 60 }])
    expect(said(run)).toEqual([clock])
    await act(run, { type: 'clock.advance', seconds: 3_700 })
    expect(said(run)).toEqual([clock, clock, session])
  })

  test('a run whose tokens end leaves the tokens of another run at the same server alone', async () => {
    const [one, other] = [await opened(), await opened()]
    await carry(one, login)
    await carry(other, login)
    await act(one, { type: 'clock.expire', what: 'refresh-token' })
    await carry(other, [{ type: 'clock.expire', what: 'session' }, load])
    expect(last(other)?.http?.status).toBe(200)
    expect(other.state.trace.messages.some(({ id }) => id.startsWith('relogin'))).toBe(false)
    await carry(other, [
      { type: 'learner.open', app: 'Forums' },
      { type: 'learner.login', app: 'Forums' },
    ])
    expect(last(other)?.http?.body).not.toContain('type="password"')
  })

  test('a FusionAuth that refuses to revoke is said to have done so, and the run goes on', async () => {
    await behind.close()
    behind = await openBehind('canary-api-key-0123456789', (request, response) =>
      request.method === 'DELETE' && request.url.includes('/api/jwt/refresh')
        ? new Response(null, { status: 401 })
        : response,
    )
    const run = await opened()
    await carry(run, login)
    expect(await run.send({ type: 'clock.expire', what: 'refresh-token' })).toMatchObject({
      ok: false,
    })
    expect(said(run)[1]?.[1]).toBe(
      'The refresh token could not be revoked and lives on: it answered 401 to DELETE /api/jwt/refresh',
    )
    await act(run, load)
    expect(last(run)?.http?.status).toBe(200)
  })

  test('a run that is closed leaves no token of its own behind, and those of others alone', async () => {
    const [one, other] = [await opened(), await opened()]
    await carry(one, login)
    await carry(other, login)
    const { refreshTokens, ssoSessions } = behind.standIn.memory
    expect([refreshTokens.rows.size, ssoSessions.rows.size]).toEqual([2, 2])
    one.close()
    await expect.poll(() => [refreshTokens.rows.size, ssoSessions.rows.size]).toEqual([1, 1])
    await carry(other, [{ type: 'clock.expire', what: 'session' }, load])
    expect(last(other)?.http?.status).toBe(200)
    other.close()
  })
})
