import { base64url } from 'jose'
import { takeAttempt, keep, keepAttempt, type AppContext } from './cookies.ts'
import { type Gateway, scope } from './gateway.ts'
import type { Memory } from './memory.ts'
import type { Pages } from './pages/index.ts'
import type { ApplicationPorts, ApplicationSettings, Tokens } from './settings.ts'

/** What the handlers of one application share. */
export interface House {
  readonly settings: ApplicationSettings
  readonly ports: ApplicationPorts
  readonly memory: Memory
  readonly gateway: Gateway
  readonly pages: Pages
}

const callback = ({ settings }: House): string => `${settings.origin}/oauth-callback`

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
const challengeOf = async (verifier: string): Promise<string> =>
  base64url.encode(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  )

/** Creates the user's session on the server; the browser gets its id and the refresh token. */
export const startSession = (c: AppContext, house: House, tokens: Tokens): void => {
  const { memory, ports, settings } = house
  memory.remember(tokens.user)
  const id = memory.createSession(tokens.user, tokens.jwt)
  ports.journal.self(
    settings.name,
    'create-session',
    'Creates a session for the user',
    c.env.exchange,
  )
  keep(c, id, tokens.refreshToken)
}

/** `GET /login` of the code grant: sends the browser to FusionAuth with all that must come back. */
export const sendToFusionAuth = async (c: AppContext, house: House): Promise<Response> => {
  const { settings, memory } = house
  const { id, attempt } = memory.beginLogin()
  keepAttempt(c, id)
  const url = new URL('/oauth2/authorize', settings.fusionauth.baseUrl)
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: callback(house),
    response_type: 'code',
    scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await challengeOf(attempt.verifier),
    code_challenge_method: 'S256',
    tenantId: settings.fusionauth.tenantId,
  }).toString()
  return c.redirect(url.href)
}

/** A parameter that stands exactly once, else null (RFC 6749 §3.1: parameters must not repeat). */
const single = (c: AppContext, name: string): string | null => {
  const values = new URL(c.req.url).searchParams.getAll(name)
  return values.length === 1 ? (values[0] ?? null) : null
}

/**
 * `GET /oauth-callback`: checks that this browser began this login and that the right server answers
 * (RFC 9700 §4.7, RFC 9207 §2.4), then redeems the code.
 */
export const receiveCode = async (c: AppContext, house: House): Promise<Response> => {
  const { settings, memory, gateway, pages } = house
  c.header('referrer-policy', 'no-referrer')
  const attempt = memory.takeLogin(takeAttempt(c))
  if (attempt === null || single(c, 'state') !== attempt.state)
    return pages.refused(c, 400, 'This login was not begun in this browser, or it is over already.')
  const issuer = single(c, 'iss')
  if (issuer !== null && issuer !== settings.issuer)
    return pages.refused(
      c,
      400,
      'The answer comes from another server than this login was sent to.',
    )
  const error = single(c, 'error')
  if (error !== null) return pages.refused(c, 400, `FusionAuth refused the login: ${error}.`)
  const code = single(c, 'code')
  if (code === null) return pages.refused(c, 400, 'The answer of FusionAuth holds no code.')
  const answer = await gateway.redeemCode(code, attempt.verifier, attempt.nonce, c.env.exchange)
  if (!answer.ok)
    return answer.why === 'refused'
      ? pages.refused(
          c,
          400,
          'FusionAuth did not accept the code. Codes work once and for seconds only.',
        )
      : pages.outage(c, answer.problem)
  startSession(c, house, answer.value)
  return c.redirect(settings.protectedPath)
}

/** `GET /login` of the password grant and of the native form: the application's own form. */
export const showForm = (c: AppContext, { pages }: House): Response | Promise<Response> =>
  pages.loginForm(c, '', null)

/**
 * `POST /login`: the password passes through the application to FusionAuth. A form sent from another
 * site is refused: nobody is to be logged in behind their back (login CSRF, RFC 6749 §10.12).
 */
export const receivePassword = async (c: AppContext, house: House): Promise<Response> => {
  const { settings, gateway, pages } = house
  if (c.req.header('origin') !== settings.origin)
    return pages.refused(c, 403, 'This form was sent from another site.')
  const form = new URLSearchParams(await c.req.text())
  const loginId = form.get('loginId')?.trim() ?? ''
  const password = form.get('password') ?? ''
  if (loginId === '' || password === '')
    return pages.loginForm(c, loginId, 'Please enter your email address and your password.')
  const answer = await gateway.loginWithPassword(loginId, password, c.env.exchange)
  if (!answer.ok)
    return answer.why === 'refused'
      ? pages.loginForm(c, loginId, 'Email address or password is wrong.')
      : pages.outage(c, answer.problem)
  startSession(c, house, answer.value)
  return c.redirect(settings.protectedPath)
}
