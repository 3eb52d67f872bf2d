import type { Language, Words } from './catalogue.ts'
import { english } from './english.ts'

/** Languages by their own names. */
export const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['es', 'Español'],
]

/**
 * English is always at hand, but for the stories, which come a moment later; other languages are
 * loaded when they are wanted.
 */
export const englishWords: Words = {
  language: 'en',
  ui: english,
  story: () => '',
  loadStories: async () => (await import('../../scenarios/narration/english.ts')).english,
  say: (text) => text,
  loadGlossary: async () => (await import('../../scenarios/glossary/lookup.ts')).createGlossary(),
}

const loadEnglish = async (): Promise<Words> => (await import('./whole-english.ts')).wholeEnglish

const loadSpanish = async (): Promise<Words> => (await import('./whole-spanish.ts')).spanishWords

/** All words of a language. Rejects when they cannot be loaded. */
export const loadWords = (language: Language): Promise<Words> =>
  language === 'es' ? loadSpanish() : loadEnglish()

/** The language for a tag such as `es-MX`; null for one that is not spoken here. */
export const languageOf = (tag: string | null): Language | null =>
  languages.find(([language]) => language === tag?.toLowerCase().split('-', 1)[0])?.[0] ?? null
