import type { ReactiveControllerHost } from 'lit'
import type { Language } from './catalogue.ts'
import type { Speaker } from './speaker.ts'

/** Words of an element that is loaded late, in the language of the lab around it. */
export interface Own<Words> {
  readonly words: Words
}

/**
 * Lets an element that is loaded late bring its own words: English with it, other languages when they
 * are spoken; until they are there, and when they cannot be loaded, it speaks English.
 */
export const ownWords = <Words>(
  host: ReactiveControllerHost,
  speaker: Speaker,
  english: Words,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>>,
): Own<Words> => {
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
