import { cookieNames } from '../../../scenarios/catalogue/cookie-names.ts'
import type { PerSentence } from '../../../scenarios/narration/story.ts'
import {
  asks,
  backChannel,
  body,
  brought,
  carried,
  changesOf,
  check,
  claims,
  done,
  field,
  form,
  json,
  keyIn,
  keySet,
  path,
  textOf,
  earlier,
  type Grounds,
  isAlive,
  jarOf,
  lastAnswer,
  lastChange,
  location,
  made,
  member,
  requestOf,
  status,
  tellsNothing,
  url,
} from './scene.ts'
import {
  followsRedirect,
  fusionAuthOfNoUse,
  hasStatus,
  keepsLoginCookies,
  noSessionMade,
  sendsToLogin,
} from './shared/logins.ts'
import { presented, refreshTokenIn } from './shared/tokens.ts'
import {
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
  'from the request to its answer the user is asked nothing: no password goes in',
  (scene) => {
    const request = requestOf(scene)
    return (
      request?.http?.method === 'GET' &&
      scene.trace.messages.every(
        (other) =>
          other.n <= request.n || other.n >= scene.message.n || !/password/.test(carried(other)),
      )
    )
  },
)

const roles = ['session', 'jwt', 'refresh-token'] as const

const wasSetJustNow = check('the cookies are those that the answer before has set', (scene) => {
  const before = lastAnswer(scene)
  const set = roles.filter((role) => before !== undefined && keySet(before, role) !== '')
  return (
    before !== undefined &&
    set.some((role) => role !== 'refresh-token') &&
    set.every((role) => field(scene.message, 'cookie').includes(`=${keySet(before, role)}`))
  )
})

/** Names of cookies that open something at an application. */
const names = [...cookieNames.session, ...cookieNames.jwt]

const byItself = check(
  'a cookie that opens something goes along, as its verdict says',
  ({ message }) =>
    message.cookies.some(({ name, sent }) => names.includes(name) && sent) &&
    names.some((name) => brought(message).has(name)),
)

const cookieHasNoEnd = check('the jar holds the cookie without a date of expiry', (scene) => {
  const { message } = scene
  return names.some((name) => {
    const jar = jarOf(scene, message.from)
    const entry = jar.get(`${name}@${host(message)}`) ?? jar.get(`${name}@.example.com`)
    return brought(message).has(name) && member(entry, 'expiresAt') === null
  })
})

const sessionIsOver = check('the session is over on the server', (scene) => {
  const where = `${scene.message.to}.appSessions`
  const id = keyIn(scene.message, 'session')
  return lastChange(scene, where, id) !== undefined && !isAlive(scene, where, id)
})

const jwtIsOver = check('the JWT names a date of expiry that has passed', ({ message }) => {
  const { exp } = claims(keyIn(message, 'jwt'))
  return typeof exp === 'number' && exp * 1000 <= Date.parse(message.at)
})

const jwtIsGood = check('the JWT that goes along is not over', ({ message }) => {
  const { exp } = claims(keyIn(message, 'jwt'))
  return typeof exp === 'number' && exp * 1000 > Date.parse(message.at)
})

const asksForLoad = (...paths: readonly string[]) =>
  check(`it asks for ${paths.join(' or ')}`, ({ message }) =>
    paths.some((wanted) => asks(message, 'GET', wanted)),
  )

const asksForCart = asksForLoad('/shopping-cart', '/api/load-shopping-cart')
const asksForPosts = asksForLoad('/posts', '/api/load-posts')
const asksForAny = asksForLoad(
  '/shopping-cart',
  '/api/load-shopping-cart',
  '/posts',
  '/api/load-posts',
)

const inHeader = check('the JWT stands in the Authorization header', ({ message }) =>
  field(message, 'authorization').startsWith('Bearer eyJ'),
)

const refreshTokenInHeader = check(
  'the refresh token stands in a header beside it',
  ({ message }) => field(message, 'x-refresh-token') !== '',
)

const inNoCookie = check(
  'no cookie goes along that opens anything',
  ({ message }) => message.kind === 'request' && names.every((name) => !brought(message).has(name)),
)

const noCookieAtAll = check(
  'no cookie goes along',
  ({ message }) => message.kind === 'request' && field(message, 'cookie') === '',
)

const heldByScript = check('it is the one that the script or the app keeps itself', (scene) => {
  const jwt = keyIn(scene.message, 'jwt')
  const { from } = scene.message
  return [`${from}.localStorage`, `${from}.device`].some((where) =>
    changesOf(scene, where).some(({ op, after }) => op === 'set' && after === jwt),
  )
})

const nothingUseful = check(
  'what came along is over, revoked or made for somebody else',
  (scene) => {
    const request = requestOf(scene)
    return (
      request !== undefined &&
      status(scene.message) === 401 &&
      done(scene, 'extend-session') === undefined &&
      items(scene.message).length === 0 &&
      !backChannel(scene).some(
        (other) => other.kind === 'response' && json(other)['refreshToken'] !== undefined,
      )
    )
  },
)

