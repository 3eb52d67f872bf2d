import { english as stories } from '../../scenarios/narration/english.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import type { Words } from './catalogue.ts'
import { englishWords } from './languages.ts'

/** All of English, stories included. */
export const wholeEnglish: Words = {
  ...englishWords,
  story: (message, trace) => storyOf(message, trace, stories),
}
