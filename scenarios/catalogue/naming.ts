import type { Naming } from '../engine/recorder.ts'
import type { Phase } from '../model/participant.ts'
import type { WireRequest } from '../model/wire.ts'
import { type Homes, homes } from './addresses.ts'

/** Names of exchanges by method and path; message ids, links and stories hang on them. */
// oxfmt-ignore
const names: Readonly<Record<string, string>> = {
  'GET /':                       'home',
  'GET /login':                  'login',
  'POST /login':                 'credentials',
  'GET /oauth2/authorize':       'authorize',
  'POST /oauth2/authorize':      'credentials',
  'GET /oauth2/consent':         'consent',
  'GET /oauth-callback':         'callback',
  'POST /oauth2/token':          'token',
  'POST /api/login':             'login-api',
  'POST /api/logout':            'logout-api',
  'POST /api/jwt/refresh':       'jwt-refresh',
  'GET /api/jwt/refresh':        'tokens',
  'DELETE /api/jwt/refresh':     'revoke',
  'GET /.well-known/jwks.json':  'jwks',
  'GET /shopping-cart':          'cart',
  'GET /posts':                  'posts',
  'POST /logout':                'logout',
  'GET /oauth2/logout':          'end-session',
  'POST /oauth2/logout':         'end-session-answer',
  'GET /logged-out':             'logged-out',
  'POST /api/user/change-password': 'change-password',
  'GET /api/key':                'keys',
  'POST /api/key/generate':      'generate-key',
  'PATCH /api/tenant':           'signing-key',
  'DELETE /api/key':             'delete-key',
  // What the Hacker puts online, and where the Hacker's scripts report.
  'GET /prize':                  'lure',
  'GET /prize-2':                'lure',
  'GET /c':                      'collect',
}

/** Names of what the applications' own scripts and apps call; FusionAuth has some of the same paths. */
// oxfmt-ignore
const ownNames: Readonly<Record<string, string>> = {
  'GET /api/user':               'user',
  'POST /api/login':             'credentials',
  'POST /api/logout':            'logout',
  'GET /api/load-shopping-cart': 'cart',
  'GET /api/load-posts':         'posts',
  'POST /api/cookie-drop':       'cookie-drop',
  'POST /api/start-session':     'start-session',
  'POST /api/checkout':          'checkout',
  'POST /checkout':              'checkout',
  'GET /checkout':               'order-form',
  'GET /ordered':                'ordered',
  'POST /logout-everywhere':     'logout-everywhere',
  'POST /api/logout-everywhere': 'logout-everywhere',
  'GET /posts/new':              'post-form',
  'POST /posts':                 'post',
  'POST /api/posts':             'post',
  'GET /go':                     'go',
  'POST /back-channel-logout':   'back-channel-logout',
}

const pathOf = (request: WireRequest): string => URL.parse(request.url)?.pathname ?? request.url

const isOwn = (request: WireRequest, applications: Homes): boolean => {
  const origin = URL.parse(request.url)?.origin
  return Object.values(applications).some((home) => home.origin === origin)
}

/** The name from a table; what a browser asks before a script's request has one name everywhere. */
const nameOf = (request: WireRequest, applications: Homes): string | undefined => {
  if (request.method === 'OPTIONS') return 'preflight'
  // One token, key or tenant is named by its id, which says nothing to anybody.
  const path = pathOf(request)
    .replace(/^(\/api\/jwt\/refresh)\/.+/, '$1')
    .replace(/^(\/api\/(?:key|tenant))\/[\da-f]{8}-[\da-f-]+$/, '$1')
  const spoken = `${request.method} ${path}`
  return (isOwn(request, applications) ? ownNames[spoken] : undefined) ?? names[spoken]
}

/** A name for an exchange that the table does not know: its own method and path, as words. */
const spelledOut = (request: WireRequest): string =>
  `${request.method} ${pathOf(request)}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The chapter that begins when what is behind the login is asked for in the course of it. */
const loading: Readonly<Record<string, { readonly during: Phase; readonly phase: Phase }>> = {
  '/shopping-cart': { during: 'login', phase: 'load-cart' },
  '/posts': { during: 'forums-login', phase: 'forums-load' },
  '/api/load-shopping-cart': { during: 'login', phase: 'load-cart' },
  '/api/load-posts': { during: 'forums-login', phase: 'forums-load' },
}

/** Names of messages, where the applications live here. */
export const namingAt = (applications: Homes = homes): Naming => ({
  exchangeName: (request) => nameOf(request, applications) ?? spelledOut(request),
  exchangePhase: (stepPhase, request) => {
    const chapter = loading[pathOf(request)]
    return chapter !== undefined && chapter.during === stepPhase ? chapter.phase : stepPhase
  },
  selfPhase: (phase, _participant, name) =>
    phase === 'login' && name === 'create-session' ? 'create-session' : phase,
})
