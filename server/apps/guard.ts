import type { MiddlewareHandler } from 'hono'
import type { Bindings } from '../transport/bridge.ts'
import type { AppContext } from './context.ts'
import { hasDuplicateCookies } from './cookies.ts'
import type { Pages } from './pages/index.ts'
import type { ApplicationSettings } from './settings.ts'

/**
 * Another site's page asks for something that is not a page of its own tab: a picture, a script, a
 * fetch (W3C Fetch Metadata, resource isolation). Browsers that tell nothing are let through; a form
 * is judged by its Origin.
 */
const isCrossOriginSubresource = (c: AppContext): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site === undefined || site === 'none' || site === 'same-origin') return false
  return (
    c.req.header('sec-fetch-mode') !== 'navigate' || c.req.header('sec-fetch-dest') !== 'document'
  )
}

/**
 * What holds for each address of an application: nothing is cached, nothing is guessed, nothing is
 * answered when a cookie is ambiguous or when a stranger's page asks. `framed` may be in a frame.
 */
export const guard =
  (
    settings: ApplicationSettings,
    pages: Pages,
    framed: string,
  ): MiddlewareHandler<{ Bindings: Bindings }> =>
  async (c, next) => {
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    const { defences } = settings
    if (defences['refuse-duplicates'] && hasDuplicateCookies(c, settings))
      return pages.refused(
        c,
        400,
        'One of our cookies came twice, so we cannot tell which one is ours. Delete the cookies of this site and log in again.',
      )
    if (defences['fetch-metadata'] && c.req.path !== framed && isCrossOriginSubresource(c))
      return pages.refused(c, 403, 'Another site asked for this in your name.')
    return next()
  }
