import type { EmbedCode } from './docs-tools.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
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
  /** What the link says. */
  readonly words: string
  /** CSS pixels; '' for as high as the player would like. */
  readonly height: string
  /** `light` or `dark`; '' for as the page is. */
  readonly theme: string
}

/** The pieces that every form of the code is made of. */
export const embedCode = (
  address: URL,
  trace: Trace,
  step: string | null,
  { words, height, theme }: EmbedChoice,
): EmbedCode => {
  const link = messageAddress(address, trace, step)
  const lab = new URL('.', address).href
  const script = `${lab}embed.js`
  const options = [
    ['lab', lab],
    ...optionsOf(link, step),
    ...(height === '' ? [] : [['height', height]]),
    ...(theme === '' ? [] : [['theme', theme]]),
  ] as [string, string][]
  return {
    script,
    tag: `<script async src="${escaped(script)}"></script>`,
    attributes: attributes(options),
    element: `<login-lab-embed${attributes(options)}><a href="${escaped(link.href)}">${escaped(words)}</a></login-lab-embed>`,
    frame: frameCode(address, trace, step, height),
  }
}

/**
 * HTML that embeds the player by an element: on one line the script, on the next the element with a
 * link for readers and tools that show no player. Plain HTML, Markdown and MDX read it alike.
 *
 * @param address of the lab
 * @param words what the link says
 */
export const elementCode = (
  address: URL,
  trace: Trace,
  step: string | null,
  words: string,
): string => {
  const { tag, element } = embedCode(address, trace, step, { words, height: '', theme: '' })
  return `${tag}\n${element}`
}
