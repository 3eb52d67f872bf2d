import { remember, remembered } from '../ui/remember.ts'
import { languageOf } from './languages.ts'

const key = 'login-lab.language'

/** The language that was chosen, or the first of the browser's that is spoken here, or English. */
export const currentLanguage = (): string =>
  languageOf(remembered(key)) ??
  navigator.languages.map((tag) => languageOf(tag)).find((language) => language !== null) ??
  'en'

export const chooseLanguage = (language: string): void => remember(key, language)
