import type { passage } from './words.en.ts'

/** All that is said around the messages of a passage, in one language. */
export type PassageWords = typeof passage
