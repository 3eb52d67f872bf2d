import type { MatrixCell, Matrix } from '../../../scenarios/matrix/format.ts'
import { readDefenceSettings, type DefenceValue } from '../../router/defence-settings.ts'
import type { Text } from '../../../scenarios/model/text.ts'

/** What came of one experiment: whether the attack came off, at which message that was decided, why. */
export interface Cell {
  readonly won: boolean
  /** Id of the message; null when there is none to show. */
  readonly at: string | null
  /** The rule, refusal or step that decided; null when the attack came off. */
  readonly reason: Text | null
}

/** An attack on a workflow: without any defence, and with each that can be tried there. */
export interface Row {
  readonly base: Cell
  /** By the name of the defence: `http-only`, `same-site=strict`. */
  readonly cells: ReadonlyMap<string, Cell>
  /** Defences that were in force all the while. */
  readonly inForce: ReadonlySet<string>
}

/** All experiments that have run. */
export interface MatrixIndex {
  readonly workflows: readonly string[]
  readonly attacks: readonly string[]
  readonly defences: readonly string[]
  row(workflow: string, attack: string): Row | undefined
}

/** Makes the matrix ready to be looked up. */
export const readMatrix = (matrix: Matrix): MatrixIndex => {
  const { workflows, attacks, defences, reasons, rows } = matrix
  const cellOf = ([won, at, reason]: MatrixCell, base: Cell): Cell => ({
    won,
    at: at ?? base.at,
    reason: reason === null ? null : (reasons[reason] ?? null),
  })
  return {
    workflows,
    attacks,
    defences,
    row: (workflow, attack) => {
      const raw = rows[`${workflow} ${attack}`]
      if (raw === undefined) return undefined
      const [won, at] = raw.base
      const base: Cell = { won, at, reason: null }
      const tried = Object.entries(raw.cells).map(
        ([name, cell]) => [name, cellOf(cell, base)] as const,
      )
      const inForce = new Set(raw.inForce)
      const still = raw.inForce.map((name) => [name, base] as const)
      return { base, cells: new Map([...still, ...tried]), inForce }
    },
  }
}

/** A defence as a switch and the value that it is tried at. */
export const switchIn = (name: string): readonly [id: string, value: DefenceValue] =>
  Object.entries(readDefenceSettings(name))[0] ?? [name, true]
