/**
 * The authorization request (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1, RFC 7636 §4.3): who asks,
 * where the answer goes, and every rule that it has to keep. One rule, one function.
 */
import type { StandInContext, Instance } from '../instance.ts'
import type { Grant } from '../memory/application.ts'
import { type ClientOfTenant, loadClient } from './client.ts'
import { loadByUserCode } from './device/device-codes.ts'
import { deviceGrant, devicePagePath } from './device/names.ts'
import { loadHintedUser } from './id-token-hint.ts'
import type { RequestParameters } from './parameters.ts'
import { isRegistered } from './redirect-uri.ts'
import {
  disabledGrantType,
  invalidCodeChallenge,
  invalidMaxAge,
  invalidPrompt,
  missingCodeChallenge,
  missingOpenid,
  missingRedirectUri,
  missingResponseType,
  repeatedParameter,
  unregisteredRedirectUri,
  unsupportedChallengeMethod,
  unsupportedRequestObject,
  unsupportedResponseMode,
  unsupportedResponseType,
} from './refusals.ts'
import { boundResources } from './resources.ts'
import { mayTravel, readResponseType, type ResponseType } from './response-type.ts'
import { grantScopes, splitScope } from './scopes.ts'

/** Where an answer may be sent: a known client and one of its registered addresses. */
export interface AuthorizationTarget extends ClientOfTenant {
  readonly parameters: RequestParameters
  readonly redirectUri: string
}

/** A request that keeps every rule. */
export interface AuthorizationRequest extends AuthorizationTarget {
  readonly responseType: ResponseType
  readonly scopes: readonly string[]
  readonly prompts: readonly string[]
  /** Seconds; undefined when any age will do. */
  readonly maxAge: number | undefined
  /** Whom `id_token_hint` names: nobody else may be told of. undefined when it was not sent. */
  readonly hintedUserId: string | undefined
}

/** A login for a device ends at a page of our own, without a code; only `user_code` leads there. */
const endsAtDevicePage = (
  { origin }: Instance,
  { parameters, redirectUri }: Pick<AuthorizationTarget, 'parameters' | 'redirectUri'>,
): boolean => redirectUri === origin + devicePagePath.complete && parameters.has('user_code')

/**
 * What has to be right before anything may be sent to `redirect_uri`. A refusal here is shown on a
 * page of our own and never redirects (RFC 6749 §4.1.2.1).
 */
export const loadTarget = (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): AuthorizationTarget => {
  const twice = ['client_id', 'redirect_uri'].find((name) => parameters.repeated.includes(name))
  if (twice !== undefined) throw repeatedParameter(twice)
  const client = loadClient(instance, exchange, parameters, parameters.get('client_id'))
  const redirectUri = parameters.get('redirect_uri')
  if (redirectUri === undefined) throw missingRedirectUri()
  if (
    !isRegistered(instance, client.application, redirectUri) &&
    !endsAtDevicePage(instance, { parameters, redirectUri })
  ) {
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
  const known = readResponseType(responseType)
  if (known === undefined) throw unsupportedResponseType()
  const openid = splitScope(parameters.get('scope')).includes('openid')
  // FusionAuth does not take the bare `token` together with openid.
  if (known === 'token' && openid) throw unsupportedResponseType()
  if (known.startsWith('id_token') && !openid) throw missingOpenid()
}

const grantOf = (instance: Instance, target: AuthorizationTarget): Grant | 'implicit' => {
  if (endsAtDevicePage(instance, target)) return deviceGrant
  const responseType = readResponseType(target.parameters.get('response_type'))
  return responseType === 'code' ? 'authorization_code' : 'implicit'
}

const checkGrantEnabled = (target: AuthorizationTarget, instance: Instance): void => {
  const { application } = target
  const grant = grantOf(instance, target)
  if (!application.oauthConfiguration.enabledGrants.includes(grant)) throw disabledGrantType(grant)
}

const checkResponseMode = ({ parameters }: AuthorizationTarget): void => {
  const mode = parameters.get('response_mode')
  const responseType = readResponseType(parameters.get('response_type'))
  if (mode !== undefined && !mayTravel(mode, responseType)) throw unsupportedResponseMode()
}

const checkUserCode = ({ parameters, application }: AuthorizationTarget, instance: Instance) => {
  const userCode = parameters.get('user_code')
  if (userCode !== undefined) loadByUserCode(instance, application, userCode)
}

/** OpenID Connect Core §6: FusionAuth does not know request objects and passes them over. */
const checkRequestObject = ({ parameters }: AuthorizationTarget, { hardened }: Instance): void => {
  const name = ['request', 'request_uri'].find((candidate) => parameters.has(candidate))
  if (hardened && name !== undefined) throw unsupportedRequestObject(name)
}

const needsCodeChallenge = (target: AuthorizationTarget, instance: Instance): boolean => {
  if (grantOf(instance, target) !== 'authorization_code') return false
  const policy = target.application.oauthConfiguration.proofKeyForCodeExchangePolicy
  return instance.hardened || policy === 'Required'
}

const checkCodeChallenge = (target: AuthorizationTarget, instance: Instance): void => {
  const { parameters } = target
  const challenge = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method')
  const required = needsCodeChallenge(target, instance)
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

const checkScope = ({ application, parameters }: AuthorizationTarget, instance: Instance): void => {
  grantScopes(instance, application, parameters.get('scope'))
}

const checkResource = ({ application, parameters }: AuthorizationTarget): void => {
  boundResources(application, parameters.all('resource'))
}

// prettier-ignore
const rules: readonly ((target: AuthorizationTarget, instance: Instance) => void)[] = [
  checkRepeated,       // RFC 6749 §3.1
  checkRequestObject,  // OpenID Connect Core §6
  checkResponseType,   // RFC 6749 §3.1.1
  checkGrantEnabled,   // FusionAuth: oauthConfiguration.enabledGrants
  checkResponseMode,   // OAuth 2.0 Multiple Response Types §2.1
  checkScope,          // RFC 6749 §3.3
  checkCodeChallenge,  // RFC 7636 §4.3, §4.4.1
  checkPrompt,         // OpenID Connect Core §3.1.2.1
  checkMaxAge,         // OpenID Connect Core §3.1.2.1
  checkUserCode,       // RFC 8628 §3.3
  checkResource,       // RFC 8707 §2
]

/** Holds the request to every rule; a refusal here is sent to `redirect_uri`. */
export const checkRequest = async (
  instance: Instance,
  target: AuthorizationTarget,
): Promise<AuthorizationRequest> => {
  for (const rule of rules) rule(target, instance)
  const { application, parameters } = target
  const maxAge = parameters.get('max_age')
  return {
    ...target,
    responseType: readResponseType(parameters.get('response_type')) ?? 'code',
    scopes: grantScopes(instance, application, parameters.get('scope')),
    prompts: splitScope(parameters.get('prompt')),
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
    hintedUserId: await loadHintedUser(instance, target),
  }
}
