import { cookieNames } from '../../../../scenarios/catalogue/cookie-names.ts'
import type { Message } from '../../../../scenarios/model/trace.ts'
import {
  type Role,
  type Scene,
  storesKey,
  check,
  body,
  keyIn,
  keySet,
  textOf,
  path,
  status,
  url,
  asks,
  form,
  field,
  location,
  setCookies,
  stores,
  deletes,
  isPasswordForm,
  carried,
  earlier,
  backChannel,
  done,
  isAgent,
  agentsSaw,
  changesOf,
  member,
  made,
  challenge,
} from '../scene.ts'

/** Checks of logins that several stories share, each named by what it makes sure of. */

export const asksForCode = check(
  'it asks FusionAuth for a code',
  ({ message }) =>
    path(message) === '/oauth2/authorize' &&
    message.to === 'FusionAuth' &&
    url(message)?.searchParams.get('response_type') === 'code',
)

export const hasStatus = (wanted: number) =>
  check(`the status is ${wanted}`, ({ message }) => status(message) === wanted)

export const isGet = (wanted: string) =>
  check(`it is a GET of ${wanted}`, ({ message }) => asks(message, 'GET', wanted))

export const isPost = (wanted: string) =>
  check(`it is a POST to ${wanted}`, ({ message }) => asks(message, 'POST', wanted))

export const bringsNoLogin = check(
  'neither session id nor token nor credentials go along',
  ({ message }) =>
    keyIn(message, 'session') === '' &&
    keyIn(message, 'jwt') === '' &&
    keyIn(message, 'refresh-token') === '' &&
    field(message, 'authorization') === '' &&
    url(message)?.search === '',
)

export const noSessionMade = check(
  'no session is made in this exchange, and no session id is set',
  (scene) =>
    done(scene, 'create-session') === undefined &&
    !(keySet(scene.message, 'session') !== '') &&
    !storesKey(scene.message, 'session'),
)

/** What opens the application from now on is new: a session was made, or a JWT came in this exchange. */
export const letsIn = check(
  'a session was made for it, or a JWT has come from FusionAuth',
  (scene) => {
    const self = done(scene, 'create-session')
    const jwt = keySet(scene.message, 'jwt') || textOf(scene.message, 'token')
    return jwt === ''
      ? self !== undefined && made(self, `${scene.message.from}.appSessions`, 'set') !== undefined
      : backChannel(scene).some((other) => other.from === 'FusionAuth' && body(other).includes(jwt))
  },
)

/** Session id and refresh token as an application sets them. */
const isGuarded = (line: string | undefined): boolean =>
  line !== undefined && /;\s*HttpOnly/i.test(line)

export const setsHttpOnly = (...roles: readonly Role[]) =>
  check(`${roles.join(' and ')} set HttpOnly, and the agent stores them`, ({ message }) =>
    roles.every((role) =>
      cookieNames[role].some(
        (name) => stores(message, name) && isGuarded(setCookies(message).get(name)),
      ),
    ),
  )

export const setsNo = (...roles: readonly Role[]) =>
  check(`no ${roles.join(' and no ')} is set`, ({ message }) =>
    roles.every((role) => keySet(message, role) === ''),
  )

/** An app has no cookies: it writes what it was given onto the device. */
export const keptOnDevice = check(
  'JWT and refresh token of the body are put on the device',
  ({ message }) => {
    const jwt = textOf(message, 'token') || textOf(message, 'access_token')
    const refreshToken = textOf(message, 'refreshToken') || textOf(message, 'refresh_token')
    const puts = (value: string): boolean =>
      value !== '' &&
      message.changes.some(
        ({ where, op, after }) => where === 'Mobile.device' && op === 'set' && after === value,
      )
    return puts(jwt) && puts(refreshToken)
  },
)

export const setsTheNewSession = check(
  'the session id that is set is that of the session just made',
  (scene) => {
    const self = done(scene, 'create-session')
    const id = keySet(scene.message, 'session')
    return id !== '' && self?.changes.some(({ key, op }) => key === id && op === 'set') === true
  },
)

export const fusionAuthOfNoUse = check(
  'the application asked FusionAuth in this exchange, and no good answer led to a session',
  (scene) =>
    (done(scene, 'wait-for-refresh') !== undefined ||
      backChannel(scene).some(({ kind, to }) => kind === 'request' && to === 'FusionAuth')) &&
    done(scene, 'create-session') === undefined &&
    !backChannel(scene).some((message) => message.kind === 'response' && status(message) === 400),
)

export const keepsLoginCookies = check(
  'no session id and no token is taken away',
  ({ message }) =>
    ['sid', '__Host-sid', 'rt', 'jwt'].every((name) => !deletes(message, name)) &&
    !message.changes.some(
      (change) => change.op === 'delete' && /^(?:__Host-)?(sid|rt|jwt)@/.test(change.key),
    ),
)

export const sendsToLogin = check(
  'it redirects to the login',
  ({ message }) => status(message) === 302 && location(message)?.pathname === '/login',
)

export const showsForm = check('it holds a form with a password field', ({ message }) =>
  isPasswordForm(message),
)

/** The password that a form carries, or a script sends. */
export const typedPassword = (message: Message): string =>
  message.http?.method === 'POST'
    ? textOf(message, 'password') || (form(message).get('password') ?? '')
    : ''

export const carriesPassword = (to: (participant: string) => boolean, name: string) =>
  check(
    `the password goes to ${name}`,
    ({ message }) => isAgent(message.from) && to(message.to) && typedPassword(message) !== '',
  )

export const passwordTypedBefore = check('a password was typed before in this run', (scene) =>
  earlier(scene).some((other) => isAgent(other.from) && typedPassword(other) !== ''),
)

/** An application with a form of its own would see it: none is ever posted to one. */
export const noApplicationSeesPassword = check(
  'no application is ever sent a password',
  ({ trace }) =>
    !trace.messages.some(
      (other) =>
        (other.to === 'Store' || other.to === 'Forums') &&
        (typedPassword(other) !== '' ||
          form(other).has('password') ||
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

/** An app keeps the verifier on its device, and the browser that is sent to FusionAuth never sees it. */
const verifierOnDevice = (scene: Scene, asked: string | null): boolean => {
  const verifier = changesOf(scene, 'Mobile.device').findLast(
    (change) => change.op === 'set' && change.key === 'code_verifier',
  )?.after
  return (
    typeof verifier === 'string' &&
    (asked === null || challenge(verifier) === asked) &&
    !scene.trace.messages.some(
      (other) =>
        (other.from === 'Browser' || other.to === 'Browser') && carried(other).includes(verifier),
    )
  )
}

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
        (change) => change.op === 'set' && (state === '' || change.key === state),
      ),
    )
    const verifier = member(attempts.at(-1)?.after, 'verifier')
    if (verifier === undefined) return verifierOnDevice({ ...scene, message }, asked ?? null)
    return (
      typeof verifier === 'string' &&
      (asked == null || challenge(verifier) === asked) &&
      !agentsSaw(scene, verifier)
    )
  },
)
