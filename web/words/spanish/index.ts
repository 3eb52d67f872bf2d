import type { Catalogue } from '../catalogue.ts'
import { go } from './go.ts'
import { lab } from './lab.ts'

/** Every text of the player in Spanish; a missing one does not compile. */
export const spanish: Catalogue = { go, lab }
