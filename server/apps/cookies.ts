import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Bindings } from '../transport/bridge.ts'
import type { ApplicationSettings } from './settings.ts'

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
  jwt: 'jwt',
  login: '__Host-login',
  logout: '__Host-logout',
} as const

/** Values of the cookies that a login leaves, by the names they go by. */
export interface LoginCookies {
  readonly sid?: string
  readonly rt?: string
  readonly jwt?: string
}

/** What the browser brought along of an earlier login. */
export const brought = (
  c: AppContext,
  _settings: ApplicationSettings,
): { readonly [Name in keyof LoginCookies]-?: string | undefined } => ({
  sid: getCookie(c, names.session),
  rt: getCookie(c, names.refreshToken),
  jwt: getCookie(c, names.jwt),
})

/** One of our cookies came twice: nobody can say which is ours (RFC 6265bis §4.2.2, §8.6). */
export const broughtTwice = (c: AppContext): boolean => {
  const all = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.split('=', 1)[0])
  return Object.values(names).some(
    (name) => all.filter((other) => other?.trim() === name).length > 1,
  )
}

/** Leaves these in the browser, and what is not named as it is. */
export const leave = (
  c: AppContext,
  _settings: ApplicationSettings,
  { sid, jwt, rt }: LoginCookies,
): void => {
  if (sid !== undefined) setCookie(c, names.session, sid, lax)
  if (jwt !== undefined) setCookie(c, names.jwt, jwt, lax)
  if (rt !== undefined) setCookie(c, names.refreshToken, rt, { ...lax, maxAge: refreshTokenMaxAge })
}

/** Takes back what this keep leaves, with the attributes it was set with (§5.7). */
export const forget = (c: AppContext, { keep }: ApplicationSettings): void => {
  deleteCookie(c, keep.startsWith('session') ? names.session : names.jwt, guarded)
  if (keep.endsWith('refresh')) deleteCookie(c, names.refreshToken, guarded)
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
