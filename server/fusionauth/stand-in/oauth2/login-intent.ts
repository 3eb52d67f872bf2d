import { getCookie } from 'hono/cookie'
import { deleteCookie, setCookie } from '../cookies.ts'
import type { StandInContext, Instance } from '../instance.ts'
import type { LoginIntent } from '../memory/records.ts'
import { token } from '../random.ts'
import { replyRedirect } from '../reply.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { queryFor } from './login-form.ts'

const cookie = 'fusionauth.li'

/** Remembers a login that succeeded and sends the browser on to the consent hop (FusionAuth ≥ 1.50). */
export const startLoginIntent = (
  instance: Instance,
  exchange: StandInContext,
  request: AuthorizationRequest,
  login: Omit<LoginIntent, 'query' | 'expiryInstant'>,
): Response => {
  const { memory, clock, random } = instance
  for (const [value, { expiryInstant }] of memory.loginIntents) {
    if (clock.now() >= expiryInstant) memory.loginIntents.delete(value)
  }
  const { loginIntentTimeToLiveInSeconds } = request.tenant.externalIdentifierConfiguration
  const expiryInstant = clock.now() + loginIntentTimeToLiveInSeconds * 1000
  const query = queryFor(request)
  const value = token(random)
  memory.loginIntents.set(value, { ...login, query, expiryInstant })
  setCookie(instance, exchange, cookie, value)
  return replyRedirect(exchange, `/oauth2/consent?${query}`)
}

/** The intent of this browser for this very request; undefined when there is none. */
export const findLoginIntent = (
  { memory, clock }: Instance,
  exchange: StandInContext,
  query: string,
): LoginIntent | undefined => {
  const intent = memory.loginIntents.get(getCookie(exchange, cookie) ?? '')
  if (intent === undefined || intent.query !== query) return undefined
  return clock.now() < intent.expiryInstant ? intent : undefined
}

/** Uses the intent of this browser up; false when it was used already. */
export const dropLoginIntent = ({ memory }: Instance, exchange: StandInContext): boolean => {
  deleteCookie(exchange, cookie)
  return memory.loginIntents.delete(getCookie(exchange, cookie) ?? '')
}
