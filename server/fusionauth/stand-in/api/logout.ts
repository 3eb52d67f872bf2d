import { getCookie } from 'hono/cookie'
import { deleteCookie } from '../cookies.ts'
import type { StandInHandler } from '../instance.ts'
import { liveSsoSessions } from '../oauth2/sso-session.ts'
import { replyEmpty } from '../reply.ts'
import { flag, group, text } from '../shape.ts'
import {
  loadRefreshToken,
  revokeRefreshToken,
  revokeRefreshTokens,
} from '../tokens/refresh-tokens.ts'
import { readAs, readBody } from './request.ts'
import { accessTokenCookie, refreshTokenCookie } from './token-cookies.ts'

const readLogout = group({ global: flag(false), refreshToken: text(undefined) })

/**
 * POST /api/logout: ends a refresh token and the cookies that came along. With `global` every
 * refresh token of its owner and the owner's SSO sessions end too. Always 200; a refresh token in
 * the request beats the cookie.
 */
export const logout: StandInHandler = async (instance, exchange) => {
  const body = readAs(readLogout, await readBody(exchange), '')
  const everywhere = body.global || exchange.req.query('global') === 'true'
  const value =
    body.refreshToken ??
    (exchange.req.query('refreshToken') || getCookie(exchange, refreshTokenCookie)) ??
    ''
  for (const name of [accessTokenCookie, refreshTokenCookie]) {
    if (getCookie(exchange, name) !== undefined)
      deleteCookie(exchange, name, instance.tokenCookieSameSite)
  }
  const refreshToken = loadRefreshToken(instance, value, () => true)
  if (refreshToken === undefined) return replyEmpty(exchange)
  revokeRefreshToken(instance, refreshToken)
  if (everywhere) {
    revokeRefreshTokens(instance, ({ userId }) => userId === refreshToken.userId)
    for (const session of liveSsoSessions(instance)) {
      if (session.userId === refreshToken.userId) instance.memory.ssoSessions.delete(session.token)
    }
  }
  return replyEmpty(exchange)
}
