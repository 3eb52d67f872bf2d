/**
 * Sentences of the lab in English, with `{names}` for what varies, and what they are in another
 * language. A `{name~}` there is put into that language itself before it is filled in.
 */
export type Translations = Readonly<Record<string, string>>

/** A sentence in another language; unknown ones stay as they are. */
export type Translate = (text: string) => string

/** An English sentence cut at its placeholders: always one literal more than names. */
interface Pattern {
  readonly literals: readonly string[]
  readonly names: readonly string[]
  readonly meaning: string
}

type Values = ReadonlyMap<string, string>

/** Longer texts are no sentences of ours, and are left alone. */
const longest = 4_000

/** Sentences that may stand one after the other in a text. */
const mostSentences = 6

const patternOf = ([english, meaning]: readonly [string, string]): Pattern => {
  const parts = english.split(/\{(\w+)\}/)
  return {
    literals: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
    meaning,
  }
}

/** Whether it begins with words of its own: what only begins with a value may be part of something larger. */
const opens = ({ literals }: Pattern): number => (literals[0] === '' ? 0 : 1)

const size = ({ literals }: Pattern): number => literals.join('').length

/**
 * What stands at the placeholders; null when the text is not of this pattern. Each value is as short
 * as it can be, and never empty; taking the nearest place of each literal finds a match if there is
 * one, without ever going back.
 */
const valuesIn = (text: string, { literals, names }: Pattern): Values | null => {
  const [first = '', ...others] = literals
  const last = others.pop() ?? ''
  const end = text.length - last.length
  if (!text.startsWith(first) || !text.endsWith(last)) return null
  const values = new Map<string, string>()
  let at = first.length
  for (const [index, name] of names.entries()) {
    const literal = others[index]
    const next = literal === undefined ? end : text.indexOf(literal, at + 1)
    if (next <= at || next + (literal ?? '').length > end) return null
    const value = text.slice(at, next)
    if ((values.get(name) ?? value) !== value) return null
    values.set(name, value)
    at = next + (literal ?? '').length
  }
  return values
}

/**
 * Translates all of the sentences of a text, or none. As many as there are: the last placeholder of one
 * must not take the next for a value.
 */
const eachOf = (text: string, known: (sentence: string) => string | null): string | null => {
  const sentences = text.split(/(?<=[.!?]) (?=\p{Lu})/u)
  if (sentences.length < 2 || sentences.length > mostSentences) return null
  for (let count = 1; count < sentences.length; count++) {
    const head = known(sentences.slice(0, count).join(' '))
    const tail = sentences.slice(count).join(' ')
    const rest = head === null ? null : (eachOf(tail, known) ?? known(tail))
    if (head !== null && rest !== null) return `${head} ${rest}`
  }
  return null
}

/**
 * Translates sentences that the engine has written into traces, such as the reason of a cookie
 * verdict, and all other texts that are kept in English: the trace is the same in every language.
 * Of several patterns one that begins with words of its own is meant, and then the one with the most.
 */
export const createTranslator = (translations: Translations): Translate => {
  const entries = Object.entries(translations)
  const fixed = new Map(entries.filter(([english]) => !/\{\w+\}/.test(english)))
  const patterns = entries
    .filter(([english]) => /\{\w+\}/.test(english))
    .map(patternOf)
    .toSorted((one, other) => opens(other) - opens(one) || size(other) - size(one))

  const known = (text: string): string | null => {
    const whole = fixed.get(text)
    if (whole !== undefined) return whole
    for (const pattern of patterns) {
      const values = valuesIn(text, pattern)
      if (values !== null)
        return pattern.meaning.replace(
          /\{(\w+)(~?)\}/g,
          (placeholder, name: string, say: string) => {
            const value = values.get(name) ?? placeholder
            return say === '~' ? translate(value) : value
          },
        )
    }
    return null
  }

  const translate = (text: string): string =>
    text.length > longest ? text : (eachOf(text, known) ?? known(text) ?? text)

  return translate
}
