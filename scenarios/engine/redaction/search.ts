/** A part of a text: the index where it begins, and the one after it. */
export type Range = readonly [start: number, end: number]

/** Finds every place where one of some values stands, also where they overlap. */
export type Search = (text: string) => readonly Range[]

/** Characters by which it is told at once that no value begins somewhere. */
const prefix = 3

/** A number for the last three characters: each new one moves the others on, and the fourth out. */
const shift = 5
const lowBits = (1 << (shift * prefix)) - 1

const keyOf = (value: string): number => {
  let key = 0
  for (let index = 0; index < prefix; index += 1)
    key = ((key << shift) ^ value.charCodeAt(index)) & lowBits
  return key
}

/** A space in a form is a plus sign, and what decodes it need not know that it is one. */
const unplussed = (text: string): string => text.replaceAll('+', ' ')

/** Looks for all values in one pass, so that their number does not matter. */
export const createSearch = (values: readonly string[]): Search => {
  const marked = new Uint8Array(lowBits + 1)
  const byKey = new Map<number, string[]>()
  const short: string[] = []
  for (const value of new Set(values.map(unplussed))) {
    if (value.length < prefix) {
      short.push(value)
      continue
    }
    const key = keyOf(value)
    marked[key] = 1
    byKey.set(key, [...(byKey.get(key) ?? []), value])
  }
  return (given) => {
    const text = unplussed(given)
    const found: Range[] = []
    let key = 0
    for (let index = 0; index < text.length; index += 1) {
      key = ((key << shift) ^ text.charCodeAt(index)) & lowBits
      if (marked[key] === 0) continue
      const start = index - prefix + 1
      for (const value of byKey.get(key) ?? [])
        if (start >= 0 && text.startsWith(value, start)) found.push([start, start + value.length])
    }
    for (const value of short)
      for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1))
        found.push([at, at + value.length])
    return found
  }
}
