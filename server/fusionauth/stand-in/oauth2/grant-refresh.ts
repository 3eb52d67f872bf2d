import type { Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import type { RefreshToken } from '../memory/records.ts'
import { loadRefreshToken, revokeRefreshToken, useRefreshToken } from '../tokens/refresh-tokens.ts'
import { jwtPolicy } from '../tokens/lifetimes.ts'
import { type Caller, checkAuthenticated } from './client-authentication.ts'
import { loadUsableUser } from './grant-code.ts'
import type { RequestParameters } from './parameters.ts'
import {
  invalidExpiresIn,
  missingRefreshToken,
  unknownRefreshToken,
  unknownScope,
} from './refusals.ts'
import { refreshedResources } from './resources.ts'
import { rejectedScope, splitScope } from './scopes.ts'
import type { Granted } from './token-response.ts'

/** Since 1.50 a token whose scopes the application has come to refuse is revoked when it is used. */
const checkScopesKnown = (
  instance: Instance,
  application: Application,
  refreshToken: RefreshToken,
): void => {
  const rejected = rejectedScope(instance, application, refreshToken.scopes)
  if (rejected === undefined) return
  revokeRefreshToken(instance, refreshToken)
  throw unknownScope(rejected)
}

/** The scopes of this one access token: those of the refresh token, or fewer (RFC 6749 §6). */
const narrow = (
  { rules }: Instance,
  refreshToken: RefreshToken,
  scope: string | undefined,
): readonly string[] => {
  const asked = splitScope(scope)
  const foreign = rules.scopeCheck
    ? asked.find((name) => !refreshToken.scopes.includes(name))
    : undefined
  if (foreign !== undefined) throw unknownScope(foreign)
  return asked.length === 0 ? refreshToken.scopes : asked
}

/** `expires_in` may shorten the life of the access token and never lengthen it (FusionAuth ≥ 1.59). */
const readExpiresIn = (longest: number, expiresIn: string | undefined): number | undefined => {
  if (expiresIn === undefined) return undefined
  if (!/^[1-9]\d{0,9}$/.test(expiresIn) || Number(expiresIn) > longest) throw invalidExpiresIn()
  return Number(expiresIn)
}

/** The grants that a refreshed token stands on, for its claim `gty`. */
export const refreshedGrantTypes = ({ grantTypes }: RefreshToken): readonly string[] => [
  ...grantTypes,
  'refresh_token',
]

/** A caller may use the refresh tokens of its own application only. */
export const isOf =
  ({ id }: Application) =>
  ({ applicationId }: RefreshToken): boolean =>
    applicationId === id

const mayBeUsedBy = ({ rules }: Instance, application: Application) =>
  rules.clientMatch ? isOf(application) : () => true

const differ = (some: readonly string[], others: readonly string[]): boolean =>
  some.length !== others.length || some.some((name) => !others.includes(name))

/** RFC 6749 §6. The answer carries the refresh token, new or as it was. */
export const exchangeRefreshToken = (
  instance: Instance,
  caller: Caller,
  parameters: RequestParameters,
): Granted => {
  const { application, tenant } = caller
  checkAuthenticated(caller, false)
  const value = parameters.get('refresh_token')
  if (value === undefined) throw missingRefreshToken()
  const longest = jwtPolicy(tenant, application).timeToLiveInSeconds
  const timeToLiveInSeconds = readExpiresIn(longest, parameters.get('expires_in'))
  const found = loadRefreshToken(instance, value, mayBeUsedBy(instance, application))
  if (found === undefined) throw unknownRefreshToken()
  checkScopesKnown(instance, application, found)
  const scopes = narrow(instance, found, parameters.get('scope'))
  const resources = refreshedResources(application, parameters.all('resource'), found.resources)
  const user = loadUsableUser(instance, found.userId, application.id)
  const refreshToken = useRefreshToken(instance, found, value, application)
  return {
    subject: {
      user,
      tenant,
      application,
      authenticationType: 'REFRESH_TOKEN',
      authInstant: refreshToken.authInstant,
      grantTypes: refreshedGrantTypes(refreshToken),
      scopes,
      resources,
      timeToLiveInSeconds,
    },
    refreshToken,
    nonce: undefined,
    tellsScope: differ(scopes, refreshToken.scopes),
  }
}
