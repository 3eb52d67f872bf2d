import { Hono, type Context } from 'hono'
import type { Asset, Assets, Packing } from './assets.ts'
import { guard, securityHeaders, type Site } from './guard.ts'
import { createOEmbed, discovery } from './oembed.ts'
import { acceptedCodings, isKnown } from './negotiation.ts'

const notFoundPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Not found · Login Lab</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.5rem }
</style>
<h1>There is nothing at this address</h1>
<p>The address may be mistyped, or come from another version of Login Lab.
<p><a href="/">Go to the workflows</a>
</html>
`

/** The first packing on offer that Accept-Encoding allows. */
const choosePacking = (asset: Asset, accepted: string | undefined): Packing => {
  const allowed = acceptedCodings(accepted)
  return asset.packings.find((packing) => allowed.has(packing)) ?? 'identity'
}

const send = async (c: Context, asset: Asset): Promise<Response> => {
  const packing = choosePacking(asset, c.req.header('accept-encoding'))
  // The packed form is another representation, so it has a validator of its own.
  const etag = packing === 'identity' ? asset.etag : asset.etag.replace(/"$/, `.${packing}"`)
  c.header('etag', etag)
  c.header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (asset.packings.length > 1) c.header('vary', 'accept-encoding')
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  c.header('content-type', asset.type)
  if (packing !== 'identity') c.header('content-encoding', packing)
  return c.body(await asset.body(packing))
}

/** The whole site: the pages of the web build, the API below /api, and what tells of its health. */
export const createPages = (
  assets: Assets,
  api: Hono,
  site: Site,
  health: Hono = new Hono(),
): Hono => {
  const pages = new Hono()
  pages.route('/', health)
  pages.all('/api', (c) => api.fetch(c.req.raw, c.env))
  pages.all('/api/*', (c) => api.fetch(c.req.raw, c.env))
  pages.use(securityHeaders(site))
  pages.use(guard(site))
  pages.route('/', createOEmbed(site))
  pages.all('*', (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD')
      return c.text('Pages can only be read here. Runs are driven below /api.', 405)
    }
    const asset = assets.get(c.req.path)
    const oembed = discovery(c, site)
    if (asset !== undefined && oembed !== null) c.header('link', oembed)
    return asset === undefined ? c.html(notFoundPage, 404) : send(c, asset)
  })
  return pages
}
