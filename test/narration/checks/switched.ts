import type { PerSentence } from '../../../scenarios/narration/story.ts'
import {
  answerOf,
  check,
  done,
  earlier,
  form,
  instant,
  type Grounds,
  keyIn,
  keySet,
  location,
  made,
  member,
  path,
  requestOf,
  type Role,
  type Scene,
  setCookies,
  status,
  storesKey,
  url,
} from './scene.ts'
import { cookieNames } from '../../../scenarios/catalogue/cookie-names.ts'
import { asksForCode, hasStatus, isGet, letsIn, noSessionMade, setsNo } from './shared/logins.ts'
import { holdsUser, items, noGoodKey, sessionChange, wasAlive } from './shared/sessions.ts'
import {
  isServerToServer,
  noPasswordTyped,
  presented,
  refreshTokenIn,
  returnsTokens,
} from './shared/tokens.ts'

/** What goes differently when a switch is turned. */

const isReadable = ({ message }: Scene, role: Role): boolean =>
  cookieNames[role].some((name) => {
    const line = setCookies(message).get(name)
    return line !== undefined && !/;\s*HttpOnly/i.test(line)
  })

const stores = (...roles: readonly Role[]) =>
  check(`the agent stores ${roles.join(' and ')}`, ({ message }) =>
    roles.every((role) => storesKey(message, role)),
  )

const readable = (...roles: readonly Role[]) =>
  check(`${roles.join(' and ')} set without HttpOnly`, (scene) =>
    roles.every((role) => isReadable(scene, role)),
  )

const stolen = ({ message }: Scene) => made(message, 'Hacker.jar', 'set')?.after

const isCopy = (role: Role) =>
  check(`the Hacker's jar gets the ${role} that the Browser was given`, (scene) => {
    const value = member(stolen(scene), 'value')
    const name = member(stolen(scene), 'name')
    return (
      typeof value === 'string' &&
      typeof name === 'string' &&
      cookieNames[role].includes(name) &&
      earlier(scene).some((other) => other.to === 'Browser' && keySet(other, role) === value)
    )
  })

const unnoticed = check(
  'nothing is sent, and nothing changes in the Browser',
  ({ message }) =>
    message.http === null &&
    message.provenance === 'simulated' &&
    !message.changes.some(({ where }) => where.startsWith('Browser.')),
)

const wasReadable = check(
  'the cookie is not HttpOnly',
  (scene) => member(stolen(scene), 'httpOnly') === false,
)

const toFusionAuth = check(
  'the address leads to FusionAuth’s login',
  ({ message }) =>
    location(message)?.pathname === '/oauth2/authorize' &&
    location(message)?.origin !== url(message)?.origin,
)

const somethingMissing = check('state, nonce or challenge is not in the address', ({ message }) => {
  const query = location(message)?.searchParams
  return (
    query !== undefined && ['state', 'nonce', 'code_challenge'].some((name) => !query.has(name))
  )
})

const bare = check('it is for a code, and no challenge is in the address', ({ message }) => {
  const query = url(message)?.searchParams
  return query?.get('response_type') === 'code' && !query.has('code_challenge')
})

