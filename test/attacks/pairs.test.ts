import { describe, expect, test } from 'vitest'
import type { Stop } from '../../scenarios/attacks/attack.ts'
import { decide } from '../../scenarios/matrix/deciding.ts'
import { tryOut } from '../../server/matrix/experiment.ts'
import { decided } from './decided.ts'
import { base, claimed, type Pair, tries } from './support.ts'

const stops = claimed('stops')
const helpsNot = claimed('helpsNot')

const named = ({ name, ...pair }: Pair): [string, Omit<Pair, 'name'>] => [name, pair]

/** The same switch the other way; null for one that is more than on and off. */
const opposite = (stop: Stop): Stop | null =>
  typeof stop === 'string' ? ([stop, false] as unknown as Stop) : null

describe('attacks', () => {
  test.each(
    tries.map(([attack, workflow]) => [attack.id, workflow.slug, attack, workflow] as const),
  )('%s comes off at %s in the world that it needs', async (_id, _slug, attack, workflow) => {
    const { outcome, messages } = await base(attack, workflow)
    expect(outcome.id).toBe(`attack.${attack.id}`)
    expect(outcome.holds).toBe(true)
    for (const n of outcome.evidence) expect(messages[n - 1]?.step).toBe('hacker.attack')
  })
})

describe('defences that stop an attack', () => {
  test('are at least forty pairs, of which each is decided at a message that we know', () => {
    const pairs = new Set(stops.map(({ attack, stop }) => `${attack.id} ${JSON.stringify(stop)}`))
    expect(pairs.size).toBeGreaterThanOrEqual(40)
    expect(Object.keys(decided).toSorted()).toEqual(stops.map(({ name }) => name).toSorted())
  })

  test.each(stops.map(named))('%s', async (name, { attack, workflow, stop }) => {
    const without = await base(attack, workflow)
    const withIt = await tryOut(workflow, attack, stop)
    expect(without.outcome.holds).toBe(true)
    expect(withIt.outcome.holds).toBe(false)
    const decision = decide(without, withIt)
    expect([decision?.at, decision?.because]).toEqual(decided[name])
    expect(withIt.messages.map(({ id }) => id)).toContain(decision?.at)
  })
})

describe('defences that do not help against an attack', () => {
  test('are at least forty pairs', () => {
    const pairs = new Set(
      helpsNot.map(({ attack, stop }) => `${attack.id} ${JSON.stringify(stop)}`),
    )
    expect(pairs.size).toBeGreaterThanOrEqual(40)
  })

  test.each(helpsNot.map(named))('%s', async (_name, { attack, workflow, stop }) => {
    const withIt = await tryOut(workflow, attack, stop)
    expect(withIt.outcome.holds).toBe(true)
    const other = opposite(stop)
    const without =
      other === null ? await base(attack, workflow) : await tryOut(workflow, attack, other)
    expect(without.outcome.holds).toBe(true)
  })
})
