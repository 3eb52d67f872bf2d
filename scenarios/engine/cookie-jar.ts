import type { Cookie, CookieVerdict, ReceivedCookie } from '../model/cookie.ts'
import type { AgentName } from '../model/participant.ts'
import {
  cookieKey,
  deletion,
  emptyJar,
  expire,
  type Jar,
  type JarMutation,
  place,
  placingRules,
} from './cookies/jar.ts'
import {
  judgeSending,
  type SendingDecision,
  scriptMayRead,
  sendingRules,
} from './cookies/sending.ts'
import {
  chromiumPolicy,
  type CookiePolicy,
  contextOf,
  type RequestSituation,
} from './cookies/situation.ts'
import { judgeStoring, storingRules } from './cookies/storing.ts'
import { textOf } from '../model/text.ts'

/**
 * A browser's cookie jar as immutable data, with a reason for every cookie sent, withheld, stored
 * or refused. Rules: RFC 10025 §5, and the `__Http-` prefixes of its successor draft
 * (layered-cookies). Time is handed in, so the protocol clock rules.
 */

export { chromiumPolicy, cookieKey, emptyJar, expire }
export type { CookiePolicy, Jar, JarMutation as JarChange, RequestSituation }

/** Longer paths first, then earlier creation; the jar's own order decides between equals. */
const inHeaderOrder = (cookies: readonly Cookie[]): readonly Cookie[] =>
  cookies.toSorted(
    (one, other) => other.path.length - one.path.length || one.createdAt - other.createdAt,
  )

const cookieString = (cookies: readonly Cookie[]): string =>
  inHeaderOrder(cookies)
    .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
    .join('; ')

/**
 * Chooses the cookies for a request (RFC 10025 §5.8.3). Every cookie of the jar gets a verdict.
 * `header` is the value of the Cookie field, '' when none goes; in the new jar the cookies that
 * were sent are marked as used now.
 */
export const select = (
  jar: Jar,
  situation: RequestSituation,
  agent: AgentName,
  policy: CookiePolicy = chromiumPolicy,
): { readonly header: string; readonly verdicts: readonly CookieVerdict[]; readonly jar: Jar } => {
  const context = contextOf(situation, policy)
  const verdicts = jar.map((cookie): CookieVerdict => {
    const { name, domain, path } = cookie
    return { agent, name, domain, path, ...judgeSending(cookie, context) }
  })
  const isSent = (_cookie: Cookie, index: number): boolean => verdicts[index]?.sent === true
  return {
    header: cookieString(jar.filter(isSent)),
    verdicts,
    jar: jar.map((cookie, index) =>
      isSent(cookie, index) ? { ...cookie, lastUsedAt: situation.now } : cookie,
    ),
  }
}

/** What `document.cookie` shows to a script of the page at `url`: nothing that is HttpOnly. */
export const scriptView = (jar: Jar, url: string, now: number): string => {
  const situation = { url, method: 'GET', initiator: null, topLevel: true, now }
  const context = contextOf(situation, chromiumPolicy)
  return cookieString(jar.filter((cookie) => scriptMayRead(cookie, context)))
}

/** A note about the cookie (its life was cut) outranks the plain fact that it was stored. */
const summary = (reason: SendingDecision, notes: readonly SendingDecision[]): SendingDecision => {
  const [first] = notes
  if (first === undefined) return reason
  const each = [reason, ...notes].map((one) => one.reason)
  return { ...first, reason: textOf('sentences', { each }) }
}

/**
 * Takes in the Set-Cookie values of one response, in wire order (RFC 10025 §5.6 and §5.7).
 * Expired cookies leave first. A refused Set-Cookie is reported, never thrown.
 */
export const receive = (
  jar: Jar,
  setCookieValues: readonly string[],
  situation: RequestSituation,
  agent: AgentName,
  policy: CookiePolicy = chromiumPolicy,
): {
  readonly jar: Jar
  readonly received: readonly ReceivedCookie[]
  readonly changes: readonly JarMutation[]
} => {
  const context = contextOf(situation, policy)
  const swept = expire(jar, situation.now)
  let current = swept.jar
  const received: ReceivedCookie[] = []
  const changes: JarMutation[] = swept.dropped.map(deletion)
  for (const text of setCookieValues) {
    const judged = judgeStoring(text, context, current)
    if (!judged.ok) {
      const { name, domain, reason } = judged
      received.push({ agent, name, domain, stored: false, ...reason })
      continue
    }
    const { name, domain } = judged.cookie
    const { stored, reason, ...placed } = place(current, judged.cookie, situation.now)
    const told = stored ? summary(reason, judged.notes) : reason
    received.push({ agent, name, domain, stored, ...told })
    changes.push(...placed.changes)
    current = placed.jar
  }
  return { jar: current, received, changes }
}

/** Every rule name that a verdict (`sending`) or a received cookie (`receiving`) can carry. */
export const cookieRules: {
  readonly sending: readonly string[]
  readonly receiving: readonly string[]
} = { sending: sendingRules, receiving: [...storingRules, ...placingRules] }