const handsCodeOut = check(
  'it redirects with a code to the address that was asked for',
  (scene) => {
    const request = requestOf(scene)
    const asked = request === undefined ? null : url(request)?.searchParams.get('redirect_uri')
    const to = location(scene.message)
    return (
      status(scene.message) === 302 &&
      asked != null &&
      to !== null &&
      to.href.startsWith(asked) &&
      /[?&#]code=/.test(to.href)
    )
  },
)

const askedWithout = check('the request for it had no challenge', (scene) => {
  const request = requestOf(scene)
  return request !== undefined && url(request)?.searchParams.has('code_challenge') === false
})

const bringsError = check(
  'the address has an error, and no code',
  ({ message }) =>
    url(message)?.searchParams.has('error') === true &&
    !url(message)?.searchParams.has('code') &&
    message.kind === 'request',
)

const secretWithoutVerifier = check(
  'a client secret goes along, and no verifier',
  ({ message }) =>
    (form(message).get('client_secret') ?? '') !== '' && !form(message).has('code_verifier'),
)

const redeems = check(
  'it redeems a code',
  ({ message }) => (form(message).get('code') ?? '') !== '',
)

const causeKeys = (scene: Scene) => {
  const { cause } = scene.message
  return scene.trace.messages.find(
    ({ exchange, kind }) => cause !== null && exchange === cause && kind === 'request',
  )
}

const ownToken = check('a refresh token is shown that did not come along', (scene) => {
  const request = causeKeys(scene)
  return (
    presented(scene.message) !== '' &&
    request !== undefined &&
    keyIn(request, 'refresh-token') === ''
  )
})

const toJwtApi = check(
  'it goes to the JWT API, without a secret',
  ({ message }) => path(message) === '/api/jwt/refresh' && !form(message).has('client_secret'),
)

const staysThere = check('the answer to the agent does not hold the refresh token', (scene) => {
  const token = refreshTokenIn(scene.message)
  const { cause } = scene.message
  const answer = scene.trace.messages.find(
    ({ exchange, kind }) => cause !== null && exchange === cause && kind === 'response',
  )
  return (
    token !== '' &&
    (answer === undefined ||
      !JSON.stringify([answer.http?.headers, answer.http?.body]).includes(token))
  )
})

const anotherJwt = check('another JWT is set than the one that came along', (scene) => {
  const request = requestOf(scene)
  const jwt = keySet(scene.message, 'jwt')
  return request !== undefined && jwt !== '' && keyIn(request, 'jwt') !== jwt
})

const shows = check(
  'the entries are on the page',
  ({ message }) => status(message) === 200 && items(message).length > 0,
)

const sameId = check('the id of the session is the one that came along', (scene) => {
  const request = requestOf(scene)
  const id = sessionChange(scene.message)?.key ?? ''
  return request !== undefined && id !== '' && keyIn(request, 'session') === id
})

const idIsSet = check('and it is the id that the answer sets', (scene) => {
  const answer = answerOf(scene)
  return answer === undefined || keySet(answer, 'session') === sessionChange(scene.message)?.key
})

const setsSameId = check('the id that is set is the one that came along', (scene) => {
  const request = requestOf(scene)
  const id = keySet(scene.message, 'session')
  return request !== undefined && id !== '' && keyIn(request, 'session') === id
})

const wasMade = check(
  'a session was made in this exchange',
  (scene) => done(scene, 'create-session') !== undefined,
)

const endsOtherwise = check(
  'its end is neither half an hour from now nor twelve hours after its beginning',
  ({ message }) => {
    const after = sessionChange(message)?.after
    const end = instant(member(after, 'expiresAt'))
    const begun = instant(member(after, 'createdAt'))
    const usual = Math.min(Date.parse(message.at) + 30 * 60_000, begun + 12 * 3_600_000)
    return Math.abs(end - usual) > 1_000
  },
)

const notOrdered = check(
  'the browser is sent elsewhere, and no order is written down',
  ({ message }) =>
    status(message) === 303 && made(message, `${message.from}.orders`, 'set') === undefined,
)

const sendsTo = (wanted: string) =>
  check(
    `it redirects to ${wanted}`,
    ({ message }) => status(message) === 303 && location(message)?.pathname === wanted,
  )

export const switched = {
  'entry-response/gives-session-and-refresh-token/readable': [
    [letsIn],
    [stores('session', 'refresh-token'), readable('session', 'refresh-token')],
  ],
  'entry-response/gives-session/readable': [
    [letsIn],
    [stores('session'), readable('session'), setsNo('refresh-token', 'jwt')],
  ],
  'entry-response/gives-tokens/readable': [
    [letsIn],
    [stores('jwt', 'refresh-token'), readable('jwt', 'refresh-token')],
  ],
  'cookie-drop-response/200/readable': [[stores('jwt'), readable('jwt'), noSessionMade]],
  'steal-refresh-token/readable': [[isCopy('refresh-token'), unnoticed], [wasReadable]],
  'steal-jwt/readable': [[isCopy('jwt'), unnoticed], [wasReadable]],
  'login-response/302/unguarded': [[toFusionAuth], [somethingMissing]],
  'authorize-request/no-challenge': [[asksForCode], [bare]],
  'consent-response/302/no-challenge': [[handsCodeOut], [askedWithout]],
  'callback-request/error': [[isGet('/oauth-callback'), bringsError]],
  'token-request/authorization_code/no-verifier': [
    [isServerToServer, redeems],
    [secretWithoutVerifier],
  ],
  'jwt-refresh-request/kept': [[ownToken], [isServerToServer, toJwtApi]],
  'jwt-refresh-response/200/kept': [[returnsTokens, noPasswordTyped], [staysThere]],
  'load-response/200/gives-jwt': [[shows], [anotherJwt]],
  'create-session/same-id': [[holdsUser, sameId], [idIsSet]],
  'load-response/200/same-id': [[shows, wasMade], [setsSameId]],
  'extend-session/other-times': [[wasAlive], [endsOtherwise]],
  'checkout-response/303/to-login': [[notOrdered, sendsTo('/login'), noGoodKey]],
  'checkout-response/303/elsewhere': [[hasStatus(303), notOrdered, toFusionAuth]],
} as const satisfies Partial<PerSentence<Grounds>>
