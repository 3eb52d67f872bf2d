import type { Instance } from '../instance.ts'
import type { User } from '../memory/user.ts'
import type { AuthorizationRequest } from './authorization-request.ts'

const keyOf = ({ application }: AuthorizationRequest, user: User): string =>
  `${user.id} ${application.id}`

/**
 * Whether the user has to be asked, by `relationship` and `consentMode`. `prompt=consent` asks again
 * where a decision is remembered (OpenID Connect Core §3.1.2.1).
 */
export const needsConsent = (
  { memory, clock }: Instance,
  request: AuthorizationRequest,
  user: User,
): boolean => {
  const { relationship, consentMode } = request.application.oauthConfiguration
  if (relationship === 'FirstParty' || consentMode === 'NeverPrompt') return false
  if (consentMode === 'AlwaysPrompt' || request.prompts.includes('consent')) return true
  const consent = memory.consents.get(keyOf(request, user))
  if (consent === undefined || clock.now() >= consent.expiryInstant) return true
  return request.scopes.some((scope) => !consent.scopes.includes(scope))
}

/** Keeps the user's word as long as the tenant says. */
export const rememberConsent = (
  { memory, clock }: Instance,
  request: AuthorizationRequest,
  user: User,
): void => {
  const { rememberOAuthScopeConsentChoiceTimeToLiveInSeconds: seconds } =
    request.tenant.externalIdentifierConfiguration
  const { scopes } = request
  memory.consents.set(keyOf(request, user), {
    scopes,
    expiryInstant: clock.now() + seconds * 1000,
  })
}
