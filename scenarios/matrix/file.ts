import type { Matrix, MatrixCell, MatrixRow } from './format.ts'

/**
 * The published matrix as it stands in its file, of which a page loads each byte: what came of an
 * experiment stands once, and a row is a text.
 */
export interface MatrixFile extends Pick<Matrix, 'workflows' | 'attacks' | 'defences' | 'reasons'> {
  readonly version: 3
  /** What came of experiments; the most frequent ones first. */
  readonly results: readonly MatrixCell[]
  /**
   * By workflow, then by attack; '' for one that cannot be tried there. The first character stands for
   * what came of the attack alone, and each other one for a defence: for one of the results, or for none.
   */
  readonly rows: readonly (readonly string[])[]
}

const inForce = '!'
const unrelated = ' '

/** The characters that stand for results, from `#` on; `\` would be two in JSON. */
const characterOf = (result: number): string => {
  const code = result + 0x23
  return String.fromCharCode(code < 0x5c ? code : code + 1)
}

const resultOf = (character: string): number => {
  const code = character.charCodeAt(0)
  return code - 0x23 - (code > 0x5c ? 1 : 0)
}

const baseCell = ([won, at]: MatrixRow['base']): MatrixCell => [won, at, null]

/** Results by how often they come, and then by what they are, so that equal matrices give equal files. */
const resultsOf = (rows: readonly MatrixRow[]): readonly MatrixCell[] => {
  const cells = rows.flatMap(({ base, cells: tried }) => [baseCell(base), ...Object.values(tried)])
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const key = JSON.stringify(cell)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one, more], [other, fewer]) => fewer - more || (one < other ? -1 : 1))
    .map(([key]) => JSON.parse(key) as MatrixCell)
}

/** The file of a matrix. */
export const packMatrix = (matrix: Matrix): MatrixFile => {
  const { workflows, attacks, defences, reasons, rows } = matrix
  const results = resultsOf(Object.values(rows))
  const characters = new Map(results.map((cell, at) => [JSON.stringify(cell), characterOf(at)]))
  const spell = (cell: MatrixCell): string => characters.get(JSON.stringify(cell)) ?? unrelated
  const rowOf = (row: MatrixRow | undefined): string => {
    if (row === undefined) return ''
    const spelled = defences.map((name) => {
      const cell = row.cells[name]
      if (cell !== undefined) return spell(cell)
      return row.inForce.includes(name) ? inForce : unrelated
    })
    return [spell(baseCell(row.base)), ...spelled].join('')
  }
  return {
    version: 3,
    workflows,
    attacks,
    defences,
    reasons,
    results,
    rows: workflows.map((slug) => attacks.map((attack) => rowOf(rows[`${slug} ${attack}`]))),
  }
}

/**
 * The matrix of a file.
 *
 * @throws Error for a row that speaks of a result that is not there
 */
export const unpackMatrix = (file: MatrixFile): Matrix => {
  const { workflows, attacks, defences, reasons, results, rows } = file
  const cellOf = (character: string | undefined): MatrixCell => {
    const cell = results[resultOf(character ?? unrelated)]
    if (cell === undefined) throw new Error(`The matrix has no result "${character ?? ''}".`)
    return cell
  }
  const rowOf = (text: string): MatrixRow => {
    const [first, ...spelled] = text
    const [won, at] = cellOf(first)
    const cells = defences.flatMap((name, column) => {
      const character = spelled[column]
      return character === inForce || character === unrelated
        ? []
        : [[name, cellOf(character)] as const]
    })
    return {
      base: [won, at],
      cells: Object.fromEntries(cells),
      inForce: defences.filter((_, column) => spelled[column] === inForce),
    }
  }
  const found = workflows.flatMap((slug, line) =>
    attacks.flatMap((attack, column) => {
      const text = rows[line]?.[column] ?? ''
      return text === '' ? [] : [[`${slug} ${attack}`, rowOf(text)] as const]
    }),
  )
  return {
    workflows,
    attacks,
    defences,
    reasons,
    rows: Object.fromEntries(found),
  }
}
