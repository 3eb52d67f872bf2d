import type { PerSentence } from '../../../scenarios/stories/story.ts'
import type { Json } from '../../../scenarios/vocabulary.ts'
import {
  backChannel,
  brought,
  changesOf,
  check,
  cookieValue,
  done,
  type Grounds,
  jarOf,
  lastChange,
  made,
  member,
  requestOf,
  type Scene,
  setCookies,
  status,
  stores,
  unchecked,
} from './scene.ts'
import { noSessionMade, sendsToLogin } from './shared/logins.ts'
import {
  endMoves,
  hackerTypedNothing,
  holdsUser,
  neverSent,
  newId,
  noGoodKey,
  servedIn,
  sessionChange,
  showsVictimsCart,
  wasAlive,
  wasGiven,
} from './shared/sessions.ts'

const stolen = (scene: Scene): Json | undefined => made(scene.message, 'Hacker.jar', 'set')?.after

/** What the Browser holds under the same name and host. */
const victims = (scene: Scene): Json | undefined => {
  const key = made(scene.message, 'Hacker.jar', 'set')?.key ?? ''
  return jarOf(scene, 'Browser').get(key)
}

const isCopy = (name: string) =>
  check(`the Hacker's jar gets the value of the Browser's ${name}`, (scene) => {
    const value = member(stolen(scene), 'value')
    return (
      member(stolen(scene), 'name') === name &&
      typeof value === 'string' &&
      value === member(victims(scene), 'value')
    )
  })

const browserKeepsIt = check(
  'the Browser holds it as before, and nothing was sent to anybody',
  (scene) =>
    scene.message.http === null &&
    scene.message.provenance === 'simulated' &&
    victims(scene) !== undefined &&
    !scene.message.changes.some(({ where }) => where === 'Browser.jar'),
)

const isHttpOnly = check(
  'the cookie is HttpOnly',
  (scene) => member(stolen(scene), 'httpOnly') === true,
)

const nothingElse = check(
  'the Hacker’s jar holds this one cookie',
  (scene) => jarOf(scene, 'Hacker').size === 1,
)

const finds = (name: string) =>
  check(
    `the Hacker's jar gets nothing, and the Browser has no ${name} that is not over`,
    (scene) =>
      made(scene.message, 'Hacker.jar', 'set') === undefined &&
      ![...jarOf(scene, 'Browser')].some(([key, cookie]) => {
        const end = member(cookie, 'expiresAt')
        const isOver = typeof end === 'number' && end <= Date.parse(scene.message.at)
        return key === `${name}@store.example.com` && !isOver
      }),
  )

const fromHacker = check(
  'the Hacker asks for the cart',
  ({ message }) =>
    message.from === 'Hacker' && message.http?.url.endsWith('/shopping-cart') === true,
)

const handmadeId = check('the session id was typed in by hand', ({ message }) =>
  message.cookies.some(({ name, sent, rule }) => name === 'sid' && sent && rule === 'handmade'),
)

const unknownId = check('the Store never had a session of this id', (scene) => {
  const id = brought(scene.message).get('sid') ?? ''
  return id !== '' && lastChange(scene, 'Store.appSessions', id) === undefined
})

const victimsToken = check('the refresh token is one that the Browser was given', (scene) =>
  wasGiven(scene, 'Browser', brought(scene.message).get('rt') ?? ''),
)

const victimsId = check('the session id is one that the Browser was given', (scene) =>
  wasGiven(scene, 'Browser', brought(scene.message).get('sid') ?? ''),
)

const hackersId = check('the session id is one that the Hacker was given', (scene) =>
  wasGiven(scene, 'Hacker', brought(scene.message).get('sid') ?? ''),
)

const sessionOf = (scene: Scene): Json | undefined => {
  const self = done(scene, 'extend-session') ?? done(scene, 'create-session')
  return self && sessionChange(self)?.after
}

const forThief = check('the Hacker asked for it', (scene) => requestOf(scene)?.from === 'Hacker')

