import { createSay, type Texts } from '../catalogue.ts'
import { choices } from './choices.ts'
import { cookies } from './cookies.ts'
import { decisions } from './decisions.ts'
import { differences } from './differences.ts'
import { earlyEnglish } from './early.ts'
import { network } from './network.ts'
import { ownLessons } from './own-lessons.ts'
import { problems } from './problems.ts'
import { rareNotes } from './rare-notes.ts'
import { recordings } from './recordings.ts'
import { setup } from './setup.ts'
import { tables } from './tables.ts'

/** All texts of runs and tables in English. */
export const englishTexts: Texts = {
  ...earlyEnglish,
  ...choices,
  ...cookies,
  ...decisions,
  ...differences,
  ...network,
  ...ownLessons,
  ...problems,
  ...rareNotes,
  ...recordings,
  ...setup,
  ...tables,
}

export const sayEnglish = createSay(englishTexts)
