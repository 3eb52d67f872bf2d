import type { AppContext } from './context.ts'
import type { Dependencies } from './dependencies.ts'
import { hasDuplicateParameters } from './parameters.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** The target of a link without `to`. */
const home = '/'

/** Whether a target is on the application's own origin (RFC 9700 §4.11.1). */
const isOwnOrigin = (to: string, origin: string): boolean =>
  URL.parse(to, origin)?.origin === origin

/** Records which `to` a layer reads, if there are several. */
const noteReader = (
  c: AppContext,
  { settings, ports }: Dependencies,
  name: string,
  label: Text,
): void => {
  if ((c.req.queries('to') ?? []).length > 1)
    ports.journal.self(settings.name, name, label, c.env.exchange)
}

/** The target that the allow list checks: the first `to`, as a lookup by name finds it. */
const checkedTarget = (c: AppContext, deps: Dependencies): string => {
  noteReader(c, deps, 'reads-first', textOf('note.checks-first-to'))
  return c.req.query('to') ?? home
}

/** The target that the redirect takes: the last `to`, as an object made of the query has it. */
const redirectTarget = (c: AppContext, deps: Dependencies): string => {
  noteReader(c, deps, 'reads-last', textOf('note.follows-last-to'))
  const parameters: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    new URL(c.req.url).searchParams,
  )
  return parameters['to'] ?? home
}

/**
 * `GET /go?to=…`: redirects to `to`, as links in mails do; to any origin where the allow list is
 * switched off, which makes it an open redirector (RFC 9700 §4.11). As in many an application two
 * layers read the query in different ways; they agree as long as no name comes twice, which is why a
 * link that repeats one is refused before either reads it (RFC 6749 §3.1).
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
