import { redacted } from '../../../../scenarios/engine/redactor.ts'
import type { Message } from '../../../../scenarios/model/trace.ts'
import {
  type Scene,
  check,
  status,
  body,
  form,
  json,
  textOf,
  location,
  brought,
  carried,
  field,
  requestOf,
  causeOf,
  causeAnswer,
  isAgent,
  agentsSaw,
  tellsNothing,
  isAlive,
  claims,
  keyIn,
  later,
  path,
} from '../scene.ts'
import { isKeyGone } from './keys.ts'
import { items } from './sessions.ts'

/** Checks of tokens that several stories share. */

export const isServerToServer = check(
  'an application asks FusionAuth because of another exchange',
  (scene) =>
    !isAgent(scene.message.from) &&
    scene.message.to === 'FusionAuth' &&
    causeOf(scene)?.to === scene.message.from,
)

export const addsClientSecret = check(
  'a client secret goes along, and no agent ever saw it',
  (scene) => {
    const secret = form(scene.message).get('client_secret') ?? ''
    return secret === redacted || (secret !== '' && !agentsSaw(scene, secret))
  },
)

/** The refresh token that is presented to FusionAuth: in a body, or by an agent in FusionAuth's cookie. */
export const presented = (message: Message): string =>
  form(message).get('refresh_token') ||
  textOf(message, 'refreshToken') ||
  (message.to === 'FusionAuth' && path(message) === '/api/jwt/refresh'
    ? (brought(message).get('refresh_token') ?? '')
    : '')

export const presentsWhatCame = check('the refresh token is the one that came along', (scene) => {
  const cause = causeOf(scene)
  const token = presented(scene.message)
  return token !== '' && cause !== undefined && keyIn(cause, 'refresh-token') === token
})

export const keyIsOver = check(
  'the session id or the JWT that came along opens nothing',
  (scene) => {
    const cause = causeOf(scene)
    if (cause === undefined) return false
    // Of two of a name, applications here look at the first.
    const id = /(?:^|; )(?:__Host-)?sid=([^;]*)/.exec(field(cause, 'cookie'))?.[1] ?? ''
    const jwt = keyIn(cause, 'jwt')
    const where = `${scene.message.from}.appSessions`
    if (id !== '') return !isAlive(scene, where, id)
    const { exp } = claims(jwt)
    return (
      jwt === '' ||
      isKeyGone(scene, jwt) ||
      (typeof exp === 'number' && exp * 1000 <= Date.parse(scene.message.at))
    )
  },
)

export const isOpaque = check('the refresh token is random text, no JWT', ({ message }) => {
  const token = presented(message)
  return token.length >= 20 && !token.includes('.') && !/ada|store|forums/i.test(token)
})

const names = (message: Message): string =>
  message.http?.body.startsWith('{') === true
    ? Object.keys(json(message)).toSorted().join()
    : [...form(message).keys()].toSorted().join()

export const asksAsForTheUser = check(
  'the Hacker caused it, and it is made as the request for the Browser was',
  (scene) => {
    const { message, trace } = scene
    const others = trace.messages.filter(
      (other) =>
        other.kind === 'request' &&
        other.from === message.from &&
        presented(other) !== '' &&
        other.http?.method === message.http?.method &&
        other.http?.url === message.http?.url &&
        ['Browser', 'Mobile'].includes(causeOf({ message: other, trace })?.from ?? ''),
    )
    return (
      causeOf(scene)?.from === 'Hacker' &&
      others.every(
        (other) =>
          names(other) === names(message) &&
          JSON.stringify(other.http?.headers.map(([name]) => name)) ===
            JSON.stringify(message.http?.headers.map(([name]) => name)),
      ) &&
      ['refreshToken', 'client_id,client_secret,grant_type,refresh_token'].includes(names(message))
    )
  },
)

/** Access token, or the JWT of the API. */
export const accessToken = (message: Message): string =>
  textOf(message, 'access_token') || textOf(message, 'token')

export const refreshTokenIn = (message: Message): string =>
  textOf(message, 'refresh_token') || textOf(message, 'refreshToken')

export const returnsTokens = check(
  'it returns a JWT and a refresh token with 200',
  ({ message }) =>
    status(message) === 200 &&
    accessToken(message).startsWith('eyJ') &&
    refreshTokenIn(message) !== '',
)

export const noTokens = check(
  'no token is in the answer',
  ({ message }) =>
    accessToken(message) === '' && refreshTokenIn(message) === '' && !body(message).includes('eyJ'),
)

export const answersApplication = check(
  'FusionAuth answers an application',
  ({ message }) => message.from === 'FusionAuth' && !isAgent(message.to),
)

export const accessTokenStays = check('no agent ever saw the access token', (scene) => {
  const token = accessToken(scene.message)
  return token !== '' && !agentsSaw(scene, token)
})

export const noPasswordTyped = check('no password went in: neither here nor before', (scene) => {
  const request = requestOf(scene)
  const cause = causeOf(scene)
  return (
    request !== undefined &&
    !body(request).includes('password') &&
    (isAgent(request.from)
      ? presented(request) !== ''
      : cause !== undefined && isAgent(cause.from) && !body(cause).includes('password'))
  )
})

/** Whether FusionAuth still takes a refresh token, before the message. */
export const tokenAlive = (scene: Scene, token: string): boolean =>
  tellsNothing(scene) || isAlive(scene, 'FusionAuth.refreshTokens', token)

export const tokenWasAlive = check(
  'FusionAuth has this refresh token, and it is not over',
  (scene) => {
    const request = requestOf(scene)
    return request !== undefined && tokenAlive({ ...scene, message: request }, presented(request))
  },
)

export const saysNobody = check('the request names no person and no agent', (scene) => {
  const request = requestOf(scene)
  return (
    request !== undefined &&
    presented(request).length >= 20 &&
    !/ada|browser|hacker|user-?id/i.test(carried(request).replaceAll(presented(request), ''))
  )
})

export const tokenRefused = check(
  'it is answered 400, and the token presented is dead',
  (scene) => {
    const request = requestOf(scene)
    return (
      status(scene.message) === 400 &&
      request !== undefined &&
      presented(request) !== '' &&
      (tellsNothing(scene) || !tokenAlive(scene, presented(request)))
    )
  },
)

export const endsAtLogin = check(
  'a login follows for it, and nothing is loaded before',
  (scene) => {
    const answer = causeAnswer(scene)
    const isRefused =
      answer !== undefined &&
      (status(answer) === 401 ||
        (status(answer) === 302 && location(answer)?.pathname === '/login'))
    if (answer !== undefined) return isRefused
    const next = later(scene).find(({ kind, to }) => kind === 'response' && isAgent(to))
    return next === undefined || items(next).length === 0
  },
)
