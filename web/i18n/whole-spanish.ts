import { createGlossary } from '../../scenarios/glossary/lookup.ts'
import { glossarySpanish } from '../../scenarios/i18n/es/glossary.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import { spanish as stories } from '../../scenarios/narration/spanish.ts'
import type { Words } from './catalogue.ts'
import { spanish } from './spanish.ts'

/** All of Spanish. */
export const spanishWords: Words = {
  language: 'es',
  ui: spanish,
  story: (message, trace) => storyOf(message, trace, stories),
  say: saySpanish,
  parts: {
    stories: () => Promise.resolve(stories),
    glossary: () => Promise.resolve(createGlossary(glossarySpanish)),
    article: async () => (await import('../../scenarios/article/spanish.ts')).spanish,
    defend: async () => (await import('../features/defend/words.es.ts')).defendSpanish,
    matrix: async () => (await import('../features/matrix/words.es.ts')).matrixSpanish,
    clients: async () => (await import('../features/clients/words.es.ts')).clientsSpanish,
    chooser: async () => (await import('../features/chooser/words.es.ts')).chooserSpanish,
    compare: async () => (await import('../features/compare/words.es.ts')).compare,
    predict: async () => (await import('../features/predict/words.es.ts')).predict,
    share: async () => (await import('../features/share/words.es.ts')).share,
    tour: async () => (await import('../features/tour/words.es.ts')).tour,
  },
}
