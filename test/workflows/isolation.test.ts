import { expect, test } from 'vitest'
import { openRun } from '../../server/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { act, played, playedAnew, playOn, slugs } from '../support/play.ts'

/** Every random value that a trace holds: keys of sessions, codes and tokens, values of cookies. */
const randomValues = (trace: Trace): ReadonlySet<string> => {
  const values = trace.messages.flatMap(({ changes }) =>
    changes.flatMap(({ where, key, after }) => {
      if (!where.endsWith('.jar')) return [key]
      return typeof after === 'object' && after !== null && 'value' in after
        ? [JSON.stringify(after['value']).slice(1, -1)]
        : []
    }),
  )
  return new Set(values.filter((value) => value.length >= 20))
}

test('two runs at once, years apart on their clocks, share no session, code, token or time', async () => {
  const early = await openRun(
    { workflow: slugs.code, seed: 'one' },
    { start: Date.UTC(2020, 1, 1) },
  )
  const late = await openRun({ workflow: slugs.code, seed: 'two' }, { start: Date.UTC(2040, 1, 1) })
  const next = (run: typeof early) => run.state.decisionPoints.at(-1)?.next ?? null
  for (;;) {
    const [one, two] = [next(early), next(late)]
    if (one === null || two === null) break
    await Promise.all([act(early, one), act(late, two)])
  }
  const [a, b] = [early.state.trace, late.state.trace]
  expect(a.messages).toHaveLength(b.messages.length)
  expect(a.messages.every(({ at }) => at.startsWith('2020'))).toBe(true)
  expect(b.messages.every(({ at }) => at.startsWith('2040'))).toBe(true)
  const foreign = [...randomValues(a)].filter((value) => JSON.stringify(b).includes(value))
  expect(randomValues(a).size).toBeGreaterThan(10)
  expect(foreign).toEqual([])
})

test('a session id of one run means nothing in another', async () => {
  const one = await played({ workflow: slugs.code, seed: 'one' })
  const two = await openRun({ workflow: slugs.code, seed: 'two' })
  await playOn(two)
  const ids = [...randomValues(one)]
  const known = two.state.trace.messages.flatMap(({ changes }) => changes.map(({ key }) => key))
  expect(known.filter((key) => ids.includes(key))).toEqual([])
  two.close()
})

test.each(Object.values(slugs))('one seed gives one trace, byte for byte: %s', async (workflow) => {
  const [a, b] = await Promise.all([playedAnew({ workflow }), playedAnew({ workflow })])
  expect(JSON.stringify(a)).toBe(JSON.stringify(b))
})

test('another seed gives other secrets', async () => {
  const a = await played({ workflow: slugs.code, seed: 'a' })
  const b = await played({ workflow: slugs.code, seed: 'b' })
  expect(JSON.stringify(a.messages)).not.toBe(JSON.stringify(b.messages))
})
