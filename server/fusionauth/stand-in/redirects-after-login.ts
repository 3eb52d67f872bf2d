import type { StandInMiddleware } from './instance.ts'
import type { StandInRules } from './rules.ts'

const loginPages = ['/oauth2/authorize', '/oauth2/consent']

/** Gives the redirects that answer a submitted login their status. */
export const redirectsAfterLogin =
  ({ rules }: { readonly rules: StandInRules }): StandInMiddleware =>
  async (exchange, next) => {
    await next()
    const { method, path } = exchange.req
    const follows = method === 'POST' && loginPages.includes(path) && exchange.res.status === 302
    if (!follows || rules.redirectAfterLogin === 302) return
    exchange.res = new Response(null, {
      status: rules.redirectAfterLogin,
      headers: exchange.res.headers,
    })
  }
