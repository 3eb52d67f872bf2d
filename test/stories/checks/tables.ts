import { errata, type ErratumId } from '../../../scenarios/catalogue/errata.ts'
import { inferences, inferencesAt } from '../../../scenarios/catalogue/inferences.ts'
import { matchPublished } from '../../../scenarios/catalogue/published.ts'
import { dividerWords, phaseTitle } from '../../../scenarios/view/words.ts'
import type { DividerKind, Message, Phase, Trace } from '../../../scenarios/vocabulary.ts'
import { corrections } from './corrections.ts'
import { typedPassword } from './shared/logins.ts'
import { presented, refreshTokenIn } from './shared/tokens.ts'
import {
  answerOf,
  asks,
  brought,
  changesOf,
  check,
  type Check,
  cookieValue,
  form,
  inJar,
  instant,
  isAgent,
  isAlive,
  isPasswordForm,
  later,
  location,
  member,
  path,
  requestOf,
  type Scene,
  setCookies,
  status,
  stores,
  textOf,
} from './scene.ts'

/** A text of a table, where it is shown in a trace, and what must then be so. */
export interface Entry {
  readonly text: string
  readonly places: (trace: Trace) => readonly Scene[]
  readonly check: Check
}

/** Messages of a trace that are arrows with this erratum. */
const corrected =
  (id: ErratumId) =>
  (trace: Trace): readonly Scene[] => {
    const { arrows } = matchPublished(trace)
    return trace.messages
      .filter((_, index) => arrows[index]?.errata?.includes(id) === true)
      .map((message) => ({ message, trace }))
  }

const assumptions: Readonly<Record<string, Check>> = {
  'login-refused-with-200': check(
    'the form comes again with 200',
    ({ message }) => status(message) === 200 && isPasswordForm(message),
  ),
  'sso-session-begins-with-the-code': check(
    'this answer sets the cookie, no answer of this login before did',
    (scene) => {
      const value = cookieValue(setCookies(scene.message).get('fusionauth.sso'))
      return (
        stores(scene.message, 'fusionauth.sso') &&
        (location(scene.message)?.searchParams.has('code') ?? false) &&
        changesOf(scene, 'FusionAuth.ssoSessions').some(({ key }) => key === value)
      )
    },
  ),
  'sso-session-slides': check('the session ends an hour from its use', (scene) => {
    const request = requestOf(scene)
    const key = request === undefined ? '' : (brought(request).get('fusionauth.sso') ?? '')
    const next = [scene.message, ...later(scene)].flatMap(({ changes, at }) =>
      changes
        .filter((change) => change.where === 'FusionAuth.ssoSessions' && change.key === key)
        .map(({ after }) => instant(member(after, 'expiresAt')) - Date.parse(at)),
    )[0]
    return next !== undefined && Math.abs(next - 3_600_000) < 1_000
  }),
  'refresh-returns-the-refresh-token': check(
    'the token that comes is the one that went',
    (scene) => {
      const request = requestOf(scene)
      return request !== undefined && presented(request) === refreshTokenIn(scene.message)
    },
  ),
  'error-of-a-used-code': check(
    'the error says that the code is not there',
    ({ message }) => textOf(message, 'error') === 'invalid_grant' && status(message) === 400,
  ),
  'error-of-wrong-credentials': check(
    'the error is invalid_grant, for a password grant',
    (scene) => {
      const request = requestOf(scene)
      return (
        textOf(scene.message, 'error') === 'invalid_grant' &&
        request !== undefined &&
        form(request).get('grant_type') === 'password'
      )
    },
  ),
}

const inPhase = (has: (message: Message, scene: Scene) => boolean, name: string): Check =>
  check(name, (scene) =>
    scene.trace.messages.some(
      (message) => message.phase === scene.message.phase && has(message, { ...scene, message }),
    ),
  )

const loginAt = (app: string): Check =>
  inPhase(
    (message) =>
      message.to === app && (path(message) === '/login' || typedPassword(message) !== ''),
    `the login of ${app} is asked for`,
  )

const takes = (name: string): Check =>
  inPhase(
    ({ changes }, scene) =>
      scene.message.from === 'Hacker' &&
      (changes.some(
        ({ where, key, op }) =>
          where === 'Hacker.jar' && op === 'set' && key.startsWith(`${name}@`),
      ) ||
        inJar(scene, 'Browser', `${name}@store.example.com`) === ''),
    `the Hacker takes ${name}, if there is one`,
  )

/** What makes a chapter what it is called. */
const chapters: Readonly<Record<Phase, Check | null>> = {
  initialize: inPhase(
    (message) => asks(message, 'GET', '/') && message.to === 'Store',
    'the Store is asked for its home page',
  ),
  login: loginAt('Store'),
  'create-session': inPhase(
    ({ kind, changes }) =>
      kind === 'self' &&
      changes.some(({ where, op }) => where === 'Store.appSessions' && op === 'set'),
    'a session is made at the Store',
  ),
  'load-cart': inPhase(
    (message) => asks(message, 'GET', '/shopping-cart'),
    'the cart is asked for',
  ),
  refresh: inPhase(
    (message) => message.to === 'FusionAuth' && presented(message) !== '',
    'a refresh token is presented',
  ),
  revoke: inPhase(
    (message) => message.to === 'FusionAuth' && message.http?.method === 'DELETE',
    'a refresh token is revoked',
  ),
  relogin: inPhase(
    (message) => asks(message, 'GET', '/login') && message.to === 'Store',
    'the Store is asked for a login',
  ),
  'forums-initialize': inPhase(
    (message) => asks(message, 'GET', '/') && message.to === 'Forums',
    'Forums is asked for its home page',
  ),
  'forums-login': loginAt('Forums'),
  'forums-load': inPhase((message) => asks(message, 'GET', '/posts'), 'the posts are asked for'),
  logout: inPhase(
    (message) => asks(message, 'POST', '/logout') && message.to === 'Store',
    'the Store is asked to log out',
  ),
  'forums-logout': inPhase(
    (message) => asks(message, 'POST', '/logout') && message.to === 'Forums',
    'Forums is asked to log out',
  ),
  'stolen-refresh-token': takes('rt'),
  'stolen-session-id': takes('sid'),
  // No workflow keeps a JWT in the browser yet.
  'stolen-jwt': null,
  // No lesson plays an attack yet.
  attack: null,
}

