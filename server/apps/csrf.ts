import { getCookie, setCookie } from 'hono/cookie'
import { randomText } from '../../scenarios/engine/random.ts'
import { csrfHeader } from '../../scenarios/client-apps/settings.ts'
import type { AppContext } from './context.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** The prefix keeps a neighbouring host from setting it (RFC 10025 §4.1.3.2). */
const cookieName = '__Host-csrf'

/** The form field that repeats the cookie's value. */
const fieldName = 'csrf'

/** Whether the request's Origin is the application's own (RFC 6454 §7.3), if that is switched on. */
const isSameOrigin = (c: AppContext, { origin, defences }: ApplicationSettings): boolean =>
  !defences['origin-check'] || c.req.header('origin') === origin

/** Refuses forms and calls that a page of another site sends (cross-site request forgery). */
export interface Csrf {
  /** Puts the token into each form of a page; returns it unchanged where that is switched off. */
  embedTokens(c: AppContext, page: string): string
  /** Whether a form comes from a page of the application. */
  acceptsForm(c: AppContext, form: URLSearchParams): boolean
  /** Whether a call comes from the application's own client program. */
  acceptsApiCall(c: AppContext): boolean
}

/**
 * Checks a form by its Origin (RFC 6454 §7.3) and by a token that the form carries and a cookie repeats,
 * neither of which a page of another site can read (OWASP, double submit cookie). A call of a script is
 * checked by a header field instead: no form can set it, and a script of another origin only after a
 * preflight (Fetch standard, CORS-preflight fetch); a backend for frontend always asks for it. An app on
 * a phone sends no ambient credentials, so its calls pass.
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
