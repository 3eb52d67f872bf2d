import type { Passage, PassageMessage } from './passage.ts'
import type { PassageWords } from './words.ts'

/** What a picture shows, for who does not see it. */
export interface AlternativeText {
  /** One sentence, for an `alt` attribute. */
  readonly summary: string
  /** A line for each message. */
  readonly list: readonly string[]
}

const lineOf = (message: PassageMessage, words: PassageWords): string => {
  const { n, from, to, label, sentence, simulated } = message
  const told = [sentence, simulated ? words.simulated : ''].filter((one) => one !== '')
  return words.item(n, words.way(from, to), label, told.join(' '))
}

/** Puts a passage into words. */
export const alternativeText = (passage: Passage, words: PassageWords): AlternativeText => {
  const { title, first, last, participants, messages } = passage
  const range = words.range(first, last)
  const [only] = participants
  return {
    summary:
      participants.length === 1 && only !== undefined
        ? words.summaryAlone(title, range, only)
        : words.summary(title, range, words.list(participants)),
    list: messages.map((message) => lineOf(message, words)),
  }
}

/** The sentence, and below it the list: the text of a file. */
export const alternativeFile = (passage: Passage, words: PassageWords): string => {
  const { summary, list } = alternativeText(passage, words)
  return `${summary}\n\n${list.join('\n')}\n`
}