const inVictimsName = check('its user is the one whose session the Browser has had', (scene) => {
  const email = member(member(sessionChange(scene.message)?.after, 'user'), 'email')
  return (
    typeof email === 'string' &&
    changesOf(scene, 'Store.appSessions').some(
      ({ op, key, after }) =>
        op === 'set' &&
        wasGiven(scene, 'Browser', key) &&
        member(member(after, 'user'), 'email') === email,
    )
  )
})

const isVictims = check('the session is one that the Browser was given', (scene) =>
  wasGiven(scene, 'Browser', sessionChange(scene.message)?.key ?? ''),
)

const isHackers = check('the session is one that the Hacker was given', (scene) =>
  wasGiven(scene, 'Hacker', sessionChange(scene.message)?.key ?? ''),
)

const ownSession = check(
  'the session that is set for the Hacker was made by a refresh',
  (scene) => {
    const self = done(scene, 'create-session')
    return (
      stores(scene.message, 'sid') &&
      self !== undefined &&
      sessionChange(self)?.key === cookieValue(setCookies(scene.message).get('sid')) &&
      backChannel(scene).some((message) => message.kind === 'response' && status(message) === 200)
    )
  },
)

const nobodyLoggedIn = check(
  'the session was made for the Hacker, who never typed a password',
  (scene) => {
    const request = requestOf(scene)
    return (
      request !== undefined &&
      wasGiven(scene, 'Hacker', brought(request).get('sid') ?? '') &&
      sessionOf(scene) !== undefined
    )
  },
)

const noCredentials = check(
  'neither password nor token goes along',
  ({ message }) =>
    message.http?.body === '' &&
    !brought(message).has('rt') &&
    !message.http.headers.some(([name]) => name === 'authorization'),
)

const idWasEnough = check(
  'the Store answered by the session id alone, without asking FusionAuth',
  (scene) => {
    const self = done(scene, 'extend-session')
    const request = requestOf(scene)
    return (
      self !== undefined &&
      backChannel(scene).length === 0 &&
      request !== undefined &&
      sessionChange(self)?.key === brought(request).get('sid')
    )
  },
)

export const theft = {
  'steal-refresh-token': [
    [isCopy('rt'), browserKeepsIt],
    [isHttpOnly],
    unchecked('How values leak in the world outside; the lesson does not play it.'),
  ],
  'steal-session-id': [[isCopy('sid'), nothingElse], [browserKeepsIt]],
  'steal-refresh-token/empty-handed': [[finds('rt')]],
  'steal-session-id/empty-handed': [[finds('sid')]],
  'stolen-refresh-token.cart-request/with-refresh-token': [
    [fromHacker, victimsToken, handmadeId],
    [unknownId],
  ],
  'stolen-refresh-token.cart-request/own-session': [[fromHacker, hackersId]],
  'stolen-refresh-token.cart-request/with-session-id': [
    [fromHacker, handmadeId, unknownId, neverSent('rt')],
  ],
  'stolen-refresh-token.create-session': [[inVictimsName, forThief, holdsUser, newId]],
  'stolen-refresh-token.extend-session': [[forThief, isHackers, wasAlive, endMoves]],
  'stolen-refresh-token.cart-response/200': [[showsVictimsCart, servedIn, nobodyLoggedIn]],
  'stolen-refresh-token.cart-response/200/with-session-id': [
    [showsVictimsCart, servedIn, ownSession],
    [hackerTypedNothing],
  ],
  'cart-request/Hacker': [[fromHacker, neverSent('sid'), neverSent('rt')]],
  'cart-response/302/Hacker': [[sendsToLogin, noGoodKey, noSessionMade, forThief]],
  'stolen-session-id.cart-request/with-session-id': [[fromHacker, victimsId, noCredentials]],
  'stolen-session-id.extend-session': [[forThief, isVictims, wasAlive, endMoves]],
  'stolen-session-id.cart-response/200': [[showsVictimsCart, servedIn], [idWasEnough]],
} as const satisfies Partial<PerSentence<Grounds>>
