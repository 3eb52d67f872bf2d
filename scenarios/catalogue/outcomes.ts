import { headerOf, headerValues, isHtml } from '../engine/wire.ts'
import type { Message, Outcome } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { type CookieRole, roleOf } from './cookie-names.ts'
import { type JsonObject, jsonObject } from '../model/json.ts'
import { isDevice } from '../model/participant.ts'

/** The members of a JSON body; none when it is something else. */
const members = ({ http }: Message): JsonObject => jsonObject(http?.body ?? '') ?? {}

/** The items of a cart page: the text of its list entries. */
const listed = (html: string): readonly string[] =>
  [...html.matchAll(/<li class="item">([\s\S]*?)<\/li>/g)].map((match) => match[1]?.trim() ?? '')

/** The items of a cart that a script or an app asked for. */
const answered = (message: Message): readonly string[] => {
  const { items } = members(message)
  return Array.isArray(items) ? items.map((item: Json) => JSON.stringify(item)) : []
}

/** The things in a cart that an answer shows, as one text; null for any other message. */
export const cartOf = (message: Message): string | null => {
  const { http } = message
  if (message.kind !== 'response' || http === null || http.status !== 200) return null
  const path = URL.parse(http.url)?.pathname
  const isPage = path === '/shopping-cart' && isHtml(http.headers)
  const isAnswer = path === '/api/load-shopping-cart'
  const found = isPage ? listed(http.body) : isAnswer ? answered(message) : []
  return found.length === 0 ? null : found.join('\n')
}

/** Answers to the Hacker that hold the same cart as the user was shown before. */
const stolenCarts = (messages: readonly Message[]): readonly Message[] => {
  const victims = new Set<string>()
  const stolen: Message[] = []
  for (const message of messages) {
    const isVictims = isDevice(message.to)
    const cart = isVictims || message.to === 'Hacker' ? cartOf(message) : null
    if (cart === null) continue
    if (isVictims) victims.add(cart)
    else if (victims.has(cart)) stolen.push(message)
  }
  return stolen
}

const numbers = (messages: readonly Message[]): readonly number[] => messages.map(({ n }) => n)

const postsPassword = (message: Message): boolean =>
  isDevice(message.from) &&
  message.http?.method === 'POST' &&
  (new URLSearchParams(message.http.body).has('password') || 'password' in members(message))

/** A page that asks for the password. */
const isLoginForm = ({ http }: Message): boolean => http?.body.includes('type="password"') === true

/**
 * Forums served its page, and no password was posted from its opening until then.
 *
 * @param posted every message that posts a password
 */
const singleSignOn = (messages: readonly Message[], posted: readonly Message[]): Outcome => {
  const start = messages.findIndex(({ phase }) => phase === 'forums-initialize')
  const after = start < 0 ? [] : messages.slice(start)
  const arrived = after.filter(
    (message) =>
      message.from === 'Forums' &&
      message.http?.status === 200 &&
      message.phase === 'forums-load' &&
      !isLoginForm(message),
  )
  const first = arrived[0]
  const until = first === undefined ? after : after.filter(({ n }) => n <= first.n)
  const typed = posted.filter((message) => until.includes(message))
  const granted = until.filter(
    (message) =>
      message.from === 'FusionAuth' &&
      message.http?.status === 302 &&
      /[?&]code=|[#&]access_token=/.test(headerOf(message.http.headers, 'location') ?? ''),
  )
  return {
    id: 'single-sign-on',
    holds: arrived.length > 0 && typed.length === 0,
    evidence: typed.length > 0 ? numbers(typed) : numbers([...granted, ...arrived]),
  }
}

/** Who got to see the password: everyone a request with it was sent to. */
const sawPassword = (posted: readonly Message[]): Outcome => {
  const told = posted.filter(({ to }) => to !== 'FusionAuth')
  return { id: 'application-sees-the-password', holds: told.length > 0, evidence: numbers(told) }
}

/** Whether the Hacker saw the cart at all, and in each theft. */
const hackerSees = (
  thefts: readonly Message['phase'][],
  messages: readonly Message[],
): readonly Outcome[] => {
  const stolen = stolenCarts(messages)
  const outcome = (id: string, seen: readonly Message[]): Outcome => ({
    id,
    holds: seen.length > 0,
    evidence: numbers(seen),
  })
  return [
    outcome('hacker-sees-the-cart', stolen),
    ...thefts.map((theft) =>
      outcome(
        `hacker-sees-the-cart.${theft}`,
        stolen.filter(({ phase }) => phase === theft),
      ),
    ),
  ]
}

const setsCookie = ({ http }: Message, role: CookieRole): boolean =>
  headerValues(http?.headers ?? [], 'set-cookie').some(
    (cookie) => roleOf(cookie.slice(0, cookie.indexOf('='))) === role,
  )

const isGivenJwt = (message: Message): boolean =>
  setsCookie(message, 'jwt') || typeof members(message)['token'] === 'string'

/** With a refresh token the Hacker was given a key of their own: a session, or a JWT. */
const ownKey = (messages: readonly Message[]): Outcome => {
  const hasSessions = messages.some((one) => isDevice(one.to) && setsCookie(one, 'session'))
  const isGiven = hasSessions ? (one: Message) => setsCookie(one, 'session') : isGivenJwt
  const given = messages.filter((message) => message.to === 'Hacker' && isGiven(message))
  return {
    id: hasSessions ? 'hacker-owns-a-session' : 'hacker-owns-a-jwt',
    holds: given.length > 0,
    evidence: numbers(given),
  }
}

/**
 * What came of a run, read from its messages alone. An outcome stands in the list once its question
 * has been put: no verdict on a theft that was not tried.
 */
export const outcomesOf = (messages: readonly Message[]): readonly Outcome[] => {
  const posted = messages.filter(postsPassword)
  /** Phases in which the Hacker sent something. */
  const reached = new Set(
    messages
      .filter(({ from, http }) => from === 'Hacker' && http !== null)
      .map(({ phase }) => phase),
  )
  const thefts = (['stolen-refresh-token', 'stolen-session-id', 'stolen-jwt'] as const).filter(
    (phase) => reached.has(phase),
  )
  return [
    ...(posted.length > 0 ? [sawPassword(posted)] : []),
    ...(messages.some(({ phase }) => phase === 'forums-initialize')
      ? [singleSignOn(messages, posted)]
      : []),
    ...(thefts.length > 0 ? hackerSees(thefts, messages) : []),
    ...(reached.has('stolen-refresh-token') ? [ownKey(messages)] : []),
  ]
}
