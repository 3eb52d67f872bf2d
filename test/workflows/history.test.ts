import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { historyOf } from '../../scenarios/model/history-of.ts'
import type { RunHistory } from '../../scenarios/model/history.ts'
import { runRequestSchema } from '../../scenarios/model/request.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import * as v from 'valibot'
import { playOn, slugs } from '../support/play.ts'

/** A history as it comes from a wire or a store. */
const sent = (run: Run): RunHistory => JSON.parse(JSON.stringify(historyOf(run.state)))

/** A tour with a theft in its middle, and a copy of that. */
const branched = async (workflow: string): Promise<Run> => {
  const run = await openRun({ workflow })
  await playOn(run)
  const middle = Math.floor(run.state.decisionPoints.length / 2)
  const at = run.state.decisionPoints[middle]?.after ?? 0
  await run.send({ type: 'clock.advance', seconds: 60 }, { at })
  await run.fork?.(Math.floor(at / 2))
  return run
}

test.each(workflows.map(({ slug }) => slug))(
  'a run made from its history is the same, byte for byte, in %s',
  async (workflow) => {
    const run = await branched(workflow)
    const again = await openRun({ workflow, history: sent(run) })
    expect(JSON.stringify(again.state)).toBe(JSON.stringify(run.state))
    for (const id of ['b1', 'b2', 'b3']) {
      await run.switchTo?.(id)
      await again.switchTo?.(id)
      expect(JSON.stringify(again.state)).toBe(JSON.stringify(run.state))
    }
    run.close()
    again.close()
  },
)

test('a run goes on from its history as it would have without it', async () => {
  const run = await branched(slugs.code)
  const again = await openRun({ workflow: slugs.code, history: sent(run) })
  await playOn(run)
  await playOn(again)
  expect(JSON.stringify(again.state)).toBe(JSON.stringify(run.state))
})

test('a branch that nobody has looked at for long is the same when one goes back to it', async () => {
  const run = await branched(slugs.code)
  await run.switchTo?.('b1')
  const whole = JSON.stringify(run.state.trace)
  for (let at = 5; at < 50; at += 5) await run.fork?.(at)
  await run.switchTo?.('b1')
  expect(JSON.stringify(run.state.trace)).toBe(whole)
})

test('a history holds nothing that was typed, and says whether it was right', async () => {
  const run = await openRun({ workflow: slugs.native })
  const type = async (loginId: string, password: string): Promise<void> => {
    const form = run.state.decisionPoints.find(({ choices }) =>
      choices.some(({ event, allowed }) => allowed && event.type === 'learner.submit'),
    )
    const at = form === undefined ? {} : { at: form.after }
    const credentials = { loginId, password }
    await run.send({ type: 'learner.submit', app: 'Store', credentials }, at)
  }
  await run.send({ type: 'learner.open', app: 'Store' })
  await run.send({ type: 'learner.login', app: 'Store' })
  await type('somebody-typed', 'words-typed')
  const text = JSON.stringify(historyOf(run.state))
  expect(text).not.toMatch(/typed/)
  expect(text).toContain('wrong-password')
})

test.each<[string, Partial<RunHistory>]>([
  ['a branch that is not there', { branch: 'b9' }],
  [
    'a parent that comes later',
    { branches: [{ parent: 'b2', forkedAt: 0, inherited: 0, length: 0, events: [] }] },
  ],
  [
    'a step that is not possible',
    {
      branches: [
        { parent: null, forkedAt: 0, inherited: 0, length: 0, events: [{ type: 'hacker.load' }] },
      ],
    },
  ],
])('a history with %s is refused with a sentence', async (_name, wrong) => {
  const history = { branches: [], branch: 'b1', ...wrong }
  await expect(openRun({ workflow: slugs.code, history })).rejects.toMatchObject({
    name: 'TextError',
  })
})

test('a history is part of a request', () => {
  const request = {
    workflow: slugs.code,
    history: {
      branches: [{ parent: null, forkedAt: 0, inherited: 0, length: 0, events: [] }],
      branch: 'b1',
    },
  }
  expect(v.parse(runRequestSchema, request)).toEqual(request)
})
