import { refreshTokenHeader } from '../../../../scenarios/engine/bearer.ts'
import type { AppContext } from '../../context.ts'
import type { StrategyDependencies } from '../../dependencies.ts'
import type { SessionManager } from '../session-manager.ts'
import { revokeRefreshToken } from './revoke-refresh-token.ts'
import { authenticateJwt } from './authenticate-jwt.ts'
import { usesRefreshToken } from '../requirements.ts'

/** The JWT of an `Authorization: Bearer` header (RFC 6750 §2.1). */
const bearerOf = (c: AppContext): string | undefined =>
  /^bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/**
 * The client holds the tokens itself and sends them in header fields with each request; no cookie is
 * set. A request that another site's page causes carries none of them.
 */
export const bearerTokens = (deps: StrategyDependencies): SessionManager => {
  const { settings, memory } = deps
  const hasRefreshToken = usesRefreshToken(settings)

  const presentedTokens = (c: AppContext) => ({
    jwt: bearerOf(c),
    rt: hasRefreshToken ? c.req.header(refreshTokenHeader) : undefined,
  })
  const authenticate: SessionManager['authenticate'] = (c) =>
    authenticateJwt(deps, presentedTokens(c), c.env.exchange)

  return {
    readCredentials: presentedTokens,
    createSession: ({ user, jwt, refreshToken: rt }) => {
      memory.saveUser(user, rt)
      return rt === null || !hasRefreshToken ? { jwt } : { jwt, rt }
    },
    sendCredentials: (_, { jwt, rt }) => ({
      ...(jwt === undefined ? {} : { token: jwt }),
      ...(rt === undefined ? {} : { refreshToken: rt }),
    }),
    authenticate,
    destroy: (c) => revokeRefreshToken(deps, presentedTokens(c).rt, c.env.exchange),
  }
}
