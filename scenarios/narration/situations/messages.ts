import { headerOf, redirects } from '../../engine/wire.ts'
import { agentNames, applicationNames } from '../../model/participant.ts'
import type { Message, Trace } from '../../model/trace.ts'
import { keysIn } from '../keys.ts'

/** What a situation is read from: the message and all that were recorded with it. */
export type Messages = Pick<Trace, 'messages'>

const agents: readonly string[] = agentNames
export const applications: readonly string[] = applicationNames

export const isAgent = (participant: string): boolean => agents.includes(participant)

/** The answer that a participant got last before a message. */
export const lastAnswer = ({ n, from }: Message, { messages }: Messages): Message | undefined =>
  messages.findLast((other) => other.n < n && other.kind === 'response' && other.to === from)

/** Whether the agent was sent here by the answer before, and by nobody's decision. */
export const isRedirected = (message: Message, trace: Messages): boolean => {
  const http = lastAnswer(message, trace)?.http
  const location = headerOf(http?.headers ?? [], 'location')
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

/** Whether a refresh token is in the body, as FusionAuth’s JWT API has it. */
export const hasRefreshToken = ({ http }: Message): boolean =>
  /"refreshToken":"[^"]/.test(http?.body ?? '')

/** Whether FusionAuth’s own session comes along. */
export const hasSsoCookie = ({ http }: Message): boolean =>
  /(?:^|; )fusionauth\.sso=/.test(headerOf(http?.headers ?? [], 'cookie') ?? '')

/** The request or the answer of an exchange; undefined where there is none. */
export const halfOf = (
  wanted: number | null,
  kind: 'request' | 'response',
  { messages }: Messages,
): Message | undefined =>
  wanted === null
    ? undefined
    : messages.find((other) => other.exchange === wanted && other.kind === kind)

/** Whether it is the Hacker on whose account something happens behind an application. */
export const isForHacker = ({ cause, exchange, from }: Message, trace: Messages): boolean =>
  from !== 'Hacker' && halfOf(cause ?? exchange, 'request', trace)?.from === 'Hacker'

/** Whether an application presents a refresh token that it was not sent: one that it keeps itself. */
export const isKept = (message: Message, trace: Messages): boolean => {
  const request = halfOf(message.cause, 'request', trace)
  return (
    applications.includes(message.from) &&
    (grantOf(message) === 'refresh_token' || hasRefreshToken(message)) &&
    request !== undefined &&
    keysIn(request).refreshToken === null
  )
}

/** Whether FusionAuth is to verify by other keys than the one that signs. */
export const listsKeys = (message: Message | undefined): boolean =>
  /"accessTokenVerificationKeyIds":\["/.test(message?.http?.body ?? '')
