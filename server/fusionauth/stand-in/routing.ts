import { Hono } from 'hono'
import { bridged } from '../../transport/bridge.ts'
import { ApiRefusal } from './api/refusal.ts'
import { crossOrigin } from './cors.ts'
import { elsewhere } from './elsewhere.ts'
import type { StandInContext, StandInEnv } from './instance.ts'
import { OAuthRefusal } from './oauth2/refusal.ts'
import { replyMissing } from './other-pages.ts'
import { replyEmpty, replyJson } from './reply.ts'
import { routes } from './routes.ts'
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

const build = (): Hono<StandInEnv> => {
  // A client that was given an empty id leaves a slash at the end of the path.
  const app = new Hono<StandInEnv>({ strict: false })
  app.use(bridged())
  for (const middleware of [crossOrigin, redirectsAfterLogin, elsewhere])
    app.use((exchange, next) => middleware(exchange.env.instance)(exchange, next))
  for (const [method, path, handler] of routes) {
    app.on(method, path, (exchange) => handler(exchange.env.instance, exchange))
  }
  for (const path of new Set(routes.map(([, pattern]) => pattern))) {
    const allowed = routes.filter(([, other]) => other === path).map(([method]) => method)
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

/** Who answers at which address: the same for every instance, so the routes are laid out once. */
export const routing = build()
