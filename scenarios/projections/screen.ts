import type { AgentName } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { headerOf } from '../engine/wire.ts'
import { parseJson, memberOf } from '../model/json.ts'

/** The page that a user agent shows. */
export interface Screen {
  readonly url: string
  readonly html: string
  readonly status: number
  /** Number of the message that brought it. */
  readonly broughtBy: number
}

const textIn = (value: Json, name: string): string => {
  const text = memberOf(value, name)
  return typeof text === 'string' ? text : ''
}

/** The page that a script, or an app, put into the window at a message. */
const shownAt = ({ n, changes }: Message, agent: AgentName): Screen | null => {
  const change = changes.findLast(({ where, op }) => where === `${agent}.pages` && op === 'set')
  if (change === undefined) return null
  const { after } = change
  return { url: textIn(after, 'url'), html: textIn(after, 'html'), status: 200, broughtBy: n }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const indented = (body: string): string => {
  const value = parseJson(body)
  return value === undefined ? body : JSON.stringify(value, null, 2)
}

/** Data as a browser shows it that was sent to it instead of a page. */
const asPage = (body: string): string =>
  `<title>JSON</title><body><pre>${escaped(indented(body))}</pre></body>`

/**
 * What an agent's window shows after the first `k` messages: the last page that was answered to it,
 * or that a script made of it. A redirect shows nothing, so the page before it stays.
 */
export const screenAt = (
  messages: readonly Message[],
  agent: AgentName,
  k: number,
): Screen | null => {
  for (const message of messages.slice(0, k).toReversed()) {
    const shown = shownAt(message, agent)
    if (shown !== null) return shown
    const { http } = message
    if (message.to !== agent || message.kind !== 'response' || http?.status == null) continue
    if (http.status >= 300 && http.status < 400) continue
    const type = headerOf(http.headers, 'content-type') ?? ''
    const { url, status, body } = http
    if (body === '') continue
    const shows = { url, status, broughtBy: message.n }
    if (type.includes('text/html')) return { ...shows, html: body }
    // The Hacker asks an API by hand, and so looks at what it answers.
    if (agent === 'Hacker' && type.includes('json')) return { ...shows, html: asPage(body) }
  }
  return null
}
