import type { Message } from '../../../scenarios/vocabulary.ts'
import { masked } from '../../../scenarios/engine/mask.ts'
import {
  agentsSaw,
  answerOf,
  asks,
  backChannel,
  body,
  brought,
  carried,
  causeAnswer,
  causeOf,
  challenge,
  check,
  changesOf,
  cookieValue,
  deletes,
  done,
  earlier,
  field,
  form,
  inJar,
  instant,
  isAgent,
  isAlive,
  isPasswordForm,
  jarOf,
  json,
  lastChange,
  later,
  location,
  made,
  member,
  requestOf,
  type Scene,
  setCookies,
  status,
  stores,
  tellsNothing,
  textOf,
  url,
} from './scene.ts'

/** Checks that several stories share, each named by what it makes sure of. */

export const hasStatus = (wanted: number) =>
  check(`the status is ${wanted}`, ({ message }) => status(message) === wanted)

export const isGet = (wanted: string) =>
  check(`it is a GET of ${wanted}`, ({ message }) => asks(message, 'GET', wanted))

export const isPost = (wanted: string) =>
  check(`it is a POST to ${wanted}`, ({ message }) => asks(message, 'POST', wanted))

export const bringsNoLogin = check(
  'neither session id nor refresh token nor credentials go along',
  ({ message }) =>
    !brought(message).has('sid') &&
    !brought(message).has('rt') &&
    field(message, 'authorization') === '' &&
    url(message)?.search === '',
)

export const noSessionMade = check(
  'no session is made in this exchange, and no session id is set',
  (scene) =>
    done(scene, 'create-session') === undefined &&
    !setCookies(scene.message).has('sid') &&
    !scene.message.received.some(({ name, stored }) => name === 'sid' && stored),
)

export const sessionMade = check('a session was made in this exchange', (scene) => {
  const self = done(scene, 'create-session')
  return self !== undefined && made(self, `${scene.message.from}.appSessions`, 'set') !== undefined
})

/** Session id and refresh token as an application sets them. */
const isGuarded = (line: string | undefined): boolean =>
  line !== undefined && /;\s*HttpOnly/i.test(line)

export const setsBothHttpOnly = check(
  'sid and rt are set HttpOnly, and the agent stores them',
  ({ message }) =>
    ['sid', 'rt'].every(
      (name) => stores(message, name) && isGuarded(setCookies(message).get(name)),
    ),
)

export const setsTheNewSession = check(
  'the session id that is set is that of the session just made',
  (scene) => {
    const self = done(scene, 'create-session')
    const id = cookieValue(setCookies(scene.message).get('sid'))
    return id !== '' && self?.changes.some(({ key, op }) => key === id && op === 'set') === true
  },
)

export const fusionAuthOfNoUse = check(
  'the application asked FusionAuth in this exchange, and no good answer led to a session',
  (scene) =>
    backChannel(scene).some(({ kind, to }) => kind === 'request' && to === 'FusionAuth') &&
    done(scene, 'create-session') === undefined &&
    !backChannel(scene).some((message) => message.kind === 'response' && status(message) === 400),
)

export const keepsLoginCookies = check(
  'no session id and no refresh token is taken away',
  ({ message }) =>
    !deletes(message, 'sid') &&
    !deletes(message, 'rt') &&
    !message.changes.some(({ op, key }) => op === 'delete' && /^(sid|rt)@/.test(key)),
)

export const sendsToLogin = check(
  'it redirects to the login',
  ({ message }) => status(message) === 302 && location(message)?.pathname === '/login',
)

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

export const showsForm = check('it holds a form with a password field', ({ message }) =>
  isPasswordForm(message),
)

/** The password that a form carries. */
export const typedPassword = (message: Message): string =>
  message.http?.method === 'POST' ? (form(message).get('password') ?? '') : ''

export const carriesPassword = (to: (participant: string) => boolean, name: string) =>
  check(
    `the password goes to ${name}`,
    ({ message }) => isAgent(message.from) && to(message.to) && form(message).has('password'),
  )

export const passwordTypedBefore = check('a password was typed before in this run', (scene) =>
  earlier(scene).some(
    (other) => isAgent(other.from) && other.http?.method === 'POST' && form(other).has('password'),
  ),
)

/** An application with a form of its own would see it: none is ever posted to one. */
export const noApplicationSeesPassword = check(
  'no application is ever sent a password',
  ({ trace }) =>
    !trace.messages.some(
      (other) =>
        (other.to === 'Store' || other.to === 'Forums') &&
        (form(other).has('password') ||
          trace.messages.some(
            (typed) =>
              typed.to === 'FusionAuth' &&
              isAgent(typed.from) &&
              typedPassword(typed).length >= 8 &&
              carried(other).includes(typedPassword(typed)),
          )),
    ),
)

export const followsRedirect = check('the answer before sent the agent here', (scene) => {
  const before = earlier(scene).findLast(
    ({ kind, to }) => kind === 'response' && to === scene.message.from,
  )
  return before !== undefined && location(before)?.href === url(scene.message)?.href
})

export const verifierStaysHidden = check(
  'the verifier of this login has not been seen by any agent',
  (scene) => {
    const { message } = scene
    const state =
      url(message)?.searchParams.get('state') ?? location(message)?.searchParams.get('state') ?? ''
    const asked =
      url(message)?.searchParams.get('code_challenge') ??
      location(message)?.searchParams.get('code_challenge')
    const attempts = ['Store', 'Forums'].flatMap((app) =>
      changesOf(scene, `${app}.loginAttempts`).filter(
        ({ op, key }) => op === 'set' && key === state,
      ),
    )
    const verifier = member(attempts[0]?.after, 'verifier')
    return (
      typeof verifier === 'string' &&
      (asked == null || challenge(verifier) === asked) &&
      !agentsSaw(scene, verifier)
    )
  },
)

