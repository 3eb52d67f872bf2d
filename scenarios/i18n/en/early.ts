import type { Texts } from '../catalogue.ts'
import { plain } from '../plain.ts'
import { notes } from './notes.ts'
import { page } from './page.ts'
import { titles } from './titles.ts'

/** What a page shows first: titles, the usual words on arrows, and why there is no run. The rest comes with `index.ts`. */
export const earlyEnglish = { ...plain, ...titles, ...notes, ...page } satisfies Partial<Texts>
