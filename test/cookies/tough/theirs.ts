import { Cookie as ToughCookie, CookieJar, MemoryCookieStore } from 'tough-cookie'
import { type Jar, type RequestSituation } from '../../../scenarios/engine/cookie-jar.ts'
import { sameSite } from '../../../scenarios/engine/site.ts'
import type { Cookie } from '../../../scenarios/model/cookie.ts'

/** tough-cookie behind the words of our jar. */

/** What both jars know of a cookie; when it was used last is left out. */
export type Kept = Omit<Cookie, 'lastUsedAt'>

/** Always with its fields in the same order, so that text can be compared. */
export const keptOf = (cookie: Kept): Kept => ({
  name: cookie.name,
  value: cookie.value,
  domain: cookie.domain,
  hostOnly: cookie.hostOnly,
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  sameSite: cookie.sameSite,
  createdAt: cookie.createdAt,
  expiresAt: cookie.expiresAt,
})

const withBrackets = (host: string): string => (host.includes(':') ? `[${host}]` : host)
const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '')

const read = (cookie: ToughCookie): Kept => {
  const { key, value, domain, hostOnly, path, secure, httpOnly, sameSite: word, creation } = cookie
  const expiry = cookie.expiryTime()
  return keptOf({
    name: key,
    value,
    domain: withBrackets(domain ?? ''),
    hostOnly: hostOnly ?? false,
    path: path ?? '',
    secure,
    httpOnly,
    sameSite: word === 'strict' || word === 'lax' || word === 'none' ? word : 'default',
    createdAt: creation instanceof Date ? creation.getTime() : Number.NaN,
    expiresAt: expiry === undefined || expiry === Infinity ? null : expiry,
  })
}

const mirror = ({
  name,
  domain,
  createdAt,
  lastUsedAt,
  expiresAt,
  sameSite: word,
  ...rest
}: Cookie) =>
  new ToughCookie({
    ...rest,
    key: name,
    domain: withoutBrackets(domain),
    creation: new Date(createdAt),
    lastAccessed: new Date(lastUsedAt),
    expires: expiresAt === null ? 'Infinity' : new Date(expiresAt),
    ...(word === 'default' ? {} : { sameSite: word }),
  })

/** Their whole notion of who asks: the caller has to sum it up in one word. */
const contextOf = ({ url, initiator, topLevel }: RequestSituation, safe: boolean) =>
  initiator === null || sameSite(initiator, url) ? 'strict' : topLevel && safe ? 'lax' : 'none'

export type Received =
  /** A deleting cookie is over already; only what makes it the same cookie counts. */
  | { readonly kind: 'stored' | 'deleting'; readonly cookie: Kept }
  | { readonly kind: 'refused'; readonly why: string }

export type Selected =
  | { readonly kind: 'chosen'; readonly header: string; readonly sent: readonly boolean[] }
  | { readonly kind: 'failed'; readonly why: string }

export interface Theirs {
  receive(text: string, situation: RequestSituation): Received
  /** `sent` answers for the cookies of our jar, in its order. */
  select(situation: RequestSituation): Selected
  script(url: string): Selected
  /** What it holds at a time, without what has expired. */
  holds(now: number): readonly Kept[]
}

/** A tough-cookie jar that holds what ours holds. It reads the time from the global clock. */
export const mirrored = (jar: Jar): Theirs => {
  const store = new MemoryCookieStore()
  const cookies = jar.map(mirror)
  for (const cookie of cookies) void store.putCookie(cookie)
  const tough = new CookieJar(store, { looseMode: true })
  const get = (
    url: string,
    options: { readonly http?: boolean; readonly sameSiteContext: 'strict' | 'lax' | 'none' },
  ): Selected => {
    try {
      const sent = tough.getCookiesSync(url, options)
      const header = tough.getCookieStringSync(url, options)
      return { kind: 'chosen', header, sent: cookies.map((cookie) => sent.includes(cookie)) }
    } catch (error) {
      return { kind: 'failed', why: String(error) }
    }
  }
  return {
    receive: (text, situation) => {
      try {
        const cookie = tough.setCookieSync(text, situation.url, {
          now: new Date(situation.now),
          sameSiteContext: contextOf(situation, true),
        })
        if (cookie === undefined) return { kind: 'refused', why: 'silently' }
        const taken = read(cookie)
        const isOver = taken.expiresAt !== null && taken.expiresAt <= situation.now
        return { kind: isOver ? 'deleting' : 'stored', cookie: taken }
      } catch (error) {
        return { kind: 'refused', why: String(error) }
      }
    },
    select: (situation) =>
      get(situation.url, {
        sameSiteContext: contextOf(situation, situation.method === 'GET'),
      }),
    script: (url) => get(url, { http: false, sameSiteContext: 'strict' }),
    holds: (now) =>
      Object.values(store.idx)
        .flatMap((paths) => Object.values(paths))
        .flatMap((names) => Object.values(names))
        .map(read)
        .filter(({ expiresAt }) => expiresAt === null || expiresAt > now),
  }
}
