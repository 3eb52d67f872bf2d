/** @module-tag exhaustive */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { attacks } from '../../scenarios/attacks/index.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { columns, spelled } from '../../scenarios/matrix/columns.ts'
import { type MatrixFile, packMatrix, unpackMatrix } from '../../scenarios/matrix/file.ts'
import type { Matrix } from '../../scenarios/matrix/format.ts'
import { rowOf } from '../../server/matrix/experiment.ts'
import { differences, spokenRow, tasks } from '../../server/matrix/matrix.ts'

const file = readFileSync(new URL('../../scenarios/matrix/matrix.json', import.meta.url), 'utf8')

const published = unpackMatrix(JSON.parse(file) as MatrixFile)

const all = tasks()

/** One row in twenty, another set for each seed; `MATRIX=all` plays them all. */
const sample = (): typeof all => {
  if (process.env['MATRIX'] === 'all') return all
  const seed = Number(process.env['FUZZ_SEED'] ?? '20261121') || Date.now()
  return all.filter((_, index) => (index * 7_919 + seed) % 20 === 0)
}

describe('the published matrix', () => {
  test('has a row for each attack at each workflow where it can be tried, and no other', () => {
    expect(Object.keys(published.rows)).toEqual(all.map(({ key }) => key))
    expect(published.workflows).toEqual(workflows.map(({ slug }) => slug))
    expect(published.attacks).toEqual(attacks.map(({ id }) => id))
    expect(published.defences).toEqual(columns.map(spelled))
  })

  test('has, in each row, a defence once at most: as an experiment, or as in force all the while', () => {
    for (const { cells, inForce } of Object.values(published.rows)) {
      const named = [...Object.keys(cells), ...inForce]
      expect(new Set(named).size).toBe(named.length)
      expect(published.defences).toEqual(expect.arrayContaining(named))
    }
  })

  test('begins each row with the attack that comes off, shown by a message', () => {
    for (const { base } of Object.values(published.rows)) {
      expect(base[0]).toBe(true)
      expect(base[1]).toMatch(/^attack\./)
    }
  })

  test('says of each experiment that an attack lost where, and by which reason', () => {
    for (const { cells } of Object.values(published.rows))
      for (const [won, at, reason] of Object.values(cells)) {
        expect(at === null).toBe(won)
        expect(reason === null ? undefined : published.reasons[reason]).toEqual(
          won ? undefined : expect.objectContaining({ code: expect.any(String) }),
        )
      }
  })

  test('agrees with all that the attacks claim of defences', () => {
    const wrong = all.flatMap(({ key, attack, workflow }) => {
      const row = published.rows[key]
      const holds = (name: string): boolean | undefined =>
        row?.inForce.includes(name) === true ? true : row?.cells[name]?.[0]
      return [
        ...attack.stops(workflow).map((stop) => [spelled(stop), false] as const),
        ...attack.helpsNot(workflow).map((stop) => [spelled(stop), true] as const),
      ]
        .filter(([name]) => published.defences.includes(name))
        .filter(([name, wins]) => holds(name) !== wins)
        .map(([name]) => `${key} ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test.each(sample().map((task) => [task.key, task] as const))(
    'still holds for %s',
    async (key, { workflow, attack }) => {
      expect(await rowOf(workflow, attack)).toEqual(spokenRow(published, key))
    },
    60_000,
  )
})

describe('the file of the matrix', () => {
  test('is what its matrix is written as', () => {
    expect(`${JSON.stringify(packMatrix(published))}\n`).toBe(file)
  })

  test('gives back each matrix, with more results than a keyboard has characters too', () => {
    const slugs = published.workflows
    const [attack = ''] = published.attacks
    const { defences } = published
    const cells = (from: number) =>
      Object.fromEntries(
        defences.slice(2).map((name, at) => [name, [false, `message-${from + at}`, at] as const]),
      )
    const row = (from: number) => ({
      base: [true, `attack.${from}`] as const,
      cells: cells(from),
      inForce: defences.slice(0, 1),
    })
    const rows = Object.fromEntries(
      slugs.map((slug, at) => [`${slug} ${attack}`, row(at * defences.length)]),
    )
    const matrix = { ...published, rows }
    const text = JSON.stringify(packMatrix(matrix))
    expect(unpackMatrix(JSON.parse(text) as MatrixFile)).toEqual(matrix)
  })

  test('is refused when a row speaks of a result that is not there', () => {
    const broken = { ...packMatrix(published), results: [] }
    expect(() => unpackMatrix(broken)).toThrow(/has no result/)
  })
})

describe('the check of the matrix', () => {
  const [first] = all
  const key = first?.key ?? ''
  const changed = (change: (copy: Matrix) => Matrix): readonly string[] =>
    differences(change(structuredClone(published)), published)

  test('finds nothing where nothing was changed', () => {
    expect(changed((copy) => copy)).toEqual([])
  })

  test('names a cell that somebody has edited', () => {
    const edited = changed((copy) => {
      const row = copy.rows[key]
      const [name] = Object.keys(row?.cells ?? {})
      if (row === undefined || name === undefined) throw new Error('there is no such cell')
      const cells = { ...row.cells, [name]: [row.cells[name]?.[0] !== true, null, null] as const }
      return { ...copy, rows: { ...copy.rows, [key]: { ...row, cells } } }
    })
    expect(edited).toHaveLength(1)
    expect(edited[0]).toContain(key)
  })

  test('names a row that is missing', () => {
    const missing = changed((copy) => {
      const { [key]: _, ...rows } = copy.rows
      return { ...copy, rows }
    })
    expect(missing).toEqual([`${key}: is not in the published matrix`])
  })
})
