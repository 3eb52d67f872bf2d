import { expect, test } from 'vitest'
import type { Trace } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { defaultBounds, type Bounds } from '../../server/node/bounds.ts'
import { createRuns } from '../../server/node/runs.ts'
import { createMemoryStore } from '../../server/node/store/memory.ts'
import { countRuns } from './counting.ts'
import { createFakeRun } from './fake-run.ts'
import { slugs } from '../support/play.ts'

const bounds = { ...defaultBounds, lifetime: 1_000, realLifetime: 5_000, kept: 60_000 }

/** The runs of a server whose clock a test moves, and one of them that is open. */
const open = async (kind: Trace['fusionauth']['kind'] = 'stand-in', more: Partial<Bounds> = {}) => {
  let time = 0
  const now = (): number => time
  const { metrics, counted } = countRuns()
  const runs = createRuns({
    openRun: async (options) =>
      kind === 'fusionauth' ? createFakeRun(options, true, kind) : openRun(options),
    bounds: { ...bounds, ...more },
    store: createMemoryStore({ lifetime: bounds.kept, most: 1000, now }),
    now,
    metrics,
  })
  const begin = async () => {
    const result = await runs.open({ workflow: slugs.code })
    if (result.kind !== 'opened') throw new Error(result.kind)
    return result.opened
  }
  const opened = await begin()
  const after = async (milliseconds: number): Promise<string> => {
    time += milliseconds
    runs.sweep()
    // What is followed is looked for in its turn.
    await new Promise((resolve) => setImmediate(resolve))
    return (await runs.find(opened.id)).kind
  }
  return { runs, opened, begin, after, counted }
}

const stateOf = async ({ runs, opened }: Awaited<ReturnType<typeof open>>): Promise<string> => {
  const found = await runs.find(opened.id)
  return found.kind === 'open' ? JSON.stringify(found.opened.run.state) : found.kind
}

test('a run that nobody uses is folded to its events, and the next request makes it again', async () => {
  const lab = await open()
  await lab.runs.command(lab.opened.id, (run) => run.send({ type: 'learner.open', app: 'Store' }))
  const before = await stateOf(lab)
  await lab.after(1_000)
  expect(lab.counted).toEqual(['opened', 'folded', 'remade'])
  expect(await stateOf(lab)).toBe(before)
})

test('a run whose events nobody has asked for until their time is over is not there', async () => {
  const { after } = await open()
  expect(await after(60_000)).toBe('unknown')
})

test('a run that somebody follows stays in memory until a lifetime after they have left', async () => {
  const { runs, opened, after, counted } = await open()
  const leave = runs.follow(opened)
  await after(30_000)
  expect(counted).toEqual(['opened'])
  leave?.()
  await after(1_000)
  expect(counted).toEqual(['opened', 'folded', 'remade'])
})

test('a run at a real FusionAuth, which nobody can make again, stays longer, and then is over', async () => {
  const { after } = await open('fusionauth')
  expect([await after(4_999), await after(5_000)]).toEqual(['open', 'expired'])
})

test('beyond the bound the run that was used longest ago makes room, and nobody is turned away', async () => {
  const lab = await open('stand-in', { runs: 2 })
  const before = await stateOf(lab)
  await lab.after(10)
  const second = await lab.begin()
  await lab.after(10)
  await lab.begin()
  expect(lab.counted).toEqual(['opened', 'opened', 'folded', 'opened'])
  expect(second.ended.aborted).toBe(false)
  await lab.runs.find(second.id)
  expect(lab.counted.at(-1)).toBe('remade')
  expect(await stateOf(lab)).toBe(before)
})

test('runs at a real FusionAuth make no room, so there is none', async () => {
  const { runs } = await open('fusionauth', { runs: 1 })
  expect((await runs.open({ workflow: slugs.code })).kind).toBe('full')
})

test('a command for a state that is not there any more does nothing', async () => {
  const { runs, opened } = await open()
  const send = () =>
    runs.command(opened.id, (run) => run.send({ type: 'learner.open', app: 'Store' }), {
      revision: 1,
    })
  expect([(await send()).kind, (await send()).kind]).toEqual(['done', 'changed'])
})

test.each(['stand-in', 'fusionauth'] as const)(
  'a run at a %s that has ended is not opened by a request that comes late',
  async (kind) => {
    const { runs, opened } = await open(kind)
    const { id } = opened
    await runs.end(id, { code: 'problem.run-closed', params: {} })
    expect((await runs.find(id)).kind).toBe('unknown')
    expect((await runs.open({ workflow: slugs.code }, { id })).kind).toBe('left')
  },
)
