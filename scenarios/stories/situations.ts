import { header, redirects } from '../engine/wire.ts'
import type { Json, Message, Trace } from '../vocabulary.ts'

type Messages = Pick<Trace, 'messages'>

/** The answer that a participant got last before a message. */
const lastAnswer = ({ n, from }: Message, { messages }: Messages): Message | undefined =>
  messages.findLast((other) => other.n < n && other.kind === 'response' && other.to === from)

/** Whether the agent was sent here by the answer before, and by nobody's decision. */
const isRedirected = (message: Message, trace: Messages): boolean => {
  const http = lastAnswer(message, trace)?.http
  const location = header(http?.headers ?? [], 'location')
  return (
    http != null &&
    location !== null &&
    redirects(http.status ?? 0) &&
    URL.parse(location, http.url)?.href === message.http?.url
  )
}

/** Whether the answer that sent the agent here gave it a session id. */
const isJustLoggedIn = (message: Message, trace: Messages): boolean =>
  isRedirected(message, trace) &&
  lastAnswer(message, trace)?.received.some(({ name, stored }) => name === 'sid' && stored) === true

/** The cookies that go along, by name. */
const cookiesIn = (http: Message['http']): ReadonlyMap<string, string> =>
  new Map(
    (header(http?.headers ?? [], 'cookie') ?? '').split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.trim(), value.join('=')]
    }),
  )

const grantOf = ({ http }: Message): string | null =>
  /(?:^|&)grant_type=([a-z_]+)/.exec(http?.body ?? '')?.[1] ?? null

/** The value of a cookie as a jar's change tells it. */
const valueOf = (after: Json): Json | undefined =>
  typeof after === 'object' && after !== null && 'value' in after ? after['value'] : undefined

const passwordIn = ({ http }: Message): string | null =>
  http?.method === 'POST' ? new URLSearchParams(http.body).get('password') : null

/** Whether the password of this form was typed into another participant's form before, but not here. */
const isSamePassword = (message: Message, { messages }: Messages): boolean => {
  const password = passwordIn(message)
  if (password === null) return false
  const earlier = messages.filter(
    (other) => other.n < message.n && other.from === message.from && passwordIn(other) === password,
  )
  return earlier.length > 0 && earlier.every(({ to }) => to !== message.to)
}

/** Whether the session id that goes along was given to this very agent, by an answer. */
const isOwnSession = ({ n, from, http }: Message, { messages }: Messages): boolean => {
  const id = cookiesIn(http).get('sid')
  return messages.some(
    (other) =>
      other.n < n &&
      other.to === from &&
      other.kind === 'response' &&
      other.changes.some(
        ({ where, key, after }) =>
          where === `${from}.jar` && key.startsWith('sid@') && valueOf(after) === id,
      ),
  )
}

const isAppCookie = (name: string): boolean => name === 'sid' || name === 'rt'

const ofRequest = (message: Message, trace: Messages): readonly string[] => {
  const grant = grantOf(message)
  const sent = cookiesIn(message.http)
  const withheld = message.cookies.some(
    ({ name, sent: goes, rule }) => isAppCookie(name) && !goes && rule === 'host-only',
  )
  return [
    ...(message.from === 'Hacker' && isOwnSession(message, trace) ? ['own-session'] : []),
    ...(isJustLoggedIn(message, trace) ? ['just-logged-in'] : []),
    ...(isSamePassword(message, trace) ? ['same-password'] : []),
    ...(sent.has('fusionauth.sso') ? ['with-sso-session'] : []),
    ...(grant === null ? [] : [grant]),
    ...(sent.has('rt') && sent.has('sid') ? ['with-refresh-token'] : []),
    ...(sent.has('sid') ? ['with-session-id'] : []),
    ...(withheld ? ['others-withheld'] : []),
    ...(isRedirected(message, trace) ? ['redirected'] : []),
    message.from,
    message.to,
  ]
}

const ofResponse = (message: Message, { messages }: Messages): readonly string[] => {
  const { from, to, http, received, exchange } = message
  const request = messages.find((other) => other.exchange === exchange && other.kind === 'request')
  const grant = request === undefined ? null : grantOf(request)
  const sets = (name: string): boolean =>
    received.some((cookie) => cookie.name === name && cookie.stored)
  const takes = (name: string): boolean =>
    received.some((cookie) => cookie.name === name && cookie.rule === 'deleted')
  const location = header(http?.headers ?? [], 'location')
  const goesTo = location === null ? null : URL.parse(location, http?.url)
  const status = String(http?.status ?? '')
  const bySso =
    goesTo?.searchParams.has('error') === false &&
    request !== undefined &&
    cookiesIn(request.http).has('fusionauth.sso')
  return [
    ...(http?.body.includes('type="password"') === true ? [`${status}/form`] : []),
    ...(bySso ? [`${status}/by-sso`] : []),
    ...(takes('fusionauth.sso') ? [`${status}/takes-sso-cookie`] : []),
    ...(sets('fusionauth.sso') ? [`${status}/with-sso-cookie`] : []),
    ...(sets('sid') ? [`${status}/with-session-id`] : []),
    ...(grant === null ? [] : [`${status}/${grant}`]),
    ...(goesTo !== null && goesTo.origin !== URL.parse(http?.url ?? '')?.origin
      ? [`${status}/elsewhere`]
      : []),
    `${status}/${to}`,
    `${status}/${from}`,
    status,
  ]
}

const ofSelf = ({ label, changes }: Message, name: string): readonly string[] => [
  ...(name.startsWith('steal-') && !changes.some(({ op }) => op === 'set') ? ['empty-handed'] : []),
  ...(name.startsWith('revokes-') && label.includes('lives on') ? ['lives-on'] : []),
]

/**
 * What sets a message apart from others of its name, the most telling first: who sends it and what
 * for, the grant, the cookies; of a response its status and whom it is between.
 */
export const situationsOf = (
  message: Message,
  name: string,
  trace: Messages,
): readonly string[] => {
  if (message.kind === 'request') return ofRequest(message, trace)
  if (message.kind === 'response') return ofResponse(message, trace)
  return ofSelf(message, name)
}
