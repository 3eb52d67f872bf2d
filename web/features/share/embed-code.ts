import { escapeMarkdown } from '../../../scenarios/article/markdown.ts'
import { workflowBySlug, workflowTitle } from '../../../scenarios/catalogue/index.ts'
import { ownLessonName } from '../../../scenarios/model/own-lesson-name.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { ShareWords } from '../../i18n/catalogue.ts'
import type { EmbedCode } from './docs-tools.ts'
import { messageAddress } from './run-address.ts'

const names: Readonly<Record<string, string>> = { '&': 'amp', '"': 'quot', '<': 'lt', '>': 'gt' }

/**
 * Text for an attribute or an element. No line ends in it: in Markdown a tag is only sure to be read
 * as one while all of it stands on one line (CommonMark 0.31.2, 4.6 and 6.6).
 */
const escaped = (text: string): string =>
  text.replaceAll(/[&"<>\p{Cc}]/gu, (one) => `&${names[one] ?? `#${one.codePointAt(0)}`};`)

const attributes = (of: Iterable<readonly [name: string, value: string]>): string =>
  [...of].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')

/** What a page has to say of the run that it embeds, as its link says it; names that come twice, once. */
const optionsOf = ({ searchParams }: URL, step: string | null): ReadonlyMap<string, string> => {
  const options = new Map<string, string>()
  for (const name of searchParams.keys()) options.set(name, searchParams.getAll(name).join(','))
  if (step !== null) options.set('step', step)
  return options
}

/**
 * HTML that embeds the player by a frame. It has no `style`: as a string that is an error in MDX.
 *
 * @param address of the lab
 */
export const frameCode = (address: URL, trace: Trace, step: string | null, height = ''): string => {
  const { search, hash } = messageAddress(address, trace, step)
  const src = new URL(`embed.html${search}${hash}`, address).href
  return `<iframe src="${escaped(src)}" title="Login Lab" width="100%" height="${height === '' ? 560 : escaped(height)}" frameborder="0" loading="lazy" allow="fullscreen"></iframe>`
}

/** What an author chooses besides. */
export interface EmbedChoice {
  /** CSS pixels; '' for as high as the player would like. */
  readonly height: string
  /** `light` or `dark`; '' for as the page is. */
  readonly theme: string
}

/** Size of the pictures that the build makes of each workflow, in CSS pixels. */
const pictureSize = [
  ['width', '800'],
  ['height', '496'],
] as const

/** What is shown until the player is there: a link, with a picture of the workflow where there is one. */
interface Poster {
  readonly link: string
  readonly words: string
  /** null for none: an own lesson is not as its workflow is, and a trace may be of one that is not here. */
  readonly picture: { readonly src: string; readonly alt: string } | null
}

const posterOf = (lab: string, link: string, trace: Trace, { ui, say }: ShareWords): Poster => {
  const { workflow, lesson } = trace
  const isDrawn = lesson !== ownLessonName && workflowBySlug(workflow) !== undefined
  const picture = {
    src: `${lab}pictures/${workflow}.svg`,
    alt: ui.share.poster(say(workflowTitle(workflow))),
  }
  return { link, words: ui.share.watch, picture: isDrawn ? picture : null }
}

/**
 * As HTML that is JSX too. Of many pictures on a page only those are loaded that come into view. There
 * are words besides, since some tools that clean HTML take pictures away.
 */
const htmlOf = ({ link, words, picture }: Poster): string => {
  const image =
    picture === null
      ? ''
      : `<img${attributes([['src', picture.src], ...pictureSize, ['loading', 'lazy'], ['alt', picture.alt]])}/> `
  return `<a${attributes([['href', link]])}>${image}${escaped(words)}</a>`
}

/** An address that ends nowhere before its end, for a link in Markdown. */
const target = (address: string): string =>
  address.replaceAll(/[()\\]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)

const markdownOf = ({ link, words, picture }: Poster): string => {
  const image = picture === null ? '' : `![${escapeMarkdown(picture.alt)}](${target(picture.src)}) `
  return `[${image}${escapeMarkdown(words)}](${target(link)})`
}

/** The pieces that every form of the code is made of. */
export const embedCode = (
  address: URL,
  trace: Trace,
  step: string | null,
  words: ShareWords,
  { height, theme }: EmbedChoice = { height: '', theme: '' },
): EmbedCode => {
  const link = messageAddress(address, trace, step)
  const lab = new URL('.', address).href
  const poster = posterOf(lab, link.href, trace, words)
  const options = [
    ['lab', lab],
    ...optionsOf(link, step),
    ...(height === '' ? [] : [['height', height]]),
    ...(theme === '' ? [] : [['theme', theme]]),
  ] as [string, string][]
  return {
    script: `${lab}embed.js`,
    attributes: attributes(options),
    inside: htmlOf(poster),
    markdown: markdownOf(poster),
    frame: frameCode(address, trace, step, height),
  }
}
