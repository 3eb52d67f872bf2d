import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { mutated, roomOf } from './mutation.ts'
import { mutations } from './table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('the table of mutations', () => {
  test.each(mutations.map((one) => [one.id, one] as const))('%s can be made', (_, mutation) => {
    const before = readFileSync(join(root, mutation.file), 'utf8')
    const after = mutated(mutation, before)
    expect(after).toMatchObject({ ok: true })
    expect(after).not.toEqual({ ok: true, text: before })
  })

  test('has each id once', () => {
    const ids = mutations.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('names test files that are there', () => {
    const files = new Set(mutations.flatMap(({ killedBy }) => killedBy))
    expect([...files].filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(mutations.filter(({ killedBy }) => killedBy.length === 0)).toEqual([])
  })

  test('covers every room', () => {
    expect([...new Set(mutations.map(roomOf))].toSorted()).toEqual([
      'apps',
      'attacker',
      'attacks',
      'catalogue',
      'conformance',
      'defences',
      'engine',
      'fusionauth',
      'glossary',
      'i18n',
      'machine',
      'matrix',
      'narration',
      'node',
      'operations',
      'own-lessons',
      'package',
      'predict',
      'projections',
      'recorded',
      'store',
      'trace-diff',
      'transport',
      'verdicts',
      'web',
    ])
  })
})
