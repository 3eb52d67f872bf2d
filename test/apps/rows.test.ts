import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { applicationDeviations } from '../../server/apps/deviations.ts'
import { modules, rows } from './rows.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Identifiers that stand first in a quoted title: `CL-01: …`, `oidcc-client-test: …`. */
const titled: ReadonlySet<string> = new Set(
  readdirSync(here)
    .filter((name) => name.endsWith('.test.ts') && name !== 'rows.test.ts')
    .flatMap((name) => [
      ...readFileSync(join(here, name), 'utf8').matchAll(
        /^\s*(?:test\(|\]\)\(|\)\(|\[)?\s*['"`]((?:CL|CK|AS)-\d\d|oidcc-[a-z0-9-]+)(?=['"`:])/gm,
      ),
      ...readFileSync(join(here, name), 'utf8').matchAll(
        /\(['"`]((?:CL|CK|AS)-\d\d|oidcc-[a-z0-9-]+): /g,
      ),
    ])
    .map(([, id = '']) => id),
)

const deviations: ReadonlySet<string> = new Set(applicationDeviations.map(({ row }) => row))

test.each([...rows, ...modules])('%s has a test, or is a deviation that is told', (id) => {
  expect(titled.has(id) || deviations.has(id)).toBe(true)
})

test('each deviation from a rule for clients and cookies has a test of what is done instead', () => {
  const ours = [...deviations].filter((row) => rows.includes(row))
  expect(ours.filter((row) => !titled.has(row))).toEqual([])
})

test('no deviation is told twice, and each says what and why', () => {
  expect(deviations.size).toBe(applicationDeviations.length)
  for (const { what, why } of applicationDeviations)
    expect(Math.min(what.length, why.length)).toBeGreaterThan(9)
})

test('no title names a row that there is not', () => {
  const known = new Set([...rows, ...modules, ...deviations])
  expect([...titled].filter((id) => !known.has(id))).toEqual([])
})
