import { cookieNames } from '../../../scenarios/catalogue/cookie-names.ts'
import type { DiagramErratumId } from '../../../scenarios/model/table-ids.ts'
import { inferences, inferencesAt } from '../../../scenarios/catalogue/inferences.ts'
import { matchPublished } from '../../../scenarios/catalogue/published.ts'
import { dividerWords, phaseTitle } from '../../../scenarios/projections/words.ts'
import type { Phase } from '../../../scenarios/model/participant.ts'
import type { DividerKind } from '../../../scenarios/model/divider.ts'
import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import { corrections } from './corrections.ts'
import { typedPassword } from './shared/logins.ts'
import { presented, refreshTokenIn } from './shared/tokens.ts'
import {
  answerOf,
  asks,
  brought,
  carried,
  changesOf,
  claims,
  check,
  type Check,
  cookieValue,
  deletes,
  earlier,
  form,
  field,
  inJar,
  instant,
  isAgent,
  isAlive,
  isPasswordForm,
  json,
  later,
  location,
  member,
  path,
  requestOf,
  type Role,
  type Scene,
  setCookies,
  status,
  stores,
  textOf,
} from './scene.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'

/** A text of a table, where it is shown in a trace, and what must then be so. */
export interface Entry {
  readonly text: string
  readonly places: (trace: Trace) => readonly Scene[]
  readonly check: Check
}

