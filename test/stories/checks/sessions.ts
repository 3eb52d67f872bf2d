import type { PerSentence } from '../../../scenarios/stories/story.ts'
import {
  backChannel,
  brought,
  check,
  cookieValue,
  done,
  earlier,
  type Grounds,
  inJar,
  isAlive,
  jarOf,
  lastAnswer,
  lastChange,
  member,
  requestOf,
  type Scene,
  setCookies,
  status,
  tellsNothing,
  url,
} from './scene.ts'
import {
  followsRedirect,
  fusionAuthOfNoUse,
  isGet,
  keepsLoginCookies,
  noSessionMade,
  sendsToLogin,
} from './shared/logins.ts'
import {
  bringsDeadSession,
  endMoves,
  fromJar,
  holdsNone,
  holdsUser,
  host,
  items,
  neverSent,
  newId,
  noGoodKey,
  noOtherHostsCookies,
  onlyIdLeaves,
  replacesId,
  saysOutage,
  servedIn,
  sessionChange,
  wasAlive,
} from './shared/sessions.ts'

const noWork = check(
  'from the request to its answer the user is asked nothing: no page and no password in between',
  (scene) => {
    const request = requestOf(scene)
    return (
      request?.http?.method === 'GET' &&
      !brought(request).has('password') &&
      scene.trace.messages.every(
        ({ n, to, kind, from }) =>
          n <= request.n ||
          n >= scene.message.n ||
          to === 'FusionAuth' ||
          from === 'FusionAuth' ||
          kind === 'self',
      )
    )
  },
)

const wasSetJustNow = check('both cookies are those that the answer before has set', (scene) => {
  const before = lastAnswer(scene)
  return (
    before !== undefined &&
    ['sid', 'rt'].every((name) => {
      const value = brought(scene.message).get(name)
      return value !== undefined && cookieValue(setCookies(before).get(name)) === value
    })
  )
})

const everyRequest = (scene: Scene): boolean => {
  const { message } = scene
  return earlier(scene)
    .filter(
      (other) =>
        other.kind === 'request' &&
        other.from === message.from &&
        host(other) === host(message) &&
        [...jarOf({ ...scene, message: other }, other.from).keys()].includes(`sid@${host(other)}`),
    )
    .every(
      (other) =>
        brought(other).get('sid') ===
        inJar({ ...scene, message: other }, other.from, `sid@${host(other)}`),
    )
}

const byItself = check(
  'every request of this agent to this host has carried the cookies that it held',
  (scene) => everyRequest(scene) && brought(scene.message).has('sid'),
)

const cookieHasNoEnd = check(
  'the jar holds the session id without a date of expiry, and the session is over',
  (scene) => {
    const { message } = scene
    const entry = jarOf(scene, message.from).get(`sid@${host(message)}`)
    const id = brought(message).get('sid') ?? ''
    return (
      member(entry, 'expiresAt') === null &&
      lastChange(scene, `${message.to}.appSessions`, id) !== undefined &&
      !isAlive(scene, `${message.to}.appSessions`, id)
    )
  },
)

const bothDead = check('FusionAuth has the refresh token no more, or its time is over', (scene) => {
  const token = brought(scene.message).get('rt') ?? ''
  return (
    tellsNothing(scene) ||
    (lastChange(scene, 'FusionAuth.refreshTokens', token) !== undefined &&
      !isAlive(scene, 'FusionAuth.refreshTokens', token))
  )
})

const noNewCookie = check('the session was found by the id that came along', (scene) => {
  const request = requestOf(scene)
  const self = done(scene, 'extend-session')
  return (
    self !== undefined &&
    request !== undefined &&
    sessionChange(self)?.key === brought(request).get('sid')
  )
})

const shows = (what: string) =>
  check(
    `${what} are on the page`,
    ({ message }) => status(message) === 200 && items(message).length > 0,
  )

const sessionOfItsOwn = check(
  'the session is in the table of Forums, and no session of the Store has its id',
  (scene) => {
    const self = done(scene, 'extend-session') ?? done(scene, 'create-session')
    const id = (self && sessionChange(self)?.key) ?? ''
    return (
      self?.from === 'Forums' &&
      id !== '' &&
      lastChange(scene, 'Store.appSessions', id) === undefined
    )
  },
)

const rebuilt = check('FusionAuth gave new tokens for it, to the application', (scene) =>
  backChannel(scene).some(
    (message) =>
      message.from === 'FusionAuth' && message.kind === 'response' && status(message) === 200,
  ),
)

const sentToLogin = check('the answer before sent the browser to the login', (scene) => {
  const before = lastAnswer(scene)
  return (
    before !== undefined &&
    status(before) === 302 &&
    new URL(
      before.http?.headers.find(([name]) => name === 'location')?.[1] ?? '',
      url(before)?.href,
    ).pathname === '/login'
  )
})

const bothFromJar = [fromJar('sid'), fromJar('rt'), byItself] as const
const sidAlone = [fromJar('sid'), neverSent('rt'), holdsNone('rt')] as const

export const sessions = {
  'create-session': [[holdsUser, newId], [onlyIdLeaves]],
  'refresh.create-session': [[newId, holdsUser], [noWork]],
  'extend-session': [[wasAlive], [endMoves]],
  'login-again': [[sentToLogin]],

  'cart-request': [[isGet('/shopping-cart'), neverSent('sid')]],
  'cart-request/just-logged-in': [
    [isGet('/shopping-cart'), followsRedirect, wasSetJustNow],
    [byItself, ...bothFromJar],
  ],
  'cart-request/with-refresh-token': [[isGet('/shopping-cart'), ...bothFromJar]],
  'cart-request/with-session-id': [sidAlone],
  'refresh.cart-request/with-refresh-token': [
    [isGet('/shopping-cart'), fromJar('sid'), bringsDeadSession],
    [cookieHasNoEnd],
  ],
  'relogin.cart-request/with-refresh-token': [
    [isGet('/shopping-cart'), ...bothFromJar],
    [bringsDeadSession, bothDead],
  ],
  'cart-response/200': [[servedIn, noNewCookie, shows('the items')]],
  'cart-response/200/with-session-id': [[servedIn, rebuilt, shows('the items')], [replacesId]],
  'cart-response/302': [[sendsToLogin, noGoodKey, noSessionMade]],
  'cart-response/502': [[saysOutage, fusionAuthOfNoUse], [keepsLoginCookies]],

  'posts-request': [[isGet('/posts'), neverSent('sid')]],
  'posts-request/just-logged-in': [
    [isGet('/posts'), followsRedirect, wasSetJustNow],
    [noOtherHostsCookies, ...bothFromJar],
  ],
  'posts-request/with-refresh-token': [[isGet('/posts'), ...bothFromJar, noOtherHostsCookies]],
  'posts-request/with-session-id': [sidAlone],
  'posts-response/200': [[servedIn, shows('the posts')], [sessionOfItsOwn]],
  'posts-response/200/with-session-id': [[servedIn, rebuilt, shows('the posts')], [replacesId]],
  'posts-response/302': [[sendsToLogin, noGoodKey, noSessionMade]],
  'posts-response/502': [[saysOutage, fusionAuthOfNoUse], [keepsLoginCookies]],
} as const satisfies Partial<PerSentence<Grounds>>
