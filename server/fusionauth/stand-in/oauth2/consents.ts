import type { Instance } from '../instance.ts'
import type { Consent } from '../memory/records.ts'
import type { User } from '../memory/user.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { findScope } from './scopes.ts'

const keyOf = ({ application }: AuthorizationRequest, user: User): string =>
  `${user.id} ${application.id}`

const remembered = (
  { memory, clock }: Instance,
  request: AuthorizationRequest,
  user: User,
): Consent | undefined => {
  const consent = memory.consents.get(keyOf(request, user))
  return consent !== undefined && clock.now() < consent.expiryInstant ? consent : undefined
}

/** Whether a scope can be declined: it is known, and not required. */
export const isOptional = (
  instance: Instance,
  { application }: AuthorizationRequest,
  scope: string,
): boolean => findScope(instance, application, scope)?.isRequired === false

/**
 * Whether the user has to be asked, by `relationship` and `consentMode`. A remembered decision serves
 * until it runs out, unless more is asked for or what was declined is required now (FusionAuth docs,
 * OAuth Scopes). `prompt=consent` asks again (OpenID Connect Core §3.1.2.1).
 */
export const needsConsent = (
  instance: Instance,
  request: AuthorizationRequest,
  user: User,
): boolean => {
  const { relationship, consentMode } = request.application.oauthConfiguration
  if (relationship === 'FirstParty' || consentMode === 'NeverPrompt') return false
  if (consentMode === 'AlwaysPrompt' || request.prompts.includes('consent')) return true
  const consent = remembered(instance, request, user)
  if (consent === undefined) return true
  const { scopes, declined } = consent
  return request.scopes.some(
    (scope) =>
      !scopes.includes(scope) &&
      !(declined.includes(scope) && isOptional(instance, request, scope)),
  )
}

/** What an application gets that need not ask: all of it, but for what the user declined before. */
export const grantedBefore = (
  instance: Instance,
  request: AuthorizationRequest,
  user: User,
): readonly string[] => {
  const { relationship, consentMode } = request.application.oauthConfiguration
  if (relationship === 'FirstParty' || consentMode !== 'RememberDecision') return request.scopes
  const declined = remembered(instance, request, user)?.declined ?? []
  return request.scopes.filter((scope) => !declined.includes(scope))
}

/**
 * Keeps the user's word as long as the tenant says. Only what this request asked for is decided anew;
 * what was decided of other scopes stays (FusionAuth docs, OAuth Scopes).
 */
export const rememberConsent = (
  instance: Instance,
  request: AuthorizationRequest,
  user: User,
  allowed: readonly string[],
): void => {
  const { memory, clock } = instance
  const { rememberOAuthScopeConsentChoiceTimeToLiveInSeconds: seconds } =
    request.tenant.externalIdentifierConfiguration
  const before = remembered(instance, request, user)
  const asked = request.scopes
  const others = (scopes: readonly string[] = []): readonly string[] =>
    scopes.filter((scope) => !asked.includes(scope))
  memory.consents.set(keyOf(request, user), {
    scopes: [...others(before?.scopes), ...allowed],
    declined: [...others(before?.declined), ...asked.filter((scope) => !allowed.includes(scope))],
    expiryInstant: clock.now() + seconds * 1000,
  })
}
