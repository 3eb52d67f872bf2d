import type { Instance } from '../instance.ts'
import { customScopesOf } from '../kept/custom-scope.ts'
import type { Application } from '../memory/application.ts'
import { providedScopes, reservedScopes } from '../memory/scopes.ts'
import { unknownScope } from './refusals.ts'

/** The scopes that an application has without anybody having made them. */
export const offeredScopes = [...reservedScopes, ...providedScopes] as const

/** A scope that an application knows, as a user is asked for it. */
export interface KnownScope {
  readonly name: string
  /** Whether nobody goes on without it; an optional one can be declined. */
  readonly isRequired: boolean
  /** What it lets an application do, in a user's words, and more of it; undefined when nothing is shown. */
  readonly message: string | undefined
  readonly detail: string | undefined
}

const meanings = {
  profile: 'See your name and profile',
  email: 'See your email address',
  phone: 'See your phone number',
  address: 'See your postal address',
} as const

const textOr = <D>(value: unknown, fallback: D): string | D =>
  typeof value === 'string' && value.trim() !== '' ? value : fallback

/** The scope of a name; undefined for one that the application does not know, or has switched off. */
export const findScope = (
  { memory }: Pick<Instance, 'memory'>,
  { id, oauthConfiguration }: Application,
  name: string,
): KnownScope | undefined => {
  if (reservedScopes.some((reserved) => reserved === name))
    return { name, isRequired: true, message: undefined, detail: undefined }
  const provided = providedScopes.find((one) => one === name)
  if (provided !== undefined) {
    const { enabled, required } = oauthConfiguration.providedScopePolicy[provided]
    const message = meanings[provided]
    return enabled ? { name, isRequired: required, message, detail: undefined } : undefined
  }
  const custom = customScopesOf(memory, id).find((one) => one['name'] === name)
  if (custom === undefined) return undefined
  return {
    name,
    isRequired: custom['required'] === true,
    message: textOr(custom['defaultConsentMessage'], name),
    detail: textOr(custom['defaultConsentDetail'], undefined),
  }
}

export const splitScope = (scope: string | undefined): readonly string[] => [
  ...new Set((scope ?? '').split(' ').filter((name) => name !== '')),
]

/** The first scope that the application's `unknownScopePolicy` refuses; undefined when none is. */
export const rejectedScope = (
  instance: Instance,
  application: Application,
  scopes: readonly string[],
): string | undefined =>
  application.oauthConfiguration.unknownScopePolicy === 'Reject'
    ? scopes.find((scope) => findScope(instance, application, scope) === undefined)
    : undefined

/**
 * The scopes that a request is granted (RFC 6749 §3.3). An unknown one is refused, left out or let
 * through, as the application's `unknownScopePolicy` says.
 */
export const grantScopes = (
  instance: Instance,
  application: Application,
  scope: string | undefined,
): readonly string[] => {
  const asked = splitScope(scope)
  const rejected = rejectedScope(instance, application, asked)
  if (rejected !== undefined) throw unknownScope(rejected)
  return application.oauthConfiguration.unknownScopePolicy === 'Remove'
    ? asked.filter((name) => findScope(instance, application, name) !== undefined)
    : asked
}

/** Whether these scopes bring a refresh token: asked for, switched on, and its grant enabled. */
export const grantsRefreshToken = (
  { oauthConfiguration }: Application,
  scopes: readonly string[],
): boolean =>
  scopes.includes('offline_access') &&
  oauthConfiguration.generateRefreshTokens &&
  oauthConfiguration.enabledGrants.includes('refresh_token')
