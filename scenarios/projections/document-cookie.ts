import type { Cookie } from '../model/cookie.ts'

/** Why a script of a page cannot see a cookie of the page's own host. */
export type Hidden = 'http-only' | 'path' | 'secure' | 'expired'

/** What `document.cookie` gives to a script, and what it leaves out. */
export interface ScriptView {
  readonly text: string
  readonly hidden: readonly { readonly cookie: Cookie; readonly reason: Hidden }[]
  /** Number of cookies in the jar that belong to other hosts. */
  readonly elsewhere: number
}

const belongs = ({ domain, hostOnly }: Cookie, host: string): boolean =>
  host === domain || (!hostOnly && host.endsWith(`.${domain}`))

const isUnder = (path: string, { path: own }: Cookie): boolean =>
  path === own || path.startsWith(own.endsWith('/') ? own : `${own}/`)

const isTrustworthy = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')

const hides = (cookie: Cookie, page: URL, now: number): Hidden | null => {
  if (cookie.expiresAt !== null && cookie.expiresAt <= now) return 'expired'
  if (!isUnder(page.pathname, cookie)) return 'path'
  if (cookie.secure && !isTrustworthy(page)) return 'secure'
  return cookie.httpOnly ? 'http-only' : null
}

/**
 * What a script of the page at `address` reads from a jar at `now` (RFC 10025 §5.8.3 for a
 * “non-HTTP” API): longer paths first, then older cookies. SameSite does not matter to it.
 */
export const documentCookie = (
  jar: readonly Cookie[],
  address: string,
  now: number,
): ScriptView | null => {
  const page = URL.parse(address)
  if (page === null) return null
  const own = jar.filter((cookie) => belongs(cookie, page.hostname))
  const judged = own.map((cookie) => ({ cookie, reason: hides(cookie, page, now) }))
  const seen = judged
    .filter(({ reason }) => reason === null)
    .map(({ cookie }) => cookie)
    .toSorted((a, b) => b.path.length - a.path.length || a.createdAt - b.createdAt)
  return {
    text: seen.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; '),
    hidden: judged.flatMap(({ cookie, reason }) => (reason === null ? [] : [{ cookie, reason }])),
    elsewhere: jar.length - own.length,
  }
}
