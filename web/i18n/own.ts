import type { ReactiveControllerHost } from 'lit'
import type { WordParts, Words, WordsWith } from './catalogue.ts'
import { englishWords } from './languages.ts'
import type { Speaker } from './speaker.ts'

/** Words of an element that is loaded late, in the language of the lab around it. */
export interface Own<Part> {
  readonly words: Part
}

/**
 * Lets an element that is loaded late bring its own words: English with it, other languages when they
 * are spoken; until they are there, and when they cannot be loaded, it speaks English.
 */
export const ownWords = <Part extends keyof WordParts>(
  host: ReactiveControllerHost,
  speaker: Speaker,
  part: Part,
  english: WordParts[Part],
): Own<WordParts[Part]> => {
  let spoken = englishWords.language
  let words = english
  const load = async ({ language, parts }: Words): Promise<void> => {
    const loaded = await parts[part]()
    if (spoken !== language) return
    words = loaded
    host.requestUpdate()
  }
  host.addController({
    hostUpdate: () => {
      const { language } = speaker.words
      if (language === spoken) return
      spoken = language
      if (language === englishWords.language) words = english
      else load(speaker.words).catch(() => undefined)
    },
  })
  return {
    get words() {
      return words
    },
  }
}

/** Words with more texts among them, by the name of their part. */
export const withTexts = <Part extends keyof WordParts>(
  words: Words,
  part: Part,
  texts: WordParts[Part],
): WordsWith<Part> => ({
  ...words,
  ui: { ...words.ui, ...({ [part]: words.rename?.(texts) ?? texts } as Pick<WordParts, Part>) },
})

/**
 * Lets an element that is loaded late speak the words of the lab, and its own texts among them. The same
 * words as long as neither changes, so that nothing is drawn again.
 */
export const speakerWith = <Part extends keyof WordParts>(
  host: ReactiveControllerHost,
  speaker: Speaker,
  part: Part,
  english: WordParts[Part],
): Own<WordsWith<Part>> => {
  const own = ownWords(host, speaker, part, english)
  let of: Words | null = null
  let texts: WordParts[Part] | null = null
  let words: WordsWith<Part> | null = null
  return {
    get words() {
      if (words === null || of !== speaker.words || texts !== own.words) {
        of = speaker.words
        texts = own.words
        words = withTexts(of, part, texts)
      }
      return words
    },
  }
}
