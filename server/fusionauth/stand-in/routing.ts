import { Hono } from 'hono'
import { bridged } from '../../transport/bridge.ts'
import { ApiRefusal } from './api/refusal.ts'
import { crossOrigin } from './cors.ts'
import type { Instance, Route, StandInContext, StandInEnv, StandInMiddleware } from './instance.ts'
import { OAuthRefusal } from './oauth2/refusal.ts'
import { replyMissing } from './other-pages.ts'
import { replyEmpty, replyJson } from './reply.ts'
import { redirectsAfterLogin } from './redirects-after-login.ts'

const respondToError = (error: Error, exchange: StandInContext): Response => {
  if (error instanceof ApiRefusal) {
    const { body, status } = error
    return body === null ? replyEmpty(exchange, status) : replyJson(exchange, body, status)
  }
  if (!(error instanceof OAuthRefusal)) throw error
  for (const [name, value] of Object.entries(error.headers)) exchange.header(name, value)
  exchange.header('Pragma', 'no-cache')
  return replyJson(exchange, error.body, error.status)
}

export type Routing = Hono<StandInEnv>

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Who answers at which address: the same for every instance, so the routes are laid out once.
 *
 * @param routes of two whose paths both fit, the first one is meant
 * @param before what is asked before them
 */
export const routingOf = (
  routes: readonly Route[],
  ...before: readonly ((instance: Instance) => StandInMiddleware)[]
): Routing => {
  // A client that was given an empty id leaves a slash at the end of the path.
  const app: Routing = new Hono<StandInEnv>({ strict: false })
  app.use(bridged())
  for (const middleware of [crossOrigin, redirectsAfterLogin, ...before])
    app.use((exchange, next) => middleware(exchange.env.instance)(exchange, next))
  for (const [method, path, handler] of routes) {
    app.on(method, path, (exchange) => handler(exchange.env.instance, exchange))
  }
  for (const path of new Set(routes.map(([, pattern]) => pattern))) {
    const taken = new Set(routes.filter(([, other]) => other === path).map(([method]) => method))
    const allowed = methods.filter((method) => taken.has(method))
    app.all(path, (exchange) => {
      exchange.header('Allow', allowed.join(', '))
      return replyEmpty(exchange, 405)
    })
  }
  app.notFound((exchange) => {
    exchange.env.instance.lacks(exchange.req.method, exchange.req.path)
    return replyMissing(exchange, 'There is no page at this address.')
  })
  app.onError(respondToError)
  return app
}
