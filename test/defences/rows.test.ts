import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defenceIds } from '../../scenarios/defences/defence.ts'

/** All tests of this folder but this one. */
const text = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'rows.test.ts')
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n')

const isTold = (id: string): boolean =>
  new RegExp(
    `(?:describe|test)\\(\\s*'${id}[' :]|'${id} (?:%s|on|off)[:'\\s]|'${id}': (?:on|value)\\b`,
  ).test(text)

describe('every switch has a test that turns it on and off', () => {
  test.each(defenceIds)('%s', (id) => {
    expect(isTold(id)).toBe(true)
  })
})
