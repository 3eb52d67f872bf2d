import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { labelText } from '../../scenarios/i18n/label.ts'
import { type Label, type NetworkText, textOf } from '../../scenarios/model/text.ts'

/** A text that is made up: shown as it is, in every language. */
export const made = (text: string): NetworkText => textOf('quoted', { text })

/** The words on an arrow in English. */
export const inEnglish = (label: Label): string => labelText(label, sayEnglish)
