import { english as stories } from '../../scenarios/narration/english.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import type { Language, Words, WordParts } from '../../web/i18n/catalogue.ts'
import { wholeEnglish } from '../../web/i18n/whole-english.ts'
import { bracketed, sayBracketed } from './fixture-language.ts'

/** Of the tags that are kept for private use (BCP 47 §2.2.1). */
const tag = 'qaa'

const { ui, parts } = wholeEnglish

const inBrackets =
  <Part extends Exclude<keyof WordParts, 'glossary'>>(
    part: Part,
  ): (() => Promise<WordParts[Part]>) =>
  async () =>
    bracketed(await (parts[part] as () => Promise<WordParts[Part]>)())

const bracketedStories = bracketed(stories)

/** All that the lab says, in a language that nobody speaks. */
const bracketedWords: Words = {
  language: tag,
  ui: bracketed(ui),
  say: sayBracketed,
  story: (message, trace) => storyOf(message, trace, bracketedStories),
  parts: {
    stories: () => Promise.resolve(bracketedStories),
    // Who sets a value and where that stands are no words of a catalogue.
    glossary: async () => {
      const explain = await parts.glossary()
      return (kind, name) => {
        const term = explain(kind, name)
        return term === null ? null : { ...term, is: bracketed(term.is) }
      }
    },
    article: inBrackets('article'),
    defend: inBrackets('defend'),
    matrix: inBrackets('matrix'),
    clients: inBrackets('clients'),
    chooser: inBrackets('chooser'),
    compare: inBrackets('compare'),
    predict: inBrackets('predict'),
    share: inBrackets('share'),
    tour: inBrackets('tour'),
  },
}

export const bracketedLanguage: Language = {
  tag,
  name: '⟦⟧',
  load: () => Promise.resolve(bracketedWords),
}
