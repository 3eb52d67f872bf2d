import { header, redirects } from '../../engine/wire.ts'
import type { Message, Trace } from '../../vocabulary.ts'
import { keysIn } from '../keys.ts'

/** What a situation is read from: the message and all that were recorded with it. */
export type Messages = Pick<Trace, 'messages'>

const agents: readonly string[] = ['Browser', 'Mobile', 'Hacker']
export const applications: readonly string[] = ['Store', 'Forums']

export const isAgent = (participant: string): boolean => agents.includes(participant)

/** The answer that a participant got last before a message. */
export const lastAnswer = ({ n, from }: Message, { messages }: Messages): Message | undefined =>
  messages.findLast((other) => other.n < n && other.kind === 'response' && other.to === from)

/** Whether the agent was sent here by the answer before, and by nobody's decision. */
export const isRedirected = (message: Message, trace: Messages): boolean => {
  const http = lastAnswer(message, trace)?.http
  const location = header(http?.headers ?? [], 'location')
  return (
    http != null &&
    location !== null &&
    redirects(http.status ?? 0) &&
    URL.parse(location, http.url)?.href === message.http?.url
  )
}

export const grantOf = ({ http }: Message): string | null =>
  /(?:^|&)grant_type=([a-z_]+)/.exec(http?.body ?? '')?.[1] ?? null

/** The password that a form or a script sends. */
export const passwordIn = ({ http }: Message): string | null => {
  if (http?.method !== 'POST') return null
  const inJson = /"password":"([^"]*)"/.exec(http.body)?.[1]
  return inJson ?? new URLSearchParams(http.body).get('password')
}

/** Whether it is the Hacker on whose account something happens behind an application. */
export const isForHacker = (
  { cause, exchange, from }: Message,
  { messages }: Messages,
): boolean => {
  const wanted = cause ?? exchange
  return (
    from !== 'Hacker' &&
    messages.some(
      (other) =>
        wanted !== null &&
        other.exchange === wanted &&
        other.kind === 'request' &&
        other.from === 'Hacker',
    )
  )
}

/** Whether an application presents a refresh token that it was not sent: one that it keeps itself. */
export const isKept = (message: Message, { messages }: Messages): boolean => {
  const { cause, from, http } = message
  const request = messages.find(
    ({ exchange, kind }) => cause !== null && exchange === cause && kind === 'request',
  )
  return (
    applications.includes(from) &&
    (grantOf(message) === 'refresh_token' || /"refreshToken":"[^"]/.test(http?.body ?? '')) &&
    request !== undefined &&
    keysIn(request).refreshToken === null
  )
}
