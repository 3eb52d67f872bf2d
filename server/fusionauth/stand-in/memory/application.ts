import { data, flag, group, id, listOf, oneOf, type Reader, text } from '../shape.ts'
import { readApplicationJwtConfiguration } from './tenant.ts'

export const grants = ['authorization_code', 'password', 'refresh_token'] as const

/** A grant that the stand-in can perform. */
export type Grant = (typeof grants)[number]

const otherGrants = [
  'client_credentials',
  'implicit',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const

const readRole = group({
  id: id(undefined),
  name: text(''),
  description: text(undefined),
  isDefault: flag(false),
  isSuperRole: flag(false),
})

const address: Reader<string> = text('')

/** An application with the defaults of FusionAuth's own domain classes. */
export const readApplication = group({
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
  oauthConfiguration: group({
    authorizedOriginURLs: listOf(address),
    authorizedRedirectURLs: listOf(address),
    authorizedURLValidationPolicy: oneOf(['ExactMatch'], 'ExactMatch'),
    clientAuthenticationPolicy: oneOf(
      ['Required', 'NotRequired', 'NotRequiredWhenUsingPKCE'],
      'Required',
    ),
    clientSecret: text(''),
    enabledGrants: listOf(oneOf([...grants, ...otherGrants], 'authorization_code'), [
      'authorization_code',
      'refresh_token',
    ]),
    generateRefreshTokens: flag(false),
    logoutBehavior: oneOf(['AllApplications', 'RedirectOnly'], 'AllApplications'),
    logoutURL: text(undefined),
    proofKeyForCodeExchangePolicy: oneOf(
      ['NotRequired', 'NotRequiredWhenUsingClientAuthentication', 'Required'],
      'NotRequired',
    ),
    relationship: oneOf(['FirstParty'], 'FirstParty'),
    requireClientAuthentication: flag(true),
    requireRegistration: flag(false),
    scopeHandlingPolicy: oneOf(['Strict', 'Compatibility'], 'Strict'),
    unknownScopePolicy: oneOf(['Reject', 'Remove', 'Allow'], 'Reject'),
  }),
  roles: listOf(readRole),
})

type ApplicationSettings = ReturnType<typeof readApplication>

export interface Application extends ApplicationSettings {
  readonly insertInstant: number
  readonly lastUpdateInstant: number
}
