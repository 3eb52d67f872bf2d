import type { Message } from '../../model/trace.ts'
import { keysIn, wasGiven } from '../keys.ts'
import { grantOf, hasRefreshToken, isRedirected, type Messages, passwordIn } from './messages.ts'

/** Whether the Hacker has logged in with a password before. */
export const hasAccount = ({ n }: Message, { messages }: Messages): boolean =>
  messages.some((other) => other.n < n && other.from === 'Hacker' && passwordIn(other) !== null)

/** What the Hacker asks for with codes and tokens, in a request of their own. */
export const asHacker = (message: Message, trace: Messages): readonly string[] => {
  const code = URL.parse(message.http?.url ?? '')?.searchParams.get('code') ?? ''
  const grant = message.to === 'FusionAuth' ? grantOf(message) : null
  return [
    ...(grant === null ? [] : [`Hacker/${grant}`]),
    ...(hasRefreshToken(message) ? ['Hacker/in-body'] : []),
    ...(code !== '' && wasGiven('Browser', code, message, trace) ? ['Hacker/victims-code'] : []),
  ]
}

/** What the Hacker has to show, and whose it is. */
export const ofHacker = (message: Message, trace: Messages): readonly string[] => {
  const { session, jwt, refreshToken } = keysIn(message)
  const victims = (value: string): boolean =>
    wasGiven('Browser', value, message, trace) || wasGiven('Mobile', value, message, trace)
  const whose = (value: string | null, what: string): readonly string[] => {
    if (value === null) return []
    if (victims(value)) return [`Hacker/victims-${what}`]
    return wasGiven('Hacker', value, message, trace) ? [`Hacker/own-${what}`] : []
  }
  const known = [...whose(session, 'session'), ...whose(jwt, 'jwt')]
  const isOwn = known.length > 0 && known.every((one) => one.includes('/own-'))
  if (isOwn && hasAccount(message, trace)) return ['Hacker/own-account', ...known, 'Hacker']
  if (known.length > 0) return [...known, 'Hacker']
  if (refreshToken === null)
    return [session === null && jwt === null ? 'Hacker/empty-handed' : 'Hacker/made-up', 'Hacker']
  if (session !== null) return ['Hacker/with-refresh-token', 'Hacker']
  return [jwt === null ? 'Hacker/with-refresh-token-alone' : 'Hacker/with-made-up-jwt', 'Hacker']
}

const siteOf = (url: string | undefined): string =>
  (URL.parse(url ?? '')?.hostname ?? '').split('.').slice(-2).join('.')

/** What the user's own agent asks of the Hacker's site. */
export const toHacker = (message: Message, trace: Messages): readonly string[] => {
  const { to, http } = message
  if (to !== 'Hacker') return []
  const isNear = trace.messages.some(
    (other) => other.to === 'Store' && siteOf(other.http?.url) === siteOf(http?.url),
  )
  return [
    ...(URL.parse(http?.url ?? '')?.searchParams.get('found') === ''
      ? ['to-Hacker/empty-handed']
      : []),
    ...(isRedirected(message, trace) ? ['to-Hacker/redirected'] : []),
    ...(isNear ? ['to-Hacker/same-site'] : []),
    'to-Hacker',
  ]
}

/** What a page of the Hacker's does in the browser that has opened it. */
export const ofHackersPage = ({ from, http, received }: Message): readonly string[] => {
  if (from !== 'Hacker' || http === null) return []
  const { body } = http
  return [
    ...(received.length > 0 ? ['of-Hacker/plants-cookie'] : []),
    ...(body.includes('.submit()') ? ['of-Hacker/sends-form'] : []),
    ...(body.includes('http-equiv="refresh"') ? ['of-Hacker/leads-on'] : []),
    ...(body.includes('<img ') ? ['of-Hacker/picture'] : []),
    ...(body.includes('data-program=') ? ['of-Hacker/script'] : []),
    'of-Hacker',
  ]
}
