import type { Text } from '../model/text.ts'

/** An experiment that has run with one defence: who won, decided where, and by which reason. */
export type MatrixCell = readonly [
  /** The attack came off all the same. */
  won: boolean,
  /** Id of the message that decided, in the run with the defence; null when the attack came off. */
  at: string | null,
  /** Index in the list of reasons; null when the attack came off. */
  reason: number | null,
]

export interface MatrixRow {
  /** The attack in the world in which it works: whether it did, and the message that shows it. */
  readonly base: readonly [won: boolean, at: string | null]
  /**
   * By defence, `name` or `name=value`. Those that the workflow has nothing to do with stand nowhere
   * in the row.
   */
  readonly cells: Readonly<Record<string, MatrixCell>>
  /** Defences that were in force all the while, and did not help. */
  readonly inForce: readonly string[]
}

/** The published matrix: attack × defence × workflow. Its file is `file.ts`. */
export interface Matrix {
  readonly workflows: readonly string[]
  readonly attacks: readonly string[]
  /** As in `cells`, in the order of the columns. */
  readonly defences: readonly string[]
  readonly reasons: readonly Text[]
  /** By `slug attack`; an attack that cannot be tried at a workflow has no row there. */
  readonly rows: Readonly<Record<string, MatrixRow>>
}
