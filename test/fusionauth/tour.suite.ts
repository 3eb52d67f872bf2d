import { expect, test } from 'vitest'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import { fetchCode, openLab, redeem, refresh, tokensOf } from './support/lab.ts'

/** Logs in, redeems, refreshes, comes back by single sign-on; gives every answer that came. */
export const walk = async (): Promise<readonly WireResponse[]> => {
  const lab = openLab()
  const answers: WireResponse[] = []
  const first = await redeem(lab, await fetchCode(lab, { nonce: 'n' }))
  answers.push(first, await refresh(lab, tokensOf(first).refresh_token))
  lab.clock.advance(60)
  answers.push(await redeem(lab, await fetchCode(lab)))
  answers.push(await lab.visit('/oauth2/authorize?client_id=x'))
  answers.push(await lab.call('GET', `/api/jwt/refresh?userId=${tokensOf(first).userId}`))
  return answers
}

/** The hash of a walk: the same text wherever the stand-in runs. */
export const fingerprint = async (): Promise<string> => {
  const text = JSON.stringify(await walk())
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** When an answer changes on purpose, the failing test tells the new value. */
const expected = 'aa21019514c49578144e4711794b1d846454b04e69260c370a390a4fcb406290'

/** The same claims in Node and in a page. */
export const tourSuite = (): void => {
  test('A login, a refresh and a single sign-on go by', async () => {
    expect((await walk()).map(({ status }) => status)).toEqual([200, 200, 200, 400, 200])
  })

  test('Every byte of every answer is the same in Node and in a page', async () => {
    expect(await fingerprint()).toBe(expected)
  })
}
