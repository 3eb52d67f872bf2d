import type { Attack } from '../../scenarios/attacks/attack.ts'
import { attacks } from '../../scenarios/attacks/index.ts'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { columns, spelled } from '../../scenarios/matrix/columns.ts'
import type { Matrix } from '../../scenarios/matrix/format.ts'
import type { SpokenRow } from './experiment.ts'

/** A row to be filled: an attack that can be tried at a workflow. */
export interface Task {
  readonly key: string
  readonly workflow: Workflow
  readonly attack: Attack
}

/** The rows of the matrix, in order. */
export const tasks = (): readonly Task[] =>
  workflows.flatMap((workflow) =>
    attacks
      .filter((attack) => attack.tries(workflow))
      .map((attack) => ({ key: `${workflow.slug} ${attack.id}`, workflow, attack })),
  )

/** Puts filled rows together; each reason stands once. */
export const matrixOf = (rows: ReadonlyMap<string, SpokenRow>): Matrix => {
  const reasons = [
    ...new Set(
      [...rows.values()].flatMap(({ cells }) => Object.values(cells).map(([, , why]) => why)),
    ),
  ]
    .filter((why) => why !== null)
    .toSorted()
  const index = new Map(reasons.map((why, at) => [why, at]))
  return {
    version: 1,
    workflows: workflows.map(({ slug }) => slug),
    attacks: attacks.map(({ id }) => id),
    defences: columns.map(spelled),
    reasons,
    rows: Object.fromEntries(
      tasks().flatMap(({ key }) => {
        const row = rows.get(key)
        if (row === undefined) return []
        const cells = Object.entries(row.cells).map(
          ([name, [won, at, why]]) =>
            [name, [won, at, why === null ? null : (index.get(why) ?? null)]] as const,
        )
        return [[key, { ...row, cells: Object.fromEntries(cells) }]]
      }),
    ),
  }
}

/** A published row with its reasons in words again; undefined when it is not there. */
export const spokenRow = ({ rows, reasons }: Matrix, key: string): SpokenRow | undefined => {
  const row = rows[key]
  if (row === undefined) return undefined
  const cells = Object.entries(row.cells).map(
    ([name, [won, at, why]]) =>
      [name, [won, at, why === null ? null : (reasons[why] ?? null)]] as const,
  )
  return { ...row, cells: Object.fromEntries(cells) }
}
