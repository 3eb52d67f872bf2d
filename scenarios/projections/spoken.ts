/** A text as plain lower-case words, a space at each end, so that only whole words are found. */
const plain = (text: string): string =>
  ` ${text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * Which of these names or phrases a sentence speaks of: `refresh_token` is found in “the refresh
 * token”, `Set-Cookie` in “set-cookie”. Names of a single letter are too common to mean anything.
 */
export const spokenOf = (sentence: string, names: Iterable<string>): ReadonlySet<string> => {
  const text = plain(sentence)
  return new Set(
    [...names].filter((name) => {
      const words = plain(name)
      return words.trim().length > 1 && text.includes(words)
    }),
  )
}
