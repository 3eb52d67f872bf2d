import type { Cookie } from '../../model/cookie.ts'
import { registrableDomain } from '../site.ts'
import { domainRest, excessOf } from './limits.ts'
import type { SendingDecision } from './sending.ts'
import { textOf } from '../../model/text.ts'

/** The jar as data, and the ways it changes: RFC 10025 §5.7 from step 23 on. */

/** Cookies in the order of their creation; at most one for each `cookieKey`. */
export type Jar = readonly Cookie[]

export const emptyJar: Jar = []

/** A change of the jar; `key` is that of `cookieKey`. */
export interface JarMutation {
  readonly op: 'set' | 'delete'
  readonly key: string
  readonly before: Cookie | null
  readonly after: Cookie | null
}

/**
 * What makes a cookie the same cookie: name, domain, host-only flag and path (RFC 10025 §5.7
 * step 23), as `sid@store.example.com`, `sid@.example.com` (with its subdomains) or
 * `sid@store.example.com/cart`. A `%` or `@` in the name is percent-encoded.
 */
export const cookieKey = ({
  name,
  domain,
  hostOnly,
  path,
}: Pick<Cookie, 'name' | 'domain' | 'hostOnly' | 'path'>): string =>
  `${name.replace(/[%@]/g, encodeURIComponent)}@${hostOnly ? '' : '.'}${domain}${path === '/' ? '' : path}`

/** Drops what has expired at `now` (RFC 10025 §5.7). */
export const expire = (
  jar: Jar,
  now: number,
): { readonly jar: Jar; readonly dropped: readonly Cookie[] } => {
  const dropped = jar.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now)
  return {
    jar: dropped.length === 0 ? jar : jar.filter((each) => !dropped.includes(each)),
    dropped,
  }
}

/** The change that takes a cookie out. */
export const deletion = (cookie: Cookie): JarMutation => ({
  op: 'delete',
  key: cookieKey(cookie),
  before: cookie,
  after: null,
})

const step23 = 'RFC 10025 §5.7 step 23'

/** What became of a cookie that may be stored. */
export interface Placed {
  readonly jar: Jar
  /** False when it deleted one, or found no room. */
  readonly stored: boolean
  readonly changes: readonly JarMutation[]
  readonly reason: SendingDecision
}

/** A cookie whose time is over is how a server deletes one. */
const remove = (jar: Jar, cookie: Cookie, old: Cookie | undefined): Placed => {
  const key = cookieKey(cookie)
  const rule = old === undefined ? 'nothing-to-delete' : 'deleted'
  return {
    jar: jar.filter((each) => each !== old),
    stored: false,
    changes: old === undefined ? [] : [deletion(old)],
    reason: { rule, source: step23, reason: textOf(`set-cookie.${rule}`, { cookie: key }) },
  }
}

const reasonToStore = (cookie: Cookie, isNew: boolean, excess: number): SendingDecision => {
  if (excess > 0)
    return {
      rule: 'made-room',
      source: 'RFC 10025 §5.7',
      reason: textOf('set-cookie.made-room', {
        site: registrableDomain(cookie.domain),
        count: excess,
      }),
    }
  if (!isNew)
    return {
      rule: 'replaced',
      source: step23,
      reason: textOf('set-cookie.replaced'),
    }
  const { domain, hostOnly } = cookie
  const reason = hostOnly
    ? textOf('set-cookie.stored-for-host', { domain })
    : textOf('set-cookie.stored-for-domain', { domain })
  return { rule: 'stored', source: 'RFC 10025 §5.7 step 24', reason }
}

/**
 * One of the same key gives way. It hands its time of creation down to a cookie of the same value;
 * one with another value is new, as in Chromium, and with it the time in which a cookie without
 * SameSite goes along with a cross-site POST. The specification hands it down whatever the value
 * (§5.7 step 23), which would end that time before a new session id has had any of it.
 */
const insert = (jar: Jar, cookie: Cookie, old: Cookie | undefined): Placed => {
  const goesOn = old !== undefined && old.value === cookie.value
  const after = goesOn ? { ...cookie, createdAt: old.createdAt } : cookie
  const full = goesOn
    ? jar.map((each) => (each === old ? after : each))
    : [...jar.filter((each) => each !== old), after]
  const excess = excessOf(full, cookie.domain)
  const kept = full.filter((each) => !excess.includes(each))
  const evictions = excess.filter((each) => each !== after).map(deletion)
  if (excess.includes(after))
    return {
      jar: kept,
      stored: false,
      changes: evictions,
      reason: {
        rule: 'no-room',
        source: 'RFC 10025 §5.7',
        reason: textOf('set-cookie.no-room', {
          site: registrableDomain(cookie.domain),
          count: domainRest,
        }),
      },
    }
  return {
    jar: kept,
    stored: true,
    changes: [...evictions, { op: 'set', key: cookieKey(after), before: old ?? null, after }],
    reason: reasonToStore(after, old === undefined, excess.length),
  }
}

/** Puts a cookie into a jar without expired ones, or lets it delete its namesake. */
export const place = (jar: Jar, cookie: Cookie, now: number): Placed => {
  const key = cookieKey(cookie)
  const old = jar.find((each) => cookieKey(each) === key)
  const isOver = cookie.expiresAt !== null && cookie.expiresAt <= now
  return isOver ? remove(jar, cookie, old) : insert(jar, cookie, old)
}

/** Names of the rules that decide once a cookie may be stored. */
export const placingRules: readonly string[] = [
  'stored',
  'replaced',
  'made-room',
  'no-room',
  'deleted',
  'nothing-to-delete',
]
