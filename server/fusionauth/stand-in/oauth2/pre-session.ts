/**
 * The CSRF token of hosted forms (RFC 6749 §10.12), when hardened: a form counts only together with
 * the cookie of the browser that was shown it. FusionAuth asks for neither.
 */
import { getCookie } from 'hono/cookie'
import { setCookie } from '../cookies.ts'
import { equal } from '../equal.ts'
import type { StandInContext, Instance } from '../instance.ts'
import { markup, type Markup, nothing } from '../markup.ts'
import { token } from '../random.ts'
import type { RequestParameters } from './parameters.ts'
import { foreignForm } from './refusals.ts'

const field = 'csrf_token'
const lifetimeMilliseconds = 1_800_000

/** The prefix keeps a sibling host from planting the cookie; it needs https. */
const cookieOf = ({ origin }: Instance): string =>
  `${origin.startsWith('https:') ? '__Host-' : ''}fusionauth.csrf`

/** The hidden field of a form; nothing unless hardened. Sets the cookie where there is none yet. */
export const csrfField = (instance: Instance, exchange: StandInContext): Markup => {
  const { memory, clock, random, hardened } = instance
  if (!hardened) return nothing
  const now = clock.now()
  for (const [value, { expiryInstant }] of memory.preSessions) {
    if (now >= expiryInstant) memory.preSessions.delete(value)
  }
  const known = memory.preSessions.get(getCookie(exchange, cookieOf(instance)) ?? '')
  const preSession = known ?? {
    csrfToken: token(random),
    expiryInstant: now + lifetimeMilliseconds,
  }
  if (known === undefined) {
    const value = token(random)
    memory.preSessions.set(value, preSession)
    setCookie(instance, exchange, cookieOf(instance), value)
  }
  return markup`<input type="hidden" name="${field}" value="${preSession.csrfToken}">`
}

/** Refuses a form that this browser was not shown. */
export const checkCsrf = (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): void => {
  if (!instance.hardened) return
  const value = getCookie(exchange, cookieOf(instance)) ?? ''
  const preSession = instance.memory.preSessions.get(value)
  const live = preSession !== undefined && instance.clock.now() < preSession.expiryInstant
  if (!live || !equal(parameters.get(field) ?? '', preSession.csrfToken)) throw foreignForm()
}
