/** @module-tag exhaustive */

import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cookieRules } from '../../scenarios/engine/cookie-jar.ts'
import { cases } from '../support/cases.ts'
import { compare } from './tough/compare.ts'
import { refusals } from './tough/differences/refusing.ts'
import { failures, sendDifferences } from './tough/differences/sending.ts'
import { fieldDifferences, jarDifferences } from './tough/differences/storing.ts'
import { trial } from './tough/trial.ts'

/** Every known difference and every rule has to come up, so the seed is its own, and the cases never fewer. */
const seed = 6265
const numRuns = Math.max(20_000, cases(20_000).numRuns)

/** Rules that no trial can reach, each with the reason. */
const outOfReach: Readonly<Record<string, string>> = {
  'third-party': 'a switch of our policy; tough-cookie has no notion of it',
  'no-room': 'needs a crowd of Secure cookies',
}

// tough-cookie reads the global clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const tally = () => {
  const counts = new Map<string, number>()
  return {
    counts,
    add: (names: readonly string[]) => {
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    missing: (names: readonly string[]) => names.filter((name) => !counts.has(name)),
  }
}

test('generated trials differ from tough-cookie in known ways only', () => {
  const differences = tally()
  const rules = tally()
  fc.assert(
    fc.property(trial, (each) => {
      const result = compare(each, (now) => void vi.setSystemTime(now))
      differences.add(result.known)
      rules.add(result.rules)
      expect(result.unexplained).toEqual([])
    }),
    { seed, numRuns, verbose: fc.VerbosityLevel.Verbose },
  )
  const listed = [refusals, fieldDifferences, jarDifferences, sendDifferences, failures].flat()
  expect(differences.missing(listed.map(({ id }) => id))).toEqual([])
  const reachable = [...cookieRules.sending, ...cookieRules.receiving].filter(
    (rule) => !(rule in outOfReach),
  )
  expect(rules.missing(reachable)).toEqual([])
})
