/** @module-tag exhaustive */

import { expect, test } from 'vitest'
import { createGlossary } from '../../scenarios/glossary/lookup.ts'
import { namesIn } from '../glossary/names.ts'
import { base, tries } from './support.ts'

const english = createGlossary()

test('every name in the messages of an attack is explained', async () => {
  const played = await Promise.all(tries.map(([attack, workflow]) => base(attack, workflow)))
  const names = played.flatMap(({ messages }) => messages.flatMap(namesIn))
  const unexplained = names
    .filter(([kind, name]) => english(kind, name) === null)
    .map((name) => name.join(' '))
  expect([...new Set(unexplained)]).toEqual([])
  expect(names.length).toBeGreaterThan(1_000)
}, 60_000)
