import type { AppContext } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { type ResponseParameters, readResponseParameters } from '../parameters.ts'
import type { ApplicationPorts, ApplicationSettings, Tokens } from '../settings.ts'
import { consumeTransaction, type LoginTransaction } from '../transactions.ts'
import { usesTransactions } from './authorization-request.ts'
import { establishSession, redirectAfterLogin, redirectFromOwnPage } from './establish-session.ts'

/** The greatest age of a forced reauthentication, in milliseconds; the clocks may differ a little. */
const maxAuthenticationAge = 60_000

/** Whether `auth_time` says that the user entered the password just now (OpenID Connect Core §3.1.3.7). */
const isRecentlyAuthenticated = (
  { authenticatedAt }: Tokens,
  { tokenClock }: ApplicationPorts,
): boolean =>
  authenticatedAt !== undefined && tokenClock.now() - authenticatedAt * 1000 <= maxAuthenticationAge

/** What the page says to each error code of an authorization response (RFC 6749 §4.1.2.1). */
const errorMessages: ReadonlyMap<string, string> = new Map([
  ['access_denied', 'The login was cancelled, or FusionAuth did not allow it (access_denied).'],
  ['login_required', 'FusionAuth asks you to log in first (login_required).'],
  ['server_error', 'FusionAuth had trouble of its own. Try again in a moment (server_error).'],
  [
    'temporarily_unavailable',
    'FusionAuth is busy. Try again in a moment (temporarily_unavailable).',
  ],
])

/** Whether `iss` names the server that the login was sent to (RFC 9207 §2.4), if that is switched on. */
const hasExpectedIssuer = (
  response: ResponseParameters,
  { issuer, provider, defences }: ApplicationSettings,
): boolean => {
  if (!defences.iss) return true
  const named = response('iss')
  return named === null ? !provider.supportsIss : named === issuer
}

/**
 * `GET /oauth-callback`: consumes the login transaction, checks `state` and `iss` (RFC 9700 §4.7,
 * RFC 9207 §2.4), exchanges the code for tokens and establishes the session. The transaction is over
 * whatever comes of it; each failure is a page with status 400, or 502 when FusionAuth does not answer.
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
