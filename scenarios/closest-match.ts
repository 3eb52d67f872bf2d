/** Fewest insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
export const distance = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}

/** More letters than this are not compared: no known word is so long. */
const longest = 256

/**
 * The known word that an unknown one most likely meant: one that contains it, or else the closest
 * by optimal string alignment distance; the first of equals.
 *
 * @returns undefined only when `words` is empty
 */
export const closestMatch = (word: string, words: readonly string[]): string | undefined => {
  const typed = word.slice(0, longest).toLowerCase()
  const rank = (known: string): number => {
    const far = distance(typed, known.toLowerCase())
    return typed.length >= 3 && known.toLowerCase().includes(typed) ? far - longest * 2 : far
  }
  return words
    .map((known) => ({ known, rank: rank(known) }))
    .toSorted((one, other) => one.rank - other.rank)[0]?.known
}
