import type { Attack, Stop } from '../../scenarios/attacks/attack.ts'
import type { Workflow } from '../../scenarios/catalogue/index.ts'
import { defences } from '../../scenarios/defences/table.ts'
import { settingsOf } from '../../scenarios/defences/presets.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { columns, idOf, isInForce, spelled, switched } from '../../scenarios/matrix/columns.ts'
import { decide, type Decision, type Tried } from '../../scenarios/matrix/deciding.ts'
import type { MatrixRow } from '../../scenarios/matrix/format.ts'
import { openRun } from '../run.ts'
import type { Text } from '../../scenarios/model/text.ts'

/** The world in which an attack works. */
export const weakWorld = (workflow: Workflow, attack: Attack): DefenceSettings =>
  settingsOf(workflow, 'fidelity', attack.weak(workflow))

/**
 * Plays an attack with its prelude, in the world in which it works and with one defence besides. A
 * world in which not even the victim gets in ends there: nobody wins.
 */
export const tryOut = async (
  workflow: Workflow,
  attack: Attack,
  stop: Stop | null,
): Promise<Tried> => {
  const run = await openRun(
    {
      workflow: workflow.slug,
      lesson: `attack-${attack.id}`,
      defences: stop === null ? {} : switched(stop),
    },
    { rehearse: false },
  )
  try {
    for (const event of [
      ...attack.prelude(workflow),
      { type: 'hacker.attack', attack: attack.id } as const,
    ]) {
      const result = await run.send(event)
      if (!result.ok) break
    }
    const { messages } = run.state.trace
    return { messages, outcome: attack.won({ messages }) }
  } finally {
    run.close()
  }
}

/** A cell with its reason. */
export interface ExperimentOutcome {
  readonly won: boolean
  readonly decision: Decision | null
}

/** What one defence does to an attack that comes off without it. */
export const experiment = async (
  workflow: Workflow,
  attack: Attack,
  base: Tried,
  stop: Stop,
): Promise<ExperimentOutcome> => {
  const tried = await tryOut(workflow, attack, stop)
  return { won: tried.outcome.holds, decision: decide(base, tried) }
}

/** A row of the matrix whose reasons stand in its cells. */
export interface SpokenRow extends Omit<MatrixRow, 'cells'> {
  readonly cells: Readonly<Record<string, readonly [boolean, string | null, Text | null]>>
}

/** What the workflow has to do with, and what the attack's row names besides. */
const relevantTo = (workflow: Workflow, attack: Attack): readonly Stop[] => {
  const named = [...attack.stops(workflow), ...attack.helpsNot(workflow)].map(spelled)
  return columns.filter(
    (stop) => defences[idOf(stop)].appliesTo(workflow) || named.includes(spelled(stop)),
  )
}

/** All experiments with one attack at one workflow. */
export const rowOf = async (workflow: Workflow, attack: Attack): Promise<SpokenRow> => {
  const base = await tryOut(workflow, attack, null)
  const shown = base.messages.find(({ n }) => n === base.outcome.evidence[0])
  const world = weakWorld(workflow, attack)
  const relevant = relevantTo(workflow, attack)
  const inForce = relevant.filter((stop) => isInForce(stop, world))
  const cells: Record<string, readonly [boolean, string | null, Text | null]> = {}
  for (const stop of relevant) {
    if (inForce.includes(stop)) continue
    const { won, decision } = await experiment(workflow, attack, base, stop)
    cells[spelled(stop)] = [won, decision?.at ?? null, decision?.reason ?? null]
  }
  return {
    base: [base.outcome.holds, shown?.id ?? null],
    cells,
    inForce: inForce.map(spelled),
  }
}
