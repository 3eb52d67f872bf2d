import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Bindings } from '../transport/bridge.ts'
import type { ApplicationSettings } from './settings.ts'

export type AppContext = Context<{ Bindings: Bindings }>

/** Host-only (no Domain), unreadable for scripts, never over plain http (RFC 10025 §4.1.2, §8.3). */
const guarded = { path: '/', httpOnly: true, secure: true } as const

/**
 * Cookies of an errand are Lax, because they must come along when FusionAuth's page sends the browser
 * back; a Strict one does not.
 */
const lax = { ...guarded, sameSite: 'Lax' } as const

const sameSites = { lax: 'Lax', strict: 'Strict', none: 'None' } as const

/**
 * What a login's cookies are taken back with. The prefix `__Host-` means nothing without Secure
 * (RFC 10025 §4.1.3.2), so it brings it along.
 */
const taken = ({ defences }: ApplicationSettings) =>
  ({
    path: '/',
    httpOnly: defences['http-only'],
    secure: defences.secure || defences['host-prefix'],
  }) as const

/** What a login's cookies are set with. */
const given = (settings: ApplicationSettings) => {
  const sameSite = settings.defences['same-site']
  return sameSite === 'unset'
    ? taken(settings)
    : { ...taken(settings), sameSite: sameSites[sameSite] }
}

/**
 * The refresh token's cookie outlives the token itself: the application, not the browser, finds out
 * that the token is dead. In seconds, 60 days.
 */
const refreshTokenMaxAge = 60 * 86_400

/** How long a login or a logout may take at FusionAuth, in seconds. */
const attemptMaxAge = 600

/** Cookies of the errands; the prefix keeps a neighbour from setting them (RFC 10025 §4.1.3.2). */
const marks = { login: '__Host-login', logout: '__Host-logout' } as const

/**
 * Names of a login's cookies: as the published diagrams have them, with the prefix where that is
 * switched on. On a parent domain the JWT lies in FusionAuth's own cookie.
 */
const namesIn = ({ login, fusionauthAt, defences }: ApplicationSettings) => {
  const prefix = defences['host-prefix'] ? '__Host-' : ''
  const isFusionAuths = login === 'native-at-fusionauth' && fusionauthAt === 'parent-domain'
  return {
    session: `${prefix}sid`,
    refreshToken: `${prefix}rt`,
    jwt: isFusionAuths ? 'access_token' : `${prefix}jwt`,
  }
}

/** Values of the cookies that a login leaves, by the names they go by. */
export interface LoginCookies {
  readonly sid?: string
  readonly rt?: string
  readonly jwt?: string
}

/** What the browser brought along of an earlier login, and what kind of client it says it is. */
export const brought = (
  c: AppContext,
  settings: ApplicationSettings,
): { readonly [Name in keyof LoginCookies | 'agent']: string | undefined } => {
  const names = namesIn(settings)
  return {
    agent: c.req.header('user-agent'),
    sid: getCookie(c, names.session),
    rt: getCookie(c, names.refreshToken),
    jwt: getCookie(c, names.jwt),
  }
}

/** One of our cookies came twice: nobody can say which is ours (RFC 10025 §4.2.2, §8.6). */
export const broughtTwice = (c: AppContext, settings: ApplicationSettings): boolean => {
  const all = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.split('=', 1)[0])
  return Object.values({ ...namesIn(settings), ...marks }).some(
    (name) => all.filter((other) => other?.trim() === name).length > 1,
  )
}

/** Leaves these in the browser, and what is not named as it is. */
export const leave = (
  c: AppContext,
  settings: ApplicationSettings,
  { sid, jwt, rt }: LoginCookies,
): void => {
  const names = namesIn(settings)
  const attributes = given(settings)
  if (sid !== undefined) setCookie(c, names.session, sid, attributes)
  if (jwt !== undefined) setCookie(c, names.jwt, jwt, attributes)
  if (rt !== undefined)
    setCookie(c, names.refreshToken, rt, { ...attributes, maxAge: refreshTokenMaxAge })
}

/** Takes these back, with the attributes they were set with (§5.7). */
export const forget = (
  c: AppContext,
  settings: ApplicationSettings,
  which: readonly (keyof LoginCookies)[],
): void => {
  const { session: sid, jwt, refreshToken: rt } = namesIn(settings)
  const names = { sid, jwt, rt }
  for (const one of which) deleteCookie(c, names[one], taken(settings))
}

/** What a browser is sent to FusionAuth for. */
export type Errand = 'login' | 'logout'

/** Ties an errand to this browser until it comes back (RFC 9700 §4.7). */
export const markBrowser = (c: AppContext, errand: Errand, browser: string): void =>
  setCookie(c, marks[errand], browser, { ...lax, maxAge: attemptMaxAge })

/** The mark of a browser that was sent on an errand. */
export const browserMark = (c: AppContext, errand: Errand): string | undefined =>
  getCookie(c, marks[errand])

/** Takes the mark back when the last errand of its kind is over. */
export const unmarkBrowser = (c: AppContext, errand: Errand): void => {
  deleteCookie(c, marks[errand], guarded)
}
