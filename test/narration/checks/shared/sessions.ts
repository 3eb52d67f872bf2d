import { cookieNames } from '../../../../scenarios/catalogue/cookie-names.ts'
import type { Message } from '../../../../scenarios/model/trace.ts'
import {
  type Role,
  type Scene,
  storesKey,
  field,
  json,
  keyIn,
  keySet,
  check,
  status,
  body,
  url,
  brought,
  setCookies,
  cookieValue,
  carried,
  earlier,
  requestOf,
  answerOf,
  backChannel,
  done,
  agentsSaw,
  lastChange,
  member,
  instant,
  jarOf,
  inJar,
  made,
} from '../scene.ts'

/** Checks of sessions and their cookies that several stories share. */

/** The session that a self message of an application is about. */
export const sessionChange = (message: Message) =>
  made(message, `${message.from}.appSessions`, 'set')

export const holdsUser = check('a session that names the user is set', ({ message }) => {
  const user = member(sessionChange(message)?.after, 'user')
  return typeof member(user, 'id') === 'string' && member(user, 'id') !== ''
})

/** A script that got the JWT itself has handed it in. */
const broughtByAgent = (scene: Scene, jwt: string): boolean => {
  const request = requestOf(scene)
  const answer = answerOf(scene)
  return (
    request !== undefined &&
    body(request).includes(jwt) &&
    answer !== undefined &&
    !carried(answer).includes(jwt)
  )
}

export const onlyIdLeaves = check(
  'the answer sets the id alone: no agent sees the JWT in the session, and the id tells nothing',
  (scene) => {
    const change = sessionChange(scene.message)
    const id = change?.key ?? ''
    const jwt = member(change?.after, 'jwt')
    const user = member(member(change?.after, 'user'), 'id')
    const answer = answerOf(scene)
    return (
      /^[\w-]{20,}$/.test(id) &&
      typeof jwt === 'string' &&
      typeof user === 'string' &&
      (!agentsSaw(scene, jwt) || broughtByAgent(scene, jwt)) &&
      !id.includes(user) &&
      (answer === undefined || keySet(answer, 'session') === id)
    )
  },
)

export const newId = check('the id is not one that was there before', (scene) => {
  const id = sessionChange(scene.message)?.key
  const request = requestOf(scene)
  return (
    id !== undefined &&
    request !== undefined &&
    keyIn(request, 'session') !== id &&
    !earlier(scene).some((other) => carried(other).includes(id))
  )
})

export const idleLifetime = 30 * 60_000
export const longestLifetime = 12 * 3_600_000
/** Protocol time that a message takes, milliseconds. */
const latency = 20

export const wasAlive = check('the session was there, and its time was not over', ({ message }) => {
  const before = sessionChange(message)?.before
  return instant(member(before, 'expiresAt')) > Date.parse(message.at) - latency
})

export const endMoves = check(
  'its end is 30 minutes from now, or 12 hours after its beginning',
  ({ message }) => {
    const after = sessionChange(message)?.after
    const now = Date.parse(message.at) - latency
    const latest = instant(member(after, 'createdAt')) + longestLifetime
    return instant(member(after, 'expiresAt')) === Math.min(now + idleLifetime, latest)
  },
)

export const endStays = check('its end is not earlier than it was', ({ message }) => {
  const change = sessionChange(message)
  return (
    change !== undefined &&
    instant(member(change.after, 'expiresAt')) >= instant(member(change.before, 'expiresAt'))
  )
})

/** Whose session ids and refresh tokens an agent was given by answers. */
export const wasGiven = (scene: Scene, agent: string, value: string): boolean =>
  value !== '' &&
  earlier(scene).some(
    (other) =>
      other.to === agent &&
      other.kind === 'response' &&
      ([...setCookies(other).values()].some((line) => cookieValue(line) === value) ||
        carried(other).includes(value)),
  )

export const host = (message: Message): string => url(message)?.hostname ?? ''

/** Sends what lies in its jar for this host, or for a domain that this host is under. */
export const fromJar = (role: Role) =>
  check(`the ${role} goes along, out of the jar`, (scene) => {
    const { message } = scene
    return cookieNames[role].some((name) => {
      const verdict = message.cookies.find(
        (cookie) =>
          cookie.name === name && cookie.sent && `.${host(message)}`.endsWith(`.${cookie.domain}`),
      )
      const value = brought(message).get(name)
      return (
        verdict !== undefined &&
        value !== undefined &&
        ['', '.'].some(
          (dot) => value === inJar(scene, message.from, `${name}@${dot}${verdict.domain}`),
        )
      )
    })
  })

