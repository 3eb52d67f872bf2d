import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { LoginIntent } from '../memory/records.ts'
import type { User } from '../memory/user.ts'
import { replyPage } from '../reply.ts'
import { forwardsForms } from '../rules.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { respondWithSuccess } from './authorization-response.ts'
import { consentField, consentPage } from './consent-page.ts'
import { grantedBefore, isOptional, needsConsent, rememberConsent } from './consents.ts'
import { completeDeviceGrant } from './device/complete.ts'
import { grantAnswer } from './granted-answer.ts'
import { dropLoginIntent, findLoginIntent } from './login-intent.ts'
import { answerRequest, onPage } from './on-page.ts'
import { errorPage } from './page.ts'
import { formOf, queryOf, readParameters, type RequestParameters } from './parameters.ts'
import { checkCsrf, csrfField } from './pre-session.ts'
import { consentCanceled, consentRequired, expiredLogin } from './refusals.ts'
import { endSsoSession, startSsoSession, touchSsoSession } from './sso-session.ts'

/** The login that leads here: its request, its intent and its user. */
interface Arrival {
  readonly request: AuthorizationRequest
  readonly intent: LoginIntent
  readonly user: User
}

const arrive = (
  instance: Instance,
  exchange: StandInContext,
  act: (arrival: Arrival) => Response | Promise<Response>,
): Promise<Response> => {
  const query = queryOf(exchange)
  const intent = findLoginIntent(instance, exchange, query)
  const user = instance.memory.users.get(intent?.userId ?? '')
  if (intent === undefined || user === undefined) throw expiredLogin()
  return answerRequest(instance, exchange, readParameters(query), (request) =>
    act({ request, intent, user }),
  )
}

/** The SSO session begins with the completed login (inferred, asked: "beginning of single sign-on"). */
const complete = async (
  instance: Instance,
  exchange: StandInContext,
  { request, intent, user }: Arrival,
): Promise<Response> => {
  // One of two requests at once is too late: the intent serves a single answer.
  if (!dropLoginIntent(instance, exchange)) {
    return replyPage(exchange, errorPage(expiredLogin()), 400)
  }
  if (intent.sso === 'start') startSsoSession(instance, exchange, request.tenant, intent)
  if (intent.sso === 'keep') touchSsoSession(instance, exchange, request.tenant)
  if (intent.sso === 'end') endSsoSession(instance, exchange)
  const ofDevice = completeDeviceGrant(instance, exchange, request, intent)
  if (ofDevice !== undefined) return ofDevice
  return respondWithSuccess(exchange, request, await grantAnswer(instance, request, intent, user))
}

/** The login with fewer scopes than it asked for, or with all of them. */
const withScopes = (arrival: Arrival, scopes: readonly string[]): Arrival => ({
  ...arrival,
  request: { ...arrival.request, scopes },
})

/** Completes a login that asks nobody. */
const completeUnasked = (
  instance: Instance,
  exchange: StandInContext,
  arrival: Arrival,
): Promise<Response> => {
  const { request, user } = arrival
  return complete(instance, exchange, withScopes(arrival, grantedBefore(instance, request, user)))
}

/** What the user allowed: all that cannot be declined, and what was ticked. */
const allowedBy = (
  instance: Instance,
  request: AuthorizationRequest,
  form: RequestParameters,
): readonly string[] =>
  request.scopes.filter(
    (scope) => !isOptional(instance, request, scope) || form.get(consentField(scope)) === 'true',
  )

/**
 * GET /oauth2/consent: completes a login. First-party applications are never asked for consent, so
 * the answer goes out at once; a third-party application may need the user's word first.
 */
export const completeLogin: StandInHandler = onPage((instance, exchange) =>
  arrive(instance, exchange, (arrival) => {
    const { request, user } = arrival
    if (!needsConsent(instance, request, user)) return completeUnasked(instance, exchange, arrival)
    if (request.prompts.includes('none')) {
      dropLoginIntent(instance, exchange)
      throw consentRequired()
    }
    return replyPage(exchange, consentPage(instance, request, user, csrfField(instance, exchange)))
  }),
)

/**
 * POST /oauth2/consent: the user's word, `action` being `allow` or `cancel`, and a field for each
 * scope that could be declined. A login form that came
 * along by a redirect which forwards it asks for nothing more.
 */
export const decideConsent: StandInHandler = onPage(async (instance, exchange) => {
  const form = readParameters(await formOf(exchange))
  return arrive(instance, exchange, (arrival) => {
    const { request, user } = arrival
    if (forwardsForms(instance) && !needsConsent(instance, request, user))
      return completeUnasked(instance, exchange, arrival)
    checkCsrf(instance, exchange, form)
    if (form.get('action') === 'allow') {
      const allowed = allowedBy(instance, request, form)
      rememberConsent(instance, request, user, allowed)
      return complete(instance, exchange, withScopes(arrival, allowed))
    }
    dropLoginIntent(instance, exchange)
    throw consentCanceled()
  })
})
