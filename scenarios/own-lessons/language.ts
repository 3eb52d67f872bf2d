import type { OwnText } from '../model/own-lesson.ts'

/** Something that is said, and in which language (BCP 47). */
export interface Said {
  readonly text: string
  readonly language: string
}

/** A language tag, and what it becomes when its last parts are left out, one after the other. */
const broader = (tag: string): readonly string[] => {
  const parts = tag.toLowerCase().split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

/**
 * A text in the first of these languages that it has (RFC 4647 §3.4, lookup), else in the lesson's own.
 *
 * @param wanted language tags, the dearest first
 * @param own the language of the lesson, which every text has
 */
export const inLanguage = (text: OwnText, wanted: readonly string[], own: string): Said => {
  if (typeof text === 'string') return { text, language: own }
  const byTag = new Map(
    Object.entries(text).map(([tag, said]) => [tag.toLowerCase(), { text: said, language: tag }]),
  )
  const found = [...wanted, own].flatMap(broader).map((tag) => byTag.get(tag))
  return found.find((said) => said !== undefined) ?? { text: '', language: own }
}