// ── Sessions ────────────────────────────────────────────────────────────────

/** The session that a self message of an application is about. */
export const sessionChange = (message: Message) =>
  made(message, `${message.from}.appSessions`, 'set')

export const holdsUser = check('a session that names the user is set', ({ message }) => {
  const user = member(sessionChange(message)?.after, 'user')
  return typeof member(user, 'email') === 'string' && member(user, 'email') !== ''
})

export const onlyIdLeaves = check(
  'the answer sets the id alone: no agent sees the JWT in the session, and the id tells nothing',
  (scene) => {
    const change = sessionChange(scene.message)
    const id = change?.key ?? ''
    const jwt = member(change?.after, 'jwt')
    const email = member(member(change?.after, 'user'), 'email')
    const answer = answerOf(scene)
    return (
      /^[\w-]{20,}$/.test(id) &&
      typeof jwt === 'string' &&
      typeof email === 'string' &&
      !agentsSaw(scene, jwt) &&
      !id.includes(email) &&
      (answer === undefined || cookieValue(setCookies(answer).get('sid')) === id)
    )
  },
)

export const newId = check('the id is not one that was there before', (scene) => {
  const id = sessionChange(scene.message)?.key
  const request = requestOf(scene)
  return (
    id !== undefined &&
    request !== undefined &&
    brought(request).get('sid') !== id &&
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

/** Whose session ids and refresh tokens an agent was given by answers. */
export const wasGiven = (scene: Scene, agent: string, value: string): boolean =>
  value !== '' &&
  earlier(scene).some(
    (other) =>
      other.to === agent &&
      other.kind === 'response' &&
      [...setCookies(other).values()].some((line) => cookieValue(line) === value),
  )

export const host = (message: Message): string => url(message)?.hostname ?? ''

/** Sends what lies in its jar for this host. */
export const fromJar = (name: string) =>
  check(`${name} goes along, out of the jar`, (scene) => {
    const { message } = scene
    const verdict = message.cookies.find(
      (cookie) => cookie.name === name && cookie.domain === host(message),
    )
    const value = brought(message).get(name)
    return (
      verdict?.sent === true &&
      value !== undefined &&
      value === inJar({ ...scene, message }, message.from, `${name}@${host(message)}`)
    )
  })

export const noOtherHostsCookies = check(
  'no session id or refresh token of another host goes along',
  ({ message }) =>
    message.cookies.every(
      ({ name, domain, sent, rule }) =>
        !/^(sid|rt)$/.test(name) || domain === host(message) || (!sent && rule === 'host-only'),
    ),
)

export const holdsNone = (name: string) =>
  check(
    `no ${name} lies in the jar for this host`,
    (scene) =>
      ![...jarOf(scene, scene.message.from).keys()].includes(`${name}@${host(scene.message)}`),
  )

export const neverSent = (name: string) =>
  check(
    `no ${name} goes along`,
    ({ message }) => !brought(message).has(name) && message.kind === 'request',
  )

export const bringsDeadSession = check('the session of the id is over', (scene) => {
  const id = brought(scene.message).get('sid') ?? ''
  const where = `${scene.message.to}.appSessions`
  return lastChange(scene, where, id) !== undefined && !isAlive(scene, where, id)
})

export const servedIn = check(
  'the page is that of the user in the session that the application used',
  (scene) => {
    const self = done(scene, 'extend-session') ?? done(scene, 'create-session')
    const name = member(member(self && sessionChange(self)?.after, 'user'), 'name')
    return (
      status(scene.message) === 200 &&
      typeof name === 'string' &&
      body(scene.message).includes(name)
    )
  },
)

export const replacesId = check(
  'another session id takes the place of the one that came along',
  (scene) => {
    const request = requestOf(scene)
    const old = request === undefined ? undefined : brought(request).get('sid')
    const id = cookieValue(setCookies(scene.message).get('sid'))
    return stores(scene.message, 'sid') && old !== undefined && id !== '' && id !== old
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
      (!brought(request).has('rt') ||
        backChannel(scene).some(
          (message) =>
            message.kind === 'response' && status(message) >= 400 && status(message) < 500,
        ))
    )
  },
)

export const saysOutage = check(
  'the page says that the login service cannot be reached, with 502',
  ({ message }) => status(message) === 502 && body(message).includes('cannot reach'),
)

/** The list entries of a page behind the login. */
export const items = (message: Message): readonly string[] =>
  [...body(message).matchAll(/class="item">([\s\S]*?)<\/(?:li|article)>/g)].map(
    ([, text]) => text?.replaceAll(/\s+/g, ' ').trim() ?? '',
  )

export const showsVictimsCart = check(
  'the Hacker is shown what the Browser was shown: the same person’s cart',
  (scene) => {
    const own = items(scene.message).join()
    return (
      scene.message.to === 'Hacker' &&
      own !== '' &&
      scene.trace.messages.some(
        (other) => other.to === 'Browser' && status(other) === 200 && items(other).join() === own,
      )
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

export const answeredLater = (scene: Scene): Message | undefined =>
  later(scene).find(
    ({ exchange, kind }) => exchange === scene.message.exchange && kind === 'response',
  )
