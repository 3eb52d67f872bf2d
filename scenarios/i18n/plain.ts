import type { TextCatalogue } from './catalogue.ts'
import type { TextParams } from '../model/text.ts'

/** Texts that are the same in every language but for what they hold. */
export const plain: TextCatalogue<Pick<TextParams, 'sentences' | 'verbatim' | 'quoted'>> = {
  sentences: ({ each }, say) => each.map(say).join(' '),
  verbatim: ({ english }) => english,
  quoted: ({ text }) => text,
}
