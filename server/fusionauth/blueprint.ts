import {
  ClientAuthenticationPolicy,
  GrantType,
  KeyAlgorithm,
  ProofKeyForCodeExchangePolicy,
  RefreshTokenUsagePolicy,
} from '@fusionauth/typescript-client'
import type { Account } from '../../scenarios/engine/ports.ts'
import type { Settings } from '../../scenarios/defences/settings.ts'
import type { ApplicationName, Login, Profile } from '../../scenarios/vocabulary.ts'

/** The ids of what Login Lab sets up at FusionAuth. */
export interface Ids {
  readonly tenant: string
  readonly Store: string
  readonly Forums: string
  readonly user: string
  /** The key that signs tokens at a FusionAuth which others use too. */
  readonly key: string
}

/**
 * Fixed ids, so that setting up twice changes nothing. Each profile has a tenant of its own: two runs
 * of different profiles at one FusionAuth do not turn each other's settings.
 */
const idsByProfile: Readonly<Record<Profile, Ids>> = {
  fidelity: {
    tenant: '6c6f6769-6e20-4c61-8200-000000000001',
    Store: '6c6f6769-6e20-4c61-8200-00000000000a',
    Forums: '6c6f6769-6e20-4c61-8200-00000000000b',
    user: '6c6f6769-6e20-4c61-8200-0000000000aa',
    key: '6c6f6769-6e20-4c61-8200-0000000000ee',
  },
  hardened: {
    tenant: '6c6f6769-6e20-4c61-8200-000000000002',
    Store: '6c6f6769-6e20-4c61-8200-00000000001a',
    Forums: '6c6f6769-6e20-4c61-8200-00000000001b',
    user: '6c6f6769-6e20-4c61-8200-0000000000ba',
    key: '6c6f6769-6e20-4c61-8200-0000000000fe',
  },
}

export const idsOf = (profile: Profile): Ids => idsByProfile[profile]

/** The ids of the usual profile, FusionAuth's defaults. */
export const ids = idsByProfile.fidelity

/** The one user of the lessons. A demonstration account: its password guards nothing. */
export const demoUser: Account & { readonly firstName: string; readonly lastName: string } = {
  loginId: 'ada@example.com',
  password: 'tea-for-two-1815',
  name: 'Ada Winter',
  firstName: 'Ada',
  lastName: 'Winter',
}

/** What a FusionAuth must hold before a lesson can begin, in the shapes of FusionAuth's API. */
export interface Blueprint {
  /**
   * An RSA key of the lessons' own: a FusionAuth may sign with HMAC, which no application can check
   * by the published keys. Absent where the one key of the stand-in will do.
   */
  readonly key?: PlannedKey
  readonly tenant: PlannedTenant
  readonly applications: readonly PlannedApplication[]
  readonly users: readonly PlannedUser[]
}

export interface PlannedKey {
  readonly id: string
  readonly name: string
  readonly algorithm: KeyAlgorithm
  readonly length: number
}

export interface PlannedTenant {
  readonly id: string
  readonly name: string
  readonly issuer: string
  /** Only where the lessons depart from FusionAuth's defaults. */
  readonly jwtConfiguration?: {
    readonly accessTokenKeyId?: string
    readonly idTokenKeyId?: string
    readonly timeToLiveInSeconds?: number
    readonly refreshTokenUsagePolicy?: RefreshTokenUsagePolicy
    readonly refreshTokenRevocationPolicy?: { readonly onOneTimeTokenReuse: boolean }
  }
}

export interface PlannedApplication {
  readonly id: string
  readonly name: string
  readonly oauthConfiguration: {
    readonly clientSecret: string
    readonly authorizedRedirectURLs: string[]
    readonly logoutURL: string
    readonly enabledGrants: GrantType[]
    readonly generateRefreshTokens: boolean
    readonly clientAuthenticationPolicy?: ClientAuthenticationPolicy
    readonly proofKeyForCodeExchangePolicy?: ProofKeyForCodeExchangePolicy
  }
  readonly loginConfiguration: {
    readonly requireAuthentication: boolean
    readonly generateRefreshTokens: boolean
    readonly allowTokenRefresh: boolean
  }
}

