import {
  address,
  asGiven,
  blank,
  checked,
  data,
  flag,
  group,
  id,
  listOf,
  named,
  oneOf,
  type Problem,
  problem,
  text,
} from '../shape.ts'
import { readProvidedScopePolicy } from './scopes.ts'
import { logoutUrl, readApplicationJwtConfiguration } from './tenant.ts'
import { faultOfPattern } from './wildcards.ts'

export const grants = [
  'authorization_code',
  'password',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const

/** A grant of the token endpoint. */
export type Grant = (typeof grants)[number]

/** Grants without a token request here: implicit has none, client credentials belong to Entities. */
const otherGrants = ['client_credentials', 'implicit'] as const

/** Its name alone will do, as in `"roles": ["admin", "user"]`. */
export const readRole = named(
  'name',
  group({
    id: id(undefined),
    name: text(''),
    description: text(undefined),
    isDefault: flag(false),
    isSuperRole: flag(false),
  }),
)

/** A URL has a number for its port: with a wildcard in its place an address is none yet. */
const withPort = (written: string): string => written.replace(/^([^/]+:\/\/[^/?#]+):\*/, '$1:1')

/** Plain http is taken, as FusionAuth does; custom schemes belong to mobile applications. */
const redirectUrl = address(
  '',
  'an absolute URL without a fragment (RFC 6749 §3.1.2)',
  ({ protocol }, written) =>
    !written.includes('#') && !['javascript:', 'data:', 'vbscript:'].includes(protocol),
  withPort,
)

const originUrl = address(
  '',
  'scheme and host, such as https://store.example.com',
  ({ origin }, written) => origin === written,
)

/** What FusionAuth knows of an application besides: kept and shown, and without effect here. */
const kept = asGiven(
  'accessControlConfiguration',
  'authenticationTokenConfiguration',
  'baseURL',
  'cleanSpeakConfiguration',
  'emailConfiguration',
  'externalIdentifierConfiguration',
  'formConfiguration',
  'lambdaConfiguration',
  'multiFactorConfiguration',
  'passwordlessConfiguration',
  'phoneConfiguration',
  'registrationConfiguration',
  'registrationDeletePolicy',
  'samlv2Configuration',
  'themeId',
  'universalConfiguration',
  'webAuthnConfiguration',
)

const readOAuthConfiguration = group({
  ...asGiven('debug'),
  authorizedOriginURLs: listOf(originUrl),
  authorizedRedirectURLs: listOf(redirectUrl),
  authorizedResourceUris: listOf(text('')),
  authorizedURLValidationPolicy: oneOf(['AllowWildcards', 'ExactMatch'], 'ExactMatch'),
  clientAuthenticationPolicy: oneOf(
    ['Required', 'NotRequired', 'NotRequiredWhenUsingPKCE'],
    'Required',
  ),
  clientSecret: text(''),
  consentMode: oneOf(['AlwaysPrompt', 'RememberDecision', 'NeverPrompt'], 'AlwaysPrompt'),
  deviceVerificationURL: logoutUrl,
  enabledGrants: listOf(oneOf([...grants, ...otherGrants], 'authorization_code'), [
    'authorization_code',
    'refresh_token',
  ]),
  generateRefreshTokens: flag(false),
  logoutBehavior: oneOf(['AllApplications', 'RedirectOnly'], 'AllApplications'),
  logoutURL: logoutUrl,
  proofKeyForCodeExchangePolicy: oneOf(
    ['NotRequired', 'NotRequiredWhenUsingClientAuthentication', 'Required'],
    'NotRequired',
  ),
  providedScopePolicy: readProvidedScopePolicy,
  relationship: oneOf(['FirstParty', 'ThirdParty'], 'FirstParty'),
  requireClientAuthentication: flag(true),
  requireRegistration: flag(false),
  scopeHandlingPolicy: oneOf(['Strict', 'Compatibility'], 'Strict'),
  unknownScopePolicy: oneOf(['Reject', 'Remove', 'Allow'], 'Reject'),
})

/** Wildcards are held to their rules where they are allowed; elsewhere `*` is a letter like others. */
const wildcardProblems = (
  {
    authorizedRedirectURLs,
    authorizedURLValidationPolicy: policy,
  }: ReturnType<typeof readOAuthConfiguration>,
  field: string,
): readonly Problem[] =>
  authorizedRedirectURLs.flatMap((written, index) => {
    if (!written.includes('*')) return []
    const exact = URL.canParse(written) ? undefined : 'its wildcard needs the policy AllowWildcards'
    const fault = policy === 'AllowWildcards' ? faultOfPattern(written) : exact
    if (fault === undefined) return []
    const name = `${field}.authorizedRedirectURLs[${index}]`
    return [problem('invalid', name, `Invalid [${name}]: ${fault}.`)]
  })

const readSettings = group({
  ...kept,
  id: id(''),
  tenantId: id(''),
  name: text(''),
  active: flag(true),
  data,
  jwtConfiguration: readApplicationJwtConfiguration,
  loginConfiguration: group({
    allowTokenRefresh: flag(false),
    generateRefreshTokens: flag(false),
    requireAuthentication: flag(true),
  }),
  oauthConfiguration: checked(readOAuthConfiguration, wildcardProblems),
  roles: listOf(readRole),
  unverified: group({ behavior: oneOf(['Allow', 'Gated'], 'Allow') }),
  verificationEmailTemplateId: id(undefined),
  verificationStrategy: oneOf(['ClickableLink', 'FormField'], 'ClickableLink'),
  verifyRegistration: flag(false),
})

/** Who verifies registrations needs a mail for it, sent or not (FusionAuth API: Applications). */
const templateProblems = (
  { verifyRegistration, verificationEmailTemplateId }: ReturnType<typeof readSettings>,
  field: string,
): readonly Problem[] =>
  verifyRegistration && verificationEmailTemplateId === undefined
    ? [blank(`${field}.verificationEmailTemplateId`)]
    : []

/** An application with the defaults of FusionAuth's own domain classes. */
export const readApplication = checked(readSettings, templateProblems)

type ApplicationSettings = ReturnType<typeof readApplication>

export interface Application extends ApplicationSettings {
  readonly insertInstant: number
  readonly lastUpdateInstant: number
}
