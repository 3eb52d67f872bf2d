import { createDecoders, type Decoded } from './escapes.ts'
import { createSearch, type Range } from './search.ts'

/** How often a text is decoded: what a learner typed, in an address, in HTML, in JSON. */
const deepest = 4

/** Characters that are decoded for one text before the search ends, and for each of its own. */
const most = 4_000_000
const mostForEach = 8

/** A text that was decoded, and how that went from the given one. */
interface Layer {
  readonly text: string
  readonly steps: readonly Decoded[]
}

/** The range in the given text from which a range in a layer was decoded. */
const rangeIn = ({ steps }: Layer, [start, end]: Range): Range =>
  steps.reduceRight<Range>(
    ([from, to], step) => [step.startOf(from), step.endOf(to - 1)],
    [start, end],
  )

/** Ranges in order; those that overlap are one. */
const united = (ranges: readonly Range[]): readonly Range[] => {
  const apart: Range[] = []
  for (const range of ranges.toSorted(([left], [right]) => left - right)) {
    const last = apart.at(-1)
    if (last === undefined || range[0] >= last[1]) apart.push(range)
    else apart[apart.length - 1] = [last[0], Math.max(last[1], range[1])]
  }
  return apart
}

/**
 * Puts something in the place of certain values. They are looked for in the text as it is, and as it
 * is when escapes of one kind after the other are decoded, in each order of kinds: so a value is found
 * whatever was done to it, in whatever spelling of an escape, and all that stood for it goes.
 */
export const redactByValue = (
  values: readonly string[],
  instead: string,
): ((text: string) => string) => {
  const search = createSearch(values)
  const decoders = createDecoders()

  const rangesIn = (text: string): readonly Range[] => {
    const found: Range[] = [...search(text)]
    const seen = new Set([text])
    let left = most + mostForEach * text.length
    let layers: readonly Layer[] = [{ text, steps: [] }]
    for (let depth = 0; depth < deepest; depth += 1) {
      const next: Layer[] = []
      for (const layer of layers)
        for (const decode of decoders) {
          const decoded = left > 0 ? decode(layer.text) : null
          if (decoded === null || seen.has(decoded.text)) continue
          seen.add(decoded.text)
          left -= layer.text.length
          const deeper = { text: decoded.text, steps: [...layer.steps, decoded] }
          for (const range of search(deeper.text)) found.push(rangeIn(deeper, range))
          next.push(deeper)
        }
      layers = next
    }
    return found
  }

  return (text) => {
    let clean = ''
    let copied = 0
    for (const [start, end] of united(rangesIn(text))) {
      clean += text.slice(copied, start) + instead
      copied = end
    }
    return copied === 0 ? text : clean + text.slice(copied)
  }
}
