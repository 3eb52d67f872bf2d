import { createSay, type Texts } from '../catalogue.ts'
import { plain } from '../plain.ts'
import { choices } from './choices.ts'
import { cookies } from './cookies.ts'
import { decisions } from './decisions.ts'
import { differences } from './differences.ts'
import { network } from './network.ts'
import { notes } from './notes.ts'
import { page } from './page.ts'
import { ownLessons } from './own-lessons.ts'
import { problems } from './problems.ts'
import { rareNotes } from './rare-notes.ts'
import { recordings } from './recordings.ts'
import { setup } from './setup.ts'
import { tables } from './tables.ts'
import { titles } from './titles.ts'

/** All texts of runs and tables in Spanish. */
export const spanishTexts: Texts = {
  ...plain,
  ...choices,
  ...cookies,
  ...decisions,
  ...differences,
  ...network,
  ...notes,
  ...page,
  ...ownLessons,
  ...problems,
  ...rareNotes,
  ...recordings,
  ...setup,
  ...tables,
  ...titles,
}

export const saySpanish = createSay(spanishTexts)
