import type { Message } from '../../../../scenarios/vocabulary.ts'
import {
  check,
  status,
  url,
  asks,
  form,
  field,
  location,
  brought,
  setCookies,
  cookieValue,
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
