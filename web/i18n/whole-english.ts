import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { english as stories } from '../../scenarios/narration/english.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import type { Words } from './catalogue.ts'
import { englishWords } from './languages.ts'

/** All of English, the stories and the reasons of runs included. */
export const wholeEnglish: Words = {
  ...englishWords,
  say: sayEnglish,
  story: (message, trace) => storyOf(message, trace, stories),
}
