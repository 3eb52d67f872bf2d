import { attribute, escapeHtml } from './html.ts'
import { pictureWidth } from './picture.ts'
import {
  appQuery,
  indexPlace,
  oembedPlace,
  picturePlace,
  stylePlace,
  upFrom,
  workflowPlace,
} from './places.ts'
import { languages, speeches, type ToldChapter, type ToldWorkflow } from './told.ts'
import type { LanguageTag } from '../../../scenarios/i18n/language.ts'
import type { SiteWords } from './words.ts'

/** What every page has to know of where it will be. */
export interface SiteSetting {
  /** Address of the folder of the lab, with a slash at its end; null when it is not known. */
  readonly publicUrl: string | null
  /** Paths below that folder. */
  readonly icon: string
  readonly card: string
}

/** A page needs no script, no frame and no request but for its style, its picture and its icon. */
const policy =
  "default-src 'none';style-src 'self';img-src 'self';base-uri 'none';form-action 'none'"

interface HeadOf {
  readonly setting: SiteSetting
  readonly language: LanguageTag
  readonly words: SiteWords
  readonly title: string
  readonly description: string
  /** Path of the page in a language. */
  readonly placeIn: (language: LanguageTag) => string
  /** What is linked besides: Markdown, oEmbed. */
  readonly more: string
}

const link = (rel: string, href: string, rest = ''): string =>
  `<link rel=${rel}${rest}${attribute('href', href)}>`

const meta = (property: string, content: string): string =>
  `<meta property=${property}${attribute('content', content)}>`

/** What Open Graph requires, by whole addresses; the description is the one that the page has besides. */
const openGraph = (page: HeadOf, publicUrl: string): string =>
  [
    meta('og:type', 'article'),
    meta('og:title', page.title),
    meta('og:url', publicUrl + page.placeIn(page.language)),
    meta('og:image', publicUrl + page.setting.card),
    meta('og:image:alt', page.words.index.title),
    '<meta name=twitter:card content=summary_large_image>',
  ].join('')

/** What needs to know where the folder will be; other languages too, which are looked for by whole addresses. */
const addressed = (page: HeadOf, publicUrl: string): string =>
  [
    link('canonical', publicUrl + page.placeIn(page.language)),
    ...languages.map((tag) => link('alternate', publicUrl + page.placeIn(tag), ` hreflang=${tag}`)),
    openGraph(page, publicUrl),
  ].join('')

const head = (page: HeadOf): string => {
  const { setting, language, placeIn } = page
  const up = upFrom(placeIn(language))
  return [
    `<!doctype html><html lang=${language}><meta charset=utf-8><meta http-equiv=Content-Security-Policy content="${policy}"><meta name=viewport content="width=device-width"><title>${escapeHtml(page.title)} · Login Lab</title>`,
    `<meta name=description${attribute('content', page.description)}>`,
    link('stylesheet', up + stylePlace),
    link('icon', up + setting.icon),
    setting.publicUrl === null ? '' : addressed(page, setting.publicUrl),
    page.more,
  ].join('')
}

/** What stands above the content of each page. */
const top = (page: HeadOf): string => {
  const { language, words, placeIn } = page
  const up = upFrom(placeIn(language))
  const other = language === 'en' ? 'es' : 'en'
  return `<a class=skip href=#main>${words.skip}</a><header><nav${attribute('aria-label', words.site)}><a href="${up}${language === 'en' ? '' : `?lang=${language}`}">${words.start}</a> <a href="${up}${indexPlace(language)}">${words.all}</a> <a href="${up}${placeIn(other)}" hreflang=${other} lang=${other}>${speeches[other].words.language}</a></nav></header>`
}

const chapterRows = ({ title, marks, isTheft, messages }: ToldChapter, words: SiteWords): string =>
  [
    `<tbody${isTheft ? ' class=t' : ''}>`,
    ...marks.map((mark) => `<tr class=m><td colspan=4>${escapeHtml(mark)}`),
    `<tr><th colspan=4 scope=rowgroup>${escapeHtml(title)}`,
    ...messages.map(
      ({ n, from, to, label, story, simulated }) =>
        `\n<tr><td>${n}<td>${from === to ? from : `${from} → ${to}`}<td>${escapeHtml(label)}<td>${escapeHtml(story)}${simulated ? ` <i>${words.simulated}</i>` : ''}`,
    ),
  ].join('')

