import { describe, expect, test } from 'vitest'
import published from '../../scenarios/matrix/matrix.json' with { type: 'json' }
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { type MatrixFile, unpackMatrix } from '../../scenarios/matrix/file.ts'
import { readMatrix, switchIn } from '../../web/features/matrix/data.ts'
import { readAsked, writeAsked } from '../../web/features/matrix/asked.ts'
import { shownOf } from '../../web/features/matrix/shown.ts'
import {
  cellName,
  differencesIn,
  differs,
  gridOf,
  moved,
  pivotOf,
  placeOf,
} from '../../web/features/matrix/table.ts'
import { smallMatrix } from '../support/small-matrix.ts'

const matrix = readMatrix(smallMatrix)
const [first = '', second = ''] = matrix.workflows
const anywhere = () => true
const grid = gridOf(matrix, { by: 'workflow', of: first }, anywhere)

describe('what is shown of the matrix', () => {
  test('a workflow is shown with all attacks that were tried there', () => {
    expect(grid.lines.map(({ attack }) => attack)).toEqual(['csrf', 'sniffing'])
    expect(grid.columns).toEqual(['http-only', 'secure', 'same-site=lax'])
  })

  test('an attack is shown on all workflows on which it was tried', () => {
    const { lines } = gridOf(matrix, { by: 'attack', of: 'sniffing' }, anywhere)
    expect(lines.map(({ workflow }) => workflow)).toEqual([first])
  })

  test('a defence that was in force all the while did not help', () => {
    const row = matrix.row(first, 'sniffing')
    expect(row?.inForce.has('http-only')).toBe(true)
    expect(row?.cells.get('http-only')).toEqual(row?.base)
  })

  test('a cell tells where it was decided, and why', () => {
    expect(matrix.row(first, 'csrf')?.cells.get('same-site=lax')).toEqual({
      won: false,
      at: 'attack.checkout-request',
      reason: {
        code: 'decided.not-sent',
        params: { cookie: 'session', rule: 'same-site-lax' },
      },
    })
  })

  test('a defence that cannot make a difference in a workflow is no cell there', () => {
    const without = gridOf(matrix, { by: 'attack', of: 'csrf' }, (slug) => slug !== second)
    expect(without.lines.map(({ cells }) => cells.every((cell) => cell === null))).toEqual([
      false,
      true,
    ])
  })

  test('an address names a workflow or an attack; anything else shows the first workflow', () => {
    expect(pivotOf('csrf', matrix)).toEqual({ by: 'attack', of: 'csrf' })
    expect(pivotOf(second, matrix)).toEqual({ by: 'workflow', of: second })
    expect(pivotOf('nonsense', matrix)).toEqual({ by: 'workflow', of: first })
  })
})

describe('only what makes a difference', () => {
  test('leaves out attacks and defences that change nothing', () => {
    const { lines, columns } = differencesIn(grid)
    expect(columns).toEqual(['secure', 'same-site=lax'])
    expect(lines.map(({ cells }) => cells.map((cell) => cell?.won))).toEqual([
      [true, false],
      [false, undefined],
    ])
  })

  test('leaves nothing where nothing changes anything', () => {
    const same = { ...grid, lines: grid.lines.map((line) => ({ ...line, cells: [line.base] })) }
    expect(differencesIn({ ...same, columns: ['http-only'] })).toEqual({ columns: [], lines: [] })
  })

  test('each row and each column that is left holds a difference, and none is lost', () => {
    const whole = readMatrix(unpackMatrix(published as unknown as MatrixFile))
    for (const of of [...whole.attacks, ...whole.workflows]) {
      const { all, differing } = shownOf(whole, of, '')
      const count = ({ lines }: typeof all): number =>
        lines.reduce(
          (sum, line) => sum + line.cells.filter((cell) => differs(cell, line)).length,
          0,
        )
      expect(count(differing), of).toBe(count(all))
      for (const line of differing.lines)
        expect(
          line.cells.some((cell) => differs(cell, line)),
          of,
        ).toBe(true)
      differing.columns.forEach((column, at) => {
        expect(
          differing.lines.some((line) => differs(line.cells[at], line)),
          column,
        ).toBe(true)
      })
    }
  })

  test('stands in the address behind what is shown', () => {
    for (const asks of ['csrf', 'csrf.difference', `${first}.difference`, '.difference', ''])
      expect(writeAsked(readAsked(asks))).toBe(asks)
    expect(readAsked('csrf.difference')).toEqual({ of: 'csrf', onlyDifference: true })
    expect(readAsked('csrf.nonsense')).toEqual({ of: 'csrf', onlyDifference: false })
    const { grid: shown, all } = shownOf(matrix, `${first}.difference`, '')
    expect(shown.columns).toEqual(['secure', 'same-site=lax'])
    expect(all.columns).toHaveLength(3)
  })
})

describe('cells', () => {
  test('each has a name that leads back to it', () => {
    for (let line = 0; line < grid.lines.length; line += 1)
      for (let column = -1; column < grid.columns.length; column += 1)
        expect(placeOf(cellName(grid, { line, column }), grid)).toEqual({ line, column })
    expect(placeOf('nonsense', grid)).toBeNull()
  })

  test('keys lead from one to the next and stop at the edges', () => {
    const from = { line: 0, column: -1 }
    expect(moved(grid, from, 'ArrowRight', false)).toEqual({ line: 0, column: 0 })
    expect(moved(grid, from, 'ArrowDown', false)).toEqual({ line: 1, column: -1 })
    expect(moved(grid, from, 'ArrowUp', false)).toEqual(from)
    expect(moved(grid, from, 'ArrowLeft', false)).toEqual(from)
    expect(moved(grid, from, 'End', true)).toEqual({ line: 1, column: 2 })
    expect(moved(grid, { line: 1, column: 2 }, 'Home', true)).toEqual(from)
    expect(moved(grid, from, 'PageDown', false)).toEqual({ line: 1, column: -1 })
    expect(moved(grid, from, 'a', false)).toBeNull()
  })

  test('a defence is a switch and the value at which it was tried', () => {
    expect(switchIn('http-only')).toEqual(['http-only', true])
    expect(switchIn('same-site=lax')).toEqual(['same-site', 'lax'])
    expect(switchIn('jwt-minutes=5')).toEqual(['jwt-minutes', 5])
  })
})

const reasons = published.reasons as readonly Text[]
const ours = reasons.filter(({ code }) => code.startsWith('decided.'))

describe.each([
  ['English', sayEnglish],
  ['Spanish', saySpanish],
])('why an attack was stopped, in %s', (_, say) => {
  test.each(ours)('$code of $params is told as a sentence', (reason) => {
    const told = say(reason)
    expect(told).toMatch(/^\p{Lu}.*\.$/u)
    expect(told).not.toContain('same-site')
    expect(told).not.toContain('third-party:')
  })

  test('what a server says is quoted', () => {
    const quoted = reasons.filter(({ code }) => code === 'quoted').map((reason) => say(reason))
    expect(quoted).toContain('400: invalid_grant: refresh_token_not_found')
  })
})
