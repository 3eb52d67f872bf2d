import type { StandInContext } from '../instance.ts'
import { replyRedirect } from '../reply.ts'
import type { AuthorizationTarget } from './authorization-request.ts'
import { replyFormPost } from './form-post.ts'
import type { OAuthRefusal } from './refusal.ts'
import { responseModeOf } from './response-type.ts'

/** Names and values of an answer, in the order of the wire; one without a value is left out. */
export type AnswerValues = readonly (readonly [name: string, value: string | undefined])[]

/** A repeated `state` has no one value to give back. */
const stateOf = ({ parameters }: AuthorizationTarget): string | undefined =>
  parameters.repeated.includes('state') ? undefined : parameters.get('state')

/** The registered address stays as it is, its own query too (RFC 6749 §3.1.2). */
const respond = (
  exchange: StandInContext,
  target: AuthorizationTarget,
  values: AnswerValues,
): Response => {
  const given = values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const { redirectUri, parameters } = target
  const mode = responseModeOf(parameters)
  const pairs = given as [string, string][]
  if (mode === 'form_post') return replyFormPost(exchange, redirectUri, pairs)
  const encoded = new URLSearchParams(pairs).toString()
  if (mode === 'fragment') return replyRedirect(exchange, `${redirectUri}#${encoded}`)
  return replyRedirect(exchange, redirectUri + (redirectUri.includes('?') ? '&' : '?') + encoded)
}

const localePattern = /^[a-z]{2}(?:[-_][A-Z]{2})?$/

/**
 * Gives the code (RFC 6749 §4.1.2) or the tokens (§4.2.2) back, with the issuer (RFC 9207 §2) and
 * FusionAuth's additions; parameters in alphabetical order, as on FusionAuth's wire.
 */
export const respondWithSuccess = (
  exchange: StandInContext,
  target: AuthorizationTarget,
  granted: AnswerValues,
): Response => {
  const locale = target.parameters.get('locale') ?? ''
  const values: AnswerValues = [
    ...granted,
    ['iss', target.tenant.issuer],
    ['locale', localePattern.test(locale) ? locale : 'en'],
    ['state', stateOf(target)],
  ]
  return respond(
    exchange,
    target,
    values.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/**
 * Gives a refusal back (RFC 6749 §4.1.2.1, RFC 9207 §2). That it names the issuer is inferred (asked:
 * "iss of an error"): FusionAuth's page on issuer validation promises that for successful answers, its
 * page on OAuth errors has it in an example.
 */
export const respondWithRefusal = (
  exchange: StandInContext,
  target: AuthorizationTarget,
  refusal: OAuthRefusal,
): Response =>
  respond(exchange, target, [
    ['error', refusal.error],
    ['error_reason', refusal.reason],
    ['error_description', refusal.message],
    ['iss', target.tenant.issuer],
    ['state', stateOf(target)],
  ])
