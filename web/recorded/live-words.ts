import { englishWords, languages } from '../i18n/languages.ts'
import type { Words } from '../i18n/catalogue.ts'

/**
 * The words for what can be done in a run, in a language that the small player speaks; without the
 * sentences on messages, of which a recording brings its own.
 */
export const liveWords = async (language: string): Promise<Words> => {
  if (language !== 'es') {
    const { sayEnglish } = await import('../../scenarios/i18n/en/index.ts')
    return { ...englishWords, say: sayEnglish }
  }
  const [{ saySpanish }, { spanish }] = await Promise.all([
    import('../../scenarios/i18n/es/index.ts'),
    import('../i18n/spanish.ts'),
  ])
  return { ...englishWords, language, ui: spanish, say: saySpanish }
}

/** Loads the sentences on messages. Rejects when they do not come. */
export const loadStory = async (language: string): Promise<Words['story']> => {
  const spoken = languages.find(({ tag }) => tag === language) ?? languages[0]
  const words = await spoken?.load()
  return words?.story ?? (() => '')
}
