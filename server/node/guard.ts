import type { MiddlewareHandler } from 'hono'
import { pagePolicyFor } from '../policy.ts'
import { runsHeader } from '../runs-header.ts'

/** Under which names this server answers. */
export interface Site {
  /** Host names besides the loopback ones, in lower case. */
  readonly names: readonly string[]
  /** True when the server listens on every address: then any IP address may name it. */
  readonly anyAddress: boolean
  /** Where learners find it behind a proxy; null when there is none. */
  readonly publicOrigin: string | null
  /** Origins whose pages may show `/embed.html` in a frame, besides our own; `*` for any. */
  readonly embedders?: readonly string[]
  /** Origins from which pages may fetch own lessons, besides our own. */
  readonly lessonOrigins?: readonly string[]
  /** Its runs talk to a real FusionAuth, which a page cannot. */
  readonly isReal?: boolean
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const address = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/

/**
 * Whether a Host header names this server. A page elsewhere whose own name was pointed at this
 * machine (DNS rebinding) sends that name here, so no unknown name is answered. Ports are not
 * compared: a forwarded port is another one, and a foreign page cannot borrow it.
 */
const isOurHost = (host: string, site: Site): boolean => {
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/.exec(host.toLowerCase())?.[1]
  if (name === undefined) return false
  if (loopback.test(name) || site.names.includes(name)) return true
  if (site.anyAddress && address.test(name)) return true
  return site.publicOrigin !== null && new URL(site.publicOrigin).hostname === name
}

/** What pages of others load: scripts, recordings, pictures of the build, and oEmbed’s answers. */
const builtForOthers =
  /^\/(?:(?:embed|player|player-parts)\.js|oembed|(?:assets|recordings|pictures)\/[^?]*)$/

/**
 * What other sites load. Modules, data, and scripts with `crossorigin` or `integrity` are asked for
 * under CORS (Fetch, HTML): browsers send an Origin, and want to be told that any may have it. It is
 * the same for everybody and says nothing of this server, but whether live runs are to be made there.
 */
const isForOthers = (method: string, path: string): boolean =>
  builtForOthers.test(path) && (method === 'GET' || method === 'HEAD')

/**
 * Refuses requests that name another host, or that a page of another origin sends: without cookies
 * there is no session to ride on, but a foreign page could still start runs here. What embeds the
 * player is for pages of every origin.
 */
export const guard =
  (site: Site): MiddlewareHandler =>
  async (c, next) => {
    const { host: target } = new URL(c.req.url)
    const host = c.req.header('host') ?? target
    if (!isOurHost(host, site) || !isOurHost(target, site))
      return c.json(
        {
          problem:
            'This request names a host that is not this server. Open Login Lab at the address it printed; behind a proxy, set PUBLIC_URL to the address that learners open.',
        },
        403,
      )
    if (isForOthers(c.req.method, c.req.path)) {
      c.header('access-control-allow-origin', '*')
      if (site.isReal === true) {
        c.header(runsHeader, 'fusionauth')
        c.header('access-control-expose-headers', runsHeader)
      }
      return next()
    }
    const origin = c.req.header('origin')
    if (
      origin !== undefined &&
      origin !== `http://${host.toLowerCase()}` &&
      origin !== site.publicOrigin
    )
      return c.json({ problem: 'This request comes from a page that is not Login Lab.' }, 403)
    return next()
  }

/** The page for frames of other sites. */
const framed = '/embed.html'

/** Headers on every answer, refusals and errors included. */
export const securityHeaders =
  ({ embedders = [], lessonOrigins = [] }: Site): MiddlewareHandler =>
  async (c, next) => {
    await next()
    // Set on the answer itself: once it is there, Hono's own way makes another one for each field.
    const { headers } = c.res
    const isFramed = c.req.path === framed
    const ancestors = isFramed ? ["'self'", ...embedders].join(' ') : "'none'"
    headers.set('content-security-policy', pagePolicyFor(ancestors, lessonOrigins))
    headers.set('x-content-type-options', 'nosniff')
    // The older header knows no list, and browsers that know the newer one prefer that.
    if (!isFramed) headers.set('x-frame-options', 'DENY')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set(
      'cross-origin-resource-policy',
      isFramed || builtForOthers.test(c.req.path) ? 'cross-origin' : 'same-origin',
    )
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
