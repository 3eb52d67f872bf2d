/** @module-tag exhaustive */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { DecisionPoint } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { cases, patience } from '../support/cases.ts'
import { contradictionsIn } from './support/judge.ts'

/** What can be done at a decision point; going on with a login is as likely as all the rest together. */
const possible = (point: DecisionPoint | undefined): readonly LabEvent[] => {
  const allowed = (point?.choices ?? []).filter((one) => one.allowed).map(({ event }) => event)
  const onwards = allowed.filter(({ type }) => !/^clock|open$/.test(type))
  return [
    ...allowed,
    ...onwards,
    ...onwards,
    ...[60, 1_900, 90_000, 3_000_000].map((seconds) => ({
      type: 'clock.advance' as const,
      seconds,
    })),
  ]
}

const walk = fc.record({
  workflow: fc.constantFrom(...workflows.map(({ slug }) => slug)),
  profile: fc.constantFrom('fidelity' as const, 'hardened' as const),
  steps: fc.array(fc.nat(1_000), { minLength: 6, maxLength: 18 }),
})

test('no story is contradicted, whatever the learner does', patience, async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ workflow, profile, steps }) => {
      const run = await openRun({ workflow, profile }, { rehearse: false })
      for (const step of steps) {
        const events = possible(run.state.decisionPoints.at(-1))
        const event = events[step % events.length]
        if (event !== undefined) await run.send(event)
      }
      const { trace, decisionPoints } = run.state
      run.close()
      expect(contradictionsIn({ name: 'a walk', trace, decisionPoints, problems: [] })).toEqual([])
    }),
    { numRuns: cases(60).numRuns },
  )
})
