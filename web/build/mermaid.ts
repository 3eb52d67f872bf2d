import type { MermaidConfig } from 'mermaid'
import { above, type Drawn } from '../features/diagram/layout.ts'

/** How a picture is set; lengths in CSS pixels. */
export interface PictureOptions {
  /** Unique on the page: the markers' ids begin with it. */
  readonly id: string
  /** Space between two lifelines when no label needs more. */
  readonly lane: number
  readonly fontSize: number
  readonly fontFamily: string
}

/** How many pieces a picture must have, by the text that it is drawn from. */
export interface Pieces {
  readonly lifelines: number
  readonly arrows: number
  readonly notes: number
}

/** Mermaid's picture has other pieces than the text that it was drawn from. */
export class StructureDiffers extends Error {
  constructor(what: string, expected: number, found: number) {
    super(`Mermaid drew ${found} ${what}, and ${expected} were asked for.`)
    this.name = 'StructureDiffers'
  }
}

/** Mermaid adds this to every label's width; the rest of a lane is the width of its participant. */
const gap = 10

const configuration = ({ lane, fontSize, fontFamily }: PictureOptions): MermaidConfig => ({
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'base',
  look: 'classic',
  maxTextSize: 500_000,
  deterministicIds: true,
  fontFamily,
  fontSize,
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    showSequenceNumbers: true,
    width: lane - gap,
    height: 24,
    actorMargin: gap,
    diagramMarginX: 16,
    diagramMarginY: 0,
    boxMargin: 20,
    noteMargin: 6,
    bottomMarginAdj: 8,
    messageFontSize: fontSize,
    messageFontFamily: fontFamily,
    noteFontSize: fontSize,
    noteFontFamily: fontFamily,
    actorFontSize: fontSize,
    actorFontFamily: fontFamily,
  },
})

/**
 * Lets Mermaid draw; the only place that knows it.
 *
 * @returns SVG text
 * @throws Error when Mermaid cannot read or draw the text
 */
export const renderSvg = async (text: string, options: PictureOptions): Promise<string> => {
  const { default: mermaid } = await import('mermaid')
  mermaid.initialize(configuration(options))
  const { svg } = await mermaid.render(options.id, text)
  return svg
}

const number = (element: Element, name: string): number => {
  const value = Number(element.getAttribute(name) ?? Number.NaN)
  if (Number.isNaN(value)) throw new StructureDiffers(`measures “${name}”`, 1, 0)
  return value
}

/** Heights at which an arrow leaves and arrives; a self arrow is a path that comes back lower. */
const ends = (line: Element): readonly [number, number] => {
  if (line.localName === 'line') return [number(line, 'y1'), number(line, 'y2')]
  const found = [...(line.getAttribute('d') ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
  const [, leaves] = found
  const arrives = found.at(-1)
  if (leaves === undefined || arrives === undefined) throw new StructureDiffers('curves', 1, 0)
  return [leaves, arrives]
}

/** The lines of a label stand before their arrow, without any mark that ties them to it. */
const labelsOf = (line: Element): readonly Element[] => {
  const labels: Element[] = []
  let before = line.previousElementSibling
  while (before?.classList.contains('messageText') === true) {
    labels.unshift(before)
    before = before.previousElementSibling
  }
  return labels
}

/**
 * Reads Mermaid's picture: nothing else knows how its SVG is built, and only numbers and words leave
 * here. The text is parsed in a document of its own, where nothing runs and nothing is loaded.
 *
 * @throws StructureDiffers when the pieces are not those that were asked for
 */
export const readSvg = (svg: string, expected: Pieces): Drawn => {
  const parsed = new DOMParser().parseFromString(svg, 'text/html')
  const all = (what: keyof Pieces, selector: string): readonly Element[] => {
    const found = [...parsed.querySelectorAll(`svg ${selector}`)]
    if (found.length !== expected[what])
      throw new StructureDiffers(what, expected[what], found.length)
    return found
  }
  const lifelines = all('lifelines', '[data-et="life-line"]')
  const arrows = all('arrows', '[data-et="message"]')
  const notes = all('notes', '[data-et="note"]')
  const first = notes[0]?.querySelector('rect') ?? lifelines[0]
  const top =
    first === undefined ? 0 : number(first, first.localName === 'rect' ? 'y' : 'y1') - above
  return {
    arrows: arrows.map((arrow) => {
      const [leaves, arrives] = ends(arrow)
      const lines = labelsOf(arrow)
      if (lines.length === 0) throw new StructureDiffers('labels on an arrow', 1, 0)
      return {
        leaves: leaves - top,
        arrives: arrives - top,
        lines: lines.map((line) => ({ text: line.textContent, y: number(line, 'y') - top })),
      }
    }),
    notes: notes.map((note) => {
      const box = note.querySelector('rect')
      if (box === null) throw new StructureDiffers('boxes of a note', 1, 0)
      return { y: number(box, 'y') - top, height: number(box, 'height') }
    }),
  }
}
