import type { AppContext } from './context.ts'
import type { Dependencies } from './dependencies.ts'
import { hasDuplicateParameters } from './parameters.ts'

/** Where links lead that name no place. */
const home = '/'

/** Whether a link leads to an address of our own (RFC 9700 §4.11.1). */
const isOwnOrigin = (to: string, origin: string): boolean =>
  URL.parse(to, origin)?.origin === origin

/** Which place a layer reads is worth an arrow only where there are several. */
const noteReader = (
  c: AppContext,
  { settings, ports }: Dependencies,
  name: string,
  label: string,
): void => {
  if ((c.req.queries('to') ?? []).length > 1)
    ports.journal.self(settings.name, name, label, c.env.exchange)
}

/** What looks at a link before it is followed reads the query as a lookup: the first of a name counts. */
const checkedTarget = (c: AppContext, deps: Dependencies): string => {
  noteReader(c, deps, 'reads-first', 'The list of own addresses looks at the first “to”')
  return c.req.query('to') ?? home
}

/** What follows it makes an object of the query, in which a later value of a name replaces the earlier. */
const redirectTarget = (c: AppContext, deps: Dependencies): string => {
  noteReader(c, deps, 'reads-last', 'The redirect takes the last “to”')
  const parameters: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    new URL(c.req.url).searchParams,
  )
  return parameters['to'] ?? home
}

/**
 * `GET /go?to=…`: leads on, as links in mails do. One that leads anywhere would lend the application's
 * good name to everybody: an open redirector. As in many an application two layers read the query, each
 * in the way that comes to hand; they agree as long as no name comes twice, which is why a link that
 * repeats one is refused before either reads it (RFC 6749 §3.1).
 */
export const openRedirect = (c: AppContext, deps: Dependencies): Response | Promise<Response> => {
  const { settings, pages } = deps
  const { origin, defences } = settings
  if (defences['refuse-duplicates'] && hasDuplicateParameters(c))
    return pages.refused(
      c,
      400,
      'This link names one thing twice, so we cannot tell where it leads.',
    )
  if (defences['return-to-allow-list'] && !isOwnOrigin(checkedTarget(c, deps), origin))
    return pages.refused(c, 400, 'This link leads to a place that is not ours.')
  const url = URL.parse(redirectTarget(c, deps), origin)
  return url === null
    ? pages.refused(c, 400, 'This link leads to a place that is not ours.')
    : c.redirect(url.href)
}
