import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { workflows } from '../../../scenarios/catalogue/index.ts'
import type { LanguageTag } from '../../../scenarios/i18n/language.ts'
import { oembedOf } from '../../../server/oembed.ts'
import { llmsText, workflowMarkdown } from './markdown.ts'
import { indexPage, workflowPage, type SiteSetting } from './page.ts'
import { drawPicture, screenful } from './picture.ts'
import {
  indexPlace,
  markdownPlace,
  oembedPlace,
  picturePlace,
  posterPlace,
  stylePlace,
  upFrom,
  workflowPlace,
} from './places.ts'
import { robots, sitemap } from './sitemap.ts'
import { languages, tell, type ToldWorkflow } from './told.ts'

/** Files by their path below the folder of the lab. */
type Files = ReadonlyMap<string, string>

const style = (): string =>
  readFileSync(fileURLToPath(new URL('./page.css', import.meta.url)), 'utf8')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim()

const pagesIn = (
  all: readonly ToldWorkflow[],
  language: LanguageTag,
  setting: SiteSetting,
  heights: ReadonlyMap<string, number>,
): readonly (readonly [string, string])[] => [
  [`${indexPlace(language)}index.html`, indexPage(all, language, setting)],
  ...all.map((told, index): readonly [string, string] => [
    `${workflowPlace(told.slug, language)}index.html`,
    workflowPage(told, setting, heights.get(told.slug) ?? 0, [all[index - 1], all[index + 1]]),
  ]),
]

/** What needs to know where the folder will be. */
const addressed = (
  told: Readonly<Record<LanguageTag, readonly ToldWorkflow[]>>,
  publicUrl: string,
): readonly (readonly [string, string])[] => {
  const lab = new URL(publicUrl)
  const answers = languages.flatMap((language) =>
    told[language].map(({ slug, title }): readonly [string, string] => {
      const link = new URL(workflowPlace(slug, language), lab)
      return [oembedPlace(slug, language), JSON.stringify(oembedOf(link, lab, {}, () => title))]
    }),
  )
  return [
    ...answers,
    ['sitemap.xml', sitemap(lab)],
    // Crawlers look for it at the root of a host only (RFC 9309 §2.3).
    ...(lab.pathname === '/' ? [['robots.txt', robots(lab)] as const] : []),
  ]
}

/**
 * All pages that need no script, and what leads to them.
 *
 * @param folder of the recordings
 */
export const siteFiles = (folder: string, setting: SiteSetting): Files => {
  const told = {
    en: workflows.map((workflow) => tell(folder, workflow, 'en')),
    es: workflows.map((workflow) => tell(folder, workflow, 'es')),
  }
  const pictures = told.en.map((one) => ({ slug: one.slug, ...drawPicture(one) }))
  const heights = new Map(pictures.map(({ slug, height }) => [slug, height]))
  const baseIn = (place: string): string => setting.publicUrl ?? upFrom(place)
  return new Map([
    ...pictures.map(({ slug, svg }) => [picturePlace(slug), svg] as const),
    ...told.en.map((one) => [posterPlace(one.slug), drawPicture(one, screenful).svg] as const),
    ...languages.flatMap((language) => pagesIn(told[language], language, setting, heights)),
    ...languages.flatMap((language) =>
      told[language].map((one): readonly [string, string] => {
        const place = markdownPlace(one.slug, language)
        return [place, workflowMarkdown(one, baseIn(place))]
      }),
    ),
    [stylePlace, style()],
    ['llms.txt', llmsText(told, baseIn('llms.txt'))],
    ...(setting.publicUrl === null ? [] : addressed(told, setting.publicUrl)),
  ])
}
