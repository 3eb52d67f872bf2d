import {
  layOutBy,
  type ChapterStructure,
  type Drawn,
  type Measures,
} from '../features/diagram/layout.ts'
import { openDocument } from './document.ts'
import { readSvg, renderSvg } from './mermaid.ts'

const across = ['Browser', 'Store'] as const

/** A chapter as Mermaid's text, with a note for each note and `·` for its words. */
const textOf = ({ notes, arrows }: ChapterStructure): string =>
  [
    'sequenceDiagram',
    '  autonumber',
    ...across.map((name) => `  participant ${name} as ${name.slice(0, 1)}`),
    ...Array.from({ length: notes }, () => `  Note over ${across.join(',')}: ·`),
    ...arrows.map(({ isSelf, lines }) => {
      const [from, to] = isSelf ? [across[1], across[1]] : across
      return `  ${from}->>${to}: ${lines.map(() => '·').join('<br/>')}`
    }),
    '',
  ].join('\n')

/**
 * Has Mermaid lay out a chapter.
 *
 * @throws Error when Mermaid cannot draw it, or its picture is built otherwise than is known
 */
export const layOutByMermaid = async (
  chapter: ChapterStructure,
  fontSize: number,
): Promise<Drawn> => {
  openDocument(fontSize)
  const options = { id: 'measured', lane: 180, fontSize, fontFamily: 'monospace' }
  const drawn = readSvg(await renderSvg(textOf(chapter), options), {
    lifelines: across.length,
    arrows: chapter.arrows.length,
    notes: chapter.notes,
  })
  const arrows = drawn.arrows.map((arrow, index) => ({
    ...arrow,
    lines: arrow.lines.map(({ y }, line) => ({
      text: chapter.arrows[index]?.lines[line] ?? '',
      y,
    })),
  }))
  return { ...drawn, arrows }
}

const arrow = (isSelf: boolean, lines: number) => ({
  isSelf,
  lines: Array<string>(lines).fill('·'),
})

/** Every distance is in it once. */
const sample: ChapterStructure = {
  notes: 2,
  arrows: [arrow(false, 2), arrow(true, 1), arrow(false, 1)],
}

const distance = (from: number | undefined, to: number | undefined): number => {
  const found = (to ?? Number.NaN) - (from ?? Number.NaN)
  if (Number.isNaN(found)) throw new Error('Mermaid drew less than it was given.')
  return found
}

/** Mermaid's distances at a font size, in CSS pixels. */
export const measure = async (fontSize: number): Promise<Measures> => {
  const { notes, arrows } = await layOutByMermaid(sample, fontSize)
  const [first, second] = notes
  const [straight, self, last] = arrows
  const [upper, lower] = straight?.lines ?? []
  return {
    line: distance(upper?.y, lower?.y),
    note: first?.height ?? Number.NaN,
    noteToNote: distance(first?.y, second?.y),
    noteToWords: distance(second?.y, upper?.y),
    wordsToArrow: distance(lower?.y, straight?.leaves),
    arrowToWords: distance(straight?.arrives, self?.lines[0]?.y),
    loop: distance(self?.leaves, self?.arrives),
    loopToWords: distance(self?.arrives, last?.lines[0]?.y),
  }
}

/** Where the page's layout differs from Mermaid's, in a sentence; null where it does not. */
export const differsFromMermaid = async (
  chapter: ChapterStructure,
  fontSize: number,
  measures: Measures,
): Promise<string | null> => {
  const [ours, theirs] = [layOutBy(measures, chapter), await layOutByMermaid(chapter, fontSize)]
  return JSON.stringify([ours.notes, ours.arrows]) === JSON.stringify([theirs.notes, theirs.arrows])
    ? null
    : `Mermaid lays out ${JSON.stringify(chapter)} at ${fontSize} pixels otherwise than the page does.`
}
