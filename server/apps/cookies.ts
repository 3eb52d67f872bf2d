import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from './context.ts'
import type { ApplicationSettings } from './settings.ts'

/** Host-only (no Domain), unreadable for scripts, never over plain http (RFC 10025 §4.1.2, §8.3). */
const hostOnly = { path: '/', httpOnly: true, secure: true } as const

/** Lax, because a Strict cookie is not sent when FusionAuth's page sends the browser back. */
const hostOnlyLax = { ...hostOnly, sameSite: 'Lax' } as const

const sameSiteValues = { lax: 'Lax', strict: 'Strict', none: 'None' } as const

/**
 * Attributes that setting and clearing a login's cookies have in common. The prefix `__Host-` means
 * nothing without Secure (RFC 10025 §4.1.3.2), so it brings it along.
 */
const baseAttributes = ({ defences }: ApplicationSettings) =>
  ({
    path: '/',
    httpOnly: defences['http-only'],
    secure: defences.secure || defences['host-prefix'],
  }) as const

/** Attributes that a login's cookies are set with. */
const cookieAttributes = (settings: ApplicationSettings) => {
  const sameSite = settings.defences['same-site']
  return sameSite === 'unset'
    ? baseAttributes(settings)
    : { ...baseAttributes(settings), sameSite: sameSiteValues[sameSite] }
}

/**
 * Max-Age of the refresh token's cookie: 60 days, in seconds. It outlives the token itself: the
 * application, not the browser, finds out that the token has expired.
 */
const refreshTokenMaxAge = 60 * 86_400

/** Max-Age of a transaction cookie, in seconds: how long a login or a logout may take at FusionAuth. */
const transactionMaxAge = 600

/** The prefix keeps a neighbouring host from setting these (RFC 10025 §4.1.3.2). */
const transactionCookieNames = { login: '__Host-login', logout: '__Host-logout' } as const

/**
 * Names of a login's cookies: as the published diagrams have them, with the prefix where that is
 * switched on. On a parent domain the JWT lies in FusionAuth's own cookie.
 */
const loginCookieNames = ({ login, fusionauthAt, defences }: ApplicationSettings) => {
  const prefix = defences['host-prefix'] ? '__Host-' : ''
  const isFusionAuths = login === 'native-at-fusionauth' && fusionauthAt === 'parent-domain'
  return {
    session: `${prefix}sid`,
    refreshToken: `${prefix}rt`,
    jwt: isFusionAuths ? 'access_token' : `${prefix}jwt`,
  }
}

/** Values of a login's cookies: session id, refresh token, JWT. */
export interface LoginCookies {
  readonly sid?: string
  readonly rt?: string
  readonly jwt?: string
}

/** Reads a login's cookies from a request, and its `user-agent`, which sessions may be bound to. */
export const readLoginCookies = (
  c: AppContext,
  settings: ApplicationSettings,
): { readonly [Name in keyof LoginCookies | 'agent']: string | undefined } => {
  const names = loginCookieNames(settings)
  return {
    agent: c.req.header('user-agent'),
    sid: getCookie(c, names.session),
    rt: getCookie(c, names.refreshToken),
    jwt: getCookie(c, names.jwt),
  }
}

/** Whether one of our cookies came twice: nobody can say which is ours (RFC 10025 §4.2.2, §8.6). */
export const hasDuplicateCookies = (c: AppContext, settings: ApplicationSettings): boolean => {
  const all = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.split('=', 1)[0])
  return Object.values({ ...loginCookieNames(settings), ...transactionCookieNames }).some(
    (name) => all.filter((other) => other?.trim() === name).length > 1,
  )
}

/** Sets the cookies that are given; the others stay as they are. */
export const setLoginCookies = (
  c: AppContext,
  settings: ApplicationSettings,
  { sid, jwt, rt }: LoginCookies,
): void => {
  const names = loginCookieNames(settings)
  const attributes = cookieAttributes(settings)
  if (sid !== undefined) setCookie(c, names.session, sid, attributes)
  if (jwt !== undefined) setCookie(c, names.jwt, jwt, attributes)
  if (rt !== undefined)
    setCookie(c, names.refreshToken, rt, { ...attributes, maxAge: refreshTokenMaxAge })
}

/** Deletes these cookies in the browser, with the attributes they were set with (RFC 10025 §5.7). */
export const clearLoginCookies = (
  c: AppContext,
  settings: ApplicationSettings,
  which: readonly (keyof LoginCookies)[],
): void => {
  const { session: sid, jwt, refreshToken: rt } = loginCookieNames(settings)
  const names = { sid, jwt, rt }
  for (const one of which) deleteCookie(c, names[one], baseAttributes(settings))
}

/** What a browser is sent to FusionAuth for. */
export type TransactionKind = 'login' | 'logout'

/** Binds a transaction to this browser until it comes back from FusionAuth (RFC 9700 §4.7). */
export const setTransactionCookie = (c: AppContext, kind: TransactionKind, value: string): void =>
  setCookie(c, transactionCookieNames[kind], value, { ...hostOnlyLax, maxAge: transactionMaxAge })

/** The value of the browser's transaction cookie; undefined when it has no transaction pending. */
export const readTransactionCookie = (c: AppContext, kind: TransactionKind): string | undefined =>
  getCookie(c, transactionCookieNames[kind])

export const clearTransactionCookie = (c: AppContext, kind: TransactionKind): void => {
  deleteCookie(c, transactionCookieNames[kind], hostOnly)
}
