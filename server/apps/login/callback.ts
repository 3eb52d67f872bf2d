import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { type AppContext, readTransactionCookie, setTransactionCookie } from '../cookies.ts'
import { redirectAfterLogin, establishSession } from './establish-session.ts'
import { consumeTransaction, type LoginTransaction, type Purpose } from '../transactions.ts'
import { scopeOf } from '../provider/fusionauth-gateway.ts'
import { redirectFromOwnPage } from './redirect-from-own-page.ts'
import type { Dependencies } from '../context.ts'
import { type ResponseParameters, readResponseParameters } from '../parameters.ts'
import type { ApplicationPorts, ApplicationSettings, Tokens } from '../settings.ts'

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
const codeChallenge = (verifier: string): string => base64url.encode(sha256(utf8ToBytes(verifier)))

/** Whether a login can be told from others at all: something of it is remembered, and must fit. */
const usesTransactions = ({ defences: { state, nonce, pkce } }: ApplicationSettings): boolean =>
  state || nonce || pkce

const beginTransaction = (
  c: AppContext,
  { settings, memory }: Dependencies,
  purpose: Purpose | undefined,
): Partial<LoginTransaction> => {
  if (!usesTransactions(settings)) return {}
  const transaction = memory.logins.begin(readTransactionCookie(c, 'login'), purpose)
  setTransactionCookie(c, 'login', transaction.browser)
  return transaction
}

/** Where FusionAuth asks for the password even if it knows the browser (OpenID Connect Core §3.1.2.1). */
const forcedReauthentication = { prompt: 'login', max_age: '0' } as const

/** The authorization request, with all that must come back; for a `purpose`, a login anew. */
export const authorizationUrl = (c: AppContext, deps: Dependencies, purpose?: Purpose): URL => {
  const { settings } = deps
  const { state, nonce, verifier } = beginTransaction(c, deps, purpose)
  const url = new URL(settings.provider.authorizePath, settings.fusionauth.baseUrl)
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: `${settings.origin}/oauth-callback`,
    response_type: 'code',
    scope: scopeOf(settings),
    ...(state === undefined ? {} : { state }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(verifier === undefined
      ? {}
      : { code_challenge: codeChallenge(verifier), code_challenge_method: 'S256' }),
    ...(purpose === undefined ? {} : forcedReauthentication),
    tenantId: settings.fusionauth.tenantId,
  }).toString()
  return url
}

/** `GET /login` of the code grant: sends the browser to FusionAuth. */
export const redirectToAuthorize = (c: AppContext, deps: Dependencies): Response =>
  c.redirect(authorizationUrl(c, deps).href)

/** A login anew is this new at most, in milliseconds; the clocks may differ a little. */
const maxAuthenticationAge = 60_000

/** Whether the user proved just now who they are (OpenID Connect Core §3.1.3.7, auth_time). */
const isRecentlyAuthenticated = (
  { authenticatedAt }: Tokens,
  { tokenClock }: ApplicationPorts,
): boolean =>
  authenticatedAt !== undefined && tokenClock.now() - authenticatedAt * 1000 <= maxAuthenticationAge

/** Errors that FusionAuth may answer a login with (RFC 6749 §4.1.2.1), in words. */
const errorMessages: ReadonlyMap<string, string> = new Map([
  ['access_denied', 'The login was cancelled, or FusionAuth did not allow it (access_denied).'],
  ['login_required', 'FusionAuth asks you to log in first (login_required).'],
  ['server_error', 'FusionAuth had trouble of its own. Try again in a moment (server_error).'],
  [
    'temporarily_unavailable',
    'FusionAuth is busy. Try again in a moment (temporarily_unavailable).',
  ],
])

/** Whether an answer names the server that this login was sent to (RFC 9207 §2.4), where asked. */
const hasExpectedIssuer = (
  response: ResponseParameters,
  { issuer, provider, defences }: ApplicationSettings,
): boolean => {
  if (!defences.iss) return true
  const named = response('iss')
  return named === null ? !provider.supportsIss : named === issuer
}

/**
 * `GET /oauth-callback`: checks that this browser began this login and that the right server answers
 * (RFC 9700 §4.7, RFC 9207 §2.4), then redeems the code. Whatever comes then, this login is over.
 */
export const handleCallback = async (c: AppContext, deps: Dependencies): Promise<Response> => {
  const { settings, memory, gateway, pages } = deps
  c.header('referrer-policy', 'no-referrer')
  const response = readResponseParameters(c, settings)
  if (response === null)
    return pages.refused(c, 400, 'The answer says something twice, so it cannot be trusted.')
  const transaction: Partial<LoginTransaction> | null = usesTransactions(settings)
    ? consumeTransaction(c, 'login', memory.logins, response)
    : {}
  if (transaction === null)
    return pages.refused(c, 400, 'This login was not begun in this browser, or it is over already.')
  if (!hasExpectedIssuer(response, settings))
    return pages.refused(
      c,
      400,
      'The answer comes from another server than this login was sent to.',
    )
  const error = response('error')
  if (error !== null)
    return pages.refused(
      c,
      400,
      errorMessages.get(error) ?? `FusionAuth refused the login: ${error}.`,
    )
  const code = response('code')
  if (code === null) return pages.refused(c, 400, 'The answer of FusionAuth holds no code.')
  const tokens = await gateway.exchangeCode(code, transaction, c.env.exchange)
  if (!tokens.ok)
    return tokens.why === 'refused'
      ? pages.refused(
          c,
          400,
          'FusionAuth did not accept the code. Codes work once and for seconds only.',
        )
      : pages.outage(c, tokens.problem)
  establishSession(c, deps, tokens.value)
  if (transaction.purpose === undefined) return redirectAfterLogin(c, deps)
  if (!isRecentlyAuthenticated(tokens.value, deps.ports))
    return pages.refused(c, 400, 'FusionAuth did not ask for the password again.')
  deps.userContent.placeOrder(tokens.value.user)
  return redirectFromOwnPage(c, settings, '/ordered')
}

/** `GET /login` of the password grant and of the native form: the application's own form. */
export const showLoginForm = (
  c: AppContext,
  { pages }: Dependencies,
): Response | Promise<Response> => pages.loginForm(c, '', null)

/**
 * `POST /login`: the password passes through the application to FusionAuth and is not kept. A form
 * sent from another site is refused: nobody is to be logged in behind their back (login CSRF,
 * RFC 6749 §10.12).
 */
export const handlePasswordLogin = async (c: AppContext, deps: Dependencies): Promise<Response> => {
  const { csrf, gateway, pages } = deps
  const form = new URLSearchParams(await c.req.text())
  if (!csrf.acceptsForm(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  const loginId = form.get('loginId')?.trim() ?? ''
  const password = form.get('password') ?? ''
  if (loginId === '' || password === '')
    return pages.loginForm(c, loginId, 'Please enter your email address and your password.')
  const tokens = await gateway.loginWithPassword(loginId, password, c.env.exchange)
  if (!tokens.ok)
    return tokens.why === 'refused'
      ? pages.loginForm(c, loginId, 'Email address or password is wrong.')
      : pages.outage(c, tokens.problem)
  establishSession(c, deps, tokens.value)
  return redirectAfterLogin(c, deps)
}
