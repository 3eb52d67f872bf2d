import type { LanguageTag } from '../../scenarios/i18n/language.ts'
import { sourceOf, speeches } from '../../web/build/picture/source.ts'
import { passageOf, type Passage, type PassageRange } from '../../web/features/passage/passage.ts'
import type { PassageSource } from '../../web/features/passage/passage.ts'
import { played, slugs } from '../support/play.ts'

/** The words of English. */
export const { words } = speeches.en

/** A lesson that was played, as it is told in a language. */
export const told = async (language: LanguageTag = 'en', lesson = 'tour'): Promise<PassageSource> =>
  sourceOf(await played({ workflow: slugs.code, lesson }), language)

/** Some messages of the tour. */
export const passage = async (
  range: PassageRange = { first: 21, last: 25 },
  language: LanguageTag = 'en',
): Promise<Passage> => passageOf(await told(language), range)

/** A passage with other words in its first message. */
export const withSentence = (of: Passage, sentence: string): Passage => {
  const [chapter] = of.chapters
  const [first, ...rest] = of.messages
  if (chapter === undefined || first === undefined) throw new Error('The passage is empty.')
  const messages = [{ ...first, sentence, label: sentence }, ...rest]
  return { ...of, title: sentence, messages, chapters: [{ ...chapter, messages }] }
}
