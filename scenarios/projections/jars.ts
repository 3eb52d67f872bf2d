import type { Cookie } from '../model/cookie.ts'
import type { Change, Message } from '../model/trace.ts'
import { cookieIn, type MemoryTable } from './memory.ts'

/** What of a cookie a change touched. */
export type CookieAspect = 'value' | 'expiry' | 'attributes'

/** What a message did to a cookie in a jar. */
export type JarChange =
  | { readonly kind: 'set' }
  | { readonly kind: 'changed'; readonly before: Cookie; readonly what: readonly CookieAspect[] }

/** A cookie in a jar after a message. */
export interface JarEntry {
  readonly cookie: Cookie
  /** What the message did to it; null when it left it alone. */
  readonly change: JarChange | null
}

/** The cookies of one host in a jar, and those that the message deleted. */
export interface HostCookies {
  readonly host: string
  readonly entries: readonly JarEntry[]
  readonly gone: readonly Cookie[]
}

const asCookie = (key: string, value: Change['after']): Cookie | null =>
  cookieIn({ key, value, changedBy: 0, fresh: false })

const aspects = (before: Cookie, after: Cookie): readonly CookieAspect[] => {
  const attributes = ['path', 'secure', 'httpOnly', 'sameSite', 'hostOnly'] as const
  return [
    ...(before.value === after.value ? [] : ['value' as const]),
    ...(before.expiresAt === after.expiresAt ? [] : ['expiry' as const]),
    ...(attributes.every((name) => before[name] === after[name]) ? [] : ['attributes' as const]),
  ]
}

/** What a message made of the cookie with this key; a mere use of it is no change. */
const changeOf = (key: string, cookie: Cookie, changes: readonly Change[]): JarChange | null => {
  const own = changes.filter((change) => change.key === key)
  const [first] = own
  if (first === undefined) return null
  const before = asCookie(key, first.before)
  if (before === null) return { kind: 'set' }
  const what = aspects(before, cookie)
  return what.length === 0 ? null : { kind: 'changed', before, what }
}

/** A jar after a message, by host. */
export const jarByHost = (jar: MemoryTable, message: Message | null): readonly HostCookies[] => {
  const changes = message?.changes.filter(({ where }) => where === jar.where) ?? []
  const entries = jar.entries.flatMap((entry): JarEntry[] => {
    const cookie = cookieIn(entry)
    if (cookie === null) return []
    return [{ cookie, change: entry.fresh ? changeOf(entry.key, cookie, changes) : null }]
  })
  const gone = jar.gone.flatMap((key) => {
    const last = changes.find((change) => change.key === key && change.before !== null)
    const cookie = last === undefined ? null : asCookie(key, last.before)
    return cookie === null ? [] : [cookie]
  })
  const hosts = new Set([...entries.map(({ cookie }) => cookie), ...gone].map((c) => c.domain))
  return [...hosts].map((host) => ({
    host,
    entries: entries.filter(({ cookie }) => cookie.domain === host),
    gone: gone.filter(({ domain }) => domain === host),
  }))
}
