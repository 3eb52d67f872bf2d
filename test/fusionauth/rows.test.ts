import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { deviations } from '../../server/fusionauth/stand-in/deviations.ts'
import { modules, rows } from './rows.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('rows'))
  .map((name) => readFileSync(here + name, 'utf8'))

/** Identifiers at the beginning of a quoted text, up to its colon or its end: titles, and rows of their tables. */
const titled: ReadonlySet<string> = new Set(
  sources
    .flatMap((source) => [...source.matchAll(/['"`](AS-\d\d|oidcc-[\w-]+)(?=[:'"`])/g)])
    .map(([, id = '']) => id),
)

const ids = rows.map(([id]) => id)

test.each(rows)('%s, %s: has a test that names it', (id) => {
  expect(titled).toContain(id)
})

test.each(modules)('The conformance module %s has an equivalent test', (name) => {
  expect(titled).toContain(name)
})

test('Every deviation from the standards has a test that names its row', () => {
  for (const { row } of deviations) expect(titled).toContain(row)
})

test('Every deviation is about a row or a module that there is', () => {
  for (const { row } of deviations) expect([...ids, ...modules]).toContain(row)
})

test('No test names a row or a module that there is not', () => {
  const known = [...ids, ...modules]
  const client = /^oidcc-client-test/
  expect([...titled].filter((id) => !known.includes(id) && !client.test(id))).toEqual([])
})

test('No row and no module stands in the list twice', () => {
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(modules).size).toBe(modules.length)
})
