import { header, redirects } from '../engine/wire.ts'
import type { Message, Trace } from '../vocabulary.ts'
import { type Keys, keysIn, keysOver, keysStored, wasGiven } from './keys.ts'

type Messages = Pick<Trace, 'messages'>

const agents: readonly string[] = ['Browser', 'Mobile', 'Hacker']
const applications: readonly string[] = ['Store', 'Forums']

const isAgent = (participant: string): boolean => agents.includes(participant)

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

/** Whether the answer that sent the agent here gave it what opens the application. */
const isJustLoggedIn = (message: Message, trace: Messages): boolean => {
  const before = lastAnswer(message, trace)
  if (before === undefined || !isRedirected(message, trace)) return false
  const stored = keysStored(before)
  return stored.has('session') || stored.has('jwt')
}

const grantOf = ({ http }: Message): string | null =>
  /(?:^|&)grant_type=([a-z_]+)/.exec(http?.body ?? '')?.[1] ?? null

/** The password that a form or a script sends. */
const passwordIn = ({ http }: Message): string | null => {
  if (http?.method !== 'POST') return null
  const inJson = /"password":"([^"]*)"/.exec(http.body)?.[1]
  return inJson ?? new URLSearchParams(http.body).get('password')
}

/** Whether the password of this form was typed into another participant's form before, but not here. */
const isSamePassword = (message: Message, { messages }: Messages): boolean => {
  const password = passwordIn(message)
  if (password === null) return false
  const earlier = messages.filter(
    (other) => other.n < message.n && other.from === message.from && passwordIn(other) === password,
  )
  return earlier.length > 0 && earlier.every(({ to }) => to !== message.to)
}

/** What goes along, as one word. */
const carrierOf = ({ session, jwt, refreshToken, isBearer }: Keys): string | null => {
  if (session !== null) return refreshToken === null ? 'with-session-id' : 'with-refresh-token'
  if (jwt === null) return refreshToken === null ? null : 'with-refresh-token-alone'
  if (isBearer) return refreshToken === null ? 'with-bearer' : 'with-bearer-and-refresh-token'
  return refreshToken === null ? 'with-jwt' : 'with-both-tokens'
}

/** What the Hacker has to show, and whose it is. */
const ofHacker = (message: Message, trace: Messages): readonly string[] => {
  const { session, jwt, refreshToken } = keysIn(message)
  const victims = (value: string): boolean =>
    wasGiven('Browser', value, message, trace) || wasGiven('Mobile', value, message, trace)
  const whose = (value: string | null, what: string): readonly string[] => {
    if (value === null) return []
    if (victims(value)) return [`Hacker/victims-${what}`]
    return wasGiven('Hacker', value, message, trace) ? [`Hacker/own-${what}`] : []
  }
  const known = [...whose(session, 'session'), ...whose(jwt, 'jwt')]
  if (known.length > 0) return [...known, 'Hacker']
  if (refreshToken === null)
    return [session === null && jwt === null ? 'Hacker/empty-handed' : 'Hacker/made-up', 'Hacker']
  if (session !== null) return ['Hacker/with-refresh-token', 'Hacker']
  return [jwt === null ? 'Hacker/with-refresh-token-alone' : 'Hacker/with-made-up-jwt', 'Hacker']
}

/** Whether a cookie of this agent with a refresh token was there, and is gone. */
const hadRefreshToken = ({ n, from, to }: Message, { messages }: Messages): boolean =>
  messages.some(
    (other) =>
      other.n < n &&
      other.to === from &&
      other.from === to &&
      keysStored(other).has('refresh-token'),
  )

