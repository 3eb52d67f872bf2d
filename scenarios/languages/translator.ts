/** Sentences of the lab in English, with `{names}` for what varies, and what they are in another language. */
export type Translations = Readonly<Record<string, string>>

/** A sentence in another language; unknown ones stay as they are. */
export type Translate = (text: string) => string

interface Pattern {
  readonly shape: RegExp
  readonly names: readonly string[]
  readonly meaning: string
}

const placeholder = /\{(\w+)\}/g

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patternOf = ([english, meaning]: readonly [string, string]): Pattern => ({
  shape: new RegExp(
    `^${english
      .split(placeholder)
      .map((part, index) => (index % 2 === 0 ? escape(part) : '(.+?)'))
      .join('')}$`,
    's',
  ),
  names: [...english.matchAll(placeholder)].map(([, name]) => name ?? ''),
  meaning,
})

/**
 * Translates sentences that the engine has written into traces, such as the reason of a cookie
 * verdict, and all other texts that are kept in English: the trace is the same in every language.
 */
export const createTranslator = (translations: Translations): Translate => {
  const fixed = new Map(Object.entries(translations))
  const patterns = [...fixed].filter(([english]) => english.includes('{')).map(patternOf)
  return (text) => {
    const known = fixed.get(text)
    if (known !== undefined) return known
    for (const { shape, names, meaning } of patterns) {
      const values = shape.exec(text)
      if (values === null) continue
      return meaning.replace(
        placeholder,
        (whole, name: string) => values[names.indexOf(name) + 1] ?? whole,
      )
    }
    return text
  }
}
