import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../../scenarios/model/wire.ts'
import { fetchCode, openLab, redeem, refusalOf, type OAuthError } from '../support/lab.ts'

const challengeOf = (verifier: string) => ({
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
})

const redeemWith = async (
  verifier: string,
  hardened: boolean,
  challenge = challengeOf(verifier),
) => {
  const lab = openLab({ options: { hardened } })
  return redeem(lab, await fetchCode(lab, challenge), { code_verifier: verifier })
}

const descriptionOf = ({ body }: WireResponse): string =>
  (JSON.parse(body) as OAuthError).error_description

/** Too short, too long, and Base64 instead of base64url, as git-credential-oauth 0.4 makes it. */
const odd = ['short', 'a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(41)}+/=`]

describe('A verifier that is no 43 to 128 unreserved characters', () => {
  test.each(odd)('AS-16: is taken when its hash is the challenge: %s', async (verifier) => {
    expect((await redeemWith(verifier, false)).status).toBe(200)
  })

  test.each(odd)('AS-16: hardened, is refused and told why: %s', async (verifier) => {
    const response = await redeemWith(verifier, true)
    expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'invalid_pkce_code_verifier'])
    expect(descriptionOf(response)).toContain('43 to 128')
  })
})

test.each([false, true])(
  'A verifier of another hash is refused because of that, hardened: %s',
  async (hardened) => {
    const response = await redeemWith('short', hardened, challengeOf('b'.repeat(43)))
    expect(refusalOf(response)).toEqual([400, 'invalid_grant', 'invalid_pkce_code_verifier'])
    expect(descriptionOf(response)).toContain('does not belong to the code_challenge')
  },
)

test('A verifier for a code without a challenge is told that there was none', async () => {
  const lab = openLab()
  const response = await redeem(lab, await fetchCode(lab), { code_verifier: 'a'.repeat(43) })
  expect(descriptionOf(response)).toContain('without a code_challenge')
})