export const noOtherHostsCookies = check(
  'no session id or refresh token of another host goes along',
  ({ message }) =>
    message.cookies.every(
      ({ name, domain, sent, rule }) =>
        !/^(sid|rt)$/.test(name) || domain === host(message) || (!sent && rule === 'host-only'),
    ),
)

export const holdsNone = (name: 'rt') =>
  check(
    `no ${name} lies in the jar for this host`,
    (scene) =>
      ![...jarOf(scene, scene.message.from).keys()].includes(`${name}@${host(scene.message)}`),
  )

export const neverSent = (role: Role) =>
  check(
    `no ${role} goes along`,
    ({ message }) => keyIn(message, role) === '' && message.kind === 'request',
  )

export const servedIn = check(
  'the answer is for the user in the session that the application used',
  (scene) => {
    const self = done(scene, 'extend-session') ?? done(scene, 'create-session')
    const shared = lastChange(
      scene,
      `${scene.message.from}.appSessions`,
      keySet(scene.message, 'session'),
    )
    const session = self === undefined ? shared?.after : sessionChange(self)?.after
    const user = member(session, 'user')
    const name = member(user, 'name')
    return (
      status(scene.message) === 200 &&
      typeof member(user, 'id') === 'string' &&
      // A script is told the items alone; and not every token says what its user is called.
      (body(scene.message).startsWith('{') ||
        (typeof name === 'string' && body(scene.message).includes(name)))
    )
  },
)

export const replacesId = check(
  'another session id takes the place of the one that came along',
  (scene) => {
    const request = requestOf(scene)
    const old = request === undefined ? undefined : keyIn(request, 'session')
    const id = keySet(scene.message, 'session')
    return storesKey(scene.message, 'session') && old !== undefined && id !== '' && id !== old
  },
)

export const noGoodKey = check(
  'no session was found in this exchange, and no refresh token was accepted',
  (scene) => {
    const request = requestOf(scene)
    return (
      request !== undefined &&
      done(scene, 'extend-session') === undefined &&
      done(scene, 'create-session') === undefined &&
      keySet(scene.message, 'jwt') === '' &&
      (done(scene, 'wait-for-refresh') !== undefined ||
        (!brought(request).has('rt') && field(request, 'x-refresh-token') === '') ||
        backChannel(scene).some(
          (message) =>
            message.kind === 'response' && status(message) >= 400 && status(message) < 500,
        ))
    )
  },
)

export const saysOutage = check(
  'it says that FusionAuth was needed, or that the login service cannot be reached, with 502',
  ({ message }) =>
    status(message) === 502 && /cannot reach|FusionAuth is needed/.test(body(message)),
)

/** The list entries behind the login, of a page or of what a script is given. */
export const items = (message: Message): readonly string[] => {
  const { items: goods, posts } = json(message)
  const list = goods ?? posts
  return Array.isArray(list) ? list.map((one) => JSON.stringify(one)) : entriesOf(message)
}

const entriesOf = (message: Message): readonly string[] =>
  [...body(message).matchAll(/class="item">([\s\S]*?)<\/(?:li|article)>/g)].map(
    ([, text]) => text?.replaceAll(/\s+/g, ' ').trim() ?? '',
  )

export const showsVictimsCart = check(
  'the Hacker is shown what the Browser was shown, if it was: the same person’s cart',
  (scene) => {
    const own = items(scene.message).join()
    const victims = scene.trace.messages.filter(
      (other) =>
        (other.to === 'Browser' || other.to === 'Mobile') &&
        other.from === scene.message.from &&
        status(other) === 200 &&
        items(other).length > 0,
    )
    return (
      scene.message.to === 'Hacker' &&
      own !== '' &&
      (victims.length === 0 || victims.some((other) => items(other).join() === own))
    )
  },
)

export const hackerTypedNothing = check(
  'the Hacker never sent a password',
  ({ trace }) =>
    !trace.messages.some(
      ({ from, http }) => from === 'Hacker' && (http?.body.includes('password') ?? false),
    ),
)
