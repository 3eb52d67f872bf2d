import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Bindings } from '../transport/bridge.ts'

export type AppContext = Context<{ Bindings: Bindings }>

/** Host-only (no Domain), unreadable for scripts, never over plain http (RFC 6265bis §4.1.2, §8.3). */
const guarded = { path: '/', httpOnly: true, secure: true } as const

/**
 * The refresh token's cookie outlives the token itself: the application, not the browser, finds out
 * that the token is dead. In seconds, 60 days.
 */
const refreshTokenMaxAge = 60 * 86_400

/** What the browser brought along: session id and refresh token, if any. */
export const kept = (c: AppContext) => ({
  sessionId: getCookie(c, 'sid'),
  refreshToken: getCookie(c, 'rt'),
})

/**
 * Leaves session id and refresh token in the browser. Lax, because the page that follows a login is
 * reached by a navigation that FusionAuth's page began; with Strict it would look logged out.
 */
export const keep = (c: AppContext, sessionId: string, refreshToken: string | null): void => {
  setCookie(c, 'sid', sessionId, { ...guarded, sameSite: 'Lax' })
  if (refreshToken !== null)
    setCookie(c, 'rt', refreshToken, { ...guarded, sameSite: 'Lax', maxAge: refreshTokenMaxAge })
}

/** Ties a login to this browser until its callback (RFC 9700 §4.7): Lax, or the callback lacks it. */
export const keepAttempt = (c: AppContext, id: string): void =>
  setCookie(c, 'login', id, { ...guarded, sameSite: 'Lax', maxAge: 600 })

/** The login that this browser began; the cookie is used up. */
export const takeAttempt = (c: AppContext): string | undefined => {
  const id = getCookie(c, 'login')
  if (id !== undefined) deleteCookie(c, 'login', guarded)
  return id
}
