import type { Application } from '../memory/application.ts'
import { unknownScope } from './refusals.ts'

/** The scopes that FusionAuth provides for every application. */
export const providedScopes = [
  'openid',
  'offline_access',
  'profile',
  'email',
  'phone',
  'address',
] as const

export const splitScope = (scope: string | undefined): readonly string[] => [
  ...new Set((scope ?? '').split(' ').filter((name) => name !== '')),
]

const known = (name: string): boolean => providedScopes.some((provided) => provided === name)

/** The first scope that the application's `unknownScopePolicy` refuses; undefined when none is. */
export const rejectedScope = (
  { oauthConfiguration }: Application,
  scopes: readonly string[],
): string | undefined =>
  oauthConfiguration.unknownScopePolicy === 'Reject'
    ? scopes.find((scope) => !known(scope))
    : undefined

/**
 * The scopes that a request is granted (RFC 6749 §3.3). An unknown one is refused, left out or let
 * through, as the application's `unknownScopePolicy` says.
 */
export const grantScopes = (
  application: Application,
  scope: string | undefined,
): readonly string[] => {
  const asked = splitScope(scope)
  const rejected = rejectedScope(application, asked)
  if (rejected !== undefined) throw unknownScope(rejected)
  return application.oauthConfiguration.unknownScopePolicy === 'Allow' ? asked : asked.filter(known)
}

/** Whether these scopes bring a refresh token: asked for, switched on, and its grant enabled. */
export const grantsRefreshToken = (
  { oauthConfiguration }: Application,
  scopes: readonly string[],
): boolean =>
  scopes.includes('offline_access') &&
  oauthConfiguration.generateRefreshTokens &&
  oauthConfiguration.enabledGrants.includes('refresh_token')