const ofVictim = (message: Message, trace: Messages): readonly string[] => {
  const keys = keysIn(message)
  const carrier = carrierOf(keys)
  const goesBelow = message.cookies.some(
    ({ domain, sent }) => sent && domain !== URL.parse(message.http?.url ?? '')?.hostname,
  )
  const withheld = message.cookies.some(
    ({ name, sent, rule }) =>
      /^(?:__Host-)?(?:sid|rt|jwt)$/.test(name) && !sent && rule === 'host-only',
  )
  return [
    ...(isJustLoggedIn(message, trace) ? ['just-logged-in'] : []),
    ...(isSamePassword(message, trace) ? ['same-password'] : []),
    ...(goesBelow ? ['parent-domain'] : []),
    ...(carrier === 'with-session-id' && hadRefreshToken(message, trace)
      ? ['refresh-token-over']
      : []),
    ...(keysOver(keys, message, trace) ? [`old/${carrier}`] : []),
    ...(carrier === null ? [] : [carrier, 'with-keys']),
    ...(withheld ? ['others-withheld'] : []),
  ]
}

/** Whether it is the Hacker on whose account something happens behind an application. */
const isForHacker = ({ cause, exchange, from }: Message, { messages }: Messages): boolean => {
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
const isKept = (message: Message, { messages }: Messages): boolean => {
  const { cause } = message
  const request = messages.find(
    ({ exchange, kind }) => cause !== null && exchange === cause && kind === 'request',
  )
  return (
    grantOf(message) === 'refresh_token' &&
    request !== undefined &&
    keysIn(request).refreshToken === null
  )
}

/** What is asked of FusionAuth, and by whom. */
const ofFusionAuth = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http } = message
  if (to !== 'FusionAuth') return []
  const grant = grantOf(message)
  const query = URL.parse(http?.url ?? '')?.searchParams
  const implicit = query?.get('response_type') === 'token'
  const bySso = /(?:^|; )fusionauth\.sso=/.test(header(http?.headers ?? [], 'cookie') ?? '')
  const keys = isAgent(from) ? keysIn(message) : null
  const forHacker = isForHacker(message, trace)
  return [
    ...(forHacker && grant !== null ? [`${grant}/for-Hacker`] : []),
    ...(forHacker ? ['for-Hacker'] : []),
    ...(implicit && bySso ? ['token/with-sso-session'] : []),
    ...(implicit ? ['token'] : []),
    ...(bySso ? ['with-sso-session'] : []),
    ...(grant === null || !isAgent(from) ? [] : [`${grant}/direct`]),
    ...(isKept(message, trace) ? [`${grant}/kept`] : []),
    ...(grant === null ? [] : [grant]),
    ...(keys === null || keys.refreshToken !== null ? [] : ['direct/no-refresh-token']),
    ...(keys === null ? [] : ['direct']),
  ]
}

const ofRequest = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http } = message
  const isHacker = from === 'Hacker'
  const before = trace.messages.find(({ n }) => n === message.n - 1)
  return [
    ...(isHacker ? ofHacker(message, trace) : []),
    ...ofFusionAuth(message, trace),
    ...(isHacker ? [] : ofVictim(message, trace)),
    ...(URL.parse(http?.url ?? '')?.search === '' ? ['no-query'] : []),
    ...(isRedirected(message, trace) ? ['redirected'] : []),
    ...(before?.from === from && before.id.includes('.login-again') ? ['by-itself'] : []),
    from,
    to,
  ]
}

/** What an answer leaves with an agent that opens the application, in cookies or in the body. */
const given = (message: Message | undefined): string | null => {
  if (message === undefined || !isAgent(message.to)) return null
  const stored = keysStored(message)
  if (stored.has('session'))
    return stored.has('refresh-token') ? 'session-and-refresh-token' : 'session'
  if (stored.has('jwt')) return stored.has('refresh-token') ? 'tokens' : 'jwt'
  const inBody =
    applications.includes(message.from) && /"token":"eyJ/.test(message.http?.body ?? '')
  return inBody ? 'tokens-in-body' : null
}

/** Whether the answer comes of a refresh that another request had begun. */
const isWaitedFor = ({ exchange }: Message, { messages }: Messages): boolean =>
  messages.some((other) => other.exchange === exchange && other.id.includes('.wait-for-refresh'))

