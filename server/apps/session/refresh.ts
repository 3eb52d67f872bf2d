import type { Answer } from '../../fusionauth/port.ts'
import type { Dependencies } from '../context.ts'
import type { PresentedCredentials, IssuedCredentials } from './session-manager.ts'
import type { User } from '../settings.ts'

/** What came of a renewal: new credentials, or why there are none. */
export interface SessionRefreshResult {
  readonly answer: Answer<{ readonly credentials: IssuedCredentials; readonly user: User }>
  /** The refresh token that counts from now on; FusionAuth may have put it in the old one's place. */
  readonly refreshToken: string
}

/** Lets a user in again by a refresh token, in place of what their device `brought`. */
export type RefreshSession = (
  refreshToken: string,
  presented: PresentedCredentials,
  exchange: number,
) => Promise<SessionRefreshResult>

/**
 * Renewals, one at a time for each refresh token: whoever asks while FusionAuth is being asked waits
 * for that answer and shares what it brings. Two tabs that ask at once would otherwise use a token
 * twice that may be used once, and the user would be logged out (RFC 9700 §4.14.2).
 */
export const createRefreshSession = (deps: Dependencies): RefreshSession => {
  const inFlight = new Map<string, Promise<SessionRefreshResult>>()

  const refresh: RefreshSession = async (token, presented, exchange) => {
    const { memory, gateway, sessions } = deps
    const { answer, refreshToken } = await gateway.refresh(token, exchange)
    if (refreshToken !== token) {
      const user = memory.userByRefreshToken(token)
      memory.deleteRefreshToken(token)
      if (user !== null) memory.saveUser(user, refreshToken)
    }
    if (!answer.ok) return { answer, refreshToken }
    const tokens = { ...answer.value, refreshToken }
    const credentials = sessions.createSession(tokens, presented, exchange)
    return { answer: { ok: true, value: { credentials, user: tokens.user } }, refreshToken }
  }

  const { settings, ports } = deps
  if (!settings.defences['single-flight']) return refresh
  return (token, presented, exchange) => {
    const pending = inFlight.get(token)
    if (pending !== undefined) {
      ports.journal.self(
        settings.name,
        'wait-for-refresh',
        'Waits for the refresh that is under way',
        exchange,
      )
      return pending
    }
    const started = refresh(token, presented, exchange).finally(() => inFlight.delete(token))
    inFlight.set(token, started)
    return started
  }
}
