/** A language that all of the lab is written in, by its BCP 47 tag; a new one does not compile until it is. */
export type LanguageTag = 'en' | 'es'
