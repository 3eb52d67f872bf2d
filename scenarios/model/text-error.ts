import { type Text, textOf } from './text.ts'

/** An error that is for the learner: `reason` can be said in every language. */
export class TextError extends Error {
  readonly reason: Text

  /** @param message the reason in English, where that is at hand; else its code */
  constructor(reason: Text, message: string = reason.code) {
    super(message)
    this.name = 'TextError'
    this.reason = reason
  }
}

/**
 * What a caught error says to the learner: its reason, or its message as it stands.
 *
 * @param otherwise said for what is no error at all
 */
export const reasonOf = (error: unknown, otherwise: Text): Text => {
  if (error instanceof TextError) return error.reason
  if (!(error instanceof Error)) return otherwise
  return error.message === '' ? otherwise : textOf('verbatim', { english: error.message })
}