const namedByJwt = check(
  'the JWT that came along is good by its date, and names somebody',
  (scene) => {
    const request = requestOf(scene)
    if (request === undefined) return false
    const { exp, sub } = claims(keyIn(request, 'jwt'))
    return (
      status(scene.message) === 200 &&
      typeof sub === 'string' &&
      typeof exp === 'number' &&
      exp * 1000 > Date.parse(request.at)
    )
  },
)

const noLookup = check(
  'no session was looked up, and FusionAuth asked for nothing but keys',
  (scene) => {
    const request = requestOf(scene)
    return (
      request !== undefined &&
      keyIn(request, 'session') === '' &&
      done(scene, 'extend-session') === undefined &&
      backChannel(scene).every((other) => path(other) === '/.well-known/jwks.json')
    )
  },
)

const forThisApplication = check(
  'its audience is another than that of a JWT that was sent to the Store',
  (scene) => {
    const request = requestOf(scene)
    const own = request === undefined ? '' : claims(keyIn(request, 'jwt'))['aud']
    const stores = earlier(scene)
      .filter((other) => other.kind === 'request' && other.to === 'Store')
      .map((other) => claims(keyIn(other, 'jwt'))['aud'])
      .filter((audience) => audience !== undefined)
    return typeof own === 'string' && !stores.includes(own)
  },
)

const hasForm = (action: string) =>
  check(
    `the page has a form that is posted to ${action}`,
    ({ message }) => status(message) === 200 && body(message).includes(`action="${action}"`),
  )

const posts = check(
  'it is a POST of a text to Forums',
  ({ message }) =>
    (asks(message, 'POST', '/posts') || asks(message, 'POST', '/api/posts')) &&
    (textOf(message, 'text') || (form(message).get('text') ?? '')) !== '',
)

const kept = check(
  'the application keeps a post',
  ({ message }) => made(message, `${message.from}.posts`, 'set') !== undefined,
)

const orders = check(
  'it is a POST to the checkout',
  ({ message }) => asks(message, 'POST', '/checkout') || asks(message, 'POST', '/api/checkout'),
)

const noted = check(
  'the application writes an order down',
  ({ message }) => made(message, `${message.from}.orders`, 'set') !== undefined,
)

const sendsTo = (wanted: string) =>
  check(
    `it redirects to ${wanted}`,
    ({ message }) => status(message) === 303 && location(message)?.pathname === wanted,
  )

const saysOrdered = check('it says that an order is on its way', ({ message }) =>
  /order \S+ is on its way|ordered/i.test(body(message)),
)

const newJwt = check('another JWT than the one that came along is handed out', (scene) => {
  const request = requestOf(scene)
  const fresh = keySet(scene.message, 'jwt') || textOf(scene.message, 'token')
  return request !== undefined && fresh !== '' && keyIn(request, 'jwt') !== fresh
})

const refreshUnderWay = check(
  'another request of this application to FusionAuth presents the refresh token, and waits',
  (scene) =>
    earlier(scene).some(
      (other) =>
        other.from === scene.message.from &&
        other.to === 'FusionAuth' &&
        presented(other) !== '' &&
        !earlier(scene).some(
          ({ kind, exchange }) => kind === 'response' && exchange === other.exchange,
        ),
    ),
)

const refusedBefore = check('the last answer was a refusal', (scene) => {
  const before = lastAnswer(scene)
  return before !== undefined && status(before) >= 400
})

const notClicked = check(
  'nothing was asked for since: the agent goes on from that answer',
  (scene) => scene.message.http === null && earlier(scene).at(-1)?.to === scene.message.from,
)

const bothDead = check('FusionAuth has the refresh token no more, or its time is over', (scene) => {
  const token = keyIn(scene.message, 'refresh-token')
  return (
    tellsNothing(scene) ||
    (lastChange(scene, 'FusionAuth.refreshTokens', token) !== undefined &&
      !isAlive(scene, 'FusionAuth.refreshTokens', token))
  )
})

