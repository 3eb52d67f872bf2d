import { Hono, type Context } from 'hono'
import { workflowTitle } from '../../scenarios/catalogue/index.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import { oembedOf } from '../oembed.ts'
import type { Site } from './guard.ts'

/** Where the lab is for whoever asks. */
const labOf = (c: Context, { publicOrigin }: Site): URL =>
  new URL('/', publicOrigin ?? `http://${c.req.header('host') ?? new URL(c.req.url).host}`)

/** A whole number of CSS pixels; null for text that is none. */
const pixels = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null

const isSpanish = ({ pathname, searchParams }: URL): boolean =>
  searchParams.get('lang') === 'es' || pathname.startsWith('/es/')

/** The answers of oEmbed 1.0: `/oembed?url=…`, with `format`, `maxwidth` and `maxheight`. */
export const createOEmbed = (site: Site): Hono => {
  const oembed = new Hono()
  oembed.get('/oembed', (c) => {
    const { url = '', format = 'json', maxwidth, maxheight } = c.req.query()
    if (format !== 'json') return c.json({ problem: 'Only format=json is spoken here.' }, 501)
    const [maxWidth, maxHeight] = [pixels(maxwidth), pixels(maxheight)]
    const link = URL.canParse(url) ? new URL(url) : null
    const found =
      link === null
        ? null
        : oembedOf(
            link,
            labOf(c, site),
            { ...(maxWidth !== null && { maxWidth }), ...(maxHeight !== null && { maxHeight }) },
            (slug) => (isSpanish(link) ? saySpanish : sayEnglish)(workflowTitle(slug)),
          )
    if (found === null)
      return c.json(
        { problem: 'url must be the address of a workflow here: /?workflow=… or /workflows/…/.' },
        404,
      )
    // The address in it may be another one for the next who asks.
    c.header('cache-control', 'no-cache')
    return c.json(found)
  })
  return oembed
}

/** Tells programs of the answer for the page that they have (oEmbed §4, discovery by a header). */
export const discovery = (c: Context, site: Site): string | null => {
  const lab = labOf(c, site)
  const { pathname, search } = new URL(c.req.url)
  const link = new URL(pathname + search, lab)
  const isWorkflow = oembedOf(link, lab, {}, () => '') !== null
  return isWorkflow
    ? `<${new URL(`/oembed?format=json&url=${encodeURIComponent(link.href)}`, lab).href}>; rel="alternate"; type="application/json+oembed"`
    : null
}
