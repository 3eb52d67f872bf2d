import { describe, expect, test } from 'vitest'
import { openRun } from '../../server/run.ts'
import { memoryAt } from '../../scenarios/projections/memory.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { act, done, slugs } from '../support/play.ts'

const toForm: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
]
const right: LabEvent = { type: 'learner.submit', app: 'Store', credentials: 'right' }
const logout: LabEvent = { type: 'learner.logout', app: 'Store' }
const load: LabEvent = { type: 'learner.load', app: 'Store' }

const lastPage = ({ messages }: Trace): string => messages.at(-1)?.http?.body ?? ''
const left = ({ messages }: Trace, where: string): readonly string[] =>
  memoryAt(messages, messages.length)
    .filter((table) => table.where === where)
    .flatMap(({ entries }) => entries.map(({ key }) => key))

describe.each(Object.entries(slugs))('logging out of the Store, %s login', (_, workflow) => {
  test('ends the session, revokes the refresh token and takes the cookies back', async () => {
    const trace = await done({ workflow }, [...toForm, right, logout])
    expect(lastPage(trace)).toContain('You are logged out')
    for (const where of ['Store.appSessions', 'FusionAuth.refreshTokens', 'FusionAuth.ssoSessions'])
      expect([where, left(trace, where)]).toEqual([where, []])
    expect(left(trace, 'Browser.jar').filter((key) => key.includes('store.example.com'))).toEqual(
      [],
    )
    expect(new Set(trace.messages.slice(-4).map(({ phase }) => phase))).toEqual(new Set(['logout']))
  })

  test('leads to the home page, from where one can log in again with a form', async () => {
    const trace = await done({ workflow }, [...toForm, right, logout, ...toForm])
    expect(lastPage(trace)).toContain('type="password"')
  })

  test('leaves a thief with a dead session id', async () => {
    const trace = await done({ workflow }, [
      ...toForm,
      right,
      { type: 'hacker.steal', what: 'session-id' },
      logout,
      { type: 'hacker.load' },
    ])
    expect(trace.outcome.find(({ id }) => id.includes('stolen-session-id'))?.holds).toBe(false)
  })

  test('is not possible where no log-out button is, and says so', async () => {
    const run = await openRun({ workflow })
    for (const event of toForm) await act(run, event)
    expect(await run.send(logout)).toEqual({
      ok: false,
      problem: { code: 'choice.no-logout-button', params: { app: 'Store' } },
    })
    run.close()
  })

  test('leaves nothing that could expire, be revoked or be stolen, as the machine sees it', async () => {
    const run = await openRun({ workflow })
    for (const event of [...toForm, right, logout]) await act(run, event)
    const possible = run.state.decisionPoints
      .at(-1)
      ?.choices.filter(({ allowed }) => allowed)
      .map(({ event }) => event.type)
    expect(possible).toContain('learner.login')
    for (const type of ['clock.expire', 'fusionauth.revoke', 'hacker.steal', 'learner.logout'])
      expect(possible).not.toContain(type)
    run.close()
  })

  test('gives one trace for one seed', async () => {
    const events = [...toForm, right, logout]
    const first = JSON.stringify(await done({ workflow }, events))
    expect(JSON.stringify(await done({ workflow }, events))).toBe(first)
  })
})

test('A hardened FusionAuth asks whether one really wants to log out, and waits for the answer', async () => {
  const request = { workflow: slugs.code, profile: 'hardened' as Profile }
  const asked = await done(request, [...toForm, right, logout])
  expect(lastPage(asked)).toContain('Log out?')
  expect(left(asked, 'FusionAuth.ssoSessions')).toHaveLength(1)
  const answered = await done(request, [...toForm, right, logout, logout])
  expect(lastPage(answered)).toContain('You are logged out')
  expect(left(answered, 'FusionAuth.ssoSessions')).toEqual([])
})

test('After a logout in one application the other one keeps its session', async () => {
  const trace = await done({ workflow: slugs.code }, [
    ...toForm,
    right,
    { type: 'learner.open', app: 'Forums' },
    { type: 'learner.login', app: 'Forums' },
    logout,
    { type: 'learner.load', app: 'Forums' },
  ])
  expect(lastPage(trace)).toContain('Posts for Ada Winter')
})

test('With FusionAuth stopped one is logged out of the Store only, and the page says so', async () => {
  const trace = await done({ workflow: slugs.code }, [
    ...toForm,
    right,
    { type: 'fusionauth.stop' },
    logout,
  ])
  expect(lastPage(trace)).toContain('You are logged out of Store only')
  expect(left(trace, 'FusionAuth.refreshTokens')).toHaveLength(1)
})

describe.each(Object.entries(slugs))('words typed by hand, %s login', (_, workflow) => {
  const typing = (loginId: string, password: string): LabEvent => ({
    type: 'learner.submit',
    app: 'Store',
    credentials: { loginId, password },
  })

  test.each(['hunter2', 'correct horse battery staple', '<b>"&\'é 100%'])(
    'a made-up password %s is nowhere in the trace',
    async (password) => {
      const trace = await done({ workflow }, [...toForm, typing('ada@example.com', password)])
      const text = JSON.stringify(trace)
      for (const spelt of [password, encodeURIComponent(password), JSON.stringify(password)])
        expect(text).not.toContain(spelt)
      expect(text).toContain('•••')
      expect(lastPage(trace)).toContain('type="password"')
    },
  )

  test('the events of such a trace give the same trace again', async () => {
    const trace = await done({ workflow }, [...toForm, typing('ada@example.com', 'hunter2'), right])
    const again = await done({ workflow }, trace.events)
    expect(JSON.stringify(again)).toBe(JSON.stringify(trace))
  })

  test('the user’s own words are the right ones, and the lesson goes on', async () => {
    const run = await openRun({ workflow })
    for (const event of toForm) await act(run, event)
    await act(run, typing('ada@example.com', 'tea-for-two-1815'))
    expect(run.state.trace.events.at(-1)).toEqual(right)
    expect(run.state.plan.length).toBeGreaterThan(0)
    await act(run, load)
    expect(lastPage(run.state.trace)).toContain('Your cart')
    run.close()
  })

  test('nothing typed at all is answered like nothing typed', async () => {
    const trace = await done({ workflow }, [...toForm, typing('', '')])
    expect(trace.events.at(-1)).toEqual(typing('', ''))
    expect(lastPage(trace)).toContain('type="password"')
  })
})
