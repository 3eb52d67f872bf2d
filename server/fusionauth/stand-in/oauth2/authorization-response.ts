import type { Exchange } from '../instance.ts'
import { replyRedirect } from '../reply.ts'
import type { AuthorizationTarget } from './authorization-request.ts'
import type { OAuthRefusal } from './refusal.ts'

type Values = readonly (readonly [name: string, value: string | undefined])[]

/** Appends to the address as it was registered: its own query stays as it is (RFC 6749 §3.1.2). */
const append = (target: AuthorizationTarget, values: Values): string => {
  const encoded = new URLSearchParams()
  for (const [name, value] of values) if (value !== undefined) encoded.append(name, value)
  if (target.parameters.get('response_mode') === 'fragment') {
    return `${target.redirectUri}#${encoded.toString()}`
  }
  return target.redirectUri + (target.redirectUri.includes('?') ? '&' : '?') + encoded.toString()
}

/** A repeated `state` has no one value to give back. */
const stateOf = ({ parameters }: AuthorizationTarget): string | undefined =>
  parameters.repeated.includes('state') ? undefined : parameters.get('state')

const localePattern = /^[a-z]{2}(?:[-_][A-Z]{2})?$/

/** Gives the code back (RFC 6749 §4.1.2, RFC 9207 §2), parameters in FusionAuth's order. */
export const respondWithCode = (
  exchange: Exchange,
  target: AuthorizationTarget,
  code: string,
  userState: 'Authenticated' | 'AuthenticatedNotRegistered',
): Response => {
  const locale = target.parameters.get('locale') ?? ''
  return replyRedirect(
    exchange,
    append(target, [
      ['code', code],
      ['iss', target.tenant.issuer],
      ['locale', localePattern.test(locale) ? locale : 'en'],
      ['state', stateOf(target)],
      ['userState', userState],
    ]),
  )
}

/** Gives a refusal back (RFC 6749 §4.1.2.1, RFC 9207 §2). */
export const respondWithRefusal = (
  exchange: Exchange,
  target: AuthorizationTarget,
  refusal: OAuthRefusal,
): Response =>
  replyRedirect(
    exchange,
    append(target, [
      ['error', refusal.error],
      ['error_reason', refusal.reason],
      ['error_description', refusal.message],
      ['iss', target.tenant.issuer],
      ['state', stateOf(target)],
    ]),
  )
