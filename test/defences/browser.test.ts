import { describe, expect, test } from 'vitest'
import type { Message } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { done, playOn, slugs } from '../support/play.ts'

const direct = 'spa/native-login-form-to-fusionauth-jwts-refresh-tokens-cookies'

/** Cookies of FusionAuth's JSON API, and whether the browser kept each of them. */
const tokenCookies = (messages: readonly Message[]): ReadonlySet<string> =>
  new Set(
    messages
      .flatMap(({ received }) => received)
      .filter(({ name }) => name === 'refresh_token' || name === 'access_token')
      .map(({ stored }) => (stored ? 'kept' : 'refused')),
  )

const loginWith = async (defences: Readonly<Record<string, string>>) => {
  const { messages } = await done({ workflow: direct, defences }, [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
  ])
  return tokenCookies(messages)
}

describe('third-party-cookies', () => {
  test('allowed: a page of the Store gets FusionAuth’s cookies kept', async () => {
    expect(await loginWith({ 'third-party-cookies': 'allowed' })).toEqual(new Set(['kept']))
  })
  test('blocked: the browser refuses them', async () => {
    expect(await loginWith({ 'third-party-cookies': 'blocked' })).toEqual(new Set(['refused']))
  })
})

describe('token-cookie-same-site', () => {
  test('none: the cookies cross sites', async () => {
    expect(await loginWith({ 'token-cookie-same-site': 'none' })).toEqual(new Set(['kept']))
  })
  test('lax: as FusionAuth sends them, they do not', async () => {
    expect(await loginWith({ 'token-cookie-same-site': 'lax' })).toEqual(new Set(['refused']))
  })
})

describe('hsts', () => {
  const sniffed = async (hsts: boolean) => {
    const run = await openRun({
      workflow: slugs.code,
      lesson: 'attack-sniffing',
      defences: { hsts, secure: false },
    })
    const { messages } = await playOn(run)
    run.close()
    return messages.filter(({ http }) => http?.url?.startsWith('http://'))
  }
  test('on: nothing is asked for in the clear', async () => {
    expect(await sniffed(true)).toEqual([])
  })
  test('off: a link in the clear is followed in the clear', async () => {
    const [asked] = await sniffed(false)
    expect(asked?.http?.headers).toContainEqual(['cookie', expect.stringContaining('sid=')])
  })
})
