import { GrantType, HTTPMethod, KeyAlgorithm } from '@fusionauth/typescript-client'
import { workflows } from '../../scenarios/catalogue/workflows.ts'
import { settingsOf } from '../../scenarios/defences/presets.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { ClientType, Login, Profile } from '../../scenarios/model/client.ts'
import type { ApplicationName } from '../../scenarios/model/participant.ts'
import { demoUser, type Ids, idsOf } from './ids.ts'
import type { Blueprint, PlannedApplication, PlannedKey, PlannedSystem } from './plan.ts'
import { clientPolicyOf, ssoPolicyOf, tokenPolicyOf } from './policies.ts'

export interface BlueprintOptions {
  readonly origins: Readonly<Record<ApplicationName, string>>
  readonly secrets: Readonly<Record<ApplicationName, string>>
  readonly issuer: string
  /** What the applications must be able to do; `any` for all workflows that a real server can run. */
  readonly login: Login | 'any'
  /** What kind of client they are; a web application where nothing is said. */
  readonly client?: ClientType
  readonly profile?: Profile
  /** What is in force; the profile's own where nothing is said. */
  readonly settings?: DefenceSettings
  /** A tenant for one run alone; where nothing is said it is the one of the profile. */
  readonly own?: OwnTenant
}

/** What tells a run's own tenant from all others. */
export interface OwnTenant {
  readonly ids: Ids
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Grants that a login needs; nothing else is switched on (RFC 9700 §2.4 for the password grant). */
const grants: Readonly<Record<Login, readonly GrantType[]>> = {
  'authorization-code': [GrantType.authorization_code, GrantType.refresh_token],
  'password-grant': [GrantType.password, GrantType.refresh_token],
  native: [],
  'native-at-fusionauth': [],
  implicit: [GrantType.implicit],
}

const loginsOf = (login: Login | 'any'): readonly Login[] =>
  login === 'any' ? ['authorization-code', 'password-grant', 'native'] : [login]

type Asked = Pick<BlueprintOptions, 'login' | 'client'>

/** An app on a phone is its own client, and comes back by an address of its own (RFC 8252 §7.2). */
const isPublicClient = ({ client, login }: Asked): boolean =>
  client === 'mobile' && login === 'authorization-code'

/** A script of an application's page calls FusionAuth, and has its cookies sent along. */
const isCalledByScript = ({ client, login }: Asked): boolean =>
  client === 'spa' && login === 'native-at-fusionauth'

/** The switches of a FusionAuth that serves many workflows alike. */
const sharedBy = (profile: Profile): DefenceSettings => {
  const [seed] = workflows
  if (seed === undefined) throw new Error('the catalogue is empty')
  return settingsOf(seed, profile, {})
}

/** Names need be unique within FusionAuth, and the two profiles live side by side. */
const sharedName = (profile: Profile): string =>
  profile === 'fidelity' ? 'Login Lab' : `Login Lab (${profile})`

/**
 * Whatever host stands beside an application's, and whatever page; of its own, those that lead on, too:
 * what wildcards are used for.
 */
const wildcards = (origin: string): readonly string[] => [
  `${origin.replace(/^(https?:\/\/)[^.]+/, '$1*')}/*`,
  `${origin}/*?to=*`,
]

const application = (
  name: ApplicationName,
  options: BlueprintOptions,
  id: string,
  settings: DefenceSettings,
): PlannedApplication => {
  const { origins, secrets } = options
  const logins = loginsOf(options.login)
  const isPublic = isPublicClient(options)
  const isDirect = logins.includes('native-at-fusionauth')
  const usesLoginApi = isDirect || logins.includes('native')
  return {
    id,
    name: `Login Lab ${name}`,
    oauthConfiguration: {
      clientSecret: secrets[name],
      authorizedRedirectURLs: [
        `${origins[name]}${isPublic ? '/app-callback' : '/oauth-callback'}`,
        `${origins[name]}/logged-out`,
        ...(settings['exact-redirect-uris'] ? [] : wildcards(origins[name])),
      ],
      logoutURL: `${origins[name]}/logout/front-channel`,
      enabledGrants: [...new Set(logins.flatMap((one) => grants[one]))],
      generateRefreshTokens: true,
      ...clientPolicyOf(settings, isPublic),
    },
    loginConfiguration: {
      requireAuthentication: !isDirect,
      generateRefreshTokens: usesLoginApi,
      allowTokenRefresh: usesLoginApi,
    },
  }
}

/** What lets scripts of these origins call FusionAuth; it holds for the whole instance. */
export const systemOf = ({ origins }: Pick<BlueprintOptions, 'origins'>): PlannedSystem => ({
  corsConfiguration: {
    enabled: true,
    allowCredentials: true,
    allowedHeaders: ['Content-Type'],
    allowedMethods: [HTTPMethod.GET, HTTPMethod.POST],
    allowedOrigins: [origins.Store, origins.Forums],
  },
})

/** The key of all runs at a FusionAuth that others use, too; each shared tenant has one of its own. */
const keyOf = ({ login, own, profile = 'fidelity' }: BlueprintOptions): PlannedKey | null => {
  const kind = { algorithm: KeyAlgorithm.RS256, length: 2048 } as const
  if (own !== undefined) return { id: own.ids.key, name: sharedName('fidelity'), ...kind }
  return login === 'any' ? { id: idsOf(profile).key, name: sharedName(profile), ...kind } : null
}

/** Tenant, applications and user of a workflow; FusionAuth's defaults wherever nothing is said. */
export const blueprint = (options: BlueprintOptions): Blueprint => {
  const { issuer, own, profile = 'fidelity' } = options
  const { settings = sharedBy(profile) } = options
  const { tenant, Store, Forums, user } = own?.ids ?? idsOf(profile)
  const key = keyOf(options)
  const jwtConfiguration = {
    ...(key === null ? {} : { accessTokenKeyId: key.id, idTokenKeyId: key.id }),
    ...tokenPolicyOf(settings),
  }
  return {
    ...(key === null ? {} : { key }),
    tenant: {
      id: tenant,
      name: own?.name ?? sharedName(profile),
      issuer,
      ...(own === undefined ? {} : { data: own.data }),
      ...ssoPolicyOf(settings),
      ...(Object.keys(jwtConfiguration).length === 0 ? {} : { jwtConfiguration }),
    },
    applications: [
      application('Store', options, Store, settings),
      application('Forums', options, Forums, settings),
    ],
    users: [
      {
        user: {
          id: user,
          email: demoUser.loginId,
          password: demoUser.password,
          firstName: demoUser.firstName,
          lastName: demoUser.lastName,
          fullName: demoUser.name,
        },
        registrations: [{ applicationId: Store }, { applicationId: Forums }],
      },
    ],
    ...(isCalledByScript(options) ? { systemConfiguration: systemOf(options) } : {}),
  }
}
