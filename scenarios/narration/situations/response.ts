import { headerOf } from '../../engine/wire.ts'
import { decodeToken } from '../../model/jwt.ts'
import type { Message } from '../../model/trace.ts'
import { keysIn } from '../keys.ts'
import { given, isBareCode, isReadable, isUnguarded, keepsId } from './answers.ts'
import { hasAccount, ofHacker, ofHackersPage } from './hacker.ts'
import {
  halfOf,
  grantOf,
  hasSsoCookie,
  isAgent,
  isForHacker,
  isKept,
  listsKeys,
  type Messages,
} from './messages.ts'

/** Whether the answer comes of a refresh that another request had begun. */
const isWaitedFor = ({ exchange }: Message, { messages }: Messages): boolean =>
  messages.some((other) => other.exchange === exchange && other.id.includes('.wait-for-refresh'))

/** Whether an application gets keys for a token of which the key is not among them. */
const isWithoutKey = (message: Message, request: Message | undefined, trace: Messages): boolean => {
  const isKeys = URL.parse(message.http?.url ?? '')?.pathname === '/.well-known/jwks.json'
  const jwt = request === undefined ? null : keysIn(request).jwt
  const kid = jwt === null ? undefined : decodeToken(jwt)?.header['kid']
  // A token that was asked for meanwhile is another.
  const isOther = trace.messages.some(
    ({ cause, kind, n, http }) =>
      cause === message.cause && kind === 'response' && n < message.n && http?.body.includes('eyJ'),
  )
  return isKeys && typeof kid === 'string' && !isOther && !(message.http?.body ?? '').includes(kid)
}

export const ofResponse = (message: Message, trace: Messages): readonly string[] => {
  const { from, to, http, received, exchange, cause } = message
  const request = halfOf(exchange, 'request', trace)
  const grant = request === undefined ? null : grantOf(request)
  const keys = request === undefined ? null : keysIn(request)
  const sets = (name: string): boolean =>
    received.some((cookie) => cookie.name === name && cookie.stored)
  const takes = (name: string): boolean =>
    received.some((cookie) => cookie.name === name && cookie.rule === 'deleted')
  const location = headerOf(http?.headers ?? [], 'location')
  const goesTo = location === null ? null : URL.parse(location, http?.url)
  const status = String(http?.status ?? '')
  const bySso =
    goesTo?.searchParams.has('error') === false && request !== undefined && hasSsoCookie(request)
  const gives = given(message)
  const goesOn = given(halfOf(cause, 'response', trace))
  const refused = received.some(
    ({ name, stored, rule }) =>
      /^(?:access|refresh)_token$/.test(name) && !stored && rule !== 'deleted',
  )
  const direct = from === 'FusionAuth' && isAgent(to)
  return [
    ...ofHackersPage(message),
    ...(isWithoutKey(message, halfOf(cause, 'request', trace), trace)
      ? [`${status}/none-fits`]
      : []),
    ...(listsKeys(request) ? [`${status}/kept`] : []),
    ...(gives === null && http?.body.includes('<script data-program=') === true
      ? [`${status}/shell`]
      : []),
    ...(gives !== null && to === 'Hacker'
      ? [hasAccount(message, trace) ? 'Hacker/own-account' : 'Hacker/no-password']
      : []),
    ...(direct && to === 'Hacker' ? [`${status}/direct/Hacker`] : []),
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
    ...(isBareCode(request) ? [`${status}/no-challenge`] : []),
    ...(takes('fusionauth.sso') ? [`${status}/takes-sso-cookie`] : []),
    ...(sets('fusionauth.sso') ? [`${status}/with-sso-cookie`] : []),
    ...(direct && refused ? [`${status}/direct/cookies-refused`] : []),
    ...(direct && keys?.refreshToken === null ? [`${status}/direct/no-refresh-token`] : []),
    ...(direct ? [`${status}/direct`] : []),
    ...(isReadable(message) ? [`${status}/readable`, `gives-${gives}/readable`] : []),
    ...(keepsId(message, keys) ? [`${status}/same-id`] : []),
    ...(gives === null ? [] : [`${status}/gives-${gives}`, `gives-${gives}`]),
    ...(request !== undefined && isKept(request, trace)
      ? [`${status}/${grant}/kept`, `${status}/kept`]
      : []),
    ...(isUnguarded(goesTo) ? [`${status}/unguarded`] : []),
    ...(goesTo?.pathname === '/login' ? [`${status}/to-login`] : []),
    ...(grant === null ? [] : [`${status}/${grant}`]),
    ...(goesOn === null ? [] : [`${status}/goes-on-${goesOn}`]),
    ...(keys?.jwt != null && keys.session === null ? [`${status}/by-jwt`] : []),
    ...(goesTo !== null && goesTo.origin !== URL.parse(http?.url ?? '')?.origin
      ? [`${status}/elsewhere`]
      : []),
    `${status}/${to}`,
    `${status}/${from}`,
    status,
  ]
}
