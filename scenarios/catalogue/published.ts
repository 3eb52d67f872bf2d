import { header } from '../engine/wire.ts'
import type { ApplicationName, Message, Participant, Phase, Trace } from '../vocabulary.ts'
import type { ErratumId } from './errata.ts'
import { workflowBySlug } from './index.ts'
import type { Workflow } from './workflow.ts'

/** A cookie by what it is for; the diagrams give no names. */
type CookieRole = 'sso' | 'session' | 'refresh-token'

/** One arrow of a published diagram, with what is known to be wrong with it. */
export interface PublishedArrow {
  readonly n: number
  readonly phase: Phase
  readonly from: Participant
  readonly to: Participant
  readonly kind: Message['kind']
  /** A request's method and the paths it may go to (the diagrams leave some choices open). */
  readonly request?: { readonly method: string; readonly paths: readonly string[] }
  /** A response's status, corrected where the diagram is wrong. */
  readonly status?: number
  /** Path of a redirect's destination. */
  readonly location?: string
  /** Cookies that travel with a request. */
  readonly sends?: readonly CookieRole[]
  /** Cookies that a response sets. */
  readonly sets?: readonly CookieRole[]
  readonly errata?: readonly ErratumId[]
}

type Arrow = Omit<PublishedArrow, 'n' | 'phase'>
type Extra = Pick<PublishedArrow, 'sends' | 'sets' | 'errata' | 'location'>

const ask = (
  from: Participant,
  to: Participant,
  method: string,
  path: string | readonly string[],
  extra: Extra = {},
): Arrow => ({
  from,
  to,
  kind: 'request',
  request: { method, paths: typeof path === 'string' ? [path] : path },
  ...extra,
})

const answer = (from: Participant, to: Participant, status: number, extra: Extra = {}): Arrow => ({
  from,
  to,
  kind: 'response',
  status,
  ...extra,
})

const self = (who: Participant): Arrow => ({ from: who, to: who, kind: 'self' })

const refreshPaths = ['/oauth2/token', '/api/jwt/refresh']
const both: readonly CookieRole[] = ['session', 'refresh-token']
const home: Readonly<Record<ApplicationName, string>> = {
  Store: '/shopping-cart',
  Forums: '/posts',
}

const initialize = (app: ApplicationName): Arrow[] => [
  ask('Browser', app, 'GET', '/'),
  answer(app, 'Browser', 200),
]

/** The browser goes to FusionAuth and comes back with a code; `known` when FusionAuth recognises it. */
const codeLogin = (app: ApplicationName, known: boolean): Arrow[] => [
  ask('Browser', 'FusionAuth', 'GET', '/oauth2/authorize', {
    errata: ['E6'],
    ...(known ? { sends: ['sso'] } : {}),
  }),
  ...(known
    ? []
    : [
        answer('FusionAuth', 'Browser', 200),
        ask('Browser', 'FusionAuth', 'POST', '/oauth2/authorize', { errata: ['E8'] }),
      ]),
  answer('FusionAuth', 'Browser', 302, { location: '/oauth-callback', sets: ['sso'] }),
  ask('Browser', app, 'GET', '/oauth-callback'),
  ask(app, 'FusionAuth', 'POST', '/oauth2/token', { errata: ['E7'] }),
  answer('FusionAuth', app, 200),
]

/** The application's own form; the password goes on to FusionAuth. */
const formLogin = (app: ApplicationName, path: string): Arrow[] => [
  ask('Browser', app, 'GET', '/login'),
  answer(app, 'Browser', 200),
  ask('Browser', app, 'POST', '/login'),
  ask(app, 'FusionAuth', 'POST', path),
  answer('FusionAuth', app, 200),
]

const login = (workflow: Workflow, app: ApplicationName): Arrow[] => {
  if (workflow.login === 'authorization-code')
    return codeLogin(app, app === 'Forums' && workflow.sso)
  return formLogin(app, workflow.login === 'native' ? '/api/login' : '/oauth2/token')
}

const createSession = (app: ApplicationName): Arrow[] => [
  self(app),
  answer(app, 'Browser', 302, { location: home[app], sets: both }),
]

const load = (app: ApplicationName): Arrow[] => [
  ask('Browser', app, 'GET', home[app], { sends: both }),
  self(app),
  answer(app, 'Browser', 200),
]

const refresh: readonly Arrow[] = [
  ask('Browser', 'Store', 'GET', '/shopping-cart', { sends: both }),
  ask('Store', 'FusionAuth', 'POST', refreshPaths, { errata: ['E1'] }),
  answer('FusionAuth', 'Store', 200, { errata: ['E5'] }),
  self('Store'),
  answer('Store', 'Browser', 200, { sets: ['session'] }),
]