const links = (told: ToldWorkflow, heading: string, list: ToldWorkflow['lessons']): string => {
  if (list.length === 0) return ''
  const up = upFrom(workflowPlace(told.slug, told.language))
  const items = list.map(
    ([name, title]) =>
      `<li><a href="${up}${appQuery(told.slug, name, told.language)}">${escapeHtml(title)}</a>`,
  )
  return `\n<h2>${heading}</h2><ul>${items.join('')}</ul>`
}

/** A neighbour in the list of workflows. */
interface Neighbour {
  readonly slug: string
  readonly title: string
}

const neighbours = (
  told: ToldWorkflow,
  previous: Neighbour | undefined,
  next: Neighbour | undefined,
): string => {
  const { words, language } = told
  const up = upFrom(workflowPlace(told.slug, language))
  const to = (rel: string, said: string, neighbour: Neighbour | undefined): string =>
    neighbour === undefined
      ? ''
      : `<a rel=${rel} href="${up}${workflowPlace(neighbour.slug, language)}">${said}: ${escapeHtml(neighbour.title)}</a>`
  return `<nav class=o${attribute('aria-label', words.others)}>${to('prev', words.previous, previous)} ${to('next', words.next, next)}</nav>`
}

/** The page of a workflow, which needs no script. `height` is that of its whole picture. */
export const workflowPage = (
  told: ToldWorkflow,
  setting: SiteSetting,
  height: number,
  [previous, next]: readonly [Neighbour | undefined, Neighbour | undefined],
): string => {
  const { slug, language, words } = told
  const up = upFrom(workflowPlace(slug, language))
  const oembed =
    setting.publicUrl === null
      ? ''
      : link(
          'alternate',
          setting.publicUrl + oembedPlace(slug, language),
          ' type=application/json+oembed',
        )
  const page: HeadOf = {
    setting,
    language,
    words,
    title: told.title,
    description: told.description,
    placeIn: (tag) => workflowPlace(slug, tag),
    more: `${link('alternate', 'index.html.md', ` type=text/markdown hreflang=${language}`)}${oembed}`,
  }
  const [number, way, message, story] = words.columns
  return [
    head(page),
    '<body>',
    top(page),
    `<main id=main><h1>${escapeHtml(told.title)}</h1><p>${escapeHtml(told.about)}`,
    `<p><a class=go href="${up}${appQuery(slug, null, language)}">${words.play}</a>`,
    `<h2>${words.judged}: ${told.standing}</h2><ul>${told.rules.map((rule) => `<li>${escapeHtml(rule)}`).join('')}</ul>`,
    told.published === null ? '' : `<p>${words.published} ${escapeHtml(told.published)}`,
    `<h2>${words.picture}</h2><div class=w tabindex=0 role=region${attribute('aria-label', words.picture)}><svg viewBox="0 0 ${pictureWidth} ${height}" role=img${attribute('aria-label', told.alternative)}><image href=${up}${picturePlace(slug)} width=${pictureWidth} height=${height} /></svg></div>`,
    `<h2>${words.messages}</h2><div class=w tabindex=0 role=region${attribute('aria-label', words.messages)}><table><thead><tr><th>${number}<th>${way}<th>${message}<th>${story}`,
    ...told.chapters.map((chapter) => chapterRows(chapter, words)),
    '</table></div>',
    links(told, words.lessons, told.lessons),
    links(told, words.attacks, told.attacks),
    '</main>',
    neighbours(told, previous, next),
    `<footer>${words.foot}</footer>`,
  ].join('')
}

/** The page of all workflows in a language. */
export const indexPage = (
  all: readonly ToldWorkflow[],
  language: LanguageTag,
  setting: SiteSetting,
): string => {
  const { words } = speeches[language]
  const page: HeadOf = {
    setting,
    language,
    words,
    title: words.index.title,
    description: words.index.description,
    placeIn: indexPlace,
    more: '',
  }
  const up = upFrom(indexPlace(language))
  const clients = Object.entries(words.clients).map(([client, title]) => {
    const items = all
      .filter((told) => told.client === client)
      .map(
        (told) =>
          `<li><a href="${up}${workflowPlace(told.slug, language)}">${escapeHtml(told.title)}</a> ${told.standing}`,
      )
    return `<h2>${title}</h2><ul>${items.join('')}</ul>`
  })
  return [
    head(page),
    '<body>',
    top(page),
    `<main id=main><h1>${words.index.title}</h1><p>${words.index.description}${clients.join('')}</main><footer>${words.foot}</footer>`,
  ].join('')
}
