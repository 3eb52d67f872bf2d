import type { english } from './english.ts'

type English = typeof english

/** The key of a story: a message id or name, with `/situation` where it is told differently. */
export type StoryKey = keyof English

type Each<Sentences extends readonly unknown[], Part> = {
  readonly [Index in keyof Sentences]: Part
}

/** The same keys with the same number of sentences, each of them a `Part`. */
export type PerSentence<Part> = { readonly [Key in StoryKey]: Each<English[Key], Part> }

/** The stories of one language; one with a sentence too few does not compile. */
export type Stories = PerSentence<string>
