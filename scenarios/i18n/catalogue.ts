import type { NestedText } from '../model/texts/param.ts'
import type { None } from '../model/texts/param.ts'
import type { Text, TextParams } from '../model/text.ts'

/** Puts a text into words. */
export type Say = (text: Text | NestedText) => string

/** What a language says for a code: a sentence, or a function of what varies in it. */
type Entry<Params> = Params extends None ? string : (params: Params, say: Say) => string

/** Some texts in one language. An entry that is missing, or takes another param, does not compile. */
export type TextCatalogue<Params> = { readonly [Code in keyof Params]: Entry<Params[Code]> }

/** All texts in one language. */
export type Texts = TextCatalogue<TextParams>

/**
 * The way to put texts into the words of a catalogue.
 *
 * @param unknown what is said for a code that the catalogue does not have: one of another version
 */
export const createSay = (
  catalogue: Partial<Texts>,
  unknown: (code: string) => string = (code) => code,
): Say => {
  const say: Say = ({ code, params }) => {
    if (!Object.hasOwn(catalogue, code)) return unknown(code)
    const entry = catalogue[code as keyof Texts] as string | ((params: unknown, say: Say) => string)
    return typeof entry === 'string' ? entry : entry(params, say)
  }
  return say
}