export interface PlannedUser {
  readonly user: {
    readonly id: string
    readonly email: string
    readonly password: string
    readonly firstName: string
    readonly lastName: string
    readonly fullName: string
  }
  readonly registrations: readonly { readonly applicationId: string }[]
}

export interface BlueprintOptions {
  readonly origins: Readonly<Record<ApplicationName, string>>
  readonly secrets: Readonly<Record<ApplicationName, string>>
  readonly issuer: string
  /** What the applications must be able to do; `any` for all workflows alike. */
  readonly login: Login | 'any'
  readonly profile?: Profile
  /** What is in force; the profile's own where nothing is said. */
  readonly settings?: Settings
}

/** Grants that a login needs; nothing else is switched on (RFC 9700 §2.4 for the password grant). */
const grants: Readonly<Record<Login, readonly GrantType[]>> = {
  'authorization-code': [GrantType.authorization_code, GrantType.refresh_token],
  'password-grant': [GrantType.password, GrantType.refresh_token],
  native: [],
  'native-at-fusionauth': [],
  implicit: [GrantType.implicit],
}

const logins = (login: Login | 'any'): readonly Login[] =>
  login === 'any' ? ['authorization-code', 'password-grant', 'native'] : [login]

/** FusionAuth's own policies that RFC 9700 asks for: §2.1.1 (PKCE), §2.5 (client authentication). */
const strictClient = {
  clientAuthenticationPolicy: ClientAuthenticationPolicy.Required,
  proofKeyForCodeExchangePolicy: ProofKeyForCodeExchangePolicy.Required,
} as const

/** Refresh tokens work once, and a second use ends their family (RFC 9700 §4.14.2); JWTs are short. */
const strictTokens = {
  timeToLiveInSeconds: 600,
  refreshTokenUsagePolicy: RefreshTokenUsagePolicy.OneTimeUse,
  refreshTokenRevocationPolicy: { onOneTimeTokenReuse: true },
} as const

/** Names need be unique within FusionAuth, and the two profiles live side by side. */
const suffix = (profile: Profile): string => (profile === 'fidelity' ? '' : ` (${profile})`)

const application = (
  name: ApplicationName,
  { origins, secrets, login, profile = 'fidelity' }: BlueprintOptions,
): PlannedApplication => {
  const native = logins(login).includes('native')
  return {
    id: idsOf(profile)[name],
    name: `Login Lab ${name}`,
    oauthConfiguration: {
      clientSecret: secrets[name],
      authorizedRedirectURLs: [`${origins[name]}/oauth-callback`, `${origins[name]}/logged-out`],
      logoutURL: `${origins[name]}/logout/front-channel`,
      enabledGrants: [...new Set(logins(login).flatMap((one) => grants[one]))],
      generateRefreshTokens: true,
      ...(profile === 'hardened' ? strictClient : {}),
    },
    loginConfiguration: {
      requireAuthentication: true,
      generateRefreshTokens: native,
      allowTokenRefresh: native,
    },
  }
}

/** Tenant, applications and user of a workflow; FusionAuth's defaults wherever nothing is said. */
export const blueprint = (options: BlueprintOptions): Blueprint => {
  const { issuer, login, profile = 'fidelity' } = options
  const own = idsOf(profile)
  const name = `Login Lab${suffix(profile)}`
  const shared = login === 'any'
  const jwtConfiguration = {
    ...(shared ? { accessTokenKeyId: own.key, idTokenKeyId: own.key } : {}),
    ...(profile === 'hardened' ? strictTokens : {}),
  }
  return {
    ...(shared ? { key: { id: own.key, name, algorithm: KeyAlgorithm.RS256, length: 2048 } } : {}),
    tenant: {
      id: own.tenant,
      name,
      issuer,
      ...(Object.keys(jwtConfiguration).length === 0 ? {} : { jwtConfiguration }),
    },
    applications: [application('Store', options), application('Forums', options)],
    users: [
      {
        user: {
          id: own.user,
          email: demoUser.loginId,
          password: demoUser.password,
          firstName: demoUser.firstName,
          lastName: demoUser.lastName,
          fullName: demoUser.name,
        },
        registrations: [{ applicationId: own.Store }, { applicationId: own.Forums }],
      },
    ],
  }
}
