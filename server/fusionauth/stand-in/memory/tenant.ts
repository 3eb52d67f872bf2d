import { address, data, flag, group, id, oneOf, text, whole } from '../shape.ts'

const minute = 1
const day = 24 * 60 * minute

const policies = {
  refreshTokenExpirationPolicy: oneOf(
    ['Fixed', 'SlidingWindow', 'SlidingWindowWithMaximumLifetime'],
    'Fixed',
  ),
  refreshTokenOneTimeUseConfiguration: group({ gracePeriodInSeconds: whole(0, 0, 86_399) }),
  refreshTokenSlidingWindowConfiguration: group({
    maximumTimeToLiveInMinutes: whole(30 * day, minute),
  }),
  refreshTokenTimeToLiveInMinutes: whole(30 * day, minute),
  refreshTokenUsagePolicy: oneOf(['Reusable', 'OneTimeUse'], 'Reusable'),
  timeToLiveInSeconds: whole(3600, 1),
}

/** Where a browser goes, or which address is called, at logout. */
export const logoutUrl = address(undefined, 'an http or https URL', ({ protocol }) =>
  /^https?:$/.test(protocol),
)

/** An application's own JWT settings; they count only when `enabled`. */
export const readApplicationJwtConfiguration = group({
  enabled: flag(false),
  accessTokenKeyId: id(undefined),
  idTokenKeyId: id(undefined),
  ...policies,
})

/** A tenant with the defaults of FusionAuth's own domain classes. Units are in the names. */
export const readTenant = group({
  id: id(''),
  name: text(''),
  data,
  externalIdentifierConfiguration: group({
    authorizationGrantIdTimeToLiveInSeconds: whole(30, 1, 600),
    deviceCodeTimeToLiveInSeconds: whole(300, 1, 86_400),
    loginIntentTimeToLiveInSeconds: whole(1800, 1, 86_400),
    rememberOAuthScopeConsentChoiceTimeToLiveInSeconds: whole(2_592_000, 1),
  }),
  httpSessionMaxInactiveInterval: whole(3600, 0),
  issuer: text('acme.com'),
  jwtConfiguration: group({
    accessTokenKeyId: id(undefined),
    idTokenKeyId: id(undefined),
    ...policies,
    refreshTokenRevocationPolicy: group({
      onLoginPrevented: flag(true),
      onMultiFactorEnable: flag(false),
      onOneTimeTokenReuse: flag(false),
      onPasswordChanged: flag(true),
    }),
  }),
  loginConfiguration: group({ requireAuthentication: flag(true) }),
  logoutURL: logoutUrl,
  passwordValidationRules: group({ minLength: whole(8, 1, 256), maxLength: whole(256, 1, 256) }),
})

type TenantSettings = ReturnType<typeof readTenant>

export interface Tenant extends TenantSettings {
  readonly insertInstant: number
  readonly lastUpdateInstant: number
}

/** The settings that decide how a token lives: the application's own when enabled, else the tenant's. */
export type JwtPolicy = Pick<Tenant['jwtConfiguration'], keyof typeof policies>
