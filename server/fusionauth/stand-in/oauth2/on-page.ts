import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { replyPage } from '../reply.ts'
import { type AuthorizationRequest, checkRequest, loadTarget } from './authorization-request.ts'
import { respondWithRefusal } from './authorization-response.ts'
import { errorPage } from './page.ts'
import type { RequestParameters } from './parameters.ts'
import { OAuthRefusal } from './refusal.ts'

/** Statuses of refusals that are never sent to the application: the browser itself did wrong. */
const staysHere = ({ status }: OAuthRefusal): boolean => status === 403 || status === 429

/** Runs a handler of hosted pages: what it refuses is shown as a page, without a redirect. */
export const onPage =
  (handler: StandInHandler): StandInHandler =>
  async (instance, exchange) => {
    try {
      return await handler(instance, exchange)
    } catch (refusal) {
      if (!(refusal instanceof OAuthRefusal)) throw refusal
      for (const [name, value] of Object.entries(refusal.headers)) exchange.header(name, value)
      return replyPage(exchange, errorPage(refusal), refusal.status)
    }
  }

/**
 * Answers an authorization request: refusals before the target is known are shown on a page, those
 * after it go to the application (RFC 6749 §4.1.2.1).
 */
export const answerRequest = async (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
  act: (request: AuthorizationRequest) => Response | Promise<Response>,
): Promise<Response> => {
  const target = loadTarget(instance, exchange, parameters)
  try {
    return await act(await checkRequest(instance, target))
  } catch (refusal) {
    if (!(refusal instanceof OAuthRefusal) || staysHere(refusal)) throw refusal
    return respondWithRefusal(exchange, target, refusal)
  }
}
