import { header } from '../../engine/wire.ts'
import type { Message } from '../../vocabulary.ts'
import { keysIn } from '../keys.ts'
import { ofHacker, toHacker } from './hacker.ts'
import { grantOf, isAgent, isForHacker, isKept, isRedirected, type Messages } from './messages.ts'
import { ofVictim } from './victim.ts'

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

export const ofRequest = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http } = message
  const isHacker = from === 'Hacker'
  const before = trace.messages.find(({ n }) => n === message.n - 1)
  return [
    ...(isHacker ? ofHacker(message, trace) : toHacker(message, trace)),
    ...ofFusionAuth(message, trace),
    ...(isHacker ? [] : ofVictim(message, trace)),
    ...(URL.parse(http?.url ?? '')?.search === '' ? ['no-query'] : []),
    ...(isRedirected(message, trace) ? ['redirected'] : []),
    ...(before?.from === from && before.id.includes('.login-again') ? ['by-itself'] : []),
    from,
    to,
  ]
}
