import type { StandInContext, Instance } from '../instance.ts'
import { type AuthenticationResult, recordLogin } from '../memory/authenticate.ts'
import { issueChangePasswordId } from '../memory/change-password.ts'
import { replyRedirect } from '../reply.ts'
import { authenticateUser } from './attempts.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { pendingAction } from './pending-action.ts'
import { redirectToRequiredAction } from './required-actions.ts'
import { checkHintedUser } from './id-token-hint.ts'
import { queryFor, showForm } from './login-form.ts'
import { startLoginIntent } from './login-intent.ts'
import { checkCsrf } from './pre-session.ts'
import { readDevice } from './read-device.ts'

/** FusionAuth's own words on its login form. */
const messages = new Map<string, string>([
  ['unknown', 'Invalid login credentials.'],
  ['locked', 'Your account has been locked.'],
  ['expired', 'Your account has expired.'],
  ['prevented', 'Your account has been locked by an action of an administrator.'],
])

/** Whatever stands between this user and the application, though the password was right. */
const requiredActionResponse = (
  instance: Instance,
  exchange: StandInContext,
  request: AuthorizationRequest,
  authentication: AuthenticationResult,
): Response | undefined => {
  if (authentication.outcome === 'password-change') {
    const id = issueChangePasswordId(instance, authentication.user)
    return replyRedirect(exchange, `/password/change/${id}?${queryFor(request)}`)
  }
  if (authentication.outcome === 'two-factor')
    return redirectToRequiredAction(exchange, request, 'two-factor')
  if (authentication.outcome !== 'authenticated') return undefined
  const action = pendingAction(request, authentication.user)
  return action === undefined ? undefined : redirectToRequiredAction(exchange, request, action)
}

/** The submitted login form: on to the consent hop, to another page in the way, or the form again. */
export const submitForm = (
  instance: Instance,
  exchange: StandInContext,
  request: AuthorizationRequest,
): Response => {
  const { parameters, tenant, application } = request
  checkCsrf(instance, exchange, parameters)
  const loginId = parameters.get('loginId') ?? ''
  const password = parameters.get('password') ?? ''
  const keepSignedIn = parameters.get('rememberDevice') === 'true'
  const blank = [
    ...(loginId === '' ? (['loginId'] as const) : []),
    ...(password === '' ? (['password'] as const) : []),
  ]
  const again = (error: string): Response =>
    showForm(instance, exchange, request, { loginId, error, blank, keepSignedIn })
  if (blank.length > 0) return again('')
  const authentication = authenticateUser(instance, tenant.id, loginId, password, application.id)
  const before = requiredActionResponse(instance, exchange, request, authentication)
  if (before !== undefined) return before
  if (authentication.outcome !== 'authenticated') {
    return again(messages.get(authentication.outcome) ?? 'You cannot log in at the moment.')
  }
  checkHintedUser(request.hintedUserId, authentication.user.id)
  const user = recordLogin(instance, authentication.user, application.id)
  const lasting = keepSignedIn && tenant.httpSessionMaxInactiveInterval > 0
  return startLoginIntent(instance, exchange, request, {
    userId: user.id,
    authenticationType: 'PASSWORD',
    authInstant: instance.clock.now(),
    device: readDevice(parameters),
    sso: lasting ? 'start' : 'end',
  })
}
