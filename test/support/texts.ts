import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { labelText } from '../../scenarios/i18n/label.ts'
import { type Label, type Text, textOf } from '../../scenarios/model/text.ts'

/** A text that is made up: shown as it is, in every language. */
export const made = (text: string): Text => textOf('quoted', { text })

/** The words on an arrow in English. */
export const inEnglish = (label: Label): string => labelText(label, sayEnglish)
