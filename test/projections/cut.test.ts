import { expect, test } from 'vitest'
import { cutTrace } from '../../scenarios/projections/cut.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'

test('a trace that is cut has the marks before its last message, and no other', () => {
  const dividers = [12, 13].map((before) => ({ before, kind: 'sso' as const }))
  expect(cutTrace({ ...fixtureTrace(), dividers }, 12).dividers).toEqual(dividers.slice(0, 1))
})
