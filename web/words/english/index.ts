import { go } from './go.ts'
import { lab } from './lab.ts'

/** Every text of the player in English, by the element that says it. */
export const english = { go, lab }
