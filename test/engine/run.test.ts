import { expect, test } from 'vitest'
import { openRun } from '../../server/run.ts'
import { act, playOn, slugs } from '../support/play.ts'

const opened = async () => {
  const run = await openRun({ workflow: slugs.code }, { rehearse: false })
  await playOn(run)
  return run
}

test('a branch takes over the events before its place, and tells only its own', async () => {
  const run = await opened()
  const [, , third] = run.state.decisionPoints
  await run.fork?.(third?.after ?? 0)
  await run.send({ type: 'clock.advance', seconds: 60 })
  expect(run.state.trace.events.map(({ type }) => type)).toEqual([
    'learner.open',
    'learner.login',
    'clock.advance',
  ])
  expect(run.state.branches.at(-1)?.events).toEqual([{ type: 'clock.advance', seconds: 60 }])
})

test('an event that is refused in the past leaves no branch behind', async () => {
  const run = await opened()
  const at = run.state.decisionPoints[2]?.after ?? 0
  expect(await run.send({ type: 'hacker.load' }, { at })).toMatchObject({ ok: false })
  expect(run.state.branches).toHaveLength(1)
})

test('a run keeps as many branches as it may, and no more', async () => {
  const run = await openRun({ workflow: slugs.code }, { maximumBranches: 2, rehearse: false })
  expect(await run.fork?.(0)).toEqual({ ok: true })
  expect(await run.fork?.(0)).toMatchObject({ ok: false })
  expect(run.state.branches).toHaveLength(2)
})

test('a run that holds as many messages as it may takes no further event', async () => {
  const run = await openRun({ workflow: slugs.code }, { maximumMessages: 2, rehearse: false })
  await act(run, { type: 'learner.open', app: 'Store' })
  expect(run.state.trace.messages).toHaveLength(2)
  expect(await run.send({ type: 'learner.open', app: 'Forums' })).toMatchObject({ ok: false })
})
