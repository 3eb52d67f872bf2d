import type { LanguageTag } from '../../../scenarios/i18n/language.ts'

/** Where the pages of workflows are, as paths below the folder of the lab. */
export const folderOf = (language: LanguageTag): string => (language === 'en' ? '' : `${language}/`)

/** The page of all workflows. */
export const indexPlace = (language: LanguageTag): string => `${folderOf(language)}workflows/`

export const workflowPlace = (slug: string, language: LanguageTag): string =>
  `${indexPlace(language)}${slug}/`

/** The first screenful of a tour. */
export const posterPlace = (slug: string): string => `pictures/${slug}.svg`

/** All of a tour. */
export const picturePlace = (slug: string): string => `pictures/${slug}.all.svg`

/** Named as llmstxt.org proposes it for the page of a folder. */
export const markdownPlace = (slug: string, language: LanguageTag): string =>
  `${workflowPlace(slug, language)}index.html.md`

export const oembedPlace = (slug: string, language: LanguageTag): string =>
  `oembed/${folderOf(language)}${slug}.json`

export const stylePlace = 'workflows/style.css'

/** From a page in a folder to the folder of the lab. */
export const upFrom = (place: string): string => '../'.repeat(place.split('/').length - 1)

/** Where the app plays something of a workflow, as a query. */
export const appQuery = (slug: string, lesson: string | null, language: LanguageTag): string =>
  `?workflow=${slug}${lesson === null ? '' : `&lesson=${lesson}`}${language === 'en' ? '' : `&lang=${language}`}`
