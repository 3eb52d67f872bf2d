import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { openerFor } from '../../server/node/open.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openRun } from '../../server/run.ts'
import { playOn } from '../support/play.ts'
import { createRehearsals, type Rehearsal } from '../../server/rehearsals.ts'

const empty = { trace: {}, decisionPoints: [] } as unknown as Rehearsal

test('the same lesson is rehearsed once', async () => {
  const rehearsals = createRehearsals(2)
  const played: string[] = []
  const of = (key: string) =>
    rehearsals.of(key, async () => {
      played.push(key)
      return empty
    })
  await Promise.all([of('a'), of('a'), of('b'), of('a')])
  expect(played).toEqual(['a', 'b'])
})

test('those that were not asked for longest are forgotten', async () => {
  const rehearsals = createRehearsals(2)
  const played: string[] = []
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b'])
    await rehearsals.of(key, async () => {
      played.push(key)
      return empty
    })
  expect(played).toEqual(['a', 'b', 'c', 'b'])
})

test('one that failed is tried again', async () => {
  const rehearsals = createRehearsals(2)
  await expect(rehearsals.of('a', () => Promise.reject(new Error('broken')))).rejects.toThrow()
  expect(await rehearsals.of('a', async () => empty)).toBe(empty)
})

test('runs that share one have the plan of their own settings', async () => {
  const open = openerFor({ fusionauth: null, bounds: defaultBounds })
  const workflow = workflows[0]?.slug ?? ''
  const planOf = async (options: Parameters<typeof open>[0]) => {
    const run = await open(options)
    if ('problem' in run) throw new Error(run.problem)
    return run.state.plan
  }
  const usual = await planOf({ workflow })
  const other = await planOf({ workflow, defences: { 'same-site': 'strict' } })
  expect(await planOf({ workflow })).toEqual(usual)
  expect(other).not.toEqual(usual)
  expect(await planOf({ workflow, lesson: 'wrong-password' })).not.toEqual(usual)
})

test.each(workflows.map(({ slug }) => slug))(
  'a run of any seed plays what its plan says, in %s',
  async (workflow) => {
    const run = await openRun({ workflow, seed: 'another seed' })
    const { messages } = await playOn(run)
    const planned = messages.map(({ id, phase, step, from, to, kind, label, by }) => ({
      id,
      phase,
      step,
      from,
      to,
      kind,
      label,
      ...(by !== undefined && { by }),
    }))
    expect(run.rehearsal).toEqual(planned)
    run.close()
  },
)