/** Messages of a trace that are arrows with this erratum. */
const corrected =
  (id: DiagramErratumId) =>
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
        /[?&#](code|access_token)=/.test(location(scene.message)?.href ?? '') &&
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
  'type-of-a-token-outside-oauth': check('the token says tty at, and no grant', ({ message }) => {
    const { tty, gty } = claims(textOf(message, 'token'))
    return tty === 'at' && gty === undefined
  }),
  'preflight-granted-with-204': check(
    'FusionAuth names the origin that may ask, with 204',
    (scene) => {
      const request = requestOf(scene)
      return (
        status(scene.message) === 204 &&
        request?.http?.method === 'OPTIONS' &&
        field(scene.message, 'access-control-allow-origin') === field(request, 'origin')
      )
    },
  ),
  'token-cookies-cross-sites': check(
    'a script of another site asked, and the browser keeps the cookies all the same',
    (scene) => {
      const request = requestOf(scene)
      return (
        request !== undefined &&
        field(request, 'sec-fetch-site') === 'cross-site' &&
        stores(scene.message, 'access_token')
      )
    },
  ),
  'token-cookies-deleted-across-sites': check(
    'a script of another site asked, and the browser lets go of what it had brought along',
    (scene) => {
      const request = requestOf(scene)
      return (
        request !== undefined &&
        field(request, 'sec-fetch-site') === 'cross-site' &&
        ['access_token', 'refresh_token'].every(
          (name) => !brought(request).has(name) || deletes(scene.message, name),
        )
      )
    },
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
  'verification-keys-of-the-tenant': check(
    'the tenant lists a key, and no application is told of it',
    ({ message, trace }) =>
      member(member(json(message)['tenant'] ?? null, 'jwtConfiguration'), 'accessTokenKeyId') !==
        undefined && trace.messages.every((other) => !path(other).startsWith('/api/application')),
  ),
  'keys-that-sign-stay': check('the key is gone, and the tenant was changed before', (scene) => {
    const before = earlier(scene).findLast((other) => path(other).startsWith('/api/tenant/'))
    return status(scene.message) === 200 && before !== undefined && status(before) === 200
  }),
}

const inPhase = (has: (message: Message, scene: Scene) => boolean, name: string): Check =>
  check(name, (scene) =>
    scene.trace.messages.some(
      (message) => message.phase === scene.message.phase && has(message, { ...scene, message }),
    ),
  )

/** Whether FusionAuth is asked first for a login at an application: by a script or app, or for it. */
const asksFusionAuthFor = (message: Message, app: string): boolean =>
  isAgent(message.from) &&
  message.to === 'FusionAuth' &&
  /^\/(api\/login|oauth2\/authorize)$/.test(path(message)) &&
  (message.by !== undefined || /response_type=token|app-callback/.test(carried(message))) &&
  (message.from === 'Mobile' || carried(message).includes(`${app.toLowerCase()}.example.com`))

const loginAt = (app: string): Check =>
  inPhase(
    (message) =>
      asksFusionAuthFor(message, app) ||
      (message.to === app && (path(message) === '/login' || typedPassword(message) !== '')),
    `the login of ${app} is asked for`,
  )

/** Whether a value of this role, at the Store, at FusionAuth or on the device, goes by this key. */
const isKeyOf = (role: Role, at: string): boolean =>
  cookieNames[role].some((name) => at.startsWith(`${name}@`)) ||
  at.endsWith({ session: 'sid', jwt: 'jwt', 'refresh-token': 'refresh_token' }[role])

const takes = (role: Role): Check =>
  inPhase(
    ({ changes, label }, scene) =>
      scene.message.from === 'Hacker' &&
      ((typeof label !== 'string' && label.code === 'note.finds-none') ||
        changes.some(
          ({ where, key, op }) => where.startsWith('Hacker.') && op === 'set' && isKeyOf(role, key),
        )),
    `the Hacker takes the ${role}, if there is one`,
  )

const asksAny = (message: Message, method: string, ...paths: readonly string[]): boolean =>
  paths.some((wanted) => asks(message, method, wanted))

/** What makes a chapter what it is called. */
const chapters: Readonly<Record<Phase, Check | null>> = {
  initialize: inPhase(
    (message) =>
      (asks(message, 'GET', '/') && message.to === 'Store') ||
      (message.from === 'Mobile' && message.id.includes('open-app')),
    'the Store is asked for its home page, or its app is opened',
  ),
  login: loginAt('Store'),
  'create-session': inPhase(
    ({ kind, changes }) =>
      kind === 'self' &&
      changes.some(({ where, op }) => where === 'Store.appSessions' && op === 'set'),
    'a session is made at the Store',
  ),
  'load-cart': inPhase(
    (message) => asksAny(message, 'GET', '/shopping-cart', '/api/load-shopping-cart'),
    'the cart is asked for',
  ),
  refresh: inPhase(
    (message) =>
      message.to === 'FusionAuth' &&
      (presented(message) !== '' || asks(message, 'POST', '/api/jwt/refresh')),
    'new tokens are asked for',
  ),
  revoke: inPhase(
    (message) => message.to === 'FusionAuth' && message.http?.method === 'DELETE',
    'a refresh token is revoked',
  ),
  'rotate-key': check('it begins with the question which keys there are', ({ message }) =>
    asks(message, 'GET', '/api/key'),
  ),
  relogin: loginAt('Store'),
  'forums-initialize': inPhase(
    (message) => asks(message, 'GET', '/') && message.to === 'Forums',
    'Forums is asked for its home page',
  ),
  'forums-login': loginAt('Forums'),
  'forums-load': inPhase(
    (message) => asksAny(message, 'GET', '/posts', '/api/load-posts'),
    'the posts are asked for',
  ),
  logout: inPhase(
    (message) => asksAny(message, 'POST', '/logout', '/api/logout') && message.to === 'Store',
    'the Store is asked to log out',
  ),
  'forums-logout': inPhase(
    (message) => asksAny(message, 'POST', '/logout', '/api/logout') && message.to === 'Forums',
    'Forums is asked to log out',
  ),
  'stolen-refresh-token': takes('refresh-token'),
  'stolen-session-id': takes('session'),
  'stolen-jwt': takes('jwt'),
  // What an attack is, test/attacks asks of each.
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

/** The value of this role that the user's browser or device holds for the Store. */
const held = (scene: Scene, role: Role): string => {
  for (const where of ['Browser.jar', 'Browser.localStorage', 'Mobile.device'])
    for (const { op, key, after } of changesOf(scene, where).toReversed()) {
      const value = typeof after === 'string' ? after : member(after, 'value')
      const elsewhere = /forums\.example\.com/.test(key)
      if (op === 'set' && !elsewhere && isKeyOf(role, key) && typeof value === 'string')
        return value
    }
  return ''
}

const isOver = (scene: Scene, role: Role, where: string): boolean => {
  const value = held(scene, role)
  const last = changesOf(scene, where).findLast(({ key }) => key === value)
  return value !== '' && last !== undefined && !isAlive(scene, where, value)
}

const sessionOver = (scene: Scene): boolean => isOver(scene, 'session', 'Store.appSessions')
const tokenOver = (scene: Scene): boolean =>
  isOver(scene, 'refresh-token', 'FusionAuth.refreshTokens')

const jwtOver = (scene: Scene): boolean => {
  const { exp } = claims(held(scene, 'jwt'))
  return typeof exp === 'number' && exp * 1000 <= Date.parse(scene.message.at)
}

/** Whether a key is deleted in the step that begins with this message. */
const deletesKey = (scene: Scene): boolean => {
  const next = later(scene).find(({ step }) => step !== scene.message.step)
  return later(scene).some(({ n, http }) => n < (next?.n ?? Infinity) && http?.method === 'DELETE')
}

/** What a mark between messages means for the message after it. */
const marks: Readonly<Record<DividerKind, Check | null>> = {
  'session-expired': check('the session of the browser’s id is over', sessionOver),
  'session-and-refresh-token-expired': check(
    'session and refresh token of the browser are over',
    (scene) => sessionOver(scene) && tokenOver(scene),
  ),
  'jwt-expired': check('the JWT that the user holds is past its date', jwtOver),
  'jwt-and-refresh-token-expired': check(
    'JWT and refresh token of the user are over',
    (scene) => jwtOver(scene) && tokenOver(scene),
  ),
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
  'key-added': check(
    'FusionAuth is asked for its keys, and deletes none of them',
    (scene) => path(scene.message) === '/api/key' && !deletesKey(scene),
  ),
  'key-rotated': check(
    'FusionAuth is asked for its keys, and deletes one of them',
    (scene) => path(scene.message) === '/api/key' && deletesKey(scene),
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
    'no agent ever asks FusionAuth for a page, which so has no session of it',
    ({ message, trace }) =>
      message.to === 'Forums' &&
      trace.messages.every(
        (other) =>
          !(
            (isAgent(other.from) && other.to === 'FusionAuth') ||
            (isAgent(other.to) && other.from === 'FusionAuth')
          ) || path(other).startsWith('/api/'),
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
export const mistakes: readonly Entry[] = keysOf(corrections).map((id) => ({
  text: sayEnglish({ code: 'erratum', params: { erratum: id } }),
  places: corrected(id),
  check: corrections[id],
}))

/** Everything else that the tables of the catalogue state of traces. */
export const entries: readonly Entry[] = [
  ...inferences.map((inference) => ({
    text: sayEnglish({ code: 'inference', params: { inference: inference.id } }),
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
      : [
          {
            text: `chapter: ${sayEnglish(phaseTitle(phase))}`,
            places: beginnings(phase),
            check: found,
          },
        ]
  }),
  ...keysOf(marks).flatMap((kind): readonly Entry[] => {
    const found = marks[kind]
    return found === null
      ? []
      : [
          {
            text: `mark: ${sayEnglish(dividerWords(kind).text)}`,
            places: marked(kind),
            check: found,
          },
        ]
  }),
]
