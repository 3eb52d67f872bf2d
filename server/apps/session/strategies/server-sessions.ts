import { decodeJwt } from 'jose'
import type { AppContext } from '../../context.ts'
import { readLoginCookies, clearLoginCookies, setLoginCookies } from '../../cookies.ts'
import type { StrategyDependencies } from '../../dependencies.ts'
import type { Authentication, SessionManager } from '../session-manager.ts'
import type { AppSession, PresentedSession } from '../../memory.ts'
import type { Tokens } from '../../settings.ts'
import { revokeRefreshToken } from './revoke-refresh-token.ts'
import { refreshTokenPlaceOf } from '../refresh-token-place.ts'
import { textOf } from '../../../../scenarios/model/text.ts'

/**
 * Creates the user's session on the server and ends the one whose id was presented: after a login the
 * old id is worth nothing (session fixation). Returns the new id.
 */
const createServerSession = (
  { memory, ports, settings }: Pick<StrategyDependencies, 'memory' | 'ports' | 'settings'>,
  { user, jwt, refreshToken }: Tokens,
  presented: PresentedSession,
  exchange: number,
): string => {
  memory.saveUser(user, refreshToken)
  const id = memory.createSession(user, jwt, presented)
  ports.journal.self(settings.name, 'create-session', textOf('note.creates-session'), exchange)
  return id
}

/**
 * The session lies on the server, its id in a cookie. A backend for frontend uses the JWT of the
 * session too: it refreshes an expired one while the session is valid, and deletes the refresh token
 * with the session.
 */
export const serverSessions = (deps: StrategyDependencies): SessionManager => {
  const { settings, memory, ports } = deps
  const place = refreshTokenPlaceOf(deps)
  const usesJwt = settings.backend === 'bff'

  /** Whether a backend for frontend needs a new JWT for the session, as its own has expired. */
  const needsRefresh = ({ jwt }: AppSession): boolean =>
    usesJwt && (decodeJwt(jwt).exp ?? Infinity) * 1000 <= ports.tokenClock.now()

  const authenticate = (c: AppContext): Authentication => {
    const presented = readLoginCookies(c, settings)
    const { sid } = presented
    const session = memory.findSession(presented)
    if (session === null && usesJwt) place.clear(c, sid)
    const refreshToken = place.read(c, sid)
    if (session !== null && !(needsRefresh(session) && refreshToken !== undefined))
      return { status: 'authenticated', user: session.user }
    return refreshToken === undefined
      ? { status: 'anonymous' }
      : { status: 'refreshable', refreshToken }
  }

  return {
    readCredentials: (c) => readLoginCookies(c, settings),
    createSession: (tokens, presented, exchange) => {
      const sid = createServerSession(deps, tokens, presented, exchange)
      return tokens.refreshToken === null ? { sid } : { sid, rt: tokens.refreshToken }
    },
    sendCredentials: (c, { sid, rt }) => {
      const formerSid = readLoginCookies(c, settings).sid
      if (sid !== undefined) setLoginCookies(c, settings, { sid })
      if (rt !== undefined) place.write(c, rt, sid ?? formerSid, formerSid)
      return {}
    },
    authenticate: async (c, { touch }) => {
      const authentication = authenticate(c)
      if (!touch) return authentication
      const { sid } = readLoginCookies(c, settings)
      if (authentication.status !== 'authenticated' || sid === undefined) return authentication
      memory.touchSession(sid)
      const { exchange } = c.env
      ports.journal.self(settings.name, 'extend-session', textOf('note.extends-session'), exchange)
      return authentication
    },
    destroy: async (c) => {
      const { sid } = readLoginCookies(c, settings)
      const refreshToken = place.read(c, sid)
      if (memory.endSession(sid))
        ports.journal.self(
          settings.name,
          'end-session',
          textOf('note.ends-session'),
          c.env.exchange,
        )
      clearLoginCookies(c, settings, ['sid'])
      place.clear(c, sid)
      return revokeRefreshToken(deps, refreshToken, c.env.exchange)
    },
  }
}
