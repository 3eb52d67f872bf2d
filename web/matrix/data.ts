import type { AttackId } from '../../scenarios/vocabulary.ts'
import { readSwitches, type SwitchValue } from '../defend/text.ts'

/** What came of one experiment: whether the attack came off, at which message that was decided, why. */
export interface Cell {
  readonly won: boolean
  /** Id of the message; null when there is none to show. */
  readonly at: string | null
  /** A sentence, or a rule by its name; null when nothing was noted. */
  readonly because: string | null
}

/** An attack on a workflow: without any defence, and with each that can be tried there. */
export interface Row {
  readonly base: Cell
  /** By the name of the defence: `http-only`, `same-site=strict`. */
  readonly cells: ReadonlyMap<string, Cell>
}

/** All experiments that have run. */
export interface Matrix {
  readonly workflows: readonly string[]
  readonly attacks: readonly AttackId[]
  readonly defences: readonly string[]
  row(workflow: string, attack: string): Row | undefined
}

type Raw = readonly [won: boolean | 0 | 1, at?: string | null, because?: string | null]

/** The file as it is written: cells as short lists, rows by `SLUG ATTACK`. */
export interface MatrixFile {
  readonly version: number
  readonly workflows: readonly string[]
  readonly attacks: readonly string[]
  readonly defences: readonly string[]
  readonly rows: Readonly<
    Record<string, { readonly base: Raw; readonly cells: Readonly<Record<string, Raw>> }>
  >
}

const cellOf = ([won, at = null, because = null]: Raw): Cell => ({
  won: Boolean(won),
  at,
  because,
})

/** Makes the file ready to be looked up. */
export const readMatrix = ({ workflows, attacks, defences, rows }: MatrixFile): Matrix => ({
  workflows,
  attacks: attacks as readonly AttackId[],
  defences,
  row: (workflow, attack) => {
    const raw = rows[`${workflow} ${attack}`]
    if (raw === undefined) return undefined
    const cells = Object.entries(raw.cells).map(([name, cell]) => [name, cellOf(cell)] as const)
    return { base: cellOf(raw.base), cells: new Map(cells) }
  },
})

/** A defence as a switch and the value that it is tried at. */
export const switchIn = (name: string): readonly [id: string, value: SwitchValue] =>
  Object.entries(readSwitches(name))[0] ?? [name, true]
