import { html, type TemplateResult } from 'lit'
import type { Label, Text } from '../../scenarios/model/text.ts'
import type { Words } from '../i18n/catalogue.ts'

/** Whether a text is English in every language: there is no other for it. */
export const isEnglish = (text: Label): boolean =>
  typeof text !== 'string' && text.code === 'verbatim'

/** A text in the language of the lab; one that is English only is marked as such. */
export const told = (text: Text, words: Pick<Words, 'say'>): string | TemplateResult =>
  isEnglish(text) ? html`<span lang="en">${words.say(text)}</span>` : words.say(text)

/** The words on an arrow, likewise. */
export const toldLabel = (label: Label, words: Pick<Words, 'say'>): string | TemplateResult =>
  typeof label === 'string' ? label : told(label, words)
