import { ContextConsumer, ContextProvider, createContext } from '@lit/context'
import type { LitElement, ReactiveControllerHost } from 'lit'
import type { Words } from './catalogue.ts'
import { englishWords, loadEnglish } from './languages.ts'

const context = createContext<Words>(Symbol.for('login-lab.words'))

/** What an element says; it is drawn again when the language changes. */
export interface Speaker {
  /** The words of the language that is spoken around the element; English where nobody says. */
  readonly words: Words
}

/** Lets an element speak the language of the lab around it. */
export const speaker = (host: ReactiveControllerHost & HTMLElement): Speaker => {
  const consumer = new ContextConsumer(host, { context, subscribe: true })
  let alone = englishWords
  host.addController({
    // Around an element of its own there is no lab that would fetch the rest of its words.
    hostUpdated: () => {
      if (consumer.value !== undefined || alone !== englishWords) return
      alone = { ...englishWords }
      loadEnglish().then(
        (words) => {
          alone = words
          host.requestUpdate()
        },
        () => undefined,
      )
    },
  })
  return {
    get words() {
      return consumer.value ?? alone
    },
  }
}

/** Sets the language for an element and all that is inside it. */
export const provideWords = (host: LitElement): { setWords(words: Words): void } => {
  const provider = new ContextProvider(host, { context, initialValue: englishWords })
  return { setWords: (words) => provider.setValue(words) }
}
