import { cartOf } from '../catalogue/outcomes.ts'
import type { AttackId } from '../model/attack-id.ts'
import { isDevice } from '../model/participant.ts'
import type { Message, Outcome, Trace } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { hackerName } from './people.ts'
import { jsonObject } from '../model/json.ts'

/** What of a run an attack is judged by. */
export type MessageLog = Pick<Trace, 'messages'>

const attacking = ({ messages }: MessageLog): readonly Message[] =>
  messages.filter(({ step }) => step === 'hacker.attack')

/** It came off when there is something to show for it. */
export const outcome = (id: AttackId, evidence: readonly Message[]): Outcome => ({
  id: `attack.${id}`,
  holds: evidence.length > 0,
  evidence: evidence.map(({ n }) => n),
})

/** The victim's carts: those that the victim's own device was shown before the attack. */
const cartsOfVictim = ({ messages }: MessageLog): ReadonlySet<string> =>
  new Set(
    messages
      .filter(({ to }) => isDevice(to))
      .map(cartOf)
      .filter((cart) => cart !== null),
  )

/** Answers that show the victim's cart to the Hacker. */
export const cartsOfHacker = (log: MessageLog): readonly Message[] => {
  const victims = cartsOfVictim(log)
  return attacking(log).filter((message) => {
    const cart = message.to === 'Hacker' ? cartOf(message) : null
    return cart !== null && victims.has(cart)
  })
}

const isToken = (value: Json | undefined): boolean => typeof value === 'string' && value !== ''

/** Answers of FusionAuth that hand the Hacker a token. */
export const tokensOfHacker = (log: MessageLog): readonly Message[] =>
  attacking(log).filter(({ from, to, kind, http }) => {
    if (from !== 'FusionAuth' || to !== 'Hacker' || kind !== 'response') return false
    const { access_token, token } = jsonObject(http?.body ?? '') ?? {}
    return http?.status === 200 && (isToken(access_token) || isToken(token))
  })

const pathOf = ({ http }: Message): string => URL.parse(http?.url ?? '')?.pathname ?? ''

/** Answers that show the Hacker what is behind the login of Forums. */
export const postsOfHacker = (log: MessageLog): readonly Message[] =>
  attacking(log).filter(
    (message) =>
      message.from === 'Forums' &&
      message.to === 'Hacker' &&
      message.http?.status === 200 &&
      ['/posts', '/api/load-posts'].includes(pathOf(message)),
  )

/** What happened after the Hacker did something by that name. */
const since = (log: MessageLog, name: string): readonly Message[] => {
  const all = attacking(log)
  const start = all.findIndex(({ id }) => id === `attack.${name}`)
  return start < 0 ? [] : all.slice(start)
}

/** Answers that show the Hacker what is behind the login of Forums, after that. */
export const opensForums = (log: MessageLog, name: string): readonly Message[] => {
  const after = since(log, name)
  return postsOfHacker(log).filter((message) => after.includes(message))
}

/** Answers to the victim's own device with which a post went up. */
export const postsForVictim = (log: MessageLog): readonly Message[] =>
  attacking(log).filter(
    ({ to, changes }) => isDevice(to) && changes.some(({ where }) => where === 'Forums.posts'),
  )

/** Tokens that FusionAuth handed the Hacker after that. */
export const tokensSince = (log: MessageLog, name: string): readonly Message[] => {
  const after = since(log, name)
  return tokensOfHacker(log).filter((message) => after.includes(message))
}

/** The user's own device is shown the cart, and nobody has typed a password since. */
export const withoutPassword = (log: MessageLog, name: string): readonly Message[] => {
  const after = since(log, name)
  return after.some(tellsPassword)
    ? []
    : after.filter((message) => isDevice(message.to) && cartOf(message) !== null)
}

/** Answers of the Store that send its user to the login. */
export const loginsAgain = (log: MessageLog): readonly Message[] =>
  attacking(log).filter(
    (message) =>
      message.from === 'Store' &&
      isDevice(message.to) &&
      message.kind === 'response' &&
      (message.http?.status === 401 || leadsTo(message, '/login')),
  )

/** Answers with which FusionAuth took a refresh token for the Store's sake. */
export const renewals = (log: MessageLog): readonly Message[] =>
  attacking(log).filter((message) => {
    const { from, to, kind, http } = message
    const asked = requestOf(log, message)?.http?.body ?? ''
    return (
      from === 'FusionAuth' &&
      to === 'Store' &&
      kind === 'response' &&
      http?.status === 200 &&
      (pathOf(message) === '/api/jwt/refresh' || asked.includes('grant_type=refresh_token'))
    )
  })

/** Answers that show the victim's device what is the Hacker's. */
export const pagesOfHacker = (log: MessageLog): readonly Message[] =>
  attacking(log).filter(
    ({ from, to, kind, http }) =>
      from === 'Store' &&
      isDevice(to) &&
      kind === 'response' &&
      http?.status === 200 &&
      http.body.includes(hackerName),
  )

/** Answers to orders that the victim's device placed, and the victim did not. */
export const orders = (log: MessageLog): readonly Message[] =>
  attacking(log).filter((message) => {
    const { from, to, kind, http } = message
    const status = http?.status ?? 0
    return (
      from === 'Store' &&
      isDevice(to) &&
      kind === 'response' &&
      /^\/(api\/)?checkout$/.test(pathOf(message)) &&
      isRequestOf(log, message, 'POST') &&
      (status === 200 || (status === 303 && leadsTo(message, '/ordered')))
    )
  })

const leadsTo = ({ http }: Message, path: string): boolean =>
  http?.headers.some(
    ([name, value]) => name === 'location' && URL.parse(value, http.url)?.pathname === path,
  ) === true

const requestOf = ({ messages }: MessageLog, { exchange }: Message): Message | undefined =>
  messages.find((one) => one.kind === 'request' && one.exchange === exchange)

const isRequestOf = (log: MessageLog, answer: Message, method: string): boolean =>
  requestOf(log, answer)?.http?.method === method

/** Requests that hand a password to an application whose login is at FusionAuth. */
export const passwordsTold = (log: MessageLog): readonly Message[] =>
  attacking(log).filter((message) => message.to !== 'FusionAuth' && tellsPassword(message))

const tellsPassword = ({ from, kind, http }: Message): boolean =>
  isDevice(from) && kind === 'request' && new URLSearchParams(http?.body ?? '').has('password')
