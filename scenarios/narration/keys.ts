import { type CookieRole, roleOf } from '../catalogue/cookie-names.ts'
import { headerOf } from '../engine/wire.ts'
import { decodeToken } from '../model/jwt.ts'
import type { Message, Trace } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { memberOf } from '../model/json.ts'

type Messages = Pick<Trace, 'messages'>

/** What a request brings that opens an application, or renews its login; null where it does not. */
export interface Keys {
  readonly session: string | null
  readonly jwt: string | null
  readonly refreshToken: string | null
  /** Whether the JWT stands in a header that the script or app writes itself (RFC 6750 §2.1). */
  readonly isBearer: boolean
}

/** The keys that go along: in cookies, or in headers of a script's or an app's own. */
export const keysIn = ({ http }: Message): Keys => {
  const field = (name: string): string | null => headerOf(http?.headers ?? [], name)
  const inCookie = (role: CookieRole): string | null => {
    for (const pair of (field('cookie') ?? '').split('; ')) {
      const at = pair.indexOf('=')
      if (roleOf(pair.slice(0, at)) === role) return pair.slice(at + 1)
    }
    return null
  }
  const bearer = /^Bearer (.+)$/.exec(field('authorization') ?? '')?.[1] ?? null
  return {
    session: inCookie('session'),
    jwt: bearer ?? inCookie('jwt'),
    refreshToken: field('x-refresh-token') ?? inCookie('refresh-token'),
    isBearer: bearer !== null,
  }
}

/** What the cookies are for that an answer leaves with an agent. */
export const keysStored = ({ received }: Message): ReadonlySet<CookieRole | null> =>
  new Set(received.filter(({ stored }) => stored).map(({ name }) => roleOf(name)))

const endOf = (entry: Json): number => {
  const end = memberOf(entry, 'expiresAt')
  return typeof end === 'string' ? Date.parse(end) : 0
}

/** Whether what should open the application is over, as its server, or the token itself, tells. */
export const keysOver = (
  { session, jwt }: Keys,
  { n, to, at }: Message,
  { messages }: Messages,
): boolean => {
  const now = Date.parse(at)
  if (session !== null) {
    const last = messages
      .filter((other) => other.n < n)
      .flatMap(({ changes }) => changes)
      .findLast(({ where, key }) => where === `${to}.appSessions` && key === session)
    // An id that the server has never had is no old one.
    return last !== undefined && (last.op !== 'set' || endOf(last.after) <= now)
  }
  const end = jwt === null ? undefined : decodeToken(jwt)?.claims['exp']
  return typeof end === 'number' && end * 1000 <= now
}

/** Whether an answer has given this value to an agent before. */
export const wasGiven = (
  agent: string,
  value: string,
  { n }: Message,
  { messages }: Messages,
): boolean =>
  messages.some(
    ({ n: other, to, kind, http }) =>
      other < n &&
      to === agent &&
      kind === 'response' &&
      http !== null &&
      (http.body.includes(value) || http.headers.some(([, text]) => text.includes(value))),
  )
