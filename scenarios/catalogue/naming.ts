import type { Naming } from '../engine/recorder.ts'
import type { Phase, WireRequest } from '../vocabulary.ts'

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
  'POST /api/jwt/refresh':       'jwt-refresh',
  'DELETE /api/jwt/refresh':     'revoke',
  'GET /.well-known/jwks.json':  'jwks',
  'GET /shopping-cart':          'cart',
  'GET /posts':                  'posts',
  'POST /logout':                'logout',
  'GET /oauth2/logout':          'end-session',
  'POST /oauth2/logout':         'end-session-answer',
  'GET /logged-out':             'logged-out',
}

const pathOf = (request: WireRequest): string => URL.parse(request.url)?.pathname ?? request.url

/** A name for an exchange that the table does not know: its own method and path, as words. */
const spelledOut = (request: WireRequest): string =>
  `${request.method} ${pathOf(request)}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The chapter that begins when the browser asks for a protected page in the course of a login. */
const loading: Readonly<Record<string, { readonly during: Phase; readonly phase: Phase }>> = {
  '/shopping-cart': { during: 'login', phase: 'load-cart' },
  '/posts': { during: 'forums-login', phase: 'forums-load' },
}

export const naming: Naming = {
  exchangeName: (request) => names[`${request.method} ${pathOf(request)}`] ?? spelledOut(request),
  exchangePhase: (stepPhase, request) => {
    const chapter = loading[pathOf(request)]
    return chapter !== undefined && chapter.during === stepPhase ? chapter.phase : stepPhase
  },
  selfPhase: (phase, _participant, name) =>
    phase === 'login' && name === 'create-session' ? 'create-session' : phase,
}
