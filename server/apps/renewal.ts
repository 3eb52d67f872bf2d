import type { Answer } from '../fusionauth/port.ts'
import type { House } from './house.ts'
import type { Brought, Credentials } from './keeping.ts'
import type { User } from './settings.ts'

/** What came of a renewal: new credentials, or why there are none. */
export interface Renewed {
  readonly answer: Answer<{ readonly credentials: Credentials; readonly user: User }>
  /** The refresh token that counts from now on; FusionAuth may have put it in the old one's place. */
  readonly refreshToken: string
}

/** Lets a user in again by a refresh token, in place of what their device `brought`. */
export type Renewal = (refreshToken: string, brought: Brought, exchange: number) => Promise<Renewed>

/**
 * Renewals, one at a time for each refresh token: whoever asks while FusionAuth is being asked waits
 * for that answer and shares what it brings. Two tabs that ask at once would otherwise use a token
 * twice that may be used once, and the user would be logged out (RFC 9700 §4.14.2).
 */
export const createRenewal = (house: House): Renewal => {
  const underWay = new Map<string, Promise<Renewed>>()

  const renew: Renewal = async (token, brought, exchange) => {
    const { memory, gateway, keeping } = house
    const { answer, refreshToken } = await gateway.refresh(token, exchange)
    if (refreshToken !== token) {
      const holder = memory.userByRefreshToken(token)
      memory.deleteRefreshToken(token)
      if (holder !== null) memory.saveUser(holder, refreshToken)
    }
    if (!answer.ok) return { answer, refreshToken }
    const tokens = { ...answer.value, refreshToken }
    const credentials = keeping.issue(tokens, brought, exchange)
    return { answer: { ok: true, value: { credentials, user: tokens.user } }, refreshToken }
  }

  const { settings, ports } = house
  if (!settings.defences['single-flight']) return renew
  return (token, brought, exchange) => {
    const running = underWay.get(token)
    if (running !== undefined) {
      ports.journal.self(
        settings.name,
        'wait-for-refresh',
        'Waits for the refresh that is under way',
        exchange,
      )
      return running
    }
    const begun = renew(token, brought, exchange).finally(() => underWay.delete(token))
    underWay.set(token, begun)
    return begun
  }
}
