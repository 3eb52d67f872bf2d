import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'
import type { StandInContext } from './instance.ts'
import type { Markup } from './markup.ts'

/** JSON, as FusionAuth labels it; nothing that FusionAuth answers may be cached. */
export const replyJson = (
  exchange: StandInContext,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  exchange.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Cache-Control': 'no-store',
    ...headers,
  })

export const replyEmpty = (exchange: StandInContext, status = 200): Response =>
  exchange.body(null, status as StatusCode, { 'Cache-Control': 'no-store' })

/** A redirect after a form post or between hops; 302 as FusionAuth answers, never 307. */
export const replyRedirect = (exchange: StandInContext, location: string): Response =>
  exchange.body(null, 302, {
    Location: location,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  })

/** What a hosted page may load and who may frame it. */
export interface PagePolicy {
  /** Origins that may frame the page; none by default. */
  readonly frameAncestors?: readonly string[]
  /** Origins that the page itself may frame; none by default. */
  readonly frames?: readonly string[]
  /** Hashes of the scripts in the page; none by default. */
  readonly scripts?: readonly string[]
}

/** A hosted page (RFC 9700 §4.16: never framed by strangers; nothing loaded from elsewhere). */
export const replyPage = (
  exchange: StandInContext,
  page: Markup,
  status = 200,
  { frameAncestors = [], frames = [], scripts = [] }: PagePolicy = {},
): Response => {
  const ancestors = frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')
  return exchange.body(page.html, status as ContentfulStatusCode, {
    'Content-Type': 'text/html; charset=UTF-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(frameAncestors.length > 0 ? {} : { 'X-Frame-Options': 'DENY' }),
  })
}
