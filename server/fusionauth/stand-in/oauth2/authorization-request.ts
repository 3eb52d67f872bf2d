/**
 * The authorization request (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1, RFC 7636 §4.3): who asks,
 * where the answer goes, and every rule that it has to keep. One rule, one function.
 */
import type { Exchange, Instance } from '../instance.ts'
import { type ClientOfTenant, loadClient } from './client.ts'
import type { Parameters } from './parameters.ts'
import {
  disabledGrantType,
  invalidCodeChallenge,
  invalidMaxAge,
  invalidPrompt,
  missingCodeChallenge,
  missingRedirectUri,
  missingResponseType,
  repeatedParameter,
  unregisteredRedirectUri,
  unsupportedChallengeMethod,
  unsupportedResponseMode,
  unsupportedResponseType,
} from './refusals.ts'
import { grantScopes, splitScope } from './scopes.ts'

/** Where an answer may be sent: a known client and one of its registered addresses. */
export interface AuthorizationTarget extends ClientOfTenant {
  readonly parameters: Parameters
  readonly redirectUri: string
}

/** A request that keeps every rule. */
export interface AuthorizationRequest extends AuthorizationTarget {
  readonly scopes: readonly string[]
  readonly prompts: readonly string[]
  /** Seconds; undefined when any age will do. */
  readonly maxAge: number | undefined
}

/**
 * What has to be right before anything may be sent to `redirect_uri`. A refusal here is shown on a
 * page of our own and never redirects (RFC 6749 §4.1.2.1).
 */
export const loadTarget = (
  instance: Instance,
  exchange: Exchange,
  parameters: Parameters,
): AuthorizationTarget => {
  const twice = ['client_id', 'redirect_uri'].find((name) => parameters.repeated.includes(name))
  if (twice !== undefined) throw repeatedParameter(twice)
  const client = loadClient(instance, exchange, parameters, parameters.get('client_id'))
  const redirectUri = parameters.get('redirect_uri')
  if (redirectUri === undefined) throw missingRedirectUri()
  // Byte for byte (RFC 9700 §2.1): no normalisation, no prefix, no other port.
  if (!client.application.oauthConfiguration.authorizedRedirectURLs.includes(redirectUri)) {
    throw unregisteredRedirectUri(redirectUri)
  }
  return { ...client, parameters, redirectUri }
}

const checkRepeated = ({ parameters: { repeated } }: AuthorizationTarget): void => {
  if (repeated[0] !== undefined) throw repeatedParameter(repeated[0])
}

const checkResponseType = ({ parameters }: AuthorizationTarget): void => {
  const responseType = parameters.get('response_type')
  if (responseType === undefined) throw missingResponseType()
  if (responseType !== 'code') throw unsupportedResponseType()
}

const checkGrantEnabled = ({ application }: AuthorizationTarget): void => {
  if (!application.oauthConfiguration.enabledGrants.includes('authorization_code')) {
    throw disabledGrantType('authorization_code')
  }
}

const checkResponseMode = ({ parameters }: AuthorizationTarget): void => {
  const mode = parameters.get('response_mode') ?? 'query'
  if (mode !== 'query' && mode !== 'fragment') throw unsupportedResponseMode()
}

const checkCodeChallenge = ({ parameters, application }: AuthorizationTarget): void => {
  const challenge = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method')
  const required = application.oauthConfiguration.proofKeyForCodeExchangePolicy === 'Required'
  if (challenge === undefined && method === undefined && !required) return
  if (challenge === undefined) throw missingCodeChallenge()
  // RFC 7636 takes a missing method for `plain`, which FusionAuth does not offer.
  if (method !== 'S256') throw unsupportedChallengeMethod()
  if (!/^[\w.~-]{43,128}$/.test(challenge)) throw invalidCodeChallenge()
}

const promptValues = ['none', 'login', 'consent', 'select_account']

const checkPrompt = ({ parameters }: AuthorizationTarget): void => {
  const prompts = splitScope(parameters.get('prompt'))
  if (prompts.some((prompt) => !promptValues.includes(prompt))) throw invalidPrompt()
  if (prompts.includes('none') && prompts.length > 1) throw invalidPrompt()
}

const checkMaxAge = ({ parameters }: AuthorizationTarget): void => {
  if (!/^\d{0,10}$/.test(parameters.get('max_age') ?? '')) throw invalidMaxAge()
}

const checkScope = ({ application, parameters }: AuthorizationTarget): void => {
  grantScopes(application, parameters.get('scope'))
}

// prettier-ignore
const rules = [
  checkRepeated,       // RFC 6749 §3.1
  checkResponseType,   // RFC 6749 §3.1.1
  checkGrantEnabled,   // FusionAuth: oauthConfiguration.enabledGrants
  checkResponseMode,   // OAuth 2.0 Multiple Response Types §2.1
  checkScope,          // RFC 6749 §3.3
  checkCodeChallenge,  // RFC 7636 §4.3, §4.4.1
  checkPrompt,         // OpenID Connect Core §3.1.2.1
  checkMaxAge,         // OpenID Connect Core §3.1.2.1
]

/** Holds the request to every rule; a refusal here is sent to `redirect_uri`. */
export const checkRequest = (target: AuthorizationTarget): AuthorizationRequest => {
  for (const rule of rules) rule(target)
  const { application, parameters } = target
  const maxAge = parameters.get('max_age')
  return {
    ...target,
    scopes: grantScopes(application, parameters.get('scope')),
    prompts: splitScope(parameters.get('prompt')),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
  }
}
