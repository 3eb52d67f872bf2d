import { GrantType } from '@fusionauth/typescript-client'
import type { Account } from '../../scenarios/engine/ports.ts'
import type { ApplicationName, Login } from '../../scenarios/vocabulary.ts'

/** The ids of what Login Lab sets up at FusionAuth: fixed, so that setting up twice changes nothing. */
export const ids = {
  tenant: '6c6f6769-6e20-4c61-8200-000000000001',
  Store: '6c6f6769-6e20-4c61-8200-00000000000a',
  Forums: '6c6f6769-6e20-4c61-8200-00000000000b',
  user: '6c6f6769-6e20-4c61-8200-0000000000aa',
} as const

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
  readonly tenant: { readonly id: string; readonly name: string; readonly issuer: string }
  readonly applications: readonly PlannedApplication[]
  readonly users: readonly PlannedUser[]
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
  readonly login: Login
}

/** Grants that a login needs; nothing else is switched on (RFC 9700 §2.4 for the password grant). */
const grants: Readonly<Record<Login, readonly GrantType[]>> = {
  'authorization-code': [GrantType.authorization_code, GrantType.refresh_token],
  'password-grant': [GrantType.password, GrantType.refresh_token],
  native: [],
}

const application = (
  name: ApplicationName,
  { origins, secrets, login }: BlueprintOptions,
): PlannedApplication => ({
  id: ids[name],
  name: `Login Lab ${name}`,
  oauthConfiguration: {
    clientSecret: secrets[name],
    authorizedRedirectURLs: [`${origins[name]}/oauth-callback`, `${origins[name]}/logged-out`],
    logoutURL: `${origins[name]}/${login === 'authorization-code' ? 'logout/front-channel' : ''}`,
    enabledGrants: [...grants[login]],
    generateRefreshTokens: true,
  },
  loginConfiguration: {
    requireAuthentication: true,
    generateRefreshTokens: login === 'native',
    allowTokenRefresh: login === 'native',
  },
})

/** Tenant, applications and user of a workflow; FusionAuth's defaults wherever nothing is said. */
export const blueprint = (options: BlueprintOptions): Blueprint => ({
  tenant: { id: ids.tenant, name: 'Login Lab', issuer: options.issuer },
  applications: [application('Store', options), application('Forums', options)],
  users: [
    {
      user: {
        id: ids.user,
        email: demoUser.loginId,
        password: demoUser.password,
        firstName: demoUser.firstName,
        lastName: demoUser.lastName,
        fullName: demoUser.name,
      },
      registrations: [{ applicationId: ids.Store }, { applicationId: ids.Forums }],
    },
  ],
})
