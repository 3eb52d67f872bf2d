import type { TextCatalogue } from '../catalogue.ts'
import { labelText } from '../label.ts'
import type { DecisionTexts } from '../../model/texts/decisions.ts'

/** A cookie by what it is for. */
const things: Readonly<Record<string, string>> = {
  session: 'session cookie',
  jwt: 'JWT’s cookie',
  'refresh-token': 'refresh token’s cookie',
}

/** The browser's rules on cookies. */
const rules: Readonly<Record<string, string>> = {
  'same-site-lax': 'SameSite=Lax',
  'same-site-strict': 'SameSite=Strict',
  secure: 'Secure',
  'third-party': 'third-party cookies are blocked',
}

export const decisions: TextCatalogue<DecisionTexts> = {
  'decided.not-sent': ({ cookie, rule }) =>
    `The ${things[cookie] ?? cookie} is not sent: ${rules[rule] ?? rule}.`,
  'decided.not-stored': ({ cookie, rule }) =>
    `The ${things[cookie] ?? cookie} is not stored: ${rules[rule] ?? rule}.`,
  'decided.missing': ({ label }, say) =>
    `What came before does not come any more: ${labelText(label, say)}.`,
  'decided.nobody': ({ refusal }) => `Not even the victim gets in. ${refusal}`,
  'decided.other': 'The answer holds something else.',
}
