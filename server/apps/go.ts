import type { AppContext } from './cookies.ts'
import type { House } from './house.ts'

/** Our own address that a link may lead on to; null for any other (RFC 9700 §4.11.1). */
const ownAddress = (to: string, origin: string): URL | null => {
  const url = URL.parse(to, origin)
  return url !== null && url.origin === origin ? url : null
}

/**
 * `GET /go?to=…`: leads on, as links in mails do. One that leads anywhere would lend the application's
 * good name to everybody: an open redirector.
 */
export const leadAway = (
  c: AppContext,
  { settings, pages }: House,
): Response | Promise<Response> => {
  const to = c.req.query('to') ?? '/'
  const { origin, defences } = settings
  const url = defences['return-to-allow-list'] ? ownAddress(to, origin) : URL.parse(to, origin)
  return url === null
    ? pages.refused(c, 400, 'This link leads to a place that is not ours.')
    : c.redirect(url.href)
}
