import { header, headerValues, isHtml } from '../engine/wire.ts'
import type { Message, Outcome } from '../vocabulary.ts'

/** The items of a cart page: the text of its list entries. */
const items = (html: string): readonly string[] =>
  [...html.matchAll(/<li class="item">([\s\S]*?)<\/li>/g)].map((match) => match[1]?.trim() ?? '')

const cartOf = (message: Message): string | null => {
  const { http } = message
  if (message.kind !== 'response' || http === null || http.status !== 200) return null
  if (!isHtml(http.headers) || URL.parse(http.url)?.pathname !== '/shopping-cart') return null
  const found = items(http.body)
  return found.length === 0 ? null : found.join('\n')
}

/** Answers to the Hacker that hold the same cart as the Browser was shown before. */
const stolenCarts = (messages: readonly Message[]): readonly Message[] => {
  const victims = new Set<string>()
  const stolen: Message[] = []
  for (const message of messages) {
    const cart = cartOf(message)
    if (cart === null) continue
    if (message.to === 'Browser') victims.add(cart)
    if (message.to === 'Hacker' && victims.has(cart)) stolen.push(message)
  }
  return stolen
}

const numbers = (messages: readonly Message[]): readonly number[] => messages.map(({ n }) => n)

const postsPassword = (message: Message): boolean =>
  message.from === 'Browser' &&
  message.http?.method === 'POST' &&
  new URLSearchParams(message.http.body).has('password')

/** A page that asks for the password. */
const isLoginForm = ({ http }: Message): boolean => http?.body.includes('type="password"') === true

/** Forums served its page, and no password was posted since Forums was opened. */
const singleSignOn = (messages: readonly Message[]): Outcome => {
  const start = messages.findIndex(({ phase }) => phase === 'forums-initialize')
  const after = start < 0 ? [] : messages.slice(start)
  const arrived = after.filter(
    (message) =>
      message.from === 'Forums' &&
      message.http?.status === 200 &&
      message.phase === 'forums-load' &&
      !isLoginForm(message),
  )
  const typed = after.some(postsPassword)
  const granted = after.filter(
    (message) =>
      message.from === 'FusionAuth' &&
      message.http?.status === 302 &&
      /[?&]code=/.test(header(message.http.headers, 'location') ?? ''),
  )
  return {
    id: 'single-sign-on',
    holds: arrived.length > 0 && !typed,
    evidence: typed ? numbers(after.filter(postsPassword)) : numbers([...granted, ...arrived]),
  }
}

/** Who got to see the password: everyone a request with it was sent to. */
const sawPassword = (messages: readonly Message[]): Outcome => {
  const told = messages.filter(postsPassword).filter(({ to }) => to !== 'FusionAuth')
  return { id: 'application-sees-the-password', holds: told.length > 0, evidence: numbers(told) }
}

const hackerSees = (id: string, messages: readonly Message[]): Outcome => {
  const stolen = stolenCarts(messages)
  return { id, holds: stolen.length > 0, evidence: numbers(stolen) }
}

/** A theft's own verdict needs the Browser's cart for comparison, so it looks at all and keeps its phase. */
const theftOutcome = (phase: Message['phase'], messages: readonly Message[]): Outcome => {
  const stolen = stolenCarts(messages).filter((message) => message.phase === phase)
  return {
    id: `hacker-sees-the-cart.${phase}`,
    holds: stolen.length > 0,
    evidence: numbers(stolen),
  }
}

/** The Store gave the Hacker a session of their own. */
const newSession = (messages: readonly Message[]): Outcome => {
  const given = messages.filter(
    (message) =>
      message.to === 'Hacker' &&
      message.http !== null &&
      headerValues(message.http.headers, 'set-cookie').some((cookie) => cookie.startsWith('sid=')),
  )
  return { id: 'hacker-owns-a-session', holds: given.length > 0, evidence: numbers(given) }
}

/**
 * What came of a run, read from its messages alone. An outcome stands in the list once its question
 * has been put: no verdict on a theft that was not tried.
 */
export const outcomesOf = (messages: readonly Message[]): readonly Outcome[] => {
  const reached = (phase: Message['phase']) =>
    messages.some((message) => message.phase === phase && message.from === 'Hacker' && message.http)
  const thefts = (['stolen-refresh-token', 'stolen-session-id'] as const).filter(reached)
  return [
    ...(messages.some(postsPassword) ? [sawPassword(messages)] : []),
    ...(messages.some(({ phase }) => phase === 'forums-initialize')
      ? [singleSignOn(messages)]
      : []),
    ...(thefts.length > 0 ? [hackerSees('hacker-sees-the-cart', messages)] : []),
    ...thefts.map((phase) => theftOutcome(phase, messages)),
    ...(reached('stolen-refresh-token') ? [newSession(messages)] : []),
  ]
}
