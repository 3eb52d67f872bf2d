import type { MiddlewareHandler } from 'hono'
import type { Bindings } from '../transport/bridge.ts'
import type { AppContext } from './context.ts'
import { hasDuplicateCookies } from './cookies.ts'
import type { Pages } from './pages/index.ts'
import type { ApplicationSettings } from './settings.ts'

/**
 * Whether a page of another origin asks for anything but a top-level page: an image, a script, a frame,
 * a fetch (W3C Fetch Metadata, resource isolation policy). Requests without these header fields pass; a
 * form is checked by its Origin.
 */
const isCrossOriginSubresource = (c: AppContext): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site === undefined || site === 'none' || site === 'same-origin') return false
  return (
    c.req.header('sec-fetch-mode') !== 'navigate' || c.req.header('sec-fetch-dest') !== 'document'
  )
}

/**
 * Middleware for every address of an application: responses are not cached and their type is not
 * sniffed; requests with a duplicate cookie (400) or from a page of another origin (403) are refused.
 * `framed` is the path that may be loaded in a frame.
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
