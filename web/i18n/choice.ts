import { remember, remembered } from '../ui/remember.ts'
import type { Language } from './catalogue.ts'
import { languageOf } from './languages.ts'

const key = 'login-lab.language'

/** The language that was chosen, or the first of the browser's that is spoken here, or English. */
export const currentLanguage = (): Language =>
  languageOf(remembered(key)) ??
  navigator.languages.map(languageOf).find((language) => language !== null) ??
  'en'

export const chooseLanguage = (language: Language): void => remember(key, language)
