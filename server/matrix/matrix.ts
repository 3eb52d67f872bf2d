import type { Attack } from '../../scenarios/attacks/attack.ts'
import { attacks } from '../../scenarios/attacks/index.ts'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { columns, spelled } from '../../scenarios/matrix/columns.ts'
import type { Matrix } from '../../scenarios/matrix/format.ts'
import type { SpokenRow } from './experiment.ts'
import type { Text } from '../../scenarios/model/text.ts'

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
  const spoken = new Map(
    [...rows.values()]
      .flatMap(({ cells }) => Object.values(cells).map(([, , why]) => why))
      .filter((why) => why !== null)
      .map((why): [string, Text] => [JSON.stringify(why), why]),
  )
  const keys = [...spoken.keys()].toSorted()
  const reasons = keys.flatMap((key) => spoken.get(key) ?? [])
  const index = new Map(keys.map((key, at) => [key, at]))
  return {
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
            [
              name,
              [won, at, why === null ? null : (index.get(JSON.stringify(why)) ?? null)],
            ] as const,
        )
        return [[key, { ...row, cells: Object.fromEntries(cells) }]]
      }),
    ),
  }
}

/** A published row with its reasons in its cells again; undefined when it is not there. */
export const spokenRow = ({ rows, reasons }: Matrix, key: string): SpokenRow | undefined => {
  const row = rows[key]
  if (row === undefined) return undefined
  const cells = Object.entries(row.cells).map(
    ([name, [won, at, why]]) =>
      [name, [won, at, why === null ? null : (reasons[why] ?? null)]] as const,
  )
  return { ...row, cells: Object.fromEntries(cells) }
}

/** Rows that are not the same in both, each in a line. */
export const differences = (published: Matrix, fresh: Matrix): readonly string[] => {
  const keys = new Set([...Object.keys(published.rows), ...Object.keys(fresh.rows)])
  return [...keys].flatMap((key) => {
    const before = spokenRow(published, key)
    const now = spokenRow(fresh, key)
    if (JSON.stringify(before) === JSON.stringify(now)) return []
    if (before === undefined) return [`${key}: is not in the published matrix`]
    if (now === undefined) return [`${key}: is no row any more`]
    const names = new Set([...Object.keys(before.cells), ...Object.keys(now.cells)])
    const cells = [...names].filter(
      (name) => JSON.stringify(before.cells[name]) !== JSON.stringify(now.cells[name]),
    )
    return cells.length === 0
      ? [`${key}: the attack by itself, or what is in force`]
      : cells.map(
          (name) =>
            `${key} ${name}: ${JSON.stringify(before.cells[name])} is now ${JSON.stringify(now.cells[name])}`,
        )
  })
}