const relogin = ({ login: door }: Workflow): readonly Arrow[] => [
  ask('Browser', 'Store', 'GET', '/shopping-cart', { sends: both }),
  ask('Store', 'FusionAuth', 'POST', refreshPaths, { errata: ['E1'] }),
  answer('FusionAuth', 'Store', 400, { errata: ['E4'] }),
  answer('Store', 'Browser', 302, {
    location: '/login',
    ...(door === 'authorization-code' ? { errata: ['E9'] } : {}),
  }),
  self('Browser'),
]

const stolenRefreshToken: readonly Arrow[] = [
  ask('Hacker', 'Store', 'GET', '/shopping-cart', { sends: both }),
  ask('Store', 'FusionAuth', 'POST', refreshPaths, { errata: ['E1'] }),
  answer('FusionAuth', 'Store', 200),
  self('Store'),
  answer('Store', 'Hacker', 200, { sets: ['session'], errata: ['E2'] }),
]

const stolenSessionId: readonly Arrow[] = [
  ask('Hacker', 'Store', 'GET', '/shopping-cart', { sends: ['session'] }),
  self('Store'),
  answer('Store', 'Hacker', 200),
]

/** The arrows of a workflow's published diagram, in order; numbered as published. */
export const publishedArrows = (workflow: Workflow): readonly PublishedArrow[] => {
  const chapters: readonly (readonly [Phase, readonly Arrow[]])[] = [
    ['initialize', initialize('Store')],
    ['login', login(workflow, 'Store')],
    ['create-session', createSession('Store')],
    ['load-cart', load('Store')],
    ['refresh', refresh],
    ['relogin', relogin(workflow)],
    ['forums-initialize', initialize('Forums')],
    ['forums-login', [...login(workflow, 'Forums'), ...createSession('Forums')]],
    ['forums-load', load('Forums')],
    ['stolen-refresh-token', stolenRefreshToken],
    ['stolen-session-id', stolenSessionId],
  ]
  return chapters
    .flatMap(([phase, arrows]) => arrows.map((arrow) => ({ ...arrow, phase })))
    .map((arrow, index) => ({ ...arrow, n: index + 1 }))
}

const cookieNames: Readonly<Record<CookieRole, string>> = {
  sso: 'fusionauth.sso',
  session: 'sid',
  'refresh-token': 'rt',
}

const sent = (message: Message, role: CookieRole): boolean =>
  message.cookies.some((cookie) => cookie.sent && cookie.name === cookieNames[role])

const set = (message: Message, role: CookieRole): boolean =>
  message.received.some((cookie) => cookie.stored && cookie.name === cookieNames[role])

const samePath = (message: Message, paths: readonly string[]): boolean =>
  paths.includes(URL.parse(message.http?.url ?? '')?.pathname ?? '')

const leadsTo = (message: Message, path: string): boolean => {
  const location = header(message.http?.headers ?? [], 'location')
  return location !== null && URL.parse(location, message.http?.url)?.pathname === path
}

/** Whether a message is this arrow; cookies may have been set by the extra messages just before it. */
const isArrow = (arrow: PublishedArrow, message: Message, before: readonly Message[]): boolean => {
  const { request } = arrow
  const answers = [...before, message].filter(({ kind }) => kind === 'response')
  return (
    message.kind === arrow.kind &&
    message.from === arrow.from &&
    message.to === arrow.to &&
    message.phase === arrow.phase &&
    message.provenance === 'real' &&
    (request === undefined ||
      (message.http?.method === request.method && samePath(message, request.paths))) &&
    (arrow.status === undefined || message.http?.status === arrow.status) &&
    (arrow.location === undefined || leadsTo(message, arrow.location)) &&
    (arrow.sends ?? []).every((role) => sent(message, role)) &&
    (arrow.sets ?? []).every((role) => answers.some((response) => set(response, role)))
  )
}

/** How a trace and the published diagram of its workflow go together. */
export interface Match {
  /** For each message of the trace the arrow that it is; null when the diagram has no such arrow. */
  readonly arrows: readonly (PublishedArrow | null)[]
  /** Published arrows that the trace does not have (yet), in order. */
  readonly missing: readonly PublishedArrow[]
}

/** Finds the published arrows in a trace, in order. */
export const matchPublished = (trace: Pick<Trace, 'workflow' | 'messages'>): Match => {
  const workflow = workflowBySlug(trace.workflow)
  const published = workflow === undefined ? [] : publishedArrows(workflow)
  let next = 0
  let since = 0
  const arrows = trace.messages.map((message, index) => {
    const arrow = published[next]
    if (arrow === undefined || !isArrow(arrow, message, trace.messages.slice(since, index)))
      return null
    next++
    since = index + 1
    return arrow
  })
  return { arrows, missing: published.slice(next) }
}
