import { expect, test } from 'vitest'
import { defaultBounds } from '../../server/node/bounds.ts'
import { createRuns } from '../../server/node/runs.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { createFakeRun } from './fake-run.ts'

const bounds = { ...defaultBounds, lifetime: 1_000, realLifetime: 5_000 }

/** The runs of a server whose clock a test moves, and one of them that is open. */
const open = async (kind: Trace['fusionauth']['kind'] = 'stand-in') => {
  let time = 0
  const runs = createRuns(
    async (options) => createFakeRun(options, true, kind),
    bounds,
    () => time,
  )
  const result = await runs.open({ workflow: 'webapp/any' })
  if (result.kind !== 'opened') throw new Error(result.kind)
  const { opened } = result
  const kindAfter = (milliseconds: number): string => {
    time += milliseconds
    return runs.find(opened.id).kind
  }
  return { runs, opened, kindAfter }
}

test('a run ends when nobody has used it for its lifetime', async () => {
  const { kindAfter } = await open()
  expect([kindAfter(999), kindAfter(999), kindAfter(1_000)]).toEqual(['open', 'open', 'expired'])
})

test('a run that somebody follows stays, and its lifetime begins when they leave', async () => {
  const { runs, opened, kindAfter } = await open()
  const leave = runs.follow(opened)
  expect(kindAfter(60_000)).toBe('open')
  leave?.()
  expect([kindAfter(999), kindAfter(1_000)]).toEqual(['open', 'expired'])
})

test('a run at a real FusionAuth, which nobody can make again, stays longer', async () => {
  const { kindAfter } = await open('fusionauth')
  expect([kindAfter(4_999), kindAfter(5_000)]).toEqual(['open', 'expired'])
})
