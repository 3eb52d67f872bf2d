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
export const frameCode = (address: URL, trace: Trace, step: string | null): string => {
  const { search, hash } = messageAddress(address, trace, step)
  const src = new URL(`embed.html${search}${hash}`, address).href
  return `<iframe src="${escaped(src)}" title="Login Lab" width="100%" height="560" frameborder="0" loading="lazy" allow="fullscreen"></iframe>`
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
  const link = messageAddress(address, trace, step)
  const lab = new URL('.', address).href
  const options = attributes([['lab', lab], ...optionsOf(link, step)])
  return [
    `<script async src="${escaped(`${lab}embed.js`)}"></script>`,
    `<login-lab-embed${options}><a href="${escaped(link.href)}">${escaped(words)}</a></login-lab-embed>`,
  ].join('\n')
}
