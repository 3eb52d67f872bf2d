import { address, asGiven, data, flag, group, id, listOf, oneOf, text, whole } from '../shape.ts'

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

/** The keys that sign, and those that may verify besides (1.69): all by their ids. */
const keys = {
  accessTokenKeyId: id(undefined),
  accessTokenVerificationKeyIds: listOf(id('')),
  idTokenKeyId: id(undefined),
  idTokenVerificationKeyIds: listOf(id('')),
}

/** Where a browser goes, or which address is called, at logout. */
export const logoutUrl = address(undefined, 'an http or https URL', ({ protocol }) =>
  /^https?:$/.test(protocol),
)

/** An application's own JWT settings; they count only when `enabled`. */
export const readApplicationJwtConfiguration = group({
  enabled: flag(false),
  ...keys,
  ...policies,
})

/** What FusionAuth knows of a tenant besides: kept and shown, and without effect here. */
const kept = asGiven(
  'accessControlConfiguration',
  'baseURL',
  'captchaConfiguration',
  'clientRiskConfiguration',
  'connectorPolicies',
  'eventConfiguration',
  'familyConfiguration',
  'formConfiguration',
  'lambdaConfiguration',
  'minimumPasswordAge',
  'multiFactorConfiguration',
  'oauthConfiguration',
  'passwordEncryptionConfiguration',
  'phoneConfiguration',
  'rateLimitConfiguration',
  'registrationConfiguration',
  'scimServerConfiguration',
  'ssoConfiguration',
  'themeId',
  'userDeletePolicy',
  'usernameConfiguration',
  'webAuthnConfiguration',
)

/** The same of the mails that it sends. */
const keptOfMails = asGiven(
  'additionalHeaders',
  'adminTwoFactorMethodRemoveEmailTemplateId',
  'debug',
  'defaultFromEmail',
  'defaultFromName',
  'emailUpdateEmailTemplateId',
  'emailVerifiedEmailTemplateId',
  'forgotPasswordEmailTemplateId',
  'host',
  'implicitEmailVerificationAllowed',
  'loginIdInUseOnCreateEmailTemplateId',
  'loginIdInUseOnUpdateEmailTemplateId',
  'loginNewDeviceEmailTemplateId',
  'loginSuspiciousEmailTemplateId',
  'password',
  'passwordResetSuccessEmailTemplateId',
  'passwordUpdateEmailTemplateId',
  'passwordlessEmailTemplateId',
  'port',
  'properties',
  'security',
  'setPasswordEmailTemplateId',
  'twoFactorMethodAddEmailTemplateId',
  'twoFactorMethodRemoveEmailTemplateId',
  'username',
  'verificationEmailTemplateId',
  'verifyEmailWhenChanged',
)

/** A tenant with the defaults of FusionAuth's own domain classes. Units are in the names. */
export const readTenant = group({
  ...kept,
  id: id(''),
  name: text(''),
  data,
  emailConfiguration: group({
    ...keptOfMails,
    unverified: group({ behavior: oneOf(['Allow', 'Gated'], 'Allow') }),
    verificationStrategy: oneOf(['ClickableLink', 'FormField'], 'ClickableLink'),
    verifyEmail: flag(false),
  }),
  externalIdentifierConfiguration: group({
    authorizationGrantIdTimeToLiveInSeconds: whole(30, 1, 600),
    deviceCodeTimeToLiveInSeconds: whole(300, 1, 86_400),
    changePasswordIdTimeToLiveInSeconds: whole(600, 1, 2_592_000),
    emailVerificationIdTimeToLiveInSeconds: whole(86_400, 1, 2_592_000),
    loginIntentTimeToLiveInSeconds: whole(1800, 1, 86_400),
    oneTimePasswordTimeToLiveInSeconds: whole(60, 1, 86_400),
    registrationVerificationIdTimeToLiveInSeconds: whole(86_400, 1, 2_592_000),
    rememberOAuthScopeConsentChoiceTimeToLiveInSeconds: whole(2_592_000, 1),
  }),
  failedAuthenticationConfiguration: group({
    actionCancelPolicy: group({ onPasswordReset: flag(false) }),
    actionDuration: whole(3, 1),
    actionDurationUnit: oneOf(['MINUTES', 'HOURS', 'DAYS', 'WEEKS', 'MONTHS', 'YEARS'], 'MINUTES'),
    resetCountInSeconds: whole(60, 1),
    tooManyAttempts: whole(5, 1),
    userActionId: id(undefined),
  }),
  httpSessionMaxInactiveInterval: whole(3600, 0),
  issuer: text('acme.com'),
  jwtConfiguration: group({
    ...keys,
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
  maximumPasswordAge: group({ days: whole(180, 1), enabled: flag(false) }),
  passwordValidationRules: group({
    ...asGiven('breachDetection', 'disallowUserLoginId', 'rememberPreviousPasswords'),
    maxLength: whole(256, 1, 256),
    minLength: whole(8, 1, 256),
    requireMixedCase: flag(false),
    requireNonAlpha: flag(false),
    requireNumber: flag(false),
    validateOnLogin: flag(false),
  }),
})

type TenantSettings = ReturnType<typeof readTenant>

export interface Tenant extends TenantSettings {
  readonly insertInstant: number
  readonly lastUpdateInstant: number
}

/** The settings that decide how a token lives: the application's own when enabled, else the tenant's. */
export type JwtPolicy = Pick<Tenant['jwtConfiguration'], keyof typeof policies>
