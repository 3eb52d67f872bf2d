import { readLoginCookies, clearLoginCookies, setLoginCookies } from '../../cookies.ts'
import type { StrategyDependencies } from '../../dependencies.ts'
import type { SessionManager } from '../session-manager.ts'
import { revokeRefreshToken } from './revoke-refresh-token.ts'
import { authenticateJwt } from './authenticate-jwt.ts'
import { refreshTokenPlaceOf } from '../refresh-token-place.ts'

/**
 * The JWT itself lies in a cookie and the server has no session: a valid JWT authenticates until it
 * expires.
 */
export const jwtCookies = (deps: StrategyDependencies): SessionManager => {
  const { settings, memory } = deps
  const place = refreshTokenPlaceOf(deps)
  const authenticate: SessionManager['authenticate'] = (c) => {
    const { jwt } = readLoginCookies(c, settings)
    return authenticateJwt(deps, { jwt, rt: place.read(c, jwt) }, c.env.exchange)
  }
  return {
    readCredentials: (c) => readLoginCookies(c, settings),
    createSession: ({ user, jwt, refreshToken: rt }) => {
      memory.saveUser(user, rt)
      return rt === null ? { jwt } : { jwt, rt }
    },
    sendCredentials: (c, { jwt, rt }) => {
      const formerJwt = readLoginCookies(c, settings).jwt
      if (jwt !== undefined) setLoginCookies(c, settings, { jwt })
      if (rt !== undefined) place.write(c, rt, jwt ?? formerJwt, formerJwt)
      return {}
    },
    authenticate,
    destroy: async (c) => {
      const { jwt } = readLoginCookies(c, settings)
      const refreshToken = place.read(c, jwt)
      // On a parent domain the cookie is FusionAuth's, which clears it itself.
      if (settings.login !== 'native-at-fusionauth' || settings.fusionauthAt === 'own-site')
        clearLoginCookies(c, settings, ['jwt'])
      place.clear(c, jwt)
      return revokeRefreshToken(deps, refreshToken, c.env.exchange)
    },
  }
}