const noNewCookie = check('the session was found by the id that came along', (scene) => {
  const request = requestOf(scene)
  const self = done(scene, 'extend-session')
  const id = self === undefined ? undefined : sessionChange(self)?.key
  return id !== undefined && request !== undefined && field(request, 'cookie').includes(`=${id}`)
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

const rebuilt = check('FusionAuth gave new tokens for it, to the application', (scene) => {
  const waited = done(scene, 'wait-for-refresh') !== undefined
  const channel = waited ? earlier(scene).slice(-8) : backChannel(scene)
  return channel.some(
    (message) =>
      message.from === 'FusionAuth' &&
      message.kind === 'response' &&
      status(message) === 200 &&
      refreshTokenIn(message) !== '',
  )
})

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

const bothFromJar = [fromJar('session'), fromJar('refresh-token'), byItself] as const
const tokensFromJar = [fromJar('jwt'), fromJar('refresh-token'), byItself] as const
const oldSession = [[fromJar('session'), sessionIsOver], [cookieHasNoEnd]] as const
const newSession = [[servedIn, rebuilt, shows('the entries')], [replacesId]] as const
const renewedJwt = [[shows('the entries'), rebuilt], [newJwt]] as const

export const sessions = {
  'create-session': [[holdsUser, newId], [onlyIdLeaves]],
  'refresh.create-session': [[newId, holdsUser], [noWork]],
  'extend-session': [[wasAlive], [endMoves]],
  'login-again': [[sentToLogin]],

  'login-again/refused': [[refusedBefore, notClicked]],
  'wait-for-refresh': [[refreshUnderWay]],

  'load-request': [
    [asksForAny, neverSent('session'), neverSent('jwt'), neverSent('refresh-token')],
  ],
  'cart-request/just-logged-in': [[asksForCart, followsRedirect, wasSetJustNow], [byItself]],
  'posts-request/just-logged-in': [
    [asksForPosts, wasSetJustNow],
    [noOtherHostsCookies, byItself],
  ],
  'load-request/with-refresh-token': [[asksForAny, ...bothFromJar]],
  'posts-request/with-refresh-token': [[asksForPosts, ...bothFromJar, noOtherHostsCookies]],
  'load-request/with-session-id': [[asksForAny, fromJar('session'), byItself]],
  'load-request/refresh-token-over': [
    [fromJar('session'), neverSent('refresh-token'), holdsNone('rt')],
  ],
  'load-request/old/with-session-id': oldSession,
  'load-request/old/with-refresh-token': oldSession,
  'relogin.cart-request/old/with-refresh-token': [
    [asksForCart, ...bothFromJar],
    [sessionIsOver, bothDead],
  ],
  'load-request/with-both-tokens': [[asksForAny, ...tokensFromJar]],
  'load-request/old/with-both-tokens': [[jwtIsOver, fromJar('jwt')], [fromJar('refresh-token')]],
  'relogin.cart-request/old/with-both-tokens': [[...tokensFromJar], [jwtIsOver, bothDead]],
  'load-request/with-refresh-token-alone': [
    [asksForAny, fromJar('refresh-token'), neverSent('session'), neverSent('jwt')],
  ],
  'load-request/with-jwt': [[asksForAny, fromJar('jwt'), byItself, jwtIsGood]],
  'load-request/old/with-jwt': [[jwtIsOver, fromJar('jwt')], [cookieHasNoEnd]],
  'load-request/with-bearer': [[asksForAny, inHeader, heldByScript], [inNoCookie]],
  'load-request/with-bearer-and-refresh-token': [
    [asksForAny, inHeader, heldByScript, refreshTokenInHeader, noCookieAtAll],
  ],
  'load-request/old/with-bearer-and-refresh-token': [[jwtIsOver, inHeader], [refreshTokenInHeader]],
  'relogin.cart-request/old/with-bearer-and-refresh-token': [
    [inHeader, refreshTokenInHeader],
    [jwtIsOver, bothDead],
  ],

  'cart-response/200': [[servedIn, noNewCookie, shows('the items')]],
  'cart-response/200/by-jwt': [[namedByJwt, shows('the items')], [noLookup]],
  'posts-response/200': [[servedIn, shows('the posts')], [sessionOfItsOwn]],
  'posts-response/200/by-jwt': [[namedByJwt, shows('the posts')], [forThisApplication]],
  'load-response/200/gives-session': newSession,
  'load-response/200/gives-session-and-refresh-token': newSession,
  'load-response/200/gives-tokens': renewedJwt,
  'load-response/200/gives-tokens-in-body': renewedJwt,
  'order-form-request': [[asksForLoad('/checkout')]],
  'order-form-response/200': [[hasForm('/checkout')]],
  'order-form-response/302': [[sendsToLogin, noGoodKey]],
  'post-form-request': [[asksForLoad('/posts/new')]],
  'post-form-response/200': [[hasForm('/posts')]],
  'post-form-response/302': [[sendsToLogin, noGoodKey]],
  'post-request': [[posts]],
  'post-response/303': [[kept, sendsTo('/posts')]],
  'post-response/200': [[kept, hasStatus(200)]],
  'checkout-request': [[orders]],
  'checkout-response/303': [[noted, sendsTo('/ordered')]],
  'checkout-response/200': [[noted, saysOrdered]],
  'checkout-response/401': [[hasStatus(401)]],
  'ordered-request': [[asksForLoad('/ordered'), followsRedirect]],
  'ordered-response/200': [[hasStatus(200), saysOrdered]],
  'load-response/302': [[sendsToLogin, noGoodKey, noSessionMade]],
  'load-response/401': [[nothingUseful, noSessionMade], [hasStatus(401)]],
  'cart-response/502': [[saysOutage, fusionAuthOfNoUse], [keepsLoginCookies]],
  'posts-response/502': [[saysOutage, fusionAuthOfNoUse], [keepsLoginCookies]],
} as const satisfies Partial<PerSentence<Grounds>>
