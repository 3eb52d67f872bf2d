import { createSay } from '../../scenarios/i18n/catalogue.ts'
import { earlyEnglish } from '../../scenarios/i18n/en/early.ts'
import type { LanguageTag } from '../../scenarios/i18n/language.ts'
import type { Language, Words } from './catalogue.ts'
import { english } from './english.ts'

/**
 * English is always at hand, but for the stories and the reasons of a run, which come a moment later;
 * other languages are loaded when they are wanted.
 */
export const englishWords: Words = {
  language: 'en',
  ui: english,
  story: () => '',
  say: createSay(earlyEnglish, () => ''),
  parts: {
    stories: async () => (await import('../../scenarios/narration/english.ts')).english,
    glossary: async () => (await import('../../scenarios/glossary/lookup.ts')).createGlossary(),
    article: async () => (await import('../../scenarios/article/english.ts')).english,
    defend: async () => (await import('../features/defend/words.en.ts')).defendEnglish,
    matrix: async () => (await import('../features/matrix/words.en.ts')).matrixEnglish,
    clients: async () => (await import('../features/clients/words.en.ts')).clientsEnglish,
    chooser: async () => (await import('../features/chooser/words.en.ts')).chooserEnglish,
    compare: async () => (await import('../features/compare/words.en.ts')).compare,
    predict: async () => (await import('../features/predict/words.en.ts')).predict,
    share: async () => (await import('../features/share/words.en.ts')).share,
    tour: async () => (await import('../features/tour/words.en.ts')).tour,
  },
}

/** All of English. Rejects when it cannot be loaded. */
export const loadEnglish = async (): Promise<Words> =>
  (await import('./whole-english.ts')).wholeEnglish

const table: Readonly<Record<LanguageTag, Omit<Language, 'tag'>>> = {
  en: {
    name: 'English',
    load: loadEnglish,
  },
  es: {
    name: 'Español',
    load: async () => (await import('./whole-spanish.ts')).spanishWords,
  },
}

/** Every language that the lab is written in. */
export const languages: readonly Language[] = Object.entries(table).map(([tag, language]) => ({
  tag,
  ...language,
}))

/** The tag of the language for one such as `es-MX`; null for one that is not spoken here. */
export const languageOf = (
  tag: string | null,
  spoken: readonly Language[] = languages,
): string | null => {
  const wanted = tag?.toLowerCase().split('-', 1)[0]
  return spoken.find((language) => language.tag === wanted)?.tag ?? null
}
