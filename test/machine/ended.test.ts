import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { openRun } from '../../server/run.ts'
import { act } from '../support/play.ts'

const withSso = workflows.find(
  ({ client, login, sessionStrategy }) =>
    [client, login, sessionStrategy].join() === 'webapp,authorization-code,session',
)
if (withSso === undefined) throw new Error('The workflow of this test is gone.')

const load: LabEvent = { type: 'learner.load', app: 'Store' }
const waiting = (minutes: number): LabEvent => ({ type: 'clock.advance', seconds: minutes * 60 })

/** Whether an event is offered after these, which begin with a login at the Store. */
const isOffered = async (event: LabEvent, ...before: readonly LabEvent[]): Promise<boolean> => {
  const run = await openRun({ workflow: withSso.slug })
  for (const one of [...logIn(withSso, 'Store'), ...before]) await act(run, one)
  const choice = run.state.decisionPoints
    .at(-1)
    ?.choices.find((known) => JSON.stringify(known.event) === JSON.stringify(event))
  run.close()
  if (choice === undefined) throw new Error(`${event.type} is never offered`)
  return choice.allowed
}

test.each<readonly [string, LabEvent, LabEvent]>([
  ['stolen', { type: 'hacker.steal', what: 'sso-session' }, waiting(61)],
  ['ended', { type: 'fusionauth.end-sso' }, waiting(61)],
  ['waited for', { type: 'clock.expire', what: 'sso-session' }, waiting(61)],
])(
  'a single sign-on session can be %s while it lives, and not afterwards',
  async (_, event, end) => {
    expect(await isOffered(event)).toBe(true)
    expect(await isOffered(event, end)).toBe(false)
  },
)

test('a session that is used can run out later, and not once it is over', async () => {
  const expire: LabEvent = { type: 'clock.expire', what: 'session' }
  expect(await isOffered(expire, waiting(29), load, waiting(29))).toBe(true)
  expect(await isOffered(expire, waiting(31))).toBe(false)
})

test('the password is changed by who is logged in, and not by who was', async () => {
  const change: LabEvent = { type: 'learner.change-password' }
  expect(await isOffered(change, waiting(29))).toBe(true)
  expect(await isOffered(change, waiting(31))).toBe(false)
})

test('what was stolen races with the user, and not after an attack, which begins with nothing', async () => {
  const race: LabEvent = { type: 'hacker.race' }
  const steal: LabEvent = { type: 'hacker.steal', what: 'session-id' }
  expect(await isOffered(race, steal)).toBe(true)
  expect(await isOffered(race, steal, { type: 'hacker.attack', attack: 'csrf' })).toBe(false)
})
