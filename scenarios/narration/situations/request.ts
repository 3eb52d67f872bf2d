import type { Message } from '../../model/trace.ts'
import { keysIn, wasGiven } from '../keys.ts'
import { isBareCode } from './answers.ts'
import { deletesKeyInUse } from './keys-of-fusionauth.ts'
import { asHacker, ofHacker, toHacker } from './hacker.ts'
import {
  grantOf,
  hasSsoCookie,
  isAgent,
  isForHacker,
  isKept,
  isRedirected,
  listsKeys,
  type Messages,
} from './messages.ts'
import { ofVictim } from './victim.ts'

/** What is asked of FusionAuth, and by whom. */
const ofFusionAuth = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http } = message
  if (to !== 'FusionAuth') return []
  const grant = grantOf(message)
  const query = URL.parse(http?.url ?? '')?.searchParams
  const implicit = query?.get('response_type') === 'token'
  const bySso = hasSsoCookie(message)
  const keys = isAgent(from) ? keysIn(message) : null
  const forHacker = isForHacker(message, trace)
  return [
    ...(forHacker && grant !== null ? [`${grant}/for-Hacker`] : []),
    ...(forHacker ? ['for-Hacker'] : []),
    ...(implicit && bySso ? ['token/with-sso-session'] : []),
    ...(implicit ? ['token'] : []),
    ...(bySso ? ['with-sso-session'] : []),
    ...(grant === null || !isAgent(from) ? [] : [`${grant}/direct`]),
    ...(isKept(message, trace) ? [`${grant}/kept`, 'kept'] : []),
    ...(grant === 'authorization_code' &&
    !isAgent(from) &&
    !(http?.body ?? '').includes('code_verifier=')
      ? [`${grant}/no-verifier`]
      : []),
    ...(grant === null ? [] : [grant]),
    ...(keys === null || keys.refreshToken !== null ? [] : ['direct/no-refresh-token']),
    ...(keys === null ? [] : ['direct']),
  ]
}

/** What a login brings to FusionAuth and back that is not as it should be. */
const ofLogin = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, step, http } = message
  const query = URL.parse(http?.url ?? '')?.searchParams
  const code = query?.get('code') ?? ''
  return [
    ...(to !== 'FusionAuth' && query?.has('error') === true ? ['error'] : []),
    ...(from !== 'Hacker' && code !== '' && wasGiven('Hacker', code, message, trace)
      ? ['foreign-code']
      : []),
    ...(to === 'FusionAuth' && isBareCode(message) && !hasSsoCookie(message)
      ? ['no-challenge']
      : []),
    ...(from !== 'Hacker' && step === 'hacker.attack' ? ['in-attack'] : []),
  ]
}

export const ofRequest = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http } = message
  const isHacker = from === 'Hacker'
  const before = trace.messages.find(({ n }) => n === message.n - 1)
  return [
    ...(isHacker
      ? [...asHacker(message, trace), ...ofHacker(message, trace)]
      : toHacker(message, trace)),
    ...ofLogin(message, trace),
    ...ofFusionAuth(message, trace),
    ...(listsKeys(message) ? ['kept'] : []),
    ...(deletesKeyInUse(message, trace) ? ['signed-jwts'] : []),
    ...(isHacker ? [] : ofVictim(message, trace)),
    ...(URL.parse(http?.url ?? '')?.search === '' ? ['no-query'] : []),
    ...(isRedirected(message, trace) ? ['redirected'] : []),
    ...(before?.from === from && before.id.includes('.login-again') ? ['by-itself'] : []),
    from,
    to,
  ]
}
