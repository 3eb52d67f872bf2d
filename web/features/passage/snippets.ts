import { escapeMarkdown } from '../../../scenarios/article/markdown.ts'
import { alternativeText } from './alternative.ts'
import type { Passage } from './passage.ts'
import { escapeXml } from './svg.ts'
import type { PassageWords } from './words.ts'

/** Files of a passage that stand beside each other; null for one that there is not. */
export interface PassageFiles {
  /** A still picture, SVG or PNG. */
  readonly still: string | null
  /** An animated picture. */
  readonly moving: string | null
  readonly video: string | null
  readonly captions: string | null
}

/** The picture in Markdown, with its sentence as the alternative text. */
export const markdownSnippet = (file: string, passage: Passage, words: PassageWords): string =>
  `![${escapeMarkdown(alternativeText(passage, words).summary)}](${file})\n`

/**
 * The pictures in HTML: who wants less motion gets the still one (WCAG 2.2, 2.2.2), the video has its
 * controls and captions, and the list of messages can be opened.
 */
export const htmlSnippet = (
  { still, moving, video, captions }: PassageFiles,
  passage: Passage,
  words: PassageWords,
): string => {
  const { summary, list } = alternativeText(passage, words)
  const shown = moving ?? still
  const image = shown === null ? '' : `<img src="${shown}" alt="${escapeXml(summary)}">`
  const picture =
    moving === null || still === null
      ? image
      : `<picture><source srcset="${still}" media="(prefers-reduced-motion: reduce)">${image}</picture>`
  const track =
    captions === null
      ? ''
      : `<track kind="captions" src="${captions}" srclang="${escapeXml(passage.language)}">`
  const played =
    video === null
      ? ''
      : `<video src="${video}" aria-label="${escapeXml(summary)}" controls muted playsinline${still === null ? '' : ` poster="${still}"`}>${track}</video>`
  const items = list.map((one) => `<p>${escapeXml(one)}</p>`).join('\n')
  return [
    ...[picture, played].filter((one) => one !== ''),
    `<details lang="${escapeXml(passage.language)}"><summary>${escapeXml(words.inWords)}</summary>\n${items}\n</details>`,
    '',
  ].join('\n')
}
