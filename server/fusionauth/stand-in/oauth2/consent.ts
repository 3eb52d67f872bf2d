import type { Handler } from '../instance.ts'
import { registrationOf } from '../memory/user.ts'
import { checkRequest, loadTarget } from './authorization-request.ts'
import { respondWithCode } from './authorization-response.ts'
import { onPage } from './authorize.ts'
import { issueCode } from './codes.ts'
import { takeLoginIntent } from './login-intent.ts'
import { queryOf, readParameters } from './parameters.ts'
import { expiredLogin } from './refusals.ts'
import { endSsoSession, startSsoSession, touchSsoSession } from './sso-session.ts'

/**
 * GET /oauth2/consent: completes a login. First-party applications are never asked for consent, so
 * the code goes out at once. The SSO session begins here, with the completed login (inferred).
 */
export const completeLogin: Handler = onPage((instance, exchange) => {
  const query = queryOf(exchange)
  const intent = takeLoginIntent(instance, exchange, query)
  const user = instance.memory.users.get(intent?.userId ?? '')
  if (intent === undefined || user === undefined) throw expiredLogin()
  const request = checkRequest(loadTarget(instance, exchange, readParameters(query)))
  if (intent.sso === 'start') startSsoSession(instance, exchange, request.tenant, intent)
  if (intent.sso === 'keep') touchSsoSession(instance, exchange, request.tenant)
  if (intent.sso === 'end') endSsoSession(instance, exchange)
  const code = issueCode(instance, request, intent)
  const registered = registrationOf(user, request.application.id) !== undefined
  const userState = registered ? 'Authenticated' : 'AuthenticatedNotRegistered'
  return respondWithCode(exchange, request, code, userState)
})
