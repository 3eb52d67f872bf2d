import { headerOf } from '../engine/wire.ts'
import { parseSetCookie } from '../engine/set-cookie.ts'
import type { CookieVerdict } from '../model/cookie.ts'
import type { Message } from '../model/trace.ts'
import type { HeaderList } from '../model/wire.ts'
import { sayEnglish } from '../i18n/en/index.ts'

/** A cookie of an HTTP archive (HAR 1.2, `cookies`). */
export interface HarCookie {
  readonly name: string
  readonly value: string
  readonly path?: string
  readonly domain?: string
  /** ISO 8601, by the protocol clock; absent for a cookie that lives as long as the browser. */
  readonly expires?: string
  readonly httpOnly?: boolean
  readonly secure?: boolean
  readonly _sameSite?: 'Strict' | 'Lax' | 'None'
  /** Why it was sent, stored or refused. */
  readonly comment?: string
}

/** The cookies of a Cookie header field, each with the rule that let it go (RFC 10025 §5.8.3). */
export const requestCookies = (
  headers: HeaderList,
  verdicts: readonly CookieVerdict[],
): readonly HarCookie[] => {
  const sent = verdicts.filter((verdict) => verdict.sent)
  return (headerOf(headers, 'cookie') ?? '')
    .split(/; ?/)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      const [name, value] = at === -1 ? ['', pair] : [pair.slice(0, at), pair.slice(at + 1)]
      const verdict = sent.find((one) => one.name === name)
      return { name, value, ...(verdict !== undefined && { comment: sayEnglish(verdict.reason) }) }
    })
}

const words = { strict: 'Strict', lax: 'Lax', none: 'None' } as const

/** The farthest moment that a date can be, in milliseconds (ECMA-262, time values). */
const farthest = 8.64e15

const iso = (moment: number): string =>
  new Date(Math.min(Math.max(moment, -farthest), farthest)).toISOString()

/** The cookies of the Set-Cookie header fields, each with what the agent did with it. */
export const responseCookies = (
  message: Message,
  fields: readonly string[],
): readonly HarCookie[] => {
  const now = Date.parse(message.at)
  return fields.flatMap((field): readonly HarCookie[] => {
    const parsed = parseSetCookie(field)
    if (!parsed.ok) return []
    const { name, value, path, domain, expires, maxAge, httpOnly, secure, sameSite } = parsed.cookie
    const end = maxAge === null ? expires : now + maxAge * 1000
    const reason = message.received.find((one) => one.name === name)?.reason
    return [
      {
        name,
        value,
        ...(path !== null && { path }),
        ...(domain !== null && { domain }),
        ...(end !== null && { expires: iso(end) }),
        httpOnly,
        secure,
        ...(sameSite !== null && { _sameSite: words[sameSite] }),
        ...(reason !== undefined && { comment: sayEnglish(reason) }),
      },
    ]
  })
}
