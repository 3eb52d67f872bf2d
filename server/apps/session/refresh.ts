import type { FusionAuthAnswer } from '../../fusionauth/port.ts'
import type { Dependencies } from '../dependencies.ts'
import type { User } from '../settings.ts'
import type { IssuedCredentials, PresentedCredentials } from './session-manager.ts'
import { textOf } from '../../../scenarios/model/text.ts'

/** What came of a refresh: new credentials, or why there are none. */
interface SessionRefreshResult {
  readonly answer: FusionAuthAnswer<{
    readonly credentials: IssuedCredentials
    readonly user: User
  }>
  /** The refresh token that is valid from now on: FusionAuth may have rotated it (RFC 6749 §6). */
  readonly refreshToken: string
}

/** Uses a refresh token to create new credentials, in place of those that were `presented`. */
export type RefreshSession = (
  refreshToken: string,
  presented: PresentedCredentials,
  exchange: number,
) => Promise<SessionRefreshResult>

/**
 * Refreshes sessions, one refresh at a time for each refresh token (single flight): a request that
 * comes while FusionAuth is being asked waits for that answer and shares it. Two tabs would otherwise
 * use a one-time refresh token twice, and the user would be logged out (RFC 9700 §4.14.2).
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
        textOf('note.waits-for-refresh'),
        exchange,
      )
      return pending
    }
    const started = refresh(token, presented, exchange).finally(() => inFlight.delete(token))
    inFlight.set(token, started)
    return started
  }
}
