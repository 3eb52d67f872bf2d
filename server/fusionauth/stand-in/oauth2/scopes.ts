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

/**
 * The scopes that a request is granted (RFC 6749 §3.3). An unknown one is refused, left out or let
 * through, as the application's `unknownScopePolicy` says.
 */
export const grantScopes = (
  { oauthConfiguration }: Application,
  scope: string | undefined,
): readonly string[] => {
  const asked = splitScope(scope)
  if (oauthConfiguration.unknownScopePolicy === 'Allow') return asked
  const unknown = asked.find((name) => !known(name))
  if (unknown !== undefined && oauthConfiguration.unknownScopePolicy === 'Reject') {
    throw unknownScope(unknown)
  }
  return asked.filter(known)
}

/** Whether these scopes bring a refresh token: asked for, switched on, and its grant enabled. */
export const grantsRefreshToken = (
  { oauthConfiguration }: Application,
  scopes: readonly string[],
): boolean =>
  scopes.includes('offline_access') &&
  oauthConfiguration.generateRefreshTokens &&
  oauthConfiguration.enabledGrants.includes('refresh_token')
