import type { AgentName, Message } from '../vocabulary.ts'
import { headerOf } from './inspection.ts'

/** The page that a user agent shows. */
export interface Screen {
  readonly url: string
  readonly html: string
  readonly status: number
  /** Number of the message that brought it. */
  readonly broughtBy: number
}

/**
 * What an agent's window shows after the first `k` messages: the last page that was answered to it.
 * A redirect shows nothing, so the page before it stays.
 */
export const screenAt = (
  messages: readonly Message[],
  agent: AgentName,
  k: number,
): Screen | null => {
  for (const message of messages.slice(0, k).toReversed()) {
    const { http } = message
    if (message.to !== agent || message.kind !== 'response' || http?.status == null) continue
    if (http.status >= 300 && http.status < 400) continue
    const type = headerOf(http.headers, 'content-type') ?? ''
    if (!type.includes('text/html') || http.body === '') continue
    return { url: http.url, html: http.body, status: http.status, broughtBy: message.n }
  }
  return null
}
