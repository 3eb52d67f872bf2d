import type { Cell, MatrixIndex } from './data.ts'

/** What is shown: all attacks on a workflow, or an attack on all workflows. */
export interface Pivot {
  readonly by: 'workflow' | 'attack'
  readonly of: string
}

/** A line of the table. */
export interface Line {
  readonly workflow: string
  readonly attack: string
  readonly base: Cell
  /** In the order of the columns; null where the defence cannot be tried. */
  readonly cells: readonly (Cell | null)[]
}

export interface Grid {
  /** Names of defences; those that nothing was tried with are left out. */
  readonly columns: readonly string[]
  readonly lines: readonly Line[]
}

/** What an address asks for; the first workflow when it names nothing that is there. */
export const pivotOf = (text: string, matrix: MatrixIndex): Pivot => {
  if (matrix.attacks.some((attack) => attack === text)) return { by: 'attack', of: text }
  const known = matrix.workflows.includes(text) ? text : (matrix.workflows[0] ?? '')
  return { by: 'workflow', of: known }
}

/** Whether a defence can make a difference in a workflow. */
export type Applies = (workflow: string, defence: string) => boolean

/** The part of the matrix that is shown. */
export const gridOf = (matrix: MatrixIndex, { by, of }: Pivot, applies: Applies): Grid => {
  const keys =
    by === 'workflow'
      ? matrix.attacks.map((attack) => [of, attack] as const)
      : matrix.workflows.map((workflow) => [workflow, of] as const)
  const rows = keys.flatMap(([workflow, attack]) => {
    const row = matrix.row(workflow, attack)
    return row === undefined ? [] : [{ workflow, attack, row }]
  })
  const columns = matrix.defences.filter((name) =>
    rows.some(({ workflow, row }) => row.cells.has(name) && applies(workflow, name)),
  )
  return {
    columns,
    lines: rows.map(({ workflow, attack, row }) => ({
      workflow,
      attack,
      base: row.base,
      cells: columns.map((name) =>
        applies(workflow, name) ? (row.cells.get(name) ?? null) : null,
      ),
    })),
  }
}

/** Whether a defence changes what comes of an attack. */
export const differs = (cell: Cell | null | undefined, { base }: Line): boolean =>
  cell != null && cell.won !== base.won

/** What is left of the table without the attacks and the defences that change nothing in it. */
export const differencesIn = ({ columns, lines }: Grid): Grid => {
  const kept = columns.flatMap((_, at) =>
    lines.some((line) => differs(line.cells[at], line)) ? [at] : [],
  )
  return {
    columns: kept.map((at) => columns[at] ?? ''),
    lines: lines
      .filter((line) => line.cells.some((cell) => differs(cell, line)))
      .map((line) => ({ ...line, cells: kept.map((at) => line.cells[at] ?? null) })),
  }
}

/** A place in the table; column -1 is the attack without any defence. */
export interface CellPlace {
  readonly line: number
  readonly column: number
}

/** A cell by its name in an address: `SLUG.ATTACK.DEFENCE`; without the last, the one without any. */
export const cellName = ({ lines, columns }: Grid, { line, column }: CellPlace): string => {
  const here = lines[line]
  if (here === undefined) return ''
  const defence = columns[column]
  return [here.workflow, here.attack, ...(defence === undefined ? [] : [defence])].join('.')
}

export const placeOf = (name: string, { lines, columns }: Grid): CellPlace | null => {
  const [workflow, attack, defence] = name.split('.')
  const line = lines.findIndex((one) => one.workflow === workflow && one.attack === attack)
  return line === -1 ? null : { line, column: columns.indexOf(defence ?? '') }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most))

/** Where a key leads from a cell; null when it leads nowhere. */
export const moved = (
  { lines, columns }: Grid,
  from: CellPlace,
  key: string,
  far: boolean,
): CellPlace | null => {
  const lastLine = lines.length - 1
  const lastColumn = columns.length - 1
  const to = ((): CellPlace | null => {
    const { line, column } = from
    switch (key) {
      case 'ArrowUp':
        return { line: line - 1, column }
      case 'ArrowDown':
        return { line: line + 1, column }
      case 'ArrowLeft':
        return { line, column: column - 1 }
      case 'ArrowRight':
        return { line, column: column + 1 }
      case 'PageUp':
        return { line: line - 8, column }
      case 'PageDown':
        return { line: line + 8, column }
      case 'Home':
        return { line: far ? 0 : line, column: -1 }
      case 'End':
        return { line: far ? lastLine : line, column: lastColumn }
      default:
        return null
    }
  })()
  return to && { line: clamp(to.line, 0, lastLine), column: clamp(to.column, -1, lastColumn) }
}
