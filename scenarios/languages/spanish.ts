import type { Translations } from './translator.ts'

/** The sentences of the engine and the workflow tables in Spanish. */
export const spanish: Translations = {}
