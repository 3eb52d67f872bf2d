import type { Exchange, Handler, Instance } from '../instance.ts'
import { type Authentication, authenticate, recordLogin } from '../memory/authenticate.ts'
import type { Device } from '../memory/records.ts'
import { registrationOf } from '../memory/user.ts'
import { replyPage } from '../reply.ts'
import {
  type AuthorizationRequest,
  type AuthorizationTarget,
  checkRequest,
  loadTarget,
} from './authorization-request.ts'
import { respondWithRefusal } from './authorization-response.ts'
import { type LoginAttempt, loginPage } from './login-form.ts'
import { startLoginIntent } from './login-intent.ts'
import { errorPage } from './page.ts'
import { formOf, type Parameters, queryOf, readParameters } from './parameters.ts'
import { OAuthRefusal } from './refusal.ts'
import { loginRequired } from './refusals.ts'
import { loadSsoSession } from './sso-session.ts'

/** FusionAuth's own words on its login form. */
const messages = {
  unknown: 'Invalid login credentials.',
  locked: 'Your account has been locked.',
  expired: 'Your account has expired.',
  'password-change': 'You must change your password before you can log in.',
  unregistered: 'You are not registered for this application.',
}

const originsOf = ({ application }: AuthorizationTarget): readonly string[] =>
  application.oauthConfiguration.authorizedOriginURLs

const showForm = (
  exchange: Exchange,
  request: AuthorizationRequest,
  attempt: LoginAttempt,
): Response =>
  replyPage(exchange, loginPage(request, attempt), 200, { frameAncestors: originsOf(request) })

const readDevice = (parameters: Parameters): Device => ({
  name: parameters.get('metaData.device.name'),
  type: parameters.get('metaData.device.type'),
  description: parameters.get('metaData.device.description'),
})

/** Whether a session is good for this request, or the user has to log in anew. */
const isFresh = (
  { clock }: Instance,
  { prompts, maxAge }: AuthorizationRequest,
  authInstant: number,
): boolean => {
  if (prompts.includes('login') || maxAge === 0) return false
  return maxAge === undefined || clock.now() - authInstant <= maxAge * 1000
}

const begin = (instance: Instance, exchange: Exchange, request: AuthorizationRequest): Response => {
  const session = loadSsoSession(instance, exchange, request.tenant)
  if (session !== undefined && isFresh(instance, request, session.authInstant)) {
    return startLoginIntent(instance, exchange, request, {
      userId: session.userId,
      authenticationType: 'PING',
      authInstant: session.authInstant,
      device: session.device,
      sso: 'keep',
    })
  }
  if (request.prompts.includes('none')) throw loginRequired()
  return showForm(exchange, request, {
    loginId: request.parameters.get('login_hint') ?? '',
    error: '',
    blank: [],
    keepSignedIn: instance.keepSignedIn,
  })
}

const messageFor = (
  { application }: AuthorizationRequest,
  authentication: Authentication,
): string => {
  if (authentication.outcome !== 'authenticated') return messages[authentication.outcome]
  const unregistered = registrationOf(authentication.user, application.id) === undefined
  const required = application.oauthConfiguration.requireRegistration
  return unregistered && required ? messages.unregistered : ''
}

const submit = (
  instance: Instance,
  exchange: Exchange,
  request: AuthorizationRequest,
): Response => {
  const { parameters, tenant, application } = request
  const loginId = parameters.get('loginId') ?? ''
  const password = parameters.get('password') ?? ''
  const keepSignedIn = parameters.get('rememberDevice') === 'true'
  const blank = [
    ...(loginId === '' ? (['loginId'] as const) : []),
    ...(password === '' ? (['password'] as const) : []),
  ]
  if (blank.length > 0) {
    return showForm(exchange, request, { loginId, error: '', blank, keepSignedIn })
  }
  const authentication = authenticate(instance, tenant.id, loginId, password)
  const error = messageFor(request, authentication)
  if (error !== '' || authentication.outcome !== 'authenticated') {
    return showForm(exchange, request, { loginId, error, blank, keepSignedIn })
  }
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

/** Refusals before the target is known are shown on a page; those after it go to the application. */
const answer = (
  instance: Instance,
  exchange: Exchange,
  parameters: Parameters,
  act: (request: AuthorizationRequest) => Response,
): Response => {
  const target = loadTarget(instance, exchange, parameters)
  try {
    return act(checkRequest(target))
  } catch (refusal) {
    if (!(refusal instanceof OAuthRefusal)) throw refusal
    return respondWithRefusal(exchange, target, refusal)
  }
}

/** Runs a handler of hosted pages: what it refuses is shown as a page, without a redirect. */
export const onPage =
  (handler: Handler): Handler =>
  async (instance, exchange) => {
    try {
      return await handler(instance, exchange)
    } catch (refusal) {
      if (!(refusal instanceof OAuthRefusal)) throw refusal
      return replyPage(exchange, errorPage(refusal), refusal.status)
    }
  }

/** GET /oauth2/authorize: the login form, or straight on by the SSO session. */
export const showLogin: Handler = onPage((instance, exchange) =>
  answer(instance, exchange, readParameters(queryOf(exchange)), (request) =>
    begin(instance, exchange, request),
  ),
)

/**
 * POST /oauth2/authorize: the submitted form; or, without its fields, the same authorization request
 * as by GET (OpenID Connect Core §3.1.2.1). Neither a CSRF token nor a cookie is asked for, as in
 * FusionAuth.
 */
export const submitLogin: Handler = onPage(async (instance, exchange) => {
  const parameters = readParameters(queryOf(exchange), await formOf(exchange))
  const submitted = parameters.has('loginId') || parameters.has('password')
  return answer(instance, exchange, parameters, (request) =>
    submitted ? submit(instance, exchange, request) : begin(instance, exchange, request),
  )
})
