import type { Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import type { RefreshToken } from '../memory/records.ts'
import { isSweepDue } from '../memory/table.ts'
import { token, uuid } from '../random.ts'
import { jwtPolicy, refreshTokenExpiry } from './lifetimes.ts'

const isExpired = (instance: Instance, refreshToken: RefreshToken): boolean => {
  const expiry = refreshTokenExpiry(refreshToken, instance.memory)
  return expiry === null || instance.clock.now() >= expiry
}

/** Ends a refresh token, and forgets the values that led to it. */
export const revokeRefreshToken = ({ memory }: Instance, refreshToken: RefreshToken): void => {
  memory.refreshTokens.delete(refreshToken.token)
  for (const [value, { id }] of memory.spentRefreshTokens) {
    if (id === refreshToken.id) memory.spentRefreshTokens.delete(value)
  }
}

/** The refresh tokens that still live; those that have run out are forgotten on the way. */
export const liveRefreshTokens = (instance: Instance): readonly RefreshToken[] =>
  [...instance.memory.refreshTokens.rows.values()].filter((refreshToken) => {
    if (!isExpired(instance, refreshToken)) return true
    revokeRefreshToken(instance, refreshToken)
    return false
  })

export const issueRefreshToken = (
  instance: Instance,
  fields: Omit<RefreshToken, 'id' | 'token' | 'insertInstant' | 'startInstant'>,
): RefreshToken => {
  if (isSweepDue(instance.memory.refreshTokens.rows.size)) liveRefreshTokens(instance)
  const now = instance.clock.now()
  const id = uuid(instance.random)
  const value = token(instance.random)
  const refreshToken = { ...fields, id, token: value, insertInstant: now, startInstant: now }
  instance.memory.refreshTokens.set(value, refreshToken)
  return refreshToken
}

export const findRefreshTokenById = (instance: Instance, id: string): RefreshToken | undefined =>
  liveRefreshTokens(instance).find((refreshToken) => refreshToken.id === id)

/** The live refresh token of a value, without any use of it. */
export const peekRefreshToken = (instance: Instance, value: string): RefreshToken | undefined => {
  const found = instance.memory.refreshTokens.get(value)
  return found === undefined || isExpired(instance, found) ? undefined : found
}

/** A value that a rotation replaced: good within the grace period, else perhaps a theft. */
const loadSpent = (
  instance: Instance,
  value: string,
  mayUse: (refreshToken: RefreshToken) => boolean,
): RefreshToken | undefined => {
  const spent = instance.memory.spentRefreshTokens.get(value)
  const current = spent === undefined ? undefined : findRefreshTokenById(instance, spent.id)
  if (spent === undefined || current === undefined || !mayUse(current)) return undefined
  const application = instance.memory.applications.get(current.applicationId)
  const tenant = instance.memory.tenants.get(application?.tenantId ?? '')
  if (tenant === undefined) return undefined
  const { gracePeriodInSeconds } = jwtPolicy(
    tenant,
    application,
  ).refreshTokenOneTimeUseConfiguration
  if (instance.clock.now() - spent.spentInstant < gracePeriodInSeconds * 1000) return current
  if (tenant.jwtConfiguration.refreshTokenRevocationPolicy.onOneTimeTokenReuse) {
    revokeRefreshToken(instance, current)
  }
  return undefined
}

/**
 * The live refresh token that a presented value stands for, or undefined. Outside the grace period
 * a value that was rotated away is refused, and revokes its successor when the tenant says so.
 * `mayUse` says whether the caller may hold this token at all; a stranger revokes nothing.
 */
export const loadRefreshToken = (
  instance: Instance,
  value: string,
  mayUse: (refreshToken: RefreshToken) => boolean,
): RefreshToken | undefined => {
  const current = instance.memory.refreshTokens.get(value)
  if (current === undefined) return loadSpent(instance, value, mayUse)
  if (isExpired(instance, current)) {
    revokeRefreshToken(instance, current)
    return undefined
  }
  return mayUse(current) ? current : undefined
}

/**
 * What a use does to the token: a sliding window starts again, a one-time value is replaced. The
 * grace period hands out the current value without replacing it once more.
 */
export const useRefreshToken = (
  instance: Instance,
  refreshToken: RefreshToken,
  presented: string,
  application: Application,
): RefreshToken => {
  const { memory, clock, random } = instance
  const tenant = memory.tenants.get(application.tenantId)
  if (tenant === undefined || presented !== refreshToken.token) return refreshToken
  const policy = jwtPolicy(tenant, application)
  const sliding = policy.refreshTokenExpirationPolicy !== 'Fixed'
  const startInstant = sliding ? clock.now() : refreshToken.startInstant
  if (policy.refreshTokenUsagePolicy === 'Reusable') {
    if (!sliding) return refreshToken
    const moved = { ...refreshToken, startInstant }
    memory.refreshTokens.set(moved.token, moved)
    return moved
  }
  const rotated = { ...refreshToken, startInstant, token: token(random) }
  memory.refreshTokens.delete(refreshToken.token)
  memory.refreshTokens.set(rotated.token, rotated)
  memory.spentRefreshTokens.set(presented, { id: rotated.id, spentInstant: clock.now() })
  return rotated
}

/** Ends all refresh tokens that a rule picks out. */
export const revokeRefreshTokens = (
  instance: Instance,
  picked: (refreshToken: RefreshToken) => boolean,
): void => {
  for (const refreshToken of liveRefreshTokens(instance)) {
    if (picked(refreshToken)) revokeRefreshToken(instance, refreshToken)
  }
}
