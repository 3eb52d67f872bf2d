import type { Arrow, Chapter, Mark } from '../../../scenarios/projections/sequence.ts'
import { loop, type ArrowGeometry, type ChapterGeometry, type Lanes } from './geometry.ts'
import type { Drawn } from './layout.ts'
import { element } from './svg.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { isEnglish } from '../../i18n/told.ts'

/** An arrow with where it is on the picture. */
export interface ArrowPlace extends ArrowGeometry {
  readonly group: SVGGElement
}

/** One chapter, drawn. */
export interface ChapterPicture {
  readonly svg: SVGSVGElement
  readonly height: number
  /** Height of the chapter's title, which stays in sight while the chapter does. */
  readonly title: number
  readonly places: readonly ArrowPlace[]
}

/** Space between a mark and the picture's edge. */
const inset = 12

const rise = 12

/** The Hacker's arrows differ in shape: a badge that stands on its corner, a barbed head. */
export const isHackers = ({ from, to }: Pick<Arrow, 'from' | 'to'>): boolean =>
  from === 'Hacker' || to === 'Hacker'

const head = (x: number, y: number, direction: 1 | -1, barbed: boolean): SVGPathElement => {
  const point = (at: number): string => `M${at} ${y}l${-9 * direction} -4.5v9z`
  return element('path', {
    class: 'head',
    d: barbed ? `${point(x)}${point(x - 8 * direction)}` : point(x),
  })
}

const badge = (n: number, x: number, y: number, cornered: boolean): readonly SVGElement[] => {
  const ground = cornered
    ? element('path', { class: 'badge-ground', d: `M${x - 13} ${y}l13 -13l13 13l-13 13z` })
    : element('circle', { class: 'badge-ground', cx: x, cy: y, r: 10 })
  const text = element('text', { class: 'badge', x, y, dy: '0.34em' })
  text.textContent = String(n)
  return [ground, text]
}

const labelsOf = (drawn: Drawn['arrows'][number], arrow: Arrow, from: number, to: number) => {
  const isSelf = arrow.kind === 'self'
  return drawn.lines.map(({ text, y }) => {
    const label = element('text', {
      class: 'wording',
      x: isSelf ? from + 16 : (from + to) / 2,
      y: y + rise,
      'text-anchor': isSelf ? 'start' : 'middle',
      ...(isEnglish(arrow.label) && { lang: 'en' }),
    })
    label.textContent = text
    return label
  })
}

/** The words of a self arrow stand beside its number, on the side where there is room. */
const moveAside = (labels: readonly SVGTextElement[], x: number, width: number): void => {
  if (x <= width * 0.75) return
  for (const label of labels) {
    label.setAttribute('x', String(x - 16))
    label.setAttribute('text-anchor', 'end')
  }
}

const arrowGroup = (
  { arrow, drawn, x1: from, x2, top, bottom, isSelf, side }: ArrowGeometry,
  lanes: Lanes,
): SVGGElement => {
  const { leaves, arrives } = drawn
  const direction = (isSelf ? side === 1 : x2 < from) ? -1 : 1
  const labels = labelsOf(drawn, arrow, from, isSelf ? from : x2 + direction)
  if (isSelf) moveAside(labels, from, lanes.width)
  const tip = isSelf ? from - direction : x2
  const wire = isSelf
    ? element('path', {
        class: 'wire',
        d: `M${from} ${leaves}C${from + loop * side} ${leaves - 10} ${from + loop * side} ${arrives + 10} ${from} ${arrives}`,
      })
    : element('line', {
        class: 'wire',
        x1: from + 10 * direction,
        x2: tip - 4 * direction,
        y1: leaves,
        y2: leaves,
      })
  const group = element('g', { class: `step is-${arrow.kind}`, 'data-step': arrow.n })
  if (isHackers(arrow)) group.classList.add('is-attack')
  group.append(
    element('rect', { class: 'hit', x: 0, y: top, width: lanes.width, height: bottom - top }),
    ...labels,
    wire,
    head(tip, arrives, direction, isHackers(arrow)),
    ...badge(arrow.n, from, leaves, isHackers(arrow)),
  )
  return group
}

const markPicture = (
  box: Drawn['notes'][number],
  mark: Mark,
  width: number,
  say: Say,
): SVGGElement => {
  const group = element('g', { class: `mark mark-${mark.tone}` })
  const words = element('text', { x: width / 2, y: box.y + box.height / 2, dy: '0.34em' })
  words.textContent = say(mark.text)
  group.append(
    element('rect', {
      x: inset,
      y: box.y,
      width: width - 2 * inset,
      height: box.height,
      rx: 5,
    }),
    words,
  )
  return group
}

const lifelines = ({ columns }: Lanes, height: number): readonly SVGElement[] =>
  columns.map(({ participant, x }) =>
    element('line', {
      class: `lifeline ${participant === 'Hacker' ? 'is-hacker' : ''}`,
      x1: x,
      x2: x,
      y1: 0,
      y2: height,
    }),
  )

/** Builds the picture of one chapter from where everything stands. */
export const chapterPicture = (
  { top, height, title, arrows, notes }: ChapterGeometry,
  chapter: Chapter,
  { lanes, say }: { readonly lanes: Lanes; readonly say: Say },
): ChapterPicture => {
  const places = arrows.map((arrow) => ({ ...arrow, group: arrowGroup(arrow, lanes) }))
  const svg = element('svg', {
    width: lanes.width,
    height,
    viewBox: `0 ${top} ${lanes.width} ${height}`,
    'aria-hidden': 'true',
  })
  svg.append(
    ...lifelines(lanes, top + height),
    ...chapter.marks.flatMap((mark, index) => {
      const box = notes[index]
      return box === undefined ? [] : [markPicture(box, mark, lanes.width, say)]
    }),
    ...places.map(({ group }) => group),
  )
  return { svg, height, title, places }
}

/** Number of the arrow that a pointer is on; null beside the arrows. */
export const numberAt = (event: Event): number | null => {
  const step = (event.target as Element).closest<SVGElement>('[data-step]')?.dataset['step']
  return step === undefined ? null : Number(step)
}
