import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { SsoSession } from '../memory/records.ts'
import { authorizeLogin } from '../memory/authenticate.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { pendingAction, actionRequired } from './pending-action.ts'
import { redirectToRequiredAction } from './required-actions.ts'
import { showForm } from './login-form.ts'
import { startLoginIntent } from './login-intent.ts'
import { answerRequest, onPage } from './on-page.ts'
import { formOf, queryOf, readParameters } from './parameters.ts'
import { loginRequired } from './refusals.ts'
import { loadSsoSession } from './sso-session.ts'
import { submitForm } from './submit-login.ts'

/** Whether a session is good for this request, or the user has to log in anew. */
const isFresh = (
  instance: Instance,
  { prompts, maxAge, hintedUserId, application }: AuthorizationRequest,
  { authInstant, userId }: SsoSession,
): boolean => {
  const user = instance.memory.users.get(userId)
  if (user === undefined) return false
  if (authorizeLogin(instance, user, application.id).outcome === 'prevented') return false
  if (prompts.includes('login') || maxAge === 0) return false
  if (hintedUserId !== undefined && hintedUserId !== userId) return false
  return maxAge === undefined || instance.clock.now() - authInstant <= maxAge * 1000
}

const begin = (
  instance: Instance,
  exchange: StandInContext,
  request: AuthorizationRequest,
): Response => {
  const silent = request.prompts.includes('none')
  const session = loadSsoSession(instance, exchange, request.tenant)
  if (session === undefined || !isFresh(instance, request, session)) {
    if (silent) throw loginRequired()
    return showForm(instance, exchange, request, {
      loginId: request.parameters.get('login_hint') ?? '',
      error: '',
      blank: [],
      keepSignedIn: instance.keepSignedIn,
    })
  }
  const user = instance.memory.users.get(session.userId)
  const action = user === undefined ? undefined : pendingAction(request, user)
  if (action !== undefined) {
    if (silent) throw actionRequired(action)
    return redirectToRequiredAction(exchange, request, action)
  }
  return startLoginIntent(instance, exchange, request, {
    userId: session.userId,
    authenticationType: 'PING',
    authInstant: session.authInstant,
    device: session.device,
    sso: 'keep',
  })
}

/** GET /oauth2/authorize: the login form, or straight on by the SSO session. */
export const showLogin: StandInHandler = onPage((instance, exchange) =>
  answerRequest(instance, exchange, readParameters(queryOf(exchange)), (request) =>
    begin(instance, exchange, request),
  ),
)

/**
 * POST /oauth2/authorize: the submitted form; or, without its fields, the same authorization request
 * as by GET (OpenID Connect Core §3.1.2.1). Neither a CSRF token nor a cookie is asked for, as in
 * FusionAuth, unless hardened.
 */
export const submitLogin: StandInHandler = onPage(async (instance, exchange) => {
  const parameters = readParameters(queryOf(exchange), await formOf(exchange))
  const submitted = parameters.has('loginId') || parameters.has('password')
  return answerRequest(instance, exchange, parameters, (request) =>
    submitted ? submitForm(instance, exchange, request) : begin(instance, exchange, request),
  )
})
