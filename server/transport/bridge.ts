/**
 * The bridge between the wire format and the platform's `Request` and `Response`.
 *
 * A page may not read or write Cookie, Set-Cookie, Host, Origin, Referer and Sec-* on these two
 * (Fetch standard, forbidden request- and response-header names); free `Headers` have no such guard.
 * So the bridge puts free `Headers` in front of the guarded ones: on the request before the
 * application sees it, on the response in the application's outermost middleware.
 */
import type { MiddlewareHandler } from 'hono'
import type { HeaderList, WireRequest, WireResponse } from '../../scenarios/model/wire.ts'

/** What a handler finds in `c.env`: the number of the exchange that it is answering. */
export type Bindings = { exchange: number }

/** The part of a Hono application that the bridge needs. */
export interface Bridgeable {
  readonly routes: readonly { readonly path: string; readonly handler: unknown }[]
  fetch(request: Request, env: Bindings): Response | Promise<Response>
}

const shadow = (target: Request | Response, headers: Headers): void => {
  Object.defineProperty(target, 'headers', { value: headers, configurable: true })
}

const keepCookies: MiddlewareHandler = async (c, next) => {
  let cookies: string[] = []
  const header = c.header
  c.header = (name: string, value?: string, options?: { append?: boolean }) => {
    if (name.toLowerCase() === 'set-cookie') {
      cookies = [...(options?.append ? cookies : []), ...(value === undefined ? [] : [value])]
    }
    header(name, value, options)
  }
  await next()
  if (cookies.length === 0 && c.res.headers.getSetCookie().length === 0) return
  const headers = new Headers(c.res.headers)
  const unseen = headers.getSetCookie().find((cookie) => !cookies.includes(cookie))
  if (unseen !== undefined) {
    throw new Error('Set-Cookie would be lost in a page here: set it with c.header or setCookie.')
  }
  headers.delete('set-cookie')
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  shadow(c.res, headers)
}

/**
 * The middleware that lets Set-Cookie survive in a page. It must be the first thing an application
 * is given: `app.use(bridged())`. Cookies have to be set through `c.header` or Hono's `setCookie`.
 */
export const bridged = (): MiddlewareHandler => keepCookies

const isBridged = (app: Bridgeable): boolean => {
  const first = app.routes[0]
  return first?.path.endsWith('*') === true && first.handler === keepCookies
}

const join = (list: HeaderList, host: string): Headers => {
  const headers = new Headers()
  const cookies: string[] = []
  for (const [name, value] of list) {
    if (name.toLowerCase() === 'cookie') cookies.push(value)
    else headers.append(name, value)
  }
  // A page's Headers would join them with a comma, which means something else in a cookie string.
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
  headers.set('host', host)
  return headers
}

const build = ({ method, url, headers, body }: WireRequest): Request => {
  const target = new URL(url)
  target.hash = ''
  const free = join(headers, target.host)
  // Hono answers HEAD by copying the answer to a GET, and a page loses the cookies in the copy.
  const asked = method === 'HEAD' ? 'GET' : method
  const content = asked === 'GET' ? null : body
  const request = new Request(target, { method: asked, headers: free, body: content })
  shadow(request, free)
  return request
}

const refusal: WireResponse = {
  status: 400,
  headers: [['content-type', 'text/plain;charset=UTF-8']],
  body: 'Bad Request: the method, the address or a header field is not valid HTTP.',
}

/**
 * Lets an application answer requests of the wire format.
 *
 * The request reaches it with every header, also those that a page forbids; Host is that of the
 * URL. The answer comes back with every header, names in lower case and in alphabetical order (the
 * only order that the platform keeps), each Set-Cookie on a line of its own, in the order in which
 * they were set. A HEAD is asked as a GET and answered without the body. A request that is not HTTP is
 * answered with 400.
 *
 * @throws Error when the application's first middleware is not `bridged()`.
 */
export const serve = (
  app: Bridgeable,
): ((request: WireRequest, exchange: number) => Promise<WireResponse>) => {
  if (!isBridged(app)) {
    throw new Error('This application is not bridged: begin it with app.use(bridged()).')
  }
  return async (wire, exchange) => {
    let request: Request
    try {
      request = build(wire)
    } catch {
      return refusal
    }
    const response = await app.fetch(request, { exchange })
    return {
      status: response.status,
      headers: [...response.headers],
      body: wire.method === 'HEAD' ? '' : await response.text(),
    }
  }
}
