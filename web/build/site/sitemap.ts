import { workflows } from '../../../scenarios/catalogue/index.ts'
import { indexPlace, workflowPlace } from './places.ts'
import { languages } from './told.ts'

/** `sitemap.xml` (sitemaps.org) of the pages that need no script; they name each other’s languages. */
export const sitemap = (lab: URL): string => {
  const places = languages.flatMap((language) => [
    indexPlace(language),
    ...workflows.map(({ slug }) => workflowPlace(slug, language)),
  ])
  const urls = ['', ...places].map((place) => `<url><loc>${new URL(place, lab).href}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

export const robots = (lab: URL): string =>
  `User-agent: *\nDisallow: /api/\nSitemap: ${new URL('sitemap.xml', lab).href}\n`
