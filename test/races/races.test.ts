/** @module-tag exhaustive */

import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import {
  fetchCode,
  fetchTokens,
  type Lab,
  openLab,
  redeem,
  refresh,
  tokensOf,
  userId,
} from '../fusionauth/support/lab.ts'
import { nameOf, policies, tenantOf } from '../model/policies.ts'
import type { Policy } from '../model/reference.ts'

/** Races for each policy: RACES=10000 for the whole of it. */
const numRuns = Number(process.env['RACES'] ?? 40)

const timeout = 3_600_000

/** Two to eight at once; each waits for none to a few turns, so that they meet at different places. */
const starts = fc.array(fc.nat(3), { minLength: 2, maxLength: 8 })

const race = (
  delays: readonly number[],
  run: () => Promise<WireResponse>,
): Promise<WireResponse[]> =>
  Promise.all(
    delays.map(async (delay) => {
      for (let turns = delay; turns > 0; turns--) await Promise.resolve()
      return run()
    }),
  )

const split = (answers: readonly WireResponse[]) => {
  const won = answers.filter(({ status }) => status === 200)
  const lost = answers.filter(({ status }) => status === 400)
  expect(won.length + lost.length).toBe(answers.length)
  return { won, lost }
}

/** The values of all refresh tokens that live, as FusionAuth's API lists them. */
const livingTokens = async (lab: Lab): Promise<readonly string[]> => {
  const { body } = await lab.call('GET', `/api/jwt/refresh?userId=${userId}`)
  const { refreshTokens } = JSON.parse(body) as {
    refreshTokens: { token: string; applicationId?: string }[]
  }
  return refreshTokens
    .filter(({ applicationId }) => applicationId !== undefined)
    .map(({ token }) => token)
}

/** Which of some values is still good for a refresh. */
const stillGood = async (lab: Lab, values: readonly string[]): Promise<readonly string[]> => {
  const good: string[] = []
  for (const value of values) if ((await refresh(lab, value)).status === 200) good.push(value)
  return good
}

const checkRefreshes = async (
  lab: Lab,
  policy: Policy,
  delays: readonly number[],
): Promise<void> => {
  const { refresh_token: old = '' } = await fetchTokens(lab, { scope: 'offline_access' })
  const { won, lost } = split(await race(delays, () => refresh(lab, old)))
  const values = [...new Set(won.map((answer) => tokensOf(answer).refresh_token ?? ''))]

  expect(values).toHaveLength(1)
  if (policy.usage === 'Reusable') {
    expect([values, lost.length]).toEqual([[old], 0])
  } else if (policy.grace > 0) {
    expect(lost).toEqual([])
    expect(values).not.toContain(old)
  } else {
    expect(won).toHaveLength(1)
    expect(await livingTokens(lab)).toEqual(policy.revokesOnReuse ? [] : values)
    expect(await stillGood(lab, [...values, old])).toEqual(policy.revokesOnReuse ? [] : values)
  }
  expect((await livingTokens(lab)).length).toBeLessThanOrEqual(1)
}

/** Races on instances of their own: what one leaves behind is nothing to the next. */
const many = (
  open: () => Lab,
  check: (lab: Lab, delays: readonly number[]) => Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(starts, (delays) => check(open(), delays)),
    { numRuns },
  )

const fixed = policies.filter(({ expiration }) => expiration === 'Fixed')

describe('Refreshes at once never leave two live refresh tokens', { timeout }, () => {
  test.each(fixed.map((policy) => [nameOf(policy), policy] as const))('%s', async (_, policy) => {
    const open = () => openLab({ tenant: tenantOf(policy) })
    await many(open, (lab, delays) => checkRefreshes(lab, policy, delays))
  })
})

const verifier = 'v'.repeat(64)
const challenge = createHash('sha256').update(verifier).digest('base64url')

describe('One redemption of a code wins', { timeout }, () => {
  test.each([
    ['with PKCE', { code_challenge: challenge, code_challenge_method: 'S256' }, verifier],
    ['without PKCE', {}, undefined],
  ])('%s', async (_, request, code_verifier) => {
    await many(openLab, async (lab, delays) => {
      const code = await fetchCode(lab, { scope: 'offline_access', ...request })
      const { won } = split(await race(delays, () => redeem(lab, code, { code_verifier })))
      expect(won).toHaveLength(1)
      // The others replayed it, which ends what it brought (RFC 6749 §4.1.2).
      expect(await livingTokens(lab)).toEqual([])
    })
  })

  test('and a wrong verifier at the same time takes nothing from the winner', async () => {
    await many(openLab, async (lab) => {
      const request = { code_challenge: challenge, code_challenge_method: 'S256' }
      const code = await fetchCode(lab, { scope: 'offline_access', ...request })
      const [right, wrong] = await Promise.all([
        redeem(lab, code, { code_verifier: verifier }),
        redeem(lab, code, { code_verifier: 'w'.repeat(64) }),
      ])
      expect([right.status, wrong.status]).toEqual([200, 400])
      expect(await livingTokens(lab)).toEqual([tokensOf(right).refresh_token])
    })
  })
})
