/** Cookies in a jar, and why each was sent or stored. */

import type { InferOutput } from 'valibot'
import { agentNames } from './participant.ts'
import { filled, flag, looseObject, oneOf, text } from './shape.ts'
import { textSchema } from './text-schema.ts'

/** A cookie as it lies in a jar (RFC 10025 §5.7). Times are protocol time, milliseconds since 1970. */
export interface Cookie {
  readonly name: string
  readonly value: string
  /** Canonical host the cookie belongs to, without a leading dot. */
  readonly domain: string
  /** True when no Domain attribute was given: the cookie goes to this very host only. */
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  /** As enforced: 'default' means that no SameSite attribute was given (treated as Lax). */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'default'
  /** Since when the jar has had it with this value, in ms on the protocol clock. */
  readonly createdAt: number
  readonly lastUsedAt: number
  /** null for a session cookie, which lives until the browser closes. */
  readonly expiresAt: number | null
}

export const agent = oneOf(agentNames)

/** Why a cookie was sent or withheld with a request: the rule, as a text and by section. */
export const cookieVerdictSchema = looseObject({
  agent,
  name: text,
  domain: text,
  path: text,
  sent: flag,
  /** One sentence for a learner: "Not sent: …" without the "Not sent". */
  reason: textSchema,
  /** Machine name of the deciding rule, e.g. 'host-only', 'same-site-strict', 'expired'. */
  rule: filled,
  /** Where the rule stands, e.g. 'RFC 10025 §5.8.3'. */
  source: filled,
})
export type CookieVerdict = InferOutput<typeof cookieVerdictSchema>

/** Why a Set-Cookie was stored or refused. */
export const receivedCookieSchema = looseObject({
  agent,
  name: text,
  domain: text,
  stored: flag,
  reason: textSchema,
  rule: filled,
  source: filled,
})
export type ReceivedCookie = InferOutput<typeof receivedCookieSchema>
