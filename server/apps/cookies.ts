import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Bindings } from '../transport/bridge.ts'

export type AppContext = Context<{ Bindings: Bindings }>

/** Host-only (no Domain), unreadable for scripts, never over plain http (RFC 6265bis §4.1.2, §8.3). */
const guarded = { path: '/', httpOnly: true, secure: true } as const

/**
 * Lax, because these cookies must come along when FusionAuth's page sends the browser back; with
 * Strict a browser that has just logged in would look logged out.
 */
const lax = { ...guarded, sameSite: 'Lax' } as const

/**
 * The refresh token's cookie outlives the token itself: the application, not the browser, finds out
 * that the token is dead. In seconds, 60 days.
 */
const refreshTokenMaxAge = 60 * 86_400

/** How long a login or a logout may take at FusionAuth, in seconds. */
const attemptMaxAge = 600

/**
 * Names of the cookies. The published diagrams name `sid` and `rt`; the two that are ours alone carry
 * the prefix that keeps a neighbour from setting them (RFC 6265bis §4.1.3.2).
 */
const names = {
  session: 'sid',
  refreshToken: 'rt',
  login: '__Host-login',
  logout: '__Host-logout',
} as const

/** What the browser brought along: session id and refresh token, if any. */
export const kept = (c: AppContext) => ({
  sessionId: getCookie(c, names.session),
  refreshToken: getCookie(c, names.refreshToken),
})

/** One of our cookies came twice: nobody can say which is ours (RFC 6265bis §4.2.2, §8.6). */
export const broughtTwice = (c: AppContext): boolean => {
  const brought = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.split('=', 1)[0])
  return Object.values(names).some(
    (name) => brought.filter((other) => other?.trim() === name).length > 1,
  )
}

/** Writes a refresh token that FusionAuth gave in place of the one the browser brought. */
export const keepRefreshToken = (c: AppContext, refreshToken: string): void =>
  setCookie(c, names.refreshToken, refreshToken, { ...lax, maxAge: refreshTokenMaxAge })

/** Leaves session id and refresh token in the browser. */
export const keep = (c: AppContext, sessionId: string, refreshToken: string | null): void => {
  setCookie(c, names.session, sessionId, lax)
  if (refreshToken !== null) keepRefreshToken(c, refreshToken)
}

/** Takes session id and refresh token back, with the attributes they were set with (§5.7). */
export const forget = (c: AppContext): void => {
  deleteCookie(c, names.session, guarded)
  deleteCookie(c, names.refreshToken, guarded)
}

/** What a browser is sent to FusionAuth for. */
export type Errand = 'login' | 'logout'

/** Ties an errand to this browser until it comes back (RFC 9700 §4.7). */
export const markBrowser = (c: AppContext, errand: Errand, browser: string): void =>
  setCookie(c, names[errand], browser, { ...lax, maxAge: attemptMaxAge })

/** The mark of a browser that was sent on an errand. */
export const browserMark = (c: AppContext, errand: Errand): string | undefined =>
  getCookie(c, names[errand])

/** Takes the mark back when the last errand of its kind is over. */
export const unmarkBrowser = (c: AppContext, errand: Errand): void => {
  deleteCookie(c, names[errand], guarded)
}
