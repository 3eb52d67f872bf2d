import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import type { AppContext } from '../context.ts'
import { readTransactionCookie, setTransactionCookie } from '../cookies.ts'
import type { Dependencies } from '../dependencies.ts'
import { scopeOf } from '../provider/fusionauth-gateway.ts'
import type { ApplicationSettings } from '../settings.ts'
import type { LoginTransaction, Purpose } from '../transactions.ts'

/** The S256 code challenge of a code verifier (RFC 7636 §4.2). */
const codeChallenge = (verifier: string): string => base64url.encode(sha256(utf8ToBytes(verifier)))

/** Whether a callback is checked against a transaction: state, nonce or PKCE is switched on. */
export const usesTransactions = ({
  defences: { state, nonce, pkce },
}: ApplicationSettings): boolean => state || nonce || pkce

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

/** Parameters that make FusionAuth ask for the password in any case (OpenID Connect Core §3.1.2.1). */
const forcedReauthentication = { prompt: 'login', max_age: '0' } as const

/**
 * The URL of an authorization request (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1), whose
 * transaction begins here. With a `purpose` FusionAuth asks for the password again.
 */
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

/** `GET /login` of the authorization code grant: redirects the browser to FusionAuth. */
export const redirectToAuthorize = (c: AppContext, deps: Dependencies): Response =>
  c.redirect(authorizationUrl(c, deps).href)
