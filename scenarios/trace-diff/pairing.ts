/** Indices of a left and a right item that belong together. */
export type IndexPair = readonly [left: number, right: number]

/**
 * The heaviest way to pair two sequences without changing the order of either: a longest common
 * subsequence with weights. A weight of 0 forbids a pair. Among equally heavy ways the one that
 * pairs early wins.
 */
export const heaviestMatches = (
  left: number,
  right: number,
  weight: (i: number, j: number) => number,
): readonly IndexPair[] => {
  const width = right + 1
  const best = new Float64Array((left + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = left - 1; i >= 0; i--)
    for (let j = right - 1; j >= 0; j--) {
      const pair = weight(i, j)
      const paired = pair > 0 ? pair + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  const matches: IndexPair[] = []
  for (let i = 0, j = 0; i < left && j < right;) {
    const pair = weight(i, j)
    if (pair > 0 && at(i, j) === pair + at(i + 1, j + 1)) {
      matches.push([i, j])
      i += 1
      j += 1
    } else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return matches
}

/** Total weight of the heaviest way. */
export const heaviestWeight = (
  left: number,
  right: number,
  weight: (i: number, j: number) => number,
): number => heaviestMatches(left, right, weight).reduce((sum, [i, j]) => sum + weight(i, j), 0)

/** Pairs, and what stands alone between them: all items of both, each once, in order. */
export const zipped = <Item>(
  left: readonly Item[],
  right: readonly Item[],
  matches: readonly IndexPair[],
): readonly (readonly [Item | null, Item | null])[] => {
  const rows: [Item | null, Item | null][] = []
  let i = 0
  let j = 0
  for (const [l, r] of [...matches, [left.length, right.length] as const]) {
    for (const item of left.slice(i, l)) rows.push([item, null])
    for (const item of right.slice(j, r)) rows.push([null, item])
    if (l < left.length && r < right.length) rows.push([left[l] ?? null, right[r] ?? null])
    i = l + 1
    j = r + 1
  }
  return rows
}
