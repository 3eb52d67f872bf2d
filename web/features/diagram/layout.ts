import measured from './measures.json' with { type: 'json' }

/** A line of words; `y` is the top of its line. */
interface DrawnLine {
  readonly text: string
  readonly y: number
}

/** Where everything of a chapter stands: heights in CSS pixels from just above the first note. */
export interface Drawn {
  readonly arrows: readonly {
    /** Where it leaves, and where it arrives: the same but for a self arrow. */
    readonly leaves: number
    readonly arrives: number
    readonly lines: readonly DrawnLine[]
  }[]
  readonly notes: readonly { readonly y: number; readonly height: number }[]
}

/** What a chapter has, from top to bottom: notes, then arrows. */
export interface ChapterStructure {
  readonly notes: number
  readonly arrows: readonly { readonly isSelf: boolean; readonly lines: readonly string[] }[]
}

/** Distances of Mermaid's layout for one font size, in CSS pixels. */
export interface Measures {
  /** Height of a line of words. */
  readonly line: number
  readonly note: number
  /** From the top of a note to that of the next. */
  readonly noteToNote: number
  /** From the top of a note to the words of the arrow below it. */
  readonly noteToWords: number
  /** From the top of an arrow's last line to the arrow. */
  readonly wordsToArrow: number
  /** From an arrow to the words of the next. */
  readonly arrowToWords: number
  /** How much lower a self arrow comes back. */
  readonly loop: number
  /** From where a self arrow comes back to the words of the next. */
  readonly loopToWords: number
}

/** Space above the first note. */
export const above = 10

/** Says where everything of a chapter stands. */
export type Draw = (chapter: ChapterStructure, fontSize: number) => Drawn

const measuresOf = (fontSize: number): Measures => {
  const found = (measured as Readonly<Record<string, Measures>>)[String(fontSize)]
  if (found === undefined)
    throw new RangeError(
      `Mermaid's layout has not been measured at ${fontSize} pixels: add this size to web/features/diagram/setting.ts and run npm run record.`,
    )
  return found
}

/** Lays out a chapter by these measures, as Mermaid does. */
export const layOutBy = (by: Measures, { notes, arrows }: ChapterStructure): Drawn => {
  let words = above + Math.max(0, notes - 1) * by.noteToNote + by.noteToWords
  return {
    notes: Array.from({ length: notes }, (_, index) => ({
      y: above + index * by.noteToNote,
      height: by.note,
    })),
    arrows: arrows.map(({ isSelf, lines }) => {
      const top = words
      const leaves = top + (lines.length - 1) * by.line + by.wordsToArrow
      const arrives = isSelf ? leaves + by.loop : leaves
      words = arrives + (isSelf ? by.loopToWords : by.arrowToWords)
      return {
        leaves,
        arrives,
        lines: lines.map((text, index) => ({ text, y: top + index * by.line })),
      }
    }),
  }
}

/**
 * Lays out a chapter as Mermaid does. Mermaid itself is asked at build time (`npm run record`): its
 * layout of a sequence diagram is a sum of few distances, and these are what a page needs of it.
 *
 * @throws RangeError for a font size that has not been measured
 */
export const layOut: Draw = (chapter, fontSize) => layOutBy(measuresOf(fontSize), chapter)
