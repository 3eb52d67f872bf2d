import { masked } from '../../../../scenarios/engine/mask.ts'
import type { Message } from '../../../../scenarios/vocabulary.ts'
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
  setCookies,
  cookieValue,
  carried,
  requestOf,
  causeOf,
  causeAnswer,
  isAgent,
  agentsSaw,
  lastChange,
  tellsNothing,
  isAlive,
} from '../scene.ts'

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
    return secret === masked || (secret !== '' && !agentsSaw(scene, secret))
  },
)

/** The refresh token that an application presents to FusionAuth. */
export const presented = (message: Message): string =>
  form(message).get('refresh_token') ?? textOf(message, 'refreshToken')

export const presentsWhatCame = check(
  'the refresh token is the one of the cookie that came along',
  (scene) => {
    const cause = causeOf(scene)
    const token = presented(scene.message)
    return token !== '' && cause !== undefined && brought(cause).get('rt') === token
  },
)

export const sessionIsGone = check('the session id that came along opens no session', (scene) => {
  const cause = causeOf(scene)
  if (cause === undefined) return false
  const id = brought(cause).get('sid')
  if (id === undefined) return true
  const where = `${scene.message.from}.appSessions`
  return lastChange(scene, where, id) !== undefined && !isAlive(scene, where, id)
})

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
        causeOf({ message: other, trace })?.from === 'Browser',
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
const accessToken = (message: Message): string =>
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

export const refreshTokenGoesOn = check(
  'the refresh token is set as a cookie, if a session is made of it',
  (scene) => {
    const answer = causeAnswer(scene)
    const token = refreshTokenIn(scene.message)
    const refused = answer === undefined || status(answer) >= 400
    return token !== '' && (refused || cookieValue(setCookies(answer).get('rt')) === token)
  },
)

export const noPasswordTyped = check('no password went in: neither here nor before', (scene) => {
  const request = requestOf(scene)
  const cause = causeOf(scene)
  return (
    request !== undefined &&
    !body(request).includes('password') &&
    cause !== undefined &&
    cause.http?.method === 'GET'
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

export const endsAtLogin = check('the agent is sent to the login for it', (scene) => {
  const answer = causeAnswer(scene)
  return answer === undefined || (status(answer) === 302 && location(answer)?.pathname === '/login')
})
