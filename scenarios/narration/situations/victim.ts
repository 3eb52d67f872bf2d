import type { Message } from '../../model/trace.ts'
import { type Keys, keysIn, keysOver, keysStored } from '../keys.ts'
import { isRedirected, lastAnswer, type Messages, passwordIn } from './messages.ts'

/** Whether the answer that sent the agent here gave it what opens the application. */
const isJustLoggedIn = (message: Message, trace: Messages): boolean => {
  const before = lastAnswer(message, trace)
  if (before === undefined || !isRedirected(message, trace)) return false
  const stored = keysStored(before)
  return stored.has('session') || stored.has('jwt')
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

/** Whether a cookie of this agent with a refresh token was there, and is gone. */
const hadRefreshToken = ({ n, from, to }: Message, { messages }: Messages): boolean =>
  messages.some(
    (other) =>
      other.n < n &&
      other.to === from &&
      other.from === to &&
      keysStored(other).has('refresh-token'),
  )

export const ofVictim = (message: Message, trace: Messages): readonly string[] => {
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
