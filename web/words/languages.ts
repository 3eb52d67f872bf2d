import { english as stories } from '../../scenarios/stories/english.ts'
import type { Language, Words } from './catalogue.ts'
import { english } from './english/index.ts'

/** Languages by their own names. */
export const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['es', 'Español'],
]

/** English is always at hand; other languages are loaded when they are wanted. */
export const englishWords: Words = {
  language: 'en',
  ui: english,
  stories,
  say: (text) => text,
  loadGlossary: async () => (await import('../../scenarios/glossary/lookup.ts')).createGlossary(),
}

const loadSpanish = async (): Promise<Words> => (await import('./spanish/words.ts')).spanishWords

/** All words of a language. Rejects when they cannot be loaded. */
export const loadWords = (language: Language): Promise<Words> =>
  language === 'es' ? loadSpanish() : Promise.resolve(englishWords)

/** The language for a tag such as `es-MX`; null for one that is not spoken here. */
export const languageOf = (tag: string | null): Language | null =>
  languages.find(([language]) => language === tag?.toLowerCase().split('-', 1)[0])?.[0] ?? null
