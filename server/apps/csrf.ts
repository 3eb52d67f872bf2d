import { getCookie, setCookie } from 'hono/cookie'
import { randomText } from '../../scenarios/engine/random.ts'
import { csrfHeader } from '../../scenarios/programs/settings.ts'
import type { AppContext } from './context.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** No neighbour can set a cookie of this name (RFC 10025 §4.1.3.2). */
const cookieName = '__Host-csrf'

/** The form's field that says the same as the cookie. */
const fieldName = 'csrf'

/** Whether the request's Origin is the application's own (RFC 6454 §7.3), if that is switched on. */
const isSameOrigin = (c: AppContext, { origin, defences }: ApplicationSettings): boolean =>
  !defences['origin-check'] || c.req.header('origin') === origin

/** Tells a form or a call of the application's own pages from one of another site's. */
export interface Csrf {
  /** The page with the value in each of its forms; as it is where that is switched off. */
  embedTokens(c: AppContext, page: string): string
  /** Whether a form may change something. */
  acceptsForm(c: AppContext, form: URLSearchParams): boolean
  /** Whether a call of a client program may. */
  acceptsApiCall(c: AppContext): boolean
}

/**
 * By the Origin that the browser names (RFC 6454 §7.3), and by a value that the forms of a page carry
 * and that a cookie of the browser repeats: a page of another site can read neither (OWASP, double
 * submit cookie). For a script a header does as well, which no form can set and which a script of
 * another origin has to be let (Fetch standard, CORS-preflight fetch); a backend for frontend asks for
 * it always. An app on a phone has nothing that goes along by itself.
 */
export const createCsrf = (settings: ApplicationSettings, { random }: ApplicationPorts): Csrf => {
  const { defences, client, backend } = settings
  const asksHeader = defences['csrf-token'] || backend === 'bff'

  const tokenFor = (c: AppContext): string => {
    const known = getCookie(c, cookieName)
    if (known !== undefined) return known
    const token = randomText(random, 20)
    setCookie(c, cookieName, token, { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' })
    return token
  }

  const hasMatchingToken = (c: AppContext, form: URLSearchParams): boolean => {
    const known = getCookie(c, cookieName)
    return known !== undefined && form.get(fieldName) === known
  }

  return {
    embedTokens: (c, page) => {
      if (!defences['csrf-token'] || !page.includes('<form method="post"')) return page
      const field = `<input type="hidden" name="${fieldName}" value="${tokenFor(c)}">`
      return page.replaceAll(/<form method="post"[^>]*>/g, (tag) => tag + field)
    },
    acceptsForm: (c, form) =>
      isSameOrigin(c, settings) && (!defences['csrf-token'] || hasMatchingToken(c, form)),
    acceptsApiCall: (c) =>
      client === 'mobile' ||
      (isSameOrigin(c, settings) && (!asksHeader || c.req.header(csrfHeader) !== undefined)),
  }
}
