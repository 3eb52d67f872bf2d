import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { openRun } from '../../server/run.ts'
import { act, playOn, slugs } from '../support/play.ts'

const opened = async () => {
  const run = await openRun({ workflow: slugs.code })
  await playOn(run)
  return run
}

test.each([-5, 2.7, 1e9, Number.NaN])('acting at %s is acting somewhere in the run', async (at) => {
  const run = await opened()
  const { length } = run.state.trace.messages
  expect(await run.send({ type: 'learner.open', app: 'Store' }, { at })).toEqual({ ok: true })
  expect(run.state.branches[0]?.length).toBeGreaterThanOrEqual(length)
})

test('acting in the past opens a branch and keeps the old one', async () => {
  const run = await opened()
  const whole = run.state.trace.messages.length
  const point = run.state.decisionPoints[3]
  const at = point?.after ?? 0
  const result = await run.send({ type: 'hacker.steal', what: 'session-id' }, { at })
  expect(result).toEqual({ ok: true })
  expect(run.state.branches).toHaveLength(2)
  expect(run.state.branches[0]?.length).toBe(whole)
  expect(run.state.trace.messages).toHaveLength((point?.after ?? 0) + 1)
})

test('a branch has the same past, byte for byte', async () => {
  const run = await opened()
  const original = run.state.trace.messages
  const at = run.state.decisionPoints[5]?.after ?? 0
  await run.fork?.(at)
  expect(JSON.stringify(run.state.trace.messages)).toBe(JSON.stringify(original.slice(0, at)))
})

test.each(workflows.map(({ slug }) => slug))('so it has in %s', async (workflow) => {
  const run = await openRun({ workflow }, { rehearse: false })
  await playOn(run)
  const original = run.state.trace.messages
  const middle = Math.floor(run.state.decisionPoints.length / 2)
  const at = run.state.decisionPoints[middle]?.after ?? 0
  await run.fork?.(at)
  expect(at).toBeGreaterThan(0)
  expect(JSON.stringify(run.state.trace.messages)).toBe(JSON.stringify(original.slice(0, at)))
  run.close()
})

test('one can go back to the first branch', async () => {
  const run = await opened()
  const original = JSON.stringify(run.state.trace)
  await run.fork?.(10)
  await run.switchTo?.('b1')
  expect(JSON.stringify(run.state.trace)).toBe(original)
})

test('in the middle of a step, acting keeps what is on the screen', async () => {
  const run = await opened()
  await run.send({ type: 'learner.load', app: 'Store' }, { at: 8 })
  expect(run.state.trace.messages.length).toBeGreaterThanOrEqual(8)
  expect(run.state.branches[1]?.forkedAt).toBe(run.state.decisionPoints[3]?.after)
})

test('two events at once are two turns', async () => {
  const run = await openRun({ workflow: slugs.code })
  const open = { type: 'learner.open', app: 'Store' } as const
  const results = await Promise.all([
    run.send(open),
    run.send({ type: 'learner.login', app: 'Store' }),
  ])
  expect(results).toEqual([{ ok: true }, { ok: true }])
  expect(run.state.trace.events.map(({ type }) => type)).toEqual(['learner.open', 'learner.login'])
})

test('an impossible event is refused with a reason and changes nothing', async () => {
  const run = await openRun({ workflow: slugs.code })
  const result = await run.send({ type: 'hacker.load' })
  expect(result).toEqual({
    ok: false,
    problem: { code: 'choice.nothing-stolen', params: {} },
  })
  expect(run.state.trace.messages).toEqual([])
})

test('every decision point offers what the machine allows, and gives a reason for the rest', async () => {
  const run = await opened()
  for (const { choices } of run.state.decisionPoints) {
    expect(choices.some(({ allowed }) => allowed)).toBe(true)
    for (const { allowed, reason } of choices) expect(reason === null).toBe(allowed)
  }
})

test('the planned arrows are those that then happen', async () => {
  const run = await openRun({ workflow: slugs.code })
  await act(run, { type: 'learner.open', app: 'Store' })
  const planned = run.state.plan.map(({ id }) => id)
  const trace = await playOn(run)
  expect(trace.messages.slice(2).map(({ id }) => id)).toEqual(planned)
  expect(run.state.plan).toEqual([])
})

test('off the lesson nothing is planned', async () => {
  const run = await openRun({ workflow: slugs.code })
  await act(run, { type: 'learner.open', app: 'Forums' })
  expect(run.state.plan).toEqual([])
})

test('a full run says so and stays readable', async () => {
  const run = await openRun({ workflow: slugs.code }, { maximumMessages: 5 })
  for (const app of ['Store', 'Forums', 'Store'] as const)
    await act(run, { type: 'learner.open', app })
  const result = await run.send({ type: 'learner.open', app: 'Store' })
  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'problem.run-full', params: { count: 5 } },
  })
  expect(run.state.trace.messages.length).toBeGreaterThanOrEqual(5)
})

test('a branch tells its events, and nothing that was typed as a password', async () => {
  const run = await opened()
  const form = run.state.decisionPoints.find(({ choices }) =>
    choices.some(({ event, allowed }) => allowed && event.type === 'learner.submit'),
  )
  const at = form?.after ?? 0
  const credentials = { loginId: 'ada@example.com', password: 'words-of-my-own' }
  const submit = { type: 'learner.submit', app: 'Store', credentials } as const
  expect(await run.send(submit, { at })).toEqual({ ok: true })
  const [first, second] = run.state.branches
  expect(first?.events.length).toBeGreaterThan(10)
  expect(second?.events).toEqual([second?.firstEvent])
  expect(second?.firstEvent?.type).toBe('learner.submit')
  expect(JSON.stringify(run.state)).not.toContain('words-of-my-own')
})
