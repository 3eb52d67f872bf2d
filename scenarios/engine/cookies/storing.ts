import type { Cookie } from '../../model/cookie.ts'
import { parseSetCookie, type SetCookie, type SetCookieProblem } from '../set-cookie.ts'
import { isPublicSuffix } from '../site.ts'
import { defaultPath } from './match.ts'
import { refusal, refusalRules } from './refusing.ts'
import type { SendingDecision } from './sending.ts'
import type { Context } from './situation.ts'
import { textOf } from '../../model/text.ts'

/** From the text of a Set-Cookie to a cookie that may be stored: RFC 10025 §5.6 and §5.7. */

/** The longest life of a cookie (§5.5), in milliseconds: 400 days. */
const lifetimeLimit = 400 * 24 * 60 * 60 * 1000

const problems: Readonly<Record<SetCookieProblem, Omit<SendingDecision, 'rule'>>> = {
  'control-character': {
    source: 'RFC 10025 §5.6 step 1',
    reason: textOf('set-cookie.control-character'),
  },
  'too-large': {
    source: 'RFC 10025 §5.6 step 5',
    reason: textOf('set-cookie.too-large'),
  },
}

const expiry = ({ maxAge, expires }: SetCookie, now: number): number | null => {
  const wanted = maxAge === null ? expires : now + maxAge * 1000
  return wanted === null ? null : Math.min(wanted, now + lifetimeLimit)
}

/** The cookie as it would lie in the jar (§5.7 steps 5 to 17). */
const cookieFrom = (said: SetCookie, context: Context): Cookie => {
  const { host, now } = context
  const whole = said.domain === null || (said.domain === host && isPublicSuffix(host))
  return {
    name: said.name,
    value: said.value,
    domain: whole ? host : (said.domain ?? host),
    hostOnly: whole,
    path: said.path ?? defaultPath(context.path),
    secure: said.secure,
    httpOnly: said.httpOnly,
    sameSite: said.sameSite ?? 'default',
    createdAt: now,
    lastUsedAt: now,
    expiresAt: expiry(said, now),
  }
}

export type Judged =
  | {
      readonly ok: true
      readonly cookie: Cookie
      /** What a browser changed or left out of what the server said. */
      readonly notes: readonly SendingDecision[]
    }
  | {
      readonly ok: false
      readonly name: string
      readonly domain: string
      readonly reason: SendingDecision
    }

/** Reads one Set-Cookie and decides whether it may be stored. */
export const judgeStoring = (text: string, context: Context, jar: readonly Cookie[]): Judged => {
  const parsed = parseSetCookie(text)
  if (!parsed.ok) {
    const reason = { rule: parsed.problem, ...problems[parsed.problem] }
    return { ok: false, name: parsed.name, domain: context.host, reason }
  }
  const cookie = cookieFrom(parsed.cookie, context)
  const reason = refusal({ said: parsed.cookie, cookie, context, jar })
  if (reason !== null) return { ok: false, name: cookie.name, domain: cookie.domain, reason }
  return { ok: true, cookie, notes: notesOf(cookie, parsed.tooLong, context.now) }
}

const notesOf = (
  cookie: Cookie,
  tooLong: readonly string[],
  now: number,
): readonly SendingDecision[] => {
  const notes: SendingDecision[] = []
  if (tooLong.length > 0)
    notes.push({
      rule: 'attribute-too-long',
      source: 'RFC 10025 §5.6',
      reason: textOf('set-cookie.attribute-too-long', { names: tooLong }),
    })
  if (cookie.expiresAt === now + lifetimeLimit)
    notes.push({
      rule: 'lifetime-capped',
      source: 'RFC 10025 §5.5',
      reason: textOf('set-cookie.lifetime-capped'),
    })
  return notes
}

/** Names of the rules that refuse a Set-Cookie or change what it says. */
export const storingRules: readonly string[] = [
  ...Object.keys(problems),
  ...refusalRules,
  'attribute-too-long',
  'lifetime-capped',
]
