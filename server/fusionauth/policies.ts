import {
  ClientAuthenticationPolicy,
  Oauth2AuthorizedURLValidationPolicy,
  ProofKeyForCodeExchangePolicy,
  RefreshTokenExpirationPolicy,
  RefreshTokenUsagePolicy,
} from '@fusionauth/typescript-client'
import type { DefenceId, DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { StandInRules } from './stand-in/rules.ts'

/** How tokens live in a tenant, as far as it departs from FusionAuth's defaults. */
export interface TokenPolicy {
  readonly timeToLiveInSeconds?: number
  readonly refreshTokenUsagePolicy?: RefreshTokenUsagePolicy
  readonly refreshTokenOneTimeUseConfiguration?: { readonly gracePeriodInSeconds: number }
  readonly refreshTokenTimeToLiveInMinutes?: number
  readonly refreshTokenExpirationPolicy?: RefreshTokenExpirationPolicy
  readonly refreshTokenSlidingWindowConfiguration?: { readonly maximumTimeToLiveInMinutes: number }
  readonly refreshTokenRevocationPolicy?: {
    readonly onOneTimeTokenReuse?: boolean
    readonly onPasswordChanged?: boolean
  }
}

/** What FusionAuth itself does with times, in minutes (FusionAuth docs, Tenants). */
const defaults = { jwt: 60, refreshToken: 43_200, sso: 60 } as const

/** The switches of tokens, in the shape of FusionAuth's tenant (RFC 9700 §4.14.2). */
export const tokenPolicyOf = (settings: DefenceSettings): TokenPolicy => {
  const longest = settings['refresh-token-absolute-minutes']
  const revocation = {
    ...(settings['reuse-detection'] ? { onOneTimeTokenReuse: true } : {}),
    ...(settings['revoke-on-password-change'] ? {} : { onPasswordChanged: false }),
  }
  return {
    ...(settings['jwt-minutes'] === defaults.jwt
      ? {}
      : { timeToLiveInSeconds: settings['jwt-minutes'] * 60 }),
    ...(settings.rotation ? { refreshTokenUsagePolicy: RefreshTokenUsagePolicy.OneTimeUse } : {}),
    ...(settings['grace-seconds'] === 0
      ? {}
      : {
          refreshTokenOneTimeUseConfiguration: { gracePeriodInSeconds: settings['grace-seconds'] },
        }),
    ...(settings['refresh-token-minutes'] === defaults.refreshToken
      ? {}
      : { refreshTokenTimeToLiveInMinutes: settings['refresh-token-minutes'] }),
    ...(longest === 0
      ? {}
      : {
          refreshTokenExpirationPolicy:
            RefreshTokenExpirationPolicy.SlidingWindowWithMaximumLifetime,
          refreshTokenSlidingWindowConfiguration: { maximumTimeToLiveInMinutes: longest },
        }),
    ...(Object.keys(revocation).length === 0 ? {} : { refreshTokenRevocationPolicy: revocation }),
  }
}

/** Seconds after which FusionAuth's own session is over when nobody uses it; none for the default. */
export const ssoPolicyOf = (
  settings: DefenceSettings,
): { readonly httpSessionMaxInactiveInterval?: number } =>
  settings['sso-minutes'] === defaults.sso
    ? {}
    : { httpSessionMaxInactiveInterval: settings['sso-minutes'] * 60 }

/** The switches of rules that every FusionAuth keeps to, whatever it is set to. */
export const ruleIds = [
  'redirect-after-login',
  'codes-once',
  'verifier-check',
  'client-match',
  'scope-check',
] as const satisfies readonly DefenceId[]

/** What the stand-in keeps to, which no FusionAuth can be told to leave. */
export const rulesOf = (settings: DefenceSettings): StandInRules => ({
  redirectAfterLogin: settings['redirect-after-login'],
  codesOnce: settings['codes-once'],
  verifierCheck: settings['verifier-check'],
  clientMatch: settings['client-match'],
  scopeCheck: settings['scope-check'],
})

/** How a client proves itself, and where it may be answered. */
export interface ClientPolicy {
  readonly clientAuthenticationPolicy: ClientAuthenticationPolicy
  readonly proofKeyForCodeExchangePolicy?: ProofKeyForCodeExchangePolicy
  readonly authorizedURLValidationPolicy?: Oauth2AuthorizedURLValidationPolicy
}

/**
 * The switches of clients (RFC 9700 §2.1.1, §2.5). A public client, such as an app on a phone, has
 * no secret to show: it must use PKCE (RFC 8252 §6, §8.5).
 */
export const clientPolicyOf = (settings: DefenceSettings, isPublic: boolean): ClientPolicy => {
  const authenticates = settings['client-authentication'] && !isPublic
  return {
    clientAuthenticationPolicy: authenticates
      ? ClientAuthenticationPolicy.Required
      : ClientAuthenticationPolicy.NotRequired,
    ...(settings['pkce-required'] || isPublic
      ? { proofKeyForCodeExchangePolicy: ProofKeyForCodeExchangePolicy.Required }
      : {}),
    ...(settings['exact-redirect-uris']
      ? {}
      : { authorizedURLValidationPolicy: Oauth2AuthorizedURLValidationPolicy.AllowWildcards }),
  }
}
