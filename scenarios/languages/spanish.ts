import { attacks } from './spanish/attacks.ts'
import { acting } from './spanish/acting.ts'
import { comparing } from './spanish/comparing.ts'
import { cookies } from './spanish/cookies.ts'
import { happening } from './spanish/happening.ts'
import { published } from './spanish/published.ts'
import type { Translations } from './translator.ts'

/** The sentences of the engine and the workflow tables in Spanish. */
export const spanish: Translations = {
  ...acting,
  ...happening,
  ...cookies,
  ...published,
  ...comparing,
  ...attacks,
}
