import type { ReactiveControllerHost } from 'lit'
import type { Language, Words, WordsWith } from './catalogue.ts'
import type { Speaker } from './speaker.ts'

/** Words of an element that is loaded late, in the language of the lab around it. */
export interface Own<Texts> {
  readonly words: Texts
}

/**
 * Lets an element that is loaded late bring its own words: English with it, other languages when they
 * are spoken; until they are there, and when they cannot be loaded, it speaks English.
 */
export const ownWords = <Texts>(
  host: ReactiveControllerHost,
  speaker: Speaker,
  english: Texts,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>>,
): Own<Texts> => {
  let spoken: Language = 'en'
  let words = english
  host.addController({
    hostUpdate: () => {
      const { language } = speaker.words
      if (language === spoken) return
      spoken = language
      if (language === 'en') {
        words = english
        return
      }
      others[language]().then(
        (loaded) => {
          if (spoken !== language) return
          words = loaded
          host.requestUpdate()
        },
        () => undefined,
      )
    },
  })
  return {
    get words() {
      return words
    },
  }
}

/** Words with more texts among them, by this name. */
export const withTexts = <Name extends string, Texts>(
  words: Words,
  name: Name,
  texts: Texts,
): WordsWith<Name, Texts> => ({
  ...words,
  ui: { ...words.ui, ...({ [name]: texts } as Record<Name, Texts>) },
})

/**
 * Lets an element that is loaded late speak the words of the lab, and its own texts among them by this
 * name. The same words as long as neither changes, so that nothing is drawn again.
 */
export const speakerWith = <Name extends string, Texts>(
  host: ReactiveControllerHost,
  speaker: Speaker,
  name: Name,
  english: Texts,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>>,
): Own<WordsWith<Name, Texts>> => {
  const own = ownWords(host, speaker, english, others)
  let of: Words | null = null
  let texts: Texts | null = null
  let words: WordsWith<Name, Texts> | null = null
  return {
    get words() {
      if (words === null || of !== speaker.words || texts !== own.words) {
        of = speaker.words
        texts = own.words
        words = withTexts(of, name, texts)
      }
      return words
    },
  }
}
