import type { GrantType, HTTPMethod, KeyAlgorithm } from '@fusionauth/typescript-client'
import type { ClientPolicy, TokenPolicy } from './policies.ts'

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
  /** For the whole instance; absent where its own defaults will do. */
  readonly systemConfiguration?: PlannedSystem
}

/** Which pages of other origins may call FusionAuth, and how. */
export interface PlannedSystem {
  readonly corsConfiguration: {
    readonly enabled: boolean
    readonly allowCredentials: boolean
    readonly allowedHeaders: string[]
    readonly allowedMethods: HTTPMethod[]
    readonly allowedOrigins: string[]
  }
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
  /** Whose it is and until when, where it is a run's own (`run-tenants.ts`). */
  readonly data?: Readonly<Record<string, unknown>>
  /** Only where the lessons depart from FusionAuth's defaults. */
  readonly httpSessionMaxInactiveInterval?: number
  readonly jwtConfiguration?: TokenPolicy & {
    readonly accessTokenKeyId?: string
    readonly idTokenKeyId?: string
  }
}

export interface PlannedApplication {
  readonly id: string
  readonly name: string
  readonly oauthConfiguration: ClientPolicy & {
    readonly clientSecret: string
    readonly authorizedRedirectURLs: string[]
    readonly logoutURL: string
    readonly enabledGrants: GrantType[]
    readonly generateRefreshTokens: boolean
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
