import type { TextCatalogue } from '../catalogue.ts'
import { labelText } from '../label.ts'
import type { DecisionTexts } from '../../model/texts/decisions.ts'

/** A cookie by what it is for. */
const things: Readonly<Record<string, string>> = {
  session: 'de la sesión',
  jwt: 'del JWT',
  'refresh-token': 'del refresh token',
}

/** The browser's rules on cookies. */
const rules: Readonly<Record<string, string>> = {
  'same-site-lax': 'SameSite=Lax',
  'same-site-strict': 'SameSite=Strict',
  secure: 'Secure',
  'third-party': 'las cookies de terceros están bloqueadas',
}

export const decisions: TextCatalogue<DecisionTexts> = {
  'decided.not-sent': ({ cookie, rule }) =>
    `La cookie ${things[cookie] ?? cookie} no se envía: ${rules[rule] ?? rule}.`,
  'decided.not-stored': ({ cookie, rule }) =>
    `La cookie ${things[cookie] ?? cookie} no se guarda: ${rules[rule] ?? rule}.`,
  'decided.missing': ({ label }, say) =>
    `Lo que antes llegaba ya no llega: ${labelText(label, say)}.`,
  'decided.nobody': ({ refusal }) => `Ni siquiera la víctima entra. ${refusal}`,
  'decided.other': 'La respuesta contiene otra cosa.',
}
