import { type TextCatalogue, createSay, type Texts } from '../../scenarios/i18n/catalogue.ts'
import { englishTexts } from '../../scenarios/i18n/en/index.ts'
import { plain } from '../../scenarios/i18n/plain.ts'
import type { TextParams } from '../../scenarios/model/text.ts'

/**
 * A language that nobody speaks: English with every text of a catalogue in brackets. What is seen
 * outside of them came from no catalogue.
 */

/** Puts every text in brackets, and every text that a function gives. */
const mark = (value: unknown): unknown => {
  if (typeof value === 'string') return value === '' ? '' : `⟦${value}⟧`
  if (typeof value === 'function')
    return (...given: readonly unknown[]) =>
      mark((value as (...given: readonly unknown[]) => unknown)(...given))
  if (Array.isArray(value)) return value.map(mark)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mark(member)]))
}

/** A catalogue, or a part of one, in this language. */
export const bracketed = <Part>(part: Part): Part => mark(part) as Part

const texts: TextCatalogue<TextParams> & Texts = { ...bracketed(englishTexts), ...plain }

export const sayBracketed = createSay(texts)

/** What is left of a text without all that stands in brackets, and in brackets within them. */
export const outside = (text: string): string => {
  let depth = 0
  let left = ''
  for (const character of text) {
    if (character === '⟦') depth += 1
    else if (character === '⟧') depth -= 1
    else if (depth === 0) left += character
  }
  return left
}
