import { getCookie } from 'hono/cookie'
import { deleteCookie, setCookie } from '../cookies.ts'
import type { StandInContext, Instance } from '../instance.ts'
import { accountState } from '../memory/authenticate.ts'
import type { LoginIntent, SsoSession } from '../memory/records.ts'
import { isSweepDue } from '../memory/table.ts'
import type { Tenant } from '../memory/tenant.ts'
import { token, uuid } from '../random.ts'
import { ssoSessionExpiry } from '../tokens/lifetimes.ts'

const cookie = 'fusionauth.sso'

const isLive = (instance: Instance, session: SsoSession): boolean => {
  const expiry = ssoSessionExpiry(session, instance.memory)
  return expiry !== null && instance.clock.now() < expiry
}

/** The SSO sessions that still live; those that have run out are forgotten on the way. */
export const liveSsoSessions = (instance: Instance): readonly SsoSession[] =>
  [...instance.memory.ssoSessions.rows.values()].filter((session) => {
    if (isLive(instance, session)) return true
    instance.memory.ssoSessions.delete(session.token)
    return false
  })

/** The live SSO session that the cookie names, whose user may still log in. */
export const loadSsoSession = (
  instance: Instance,
  exchange: StandInContext,
  tenant: Tenant,
): SsoSession | undefined => {
  const { ssoSessions, users } = instance.memory
  const session = ssoSessions.get(getCookie(exchange, cookie) ?? '')
  if (session === undefined || session.tenantId !== tenant.id) return undefined
  const user = users.get(session.userId)
  const usable = user !== undefined && accountState(instance, user) === 'usable'
  if (usable && isLive(instance, session)) return session
  ssoSessions.delete(session.token)
  return undefined
}

/** Ends the SSO session that the cookie names, and the cookie. */
export const endSsoSession = (instance: Instance, exchange: StandInContext): void => {
  const value = getCookie(exchange, cookie)
  if (value === undefined) return
  instance.memory.ssoSessions.delete(value)
  deleteCookie(exchange, cookie)
}

/** A new session under a new value, whatever cookie came in: no session is ever fixed in advance. */
export const startSsoSession = (
  instance: Instance,
  exchange: StandInContext,
  tenant: Tenant,
  { userId, device, authInstant }: LoginIntent,
): void => {
  const { memory, random, clock } = instance
  if (isSweepDue(memory.ssoSessions.rows.size)) liveSsoSessions(instance)
  memory.ssoSessions.delete(getCookie(exchange, cookie) ?? '')
  const now = clock.now()
  const session: SsoSession = {
    id: uuid(random),
    token: token(random),
    tenantId: tenant.id,
    userId,
    device,
    authInstant,
    insertInstant: now,
    startInstant: now,
  }
  memory.ssoSessions.set(session.token, session)
  setCookie(instance, exchange, cookie, session.token, 'forever')
}

/**
 * A use moves the end of the inactivity interval and renews the cookie. That it slides is inferred
 * (asked: "§12.10 sliding").
 */
export const touchSsoSession = (
  instance: Instance,
  exchange: StandInContext,
  tenant: Tenant,
): void => {
  const session = loadSsoSession(instance, exchange, tenant)
  if (session === undefined) return
  const touched = { ...session, startInstant: instance.clock.now() }
  instance.memory.ssoSessions.set(touched.token, touched)
  setCookie(instance, exchange, cookie, touched.token, 'forever')
}
