import type { Participant } from '../../scenarios/vocabulary.ts'
import type { Sequence } from '../../scenarios/view/sequence.ts'
import type { Tone } from '../../scenarios/view/words.ts'

const namespace = 'http://www.w3.org/2000/svg'

/** Where an arrow is on the picture, in CSS pixels from its top left corner. */
export interface Place {
  readonly group: SVGGElement
  readonly x1: number
  readonly x2: number
  /** Height of the arrow itself; its label stands above. */
  readonly y: number
  readonly top: number
  readonly bottom: number
}

/** A drawn sequence diagram, bound to the messages: the n-th place is the n-th arrow. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
  readonly lifelines: readonly { readonly participant: Participant; readonly x: number }[]
}

/** The picture has other pieces than the text that it was drawn from. */
export class StructureDiffers extends Error {
  constructor(what: string, expected: number, found: number) {
    super(`The drawn picture has ${found} ${what}, and ${expected} were asked for.`)
    this.name = 'StructureDiffers'
  }
}

const make = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] => {
  const element = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

const number = (element: Element, name: string): number => Number(element.getAttribute(name))

/** Heights at which an arrow leaves and arrives; a self arrow is a path that comes back lower. */
const ends = (line: Element): { y1: number; y2: number } => {
  if (line.tagName === 'line') return { y1: number(line, 'y1'), y2: number(line, 'y2') }
  const found = [...(line.getAttribute('d') ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
  return { y1: found[1] ?? 0, y2: found.at(-1) ?? 0 }
}

/** Labels stand before their line, the number badge after it: all in one group. */
const gather = (line: Element): SVGGElement => {
  const group = make('g', { class: 'step' })
  const parts: Element[] = [line]
  let before = line.previousElementSibling
  while (before?.classList.contains('messageText') === true) {
    parts.unshift(before)
    before = before.previousElementSibling
  }
  line.after(group)
  let after = group.nextElementSibling
  while (after !== null && isBadge(after)) {
    const next: Element | null = after.nextElementSibling
    after.remove()
    after = next
  }
  group.append(...parts)
  return group
}

const isBadge = (element: Element): boolean =>
  element.classList.contains('sequenceNumber') ||
  (element.tagName === 'line' && element.getAttribute('data-et') === null)

const head = (x: number, y: number, direction: 1 | -1): SVGPathElement =>
  make('path', {
    class: 'head',
    d: `M${x} ${y}l${-9 * direction} -4.5v9z`,
  })

/** The words of a self arrow stand beside its number, on the side where there is room. */
const moveAside = (text: SVGTextElement, column: number, width: number): void => {
  const isLast = column > width * 0.75
  text.setAttribute('x', String(column + (isLast ? -16 : 16)))
  text.setAttribute('text-anchor', isLast ? 'end' : 'start')
  text.style.removeProperty('text-anchor')
}

const bindStep = (line: Element, n: number, width: number, from: number, to: number): Place => {
  const { y1, y2 } = ends(line)
  const isSelf = from === to
  const direction = isSelf || to < from ? -1 : 1
  const group = gather(line)
  group.dataset['step'] = String(n)
  line.removeAttribute('marker-end')
  line.removeAttribute('style')
  line.removeAttribute('stroke')
  line.classList.add('wire')

  const texts = [...group.querySelectorAll('text')]
  const top = Math.min(y1 - 24, ...texts.map((text) => number(text, 'y') - 4))
  const bottom = Math.max(y1, y2) + 23
  if (isSelf) for (const text of texts) moveAside(text, from, width)
  group.prepend(make('rect', { class: 'hit', x: 0, y: top, width, height: bottom - top }))
  const tip = to - direction
  group.append(head(tip, y2, direction))
  const badge = make('text', { class: 'badge', x: from, y: y1, dy: '0.34em' })
  badge.textContent = String(n)
  group.append(make('circle', { class: 'badge-ground', cx: from, cy: y1, r: 10 }), badge)
  return {
    group,
    x1: from,
    x2: isSelf ? from + 48 : tip,
    y: isSelf ? (y1 + y2) / 2 : y1,
    top,
    bottom,
  }
}

/** Chapter titles and marks in the order in which they are drawn as notes. */
export const marksOf = (
  sequence: Sequence,
): readonly { readonly tone: Tone | 'chapter'; readonly text: string }[] => [
  ...sequence.chapters.flatMap(({ marks, title }) => [
    ...marks,
    { tone: 'chapter' as const, text: title },
  ]),
  ...sequence.marks,
]

/** Space below the last arrow, in CSS pixels. */
const foot = 36

/** Space between a note and the picture's edge. */
const inset = 12

const bindNotes = (svg: SVGSVGElement, sequence: Sequence, width: number): void => {
  const marks = marksOf(sequence)
  const notes = [...svg.querySelectorAll('[data-et="note"]')]
  if (notes.length !== marks.length) throw new StructureDiffers('notes', marks.length, notes.length)
  notes.forEach((note, index) => {
    const { tone = 'note', text = '' } = marks[index] ?? {}
    note.classList.add('mark', `mark-${tone}`)
    const box = note.querySelector('rect')
    box?.setAttribute('x', String(inset))
    box?.setAttribute('width', String(width - 2 * inset))
    const drawn = note.querySelector('text')
    drawn?.setAttribute('x', String(tone === 'chapter' ? inset : width / 2))
    drawn?.removeAttribute('style')
    if (drawn !== null) drawn.textContent = text
  })
}

/**
 * Binds a drawn picture to its messages: every arrow becomes one group with a number, a head and a
 * row that can be pressed; Mermaid's own colours, participants and markers go.
 *
 * @throws StructureDiffers when arrows or notes are not those that were asked for
 */
export const bindPicture = (svg: SVGSVGElement, sequence: Sequence): Picture => {
  const height = Number((svg.getAttribute('viewBox') ?? '').split(/\s+/)[3] ?? 0) + foot
  const lifelines = [...svg.querySelectorAll('[data-et="life-line"]')]
  const wanted = sequence.participants.length
  if (lifelines.length !== wanted) throw new StructureDiffers('lifelines', wanted, lifelines.length)
  const lines = [...svg.querySelectorAll('[data-et="message"]')]
  const arrows = sequence.chapters.flatMap((chapter) => chapter.arrows)
  if (lines.length !== arrows.length)
    throw new StructureDiffers('arrows', arrows.length, lines.length)

  svg.querySelectorAll('style, defs, symbol, .rect, [data-et="participant"]').forEach((part) => {
    part.remove()
  })
  const columns = lifelines.map((line) => ({
    participant: line.getAttribute('data-id') as Participant,
    x: number(line, 'x1'),
  }))
  columns.sort((a, b) => a.x - b.x)
  const columnOf = (participant: Participant): number =>
    columns.find((column) => column.participant === participant)?.x ?? 0
  const width = (columns[0]?.x ?? 0) + (columns.at(-1)?.x ?? 0)
  const top = 22
  svg.setAttribute('viewBox', `0 ${top} ${width} ${height - top}`)
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height - top))
  for (const name of ['style', 'role', 'aria-roledescription']) svg.removeAttribute(name)
  svg.setAttribute('aria-hidden', 'true')

  bindNotes(svg, sequence, width)
  for (const line of lifelines) line.setAttribute('y2', String(height))
  const shift = (place: Place): Place => ({
    ...place,
    y: place.y - top,
    top: place.top - top,
    bottom: place.bottom - top,
  })
  return {
    width: width,
    height: height - top,
    places: arrows.map((arrow, index) => {
      const line = lines[index]
      if (line === undefined) throw new StructureDiffers('arrows', arrows.length, index)
      const place = bindStep(line, index + 1, width, columnOf(arrow.from), columnOf(arrow.to))
      place.group.classList.add(`is-${arrow.kind}`)
      return shift(place)
    }),
    lifelines: columns,
  }
}
