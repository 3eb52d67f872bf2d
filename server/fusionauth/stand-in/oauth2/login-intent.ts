import { getCookie } from 'hono/cookie'
import { deleteCookie, setCookie } from '../cookies.ts'
import type { Exchange, Instance } from '../instance.ts'
import type { LoginIntent } from '../memory/records.ts'
import { token } from '../random.ts'
import { replyRedirect } from '../reply.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { requestFields } from './login-form.ts'

const cookie = 'fusionauth.li'

/** The authorization request once more, as the query of the consent hop. */
const queryFor = ({ parameters, tenant }: AuthorizationRequest): string => {
  const query = new URLSearchParams()
  for (const name of requestFields) {
    for (const value of parameters.all(name)) query.append(name, value)
  }
  query.set('tenantId', tenant.id)
  return query.toString()
}

/** Remembers a login that succeeded and sends the browser on to the consent hop (FusionAuth ≥ 1.50). */
export const startLoginIntent = (
  instance: Instance,
  exchange: Exchange,
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

/** The intent of this browser for this very request, which is used up by it; undefined when there is none. */
export const takeLoginIntent = (
  { memory, clock }: Instance,
  exchange: Exchange,
  query: string,
): LoginIntent | undefined => {
  const value = getCookie(exchange, cookie) ?? ''
  const intent = memory.loginIntents.get(value)
  if (intent === undefined || intent.query !== query) return undefined
  memory.loginIntents.delete(value)
  deleteCookie(exchange, cookie)
  return clock.now() < intent.expiryInstant ? intent : undefined
}
