import { workflowBySlug } from '../scenarios/catalogue/index.ts'

/** What a site is told that embeds a workflow (oEmbed 1.0, type `rich`). */
export interface OEmbed {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly title: string
  readonly provider_name: string
  readonly provider_url: string
  readonly html: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly thumbnail_url: string
  readonly thumbnail_width: number
  readonly thumbnail_height: number
}

/** Most room that an embed takes, in CSS pixels; a player in it can do with any. */
const usual = { width: 800, height: 560 }

/** Size of the file that the thumbnail is, in CSS pixels. */
const picture = { width: 800, height: 496 }

/** Parameters of a link that say what is played and how; a run that is shared or kept is not handed on. */
const inQuery = ['lesson', 'seed', 'profile', 'defence', 'lang', 'theme', 'speed']

const pageOf = /^(?<language>es\/)?workflows\/(?<slug>[a-z]+\/[\w.-]+)\/(?:index\.html)?$/

const appPages = ['', 'index.html', 'embed.html']

/** Which workflow an address of the lab is about, and the query of a player for it. */
const playerFor = (
  link: URL,
  lab: URL,
): { readonly slug: string; readonly search: string } | null => {
  if (link.origin !== lab.origin || !link.pathname.startsWith(lab.pathname)) return null
  const path = link.pathname.slice(lab.pathname.length)
  const { language, slug } = pageOf.exec(path)?.groups ?? {}
  const asked = new URLSearchParams()
  const found = slug ?? (appPages.includes(path) ? link.searchParams.get('workflow') : null)
  if (found === null) return null
  asked.set('workflow', found)
  if (slug !== undefined && language !== undefined) asked.set('lang', 'es')
  if (slug === undefined)
    for (const name of inQuery)
      for (const value of link.searchParams.getAll(name)) asked.append(name, value)
  const step = new URLSearchParams(link.hash.slice(1)).get('step')
  const hash = step === null ? '' : `#step=${encodeURIComponent(step)}`
  return { slug: found, search: `?${asked.toString().replaceAll('%2F', '/')}${hash}` }
}

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (one) => names[one] ?? one)

/**
 * What embeds a page of the lab.
 *
 * @param link address that somebody wants to embed
 * @param lab folder of the lab, with a slash at its end
 * @param room most room that there is, in CSS pixels
 * @param titleOf what a workflow is called
 * @returns null for an address that is none of a workflow here
 */
export const oembedOf = (
  link: URL,
  lab: URL,
  room: { readonly maxWidth?: number; readonly maxHeight?: number },
  titleOf: (slug: string) => string,
): OEmbed | null => {
  const player = playerFor(link, lab)
  if (player === null || workflowBySlug(player.slug) === undefined) return null
  const { slug, search } = player
  const width = Math.min(usual.width, room.maxWidth ?? usual.width)
  const height = Math.min(usual.height, room.maxHeight ?? usual.height)
  const thumbnail = Math.min(1, width / picture.width, height / picture.height)
  const title = titleOf(slug)
  const src = new URL(`embed.html${search}`, lab).href
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Login Lab',
    provider_url: lab.href,
    html: `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" frameborder="0" loading="lazy" allow="fullscreen"></iframe>`,
    width,
    height,
    thumbnail_url: new URL(`pictures/${slug}.svg`, lab).href,
    thumbnail_width: Math.round(picture.width * thumbnail),
    thumbnail_height: Math.round(picture.height * thumbnail),
  }
}