/** Where a chapter begins: its first message that belongs to a step of its own. */
const beginnings =
  (phase: Phase) =>
  (trace: Trace): readonly Scene[] =>
    trace.messages
      .filter((message) => message.phase === phase && message.provenance === 'real')
      .slice(0, 1)
      .map((message) => ({ message, trace }))

const overAt =
  (name: string, where: string) =>
  (scene: Scene): boolean => {
    const host = name === 'fusionauth.sso' ? 'example.fusionauth.io' : 'store.example.com'
    const value = inJar(scene, 'Browser', `${name}@${host}`)
    const last = changesOf(scene, where).findLast(({ key }) => key === value)
    return value !== '' && last !== undefined && !isAlive(scene, where, value)
  }

const sessionOver = overAt('sid', 'Store.appSessions')
const tokenOver = overAt('rt', 'FusionAuth.refreshTokens')

/** What a mark between messages means for the message after it. */
const marks: Readonly<Record<DividerKind, Check | null>> = {
  'session-expired': check('the session of the browser’s id is over', sessionOver),
  'session-and-refresh-token-expired': check(
    'session and refresh token of the browser are over',
    (scene) => sessionOver(scene) && tokenOver(scene),
  ),
  // No workflow keeps a JWT in the browser yet.
  'jwt-expired': null,
  'jwt-and-refresh-token-expired': null,
  'sso-session-expired': check(
    'FusionAuth’s session of the browser is over',
    overAt('fusionauth.sso', 'FusionAuth.ssoSessions'),
  ),
  'time-passed': check(
    'more time lies between the messages than one takes',
    ({ message, trace }) => {
      const before = trace.messages.findLast(({ n }) => n < message.n)
      return before !== undefined && Date.parse(message.at) - Date.parse(before.at) >= 1_000
    },
  ),
  'refresh-token-revoked': check(
    'FusionAuth is told to revoke',
    ({ message }) => message.http?.method === 'DELETE' && message.to === 'FusionAuth',
  ),
  // No lesson changes a password yet.
  'password-changed': null,
  sso: check(
    'Forums sends its logins to FusionAuth, as the Store does',
    ({ message, trace }) =>
      message.to === 'Forums' &&
      trace.messages.every(
        (other) =>
          !isAgent(other.to) ||
          path(other) !== '/login' ||
          location(other)?.pathname === '/oauth2/authorize',
      ),
  ),
  'sso-not-provided': check(
    'no agent ever meets FusionAuth, which so has no session of it',
    ({ message, trace }) =>
      message.to === 'Forums' &&
      trace.messages.every(
        ({ from, to }) =>
          !(isAgent(from) && to === 'FusionAuth') && !(isAgent(to) && from === 'FusionAuth'),
      ),
  ),
  'attack-vectors': check('the Hacker acts', ({ message }) => message.from === 'Hacker'),
  'fusionauth-stopped': check('a request to FusionAuth is not answered', ({ message, trace }) =>
    [message, ...later({ message, trace })].some(
      (other) =>
        other.to === 'FusionAuth' &&
        other.kind === 'request' &&
        answerOf({ message: other, trace }) === undefined,
    ),
  ),
  'fusionauth-started': check(
    'every request to FusionAuth is answered again',
    ({ message, trace }) => {
      const asked = [message, ...later({ message, trace })].filter(
        ({ to, kind }) => to === 'FusionAuth' && kind === 'request',
      )
      return (
        asked.length > 0 &&
        asked.every((other) => answerOf({ message: other, trace }) !== undefined)
      )
    },
  ),
}

/** Marks of lessons; off them, one may stand where nothing happens after it. */
const marked =
  (kind: DividerKind) =>
  (trace: Trace): readonly Scene[] =>
    trace.dividers
      .filter((divider) => divider.kind === kind)
      .flatMap(({ before }) => trace.messages.filter(({ n }) => n === before))
      .map((message) => ({ message, trace }))

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(record) as Key[]

/** What is said of mistakes in the published diagrams. */
export const mistakes: readonly Entry[] = keysOf(errata).map((id) => ({
  text: errata[id],
  places: corrected(id),
  check: corrections[id],
}))

/** Everything else that the tables of the catalogue state of traces. */
export const entries: readonly Entry[] = [
  ...inferences.map((inference) => ({
    text: inference.what,
    places: (trace: Trace) =>
      trace.messages
        .filter((message) => inferencesAt(message, trace).includes(inference))
        .map((message) => ({ message, trace })),
    check: assumptions[inference.id] ?? check('somebody has thought of a check', () => false),
  })),
  ...keysOf(chapters).flatMap((phase): readonly Entry[] => {
    const found = chapters[phase]
    return found === null
      ? []
      : [{ text: `chapter: ${phaseTitle(phase)}`, places: beginnings(phase), check: found }]
  }),
  ...keysOf(marks).flatMap((kind): readonly Entry[] => {
    const found = marks[kind]
    return found === null
      ? []
      : [{ text: `mark: ${dividerWords(kind).text}`, places: marked(kind), check: found }]
  }),
]
