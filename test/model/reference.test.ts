/** @module-tag exhaustive */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agree } from './play.ts'
import { nameOf, policies } from './policies.ts'
import { createReference, type Policy } from './reference.ts'
import { sequences } from './steps.ts'

/** All sequences together: MODEL_SEQUENCES=10000 for the whole of it. */
const total = Number(process.env['MODEL_SEQUENCES'] ?? 450)
const numRuns = Math.ceil(total / policies.length)

describe('stand-in and reference agree on any sequence of steps', { timeout: 1_200_000 }, () => {
  test.each(policies.map((policy) => [nameOf(policy), policy] as const))(
    '%s',
    async (_, policy) => {
      await fc.assert(
        fc.asyncProperty(sequences, (steps) => agree(policy, steps)),
        { numRuns },
      )
    },
  )
})

/** The reference can be wrong too: what the facts say in words, held against it by hand. */
describe('the reference', () => {
  const policy: Policy = {
    usage: 'OneTimeUse',
    expiration: 'Fixed',
    grace: 0,
    revokesOnReuse: false,
    lifetime: 600,
    maximum: 1500,
    session: 900,
  }
  const begun = (changes: Partial<Policy>) => {
    const reference = createReference({ ...policy, ...changes })
    reference.login({ browser: 'laptop', remember: true, prompt: '' })
    return reference
  }

  test('lets a reusable token be used again and again', () => {
    const reference = begun({ usage: 'Reusable' })
    expect([reference.refresh(0, 0), reference.refresh(0, 0)]).toEqual([0, 0])
  })

  test('refuses a one-time value the second time, and its successor lives', () => {
    const reference = begun({})
    expect([reference.refresh(0, 0), reference.refresh(0, 0), reference.refresh(0, 1)]).toEqual([
      1,
      'refused',
      2,
    ])
  })

  test('ends the whole family at a reuse where the tenant says so', () => {
    const reference = begun({ revokesOnReuse: true })
    expect([reference.refresh(0, 0), reference.refresh(0, 0), reference.refresh(0, 1)]).toEqual([
      1,
      'refused',
      'refused',
    ])
  })

  test('gives the current value for an old one within the grace period', () => {
    const reference = begun({ grace: 30, revokesOnReuse: true })
    reference.refresh(0, 0)
    reference.wait(29)
    expect(reference.refresh(0, 0)).toBe(1)
    reference.wait(1)
    expect(reference.refresh(0, 0)).toBe('refused')
  })

  test.each([
    ['Fixed', 600],
    ['SlidingWindow', Infinity],
    ['SlidingWindowWithMaximumLifetime', 1500],
  ] as const)('with %s ends after %s seconds of constant use', (expiration, end) => {
    const reference = begun({ expiration, usage: 'Reusable' })
    let seconds = 0
    while (seconds < 3000 && reference.refresh(0, 0) !== 'refused') {
      reference.wait(300)
      seconds += 300
    }
    expect(seconds).toBe(Math.min(end, 3000))
  })

  test('keeps refresh tokens at a hosted logout, and single sign-on is over', () => {
    const reference = begun({})
    reference.logOut('laptop')
    expect(reference.living()).toEqual({ families: [0], sessions: 0 })
  })
})
