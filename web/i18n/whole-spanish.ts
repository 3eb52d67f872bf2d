import { createGlossary } from '../../scenarios/glossary/lookup.ts'
import { glossarySpanish } from '../../scenarios/languages/glossary-spanish.ts'
import { createTranslator } from '../../scenarios/languages/translator.ts'
import { spanish as translations } from '../../scenarios/languages/spanish.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import { spanish as stories } from '../../scenarios/narration/spanish.ts'
import type { Words } from './catalogue.ts'
import { spanish } from './spanish.ts'

export const spanishWords: Words = {
  language: 'es',
  ui: spanish,
  story: (message, trace) => storyOf(message, trace, stories),
  loadStories: () => Promise.resolve(stories),
  say: createTranslator(translations),
  loadGlossary: () => Promise.resolve(createGlossary(glossarySpanish)),
}
