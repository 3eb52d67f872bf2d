import type { PerSentence } from '../../../scenarios/narration/story.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import { cookieNames } from '../../../scenarios/catalogue/cookie-names.ts'
import {
  backChannel,
  carried,
  changesOf,
  check,
  claims,
  done,
  earlier,
  field,
  type Grounds,
  keyIn,
  keySet,
  later,
  path,
  type Role,
  storesKey,
  textOf,
  jarOf,
  lastChange,
  made,
  member,
  requestOf,
  type Scene,
  status,
  unchecked,
} from './scene.ts'
import { presented } from './shared/tokens.ts'
import { noSessionMade, sendsToLogin } from './shared/logins.ts'
import {
  endStays,
  hackerTypedNothing,
  holdsUser,
  items,
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

const isCopy = (role: Role | 'sso') =>
  check(`the Hacker's jar gets the value of the Browser's ${role}`, (scene) => {
    const value = member(stolen(scene), 'value')
    const name = member(stolen(scene), 'name')
    return (
      typeof name === 'string' &&
      cookieNames[role].includes(name) &&
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

/** A value of the device or of local storage, as the Hacker has it and as its owner has it. */
const isCopyFrom = (place: 'device' | 'localStorage', name: string) =>
  check(`the Hacker gets the ${name} that lies in the ${place}`, (scene) => {
    const taken = scene.message.changes.find(
      ({ where, op }) => where === `Hacker.${place}` && op === 'set',
    )
    const owner = place === 'device' ? 'Mobile' : 'Browser'
    return (
      taken !== undefined &&
      taken.key.endsWith(name) &&
      lastChange(scene, `${owner}.${place}`, taken.key)?.op === 'set' &&
      lastChange(scene, `${owner}.${place}`, taken.key)?.after === taken.after
    )
  })

const nobodyNotices = check(
  'nothing is sent, and nothing changes for the one who owns it',
  ({ message }) =>
    message.http === null &&
    message.provenance === 'simulated' &&
    message.changes.every(({ where }) => where.startsWith('Hacker.')),
)

const nothingTaken = (name: string) =>
  check(`no ${name} gets into the Hacker's hands`, ({ message }) =>
    message.changes.every(({ op, key }) => op !== 'set' || !key.includes(name)),
  )

const holdsNothing = (name: RegExp) =>
  check(`nothing called ${name.source} lies in the Browser, the Mobile or their storage`, (scene) =>
    ['Browser.jar', 'Browser.localStorage', 'Mobile.device'].every((where) => {
      const held = new Map<string, Json>()
      for (const { op, key, after } of changesOf(scene, where))
        if (op === 'set') held.set(key, after)
        else held.delete(key)
      return ![...held].some(([key, value]) => {
        const end = member(value, 'expiresAt')
        const isOver = typeof end === 'number' && end <= Date.parse(scene.message.at)
        return name.test(key) && !isOver
      })
    }),
  )

const fromHacker = check(
  'the Hacker asks for the cart, or the posts',
  ({ message }) =>
    message.from === 'Hacker' && /\/(load-)?(shopping-cart|posts)$/.test(message.http?.url ?? ''),
)

const showsPosts = check(
  'the posts are on the page',
  ({ message }) =>
    message.from === 'Forums' && status(message) === 200 && items(message).length > 0,
)

const servedByTheOther = check(
  'the request waited for a refresh that another had begun',
  (scene) => done(scene, 'wait-for-refresh') !== undefined,
)

const madeUpJwt = check('what goes along in place of a JWT is none', ({ message }) => {
  const jwt = keyIn(message, 'jwt')
  return jwt !== '' && claims(jwt)['sub'] === undefined
})

const triesTheToken = check(
  'the Store asks FusionAuth with the refresh token',
  (scene) =>
    done(scene, 'wait-for-refresh') !== undefined ||
    later(scene).some(
      (other) =>
        other.cause === scene.message.exchange &&
        other.kind === 'request' &&
        presented(other) !== '' &&
        presented(other) === keyIn(scene.message, 'refresh-token'),
    ),
)

const givenTo = (scene: Scene, agent: string, value: string): boolean =>
  value !== '' &&
  earlier(scene).some(
    (other) => other.kind === 'response' && other.to === agent && carried(other).includes(value),
  )

const ownJwt = check(
  'the JWT was given to the Hacker by an answer, and to nobody else',
  (scene) => {
    const jwt = keyIn(scene.message, 'jwt')
    return (
      givenTo(scene, 'Hacker', jwt) &&
      !givenTo(scene, 'Browser', jwt) &&
      !givenTo(scene, 'Mobile', jwt)
    )
  },
)

const victimsJwt = check('the JWT is one that the victim was given', (scene) => {
  const jwt = keyIn(scene.message, 'jwt')
  return givenTo(scene, 'Browser', jwt) || givenTo(scene, 'Mobile', jwt)
})

const neitherPasswordNorToken = check(
  'no password goes along: there is no body',
  ({ message }) => message.http?.body === '' && message.http.method === 'GET',
)

const getsJwt = check('the answer holds a JWT that came from FusionAuth for it', (scene) => {
  const jwt = keySet(scene.message, 'jwt') || textOf(scene.message, 'token')
  return (
    jwt.startsWith('eyJ') &&
    backChannel(scene).some(
      (other) => other.kind === 'response' && status(other) === 200 && carried(other).includes(jwt),
    )
  )
})

const jwtWasEnough = check('the Store answered by the JWT alone', (scene) => {
  const request = requestOf(scene)
  return (
    request !== undefined &&
    keyIn(request, 'jwt') !== '' &&
    keyIn(request, 'session') === '' &&
    backChannel(scene).every((other) => path(other) === '/.well-known/jwks.json')
  )
})

const askedByOwnJwt = check('a JWT of the Hacker’s own was sent for it', (scene) => {
  const request = requestOf(scene)
  const jwt = request === undefined ? '' : keyIn(request, 'jwt')
  return givenTo(scene, 'Hacker', jwt) && !givenTo(scene, 'Browser', jwt)
})

const getsNothing = check('nothing is loaded, and no key is handed out', (scene) => {
  const { message } = scene
  return (
    status(message) === 401 &&
    items(message).length === 0 &&
    keySet(message, 'session') === '' &&
    keySet(message, 'jwt') === '' &&
    textOf(message, 'token') === ''
  )
})

const handmade = check(
  'what should open the cart was typed in by hand',
  ({ message }) =>
    message.cookies.some(
      ({ name, sent, rule }) => /^(?:__Host-)?(sid|jwt)$/.test(name) && sent && rule === 'handmade',
    ) || field(message, 'authorization').startsWith('Bearer made-up'),
)

const unknownId = check('the Store never had a session of this id', (scene) => {
  const id = keyIn(scene.message, 'session')
  return id !== '' && lastChange(scene, 'Store.appSessions', id) === undefined
})

const givenToNobody = check('no answer has given it to anybody', (scene) => {
  const invented = keyIn(scene.message, 'session') || keyIn(scene.message, 'jwt')
  return (
    invented !== '' &&
    !['Browser', 'Mobile', 'Hacker'].some((agent) => givenTo(scene, agent, invented))
  )
})

const victimsToken = check('the refresh token is one that the victim was given', (scene) => {
  const token = keyIn(scene.message, 'refresh-token')
  return givenTo(scene, 'Browser', token) || givenTo(scene, 'Mobile', token)
})

const victimsId = check('the session id is one that the Browser was given', (scene) =>
  wasGiven(scene, 'Browser', keyIn(scene.message, 'session')),
)

const hackersId = check('the session id is one that the Hacker was given', (scene) =>
  wasGiven(scene, 'Hacker', keyIn(scene.message, 'session')),
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
    ['Store.appSessions', 'Forums.appSessions'].some((where) =>
      changesOf(scene, where).some(
        ({ op, key, after }) =>
          op === 'set' &&
          wasGiven(scene, 'Browser', key) &&
          member(member(after, 'user'), 'email') === email,
      ),
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
      storesKey(scene.message, 'session') &&
      self !== undefined &&
      sessionChange(self)?.key === keySet(scene.message, 'session') &&
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
      wasGiven(scene, 'Hacker', keyIn(request, 'session')) &&
      sessionOf(scene) !== undefined
    )
  },
)

const noCredentials = check(
  'no password and no credentials go along',
  ({ message }) =>
    message.http?.body === '' && !message.http.headers.some(([name]) => name === 'authorization'),
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
      sessionChange(self)?.key === keyIn(request, 'session')
    )
  },
)

export const theft = {
  'steal-refresh-token': [
    [isCopy('refresh-token'), browserKeepsIt],
    [isHttpOnly],
    unchecked('How values leak in the world outside; the lesson does not play it.'),
  ],
  'steal-refresh-token/device': [[isCopyFrom('device', 'refresh_token'), nobodyNotices]],
  'steal-session-id': [[isCopy('session'), nothingElse], [browserKeepsIt]],
  'steal-jwt/jar': [[isCopy('jwt'), browserKeepsIt], [isHttpOnly]],
  'steal-jwt/localStorage': [[isCopyFrom('localStorage', 'jwt'), nobodyNotices]],
  'steal-jwt/device': [[isCopyFrom('device', 'jwt'), nobodyNotices]],
  'steal-sso-session': [[isCopy('sso'), browserKeepsIt]],
  'steal-refresh-token/empty-handed': [
    [nothingTaken('rt@'), holdsNothing(/^rt@store|^refresh_token(@|$)/)],
  ],
  'steal-session-id/empty-handed': [[nothingTaken('sid@'), holdsNothing(/sid@store/)]],
  'steal-jwt/empty-handed': [
    [nothingTaken('jwt'), holdsNothing(/^jwt@store|store\S* jwt$|^jwt$|^access_token@/)],
  ],
  'steal-sso-session/empty-handed': [
    [nothingTaken('fusionauth.sso'), holdsNothing(/^fusionauth\.sso@/)],
  ],
  'cart-request/Hacker/with-refresh-token': [[fromHacker, victimsToken, handmade], [unknownId]],
  'cart-request/Hacker/with-made-up-jwt': [
    [fromHacker, victimsToken, handmade],
    [madeUpJwt, triesTheToken],
  ],
  'cart-request/Hacker/with-refresh-token-alone': [
    [fromHacker, victimsToken, neverSent('session'), neverSent('jwt')],
  ],
  'load-request/Hacker/own-session': [[fromHacker, hackersId]],
  'load-request/Hacker/own-jwt': [[fromHacker, ownJwt]],
  'cart-request/Hacker/made-up': [
    [fromHacker, handmade, givenToNobody, neverSent('refresh-token')],
  ],
  'create-session/for-Hacker': [[inVictimsName, forThief, holdsUser, newId]],
  'extend-session/for-Hacker': [[forThief, isHackers, wasAlive, endStays]],
  'load-response/200/Hacker/waited': [[showsVictimsCart, forThief, servedByTheOther]],
  'posts-response/200/Hacker/own-session': [[servedIn, showsPosts, forThief]],
  'posts-response/200/Hacker/own-jwt': [[showsPosts, askedByOwnJwt]],
  'load-response/200/Hacker/own-session': [[showsVictimsCart, servedIn, nobodyLoggedIn]],
  'load-response/200/Hacker/own-jwt': [[showsVictimsCart, askedByOwnJwt, hackerTypedNothing]],
  'load-response/200/Hacker/with-refresh-token': [
    [showsVictimsCart, servedIn, ownSession],
    [hackerTypedNothing],
  ],
  'load-response/200/Hacker/with-made-up-jwt': [[showsVictimsCart, getsJwt], [hackerTypedNothing]],
  'cart-request/Hacker': [
    [fromHacker, neverSent('session'), neverSent('jwt'), neverSent('refresh-token')],
  ],
  'load-response/302/Hacker': [[sendsToLogin, noGoodKey, noSessionMade, forThief]],
  'load-response/401/Hacker': [[getsNothing, forThief]],
  'load-request/Hacker/victims-session': [[fromHacker, victimsId, noCredentials]],
  'load-request/Hacker/victims-jwt': [[fromHacker, victimsJwt, neitherPasswordNorToken]],
  'extend-session/for-Hacker/victims': [[forThief, isVictims, wasAlive, endStays]],
  'load-response/200/Hacker/victims-session': [[showsVictimsCart, servedIn], [idWasEnough]],
  'load-response/200/Hacker/victims-jwt': [[showsVictimsCart], [jwtWasEnough]],
} as const satisfies Partial<PerSentence<Grounds>>