const ofResponse = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http, received, exchange, cause } = message
  const among = (wanted: number | null, kind: string): Message | undefined =>
    wanted === null
      ? undefined
      : trace.messages.find((other) => other.exchange === wanted && other.kind === kind)
  const request = among(exchange, 'request')
  const grant = request === undefined ? null : grantOf(request)
  const keys = request === undefined ? null : keysIn(request)
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
    /(?:^|; )fusionauth\.sso=/.test(header(request.http?.headers ?? [], 'cookie') ?? '')
  const gives = given(message)
  const goesOn = given(among(cause, 'response'))
  const refused = received.some(
    ({ name, stored, rule }) =>
      /^(?:access|refresh)_token$/.test(name) && !stored && rule !== 'deleted',
  )
  const direct = from === 'FusionAuth' && isAgent(to)
  return [
    ...(to === 'Hacker' && isWaitedFor(message, trace) ? [`${status}/Hacker/waited`] : []),
    ...(to === 'Hacker' && request !== undefined
      ? ofHacker(request, trace).map((one) => `${status}/${one}`)
      : []),
    ...(cause !== null && isForHacker(message, trace)
      ? [`${status}/${grant ?? 'api'}/for-Hacker`]
      : []),
    ...(http?.body.includes('type="password"') === true ? [`${status}/form`] : []),
    ...(goesTo?.hash.includes('access_token=') === true ? [`${status}/token`] : []),
    ...(bySso ? [`${status}/by-sso`] : []),
    ...(takes('fusionauth.sso') ? [`${status}/takes-sso-cookie`] : []),
    ...(sets('fusionauth.sso') ? [`${status}/with-sso-cookie`] : []),
    ...(direct && refused ? [`${status}/direct/cookies-refused`] : []),
    ...(direct && keys?.refreshToken === null ? [`${status}/direct/no-refresh-token`] : []),
    ...(direct ? [`${status}/direct`] : []),
    ...(gives === null ? [] : [`${status}/gives-${gives}`, `gives-${gives}`]),
    ...(request !== undefined && isKept(request, trace) ? [`${status}/${grant}/kept`] : []),
    ...(grant === null ? [] : [`${status}/${grant}`]),
    ...(goesOn === null ? [] : [`${status}/goes-on-${goesOn}`]),
    ...(keys?.jwt != null && keys.session === null ? [`${status}/by-jwt`] : []),
    ...(http?.body.includes('data-program=') === true ? [`${status}/shell`] : []),
    ...(goesTo !== null && goesTo.origin !== URL.parse(http?.url ?? '')?.origin
      ? [`${status}/elsewhere`]
      : []),
    `${status}/${to}`,
    `${status}/${from}`,
    status,
  ]
}

const ofSelf = (message: Message, name: string, trace: Messages): readonly string[] => {
  const { label, changes } = message
  const taken = changes.find(({ op }) => op === 'set')
  const before = lastAnswer(message, trace)?.http?.status ?? 0
  const forHacker = message.exchange !== null && isForHacker(message, trace)
  const isVictims = taken !== undefined && wasGiven('Browser', taken.key, message, trace)
  return [
    ...(forHacker && isVictims ? ['for-Hacker/victims'] : []),
    ...(forHacker ? ['for-Hacker'] : []),
    ...(name.startsWith('steal-') && taken === undefined ? ['empty-handed'] : []),
    ...(taken === undefined ? [] : [taken.where.slice(taken.where.indexOf('.') + 1)]),
    ...(name.startsWith('revokes-') && label.includes('lives on') ? ['lives-on'] : []),
    ...(before >= 400 ? ['refused'] : []),
  ]
}

/**
 * What sets a message apart from others of its name, the most telling first: who sends it and what
 * for, the grant, what goes along; of a response its status, what it leaves with whom, and whom it
 * is between.
 */
export const situationsOf = (
  message: Message,
  name: string,
  trace: Messages,
): readonly string[] => {
  if (message.kind === 'request') return ofRequest(message, trace)
  if (message.kind === 'response') return ofResponse(message, trace)
  return ofSelf(message, name, trace)
}
