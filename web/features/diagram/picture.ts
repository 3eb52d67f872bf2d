import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Arrow, Chapter, Mark } from '../../../scenarios/projections/sequence.ts'
import type { Drawn } from './layout.ts'
import { element } from './svg.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { isEnglish } from '../../i18n/told.ts'

/** Where an arrow is on the picture, in CSS pixels from the top left corner of its chapter. */
export interface ArrowPlace {
  readonly arrow: Arrow
  readonly group: SVGGElement
  readonly x1: number
  readonly x2: number
  /** Height of the arrow itself; its label stands above. */
  readonly y: number
  readonly top: number
  readonly bottom: number
}

/** Where the lifelines stand; the same in every chapter. */
export interface Lanes {
  readonly width: number
  readonly columns: readonly { readonly participant: Participant; readonly x: number }[]
}

/** One chapter, drawn. */
export interface ChapterPicture {
  readonly svg: SVGSVGElement
  readonly height: number
  /** Height of the chapter's title, which stays in sight while the chapter does. */
  readonly title: number
  readonly places: readonly ArrowPlace[]
}

/** Lifelines at equal distances. */
export const lanesOf = (participants: readonly Participant[], lane: number): Lanes => ({
  width: participants.length * lane,
  columns: participants.map((participant, index) => ({ participant, x: (index + 0.5) * lane })),
})

/** Space between a mark and the picture's edge. */
const inset = 12

/** Space below the last arrow of a chapter. */
const chapterFoot = 6

/** The ground below an arrow, in CSS pixels: its number needs the least of it. */
const below = { least: 14, most: 23 }

const rise = 12

/** How far the curve of a self arrow is drawn aside, in CSS pixels. */
const loop = 60

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

const topOf = ({ leaves, lines }: Drawn['arrows'][number]): number =>
  Math.min(leaves - 24, ...lines.map(({ y }) => y - 4))

/** `end` is where the next arrow begins, which may be close below. */
const arrowPicture = (
  drawn: Drawn['arrows'][number],
  arrow: Arrow,
  lanes: Lanes,
  end: number,
): ArrowPlace => {
  const column = (participant: Participant): number =>
    lanes.columns.find((lane) => lane.participant === participant)?.x ?? 0
  const [from, to] = [column(arrow.from), column(arrow.to)]
  const isSelf = arrow.kind === 'self' || from === to
  // A loop turns inwards where it would reach beyond the edge.
  const side = from + loop > lanes.width ? -1 : 1
  const isLeftward = isSelf ? side === 1 : to < from
  const direction = isLeftward ? -1 : 1
  const { leaves, arrives } = drawn
  const labels = labelsOf(drawn, arrow, from, to)
  if (isSelf) moveAside(labels, from, lanes.width)
  const top = topOf(drawn)
  const foot = Math.max(leaves, arrives)
  const bottom = Math.max(foot + below.least, Math.min(foot + below.most, end))
  const tip = to - direction
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
  const [x2, y] = isSelf ? [from + 48 * side, (leaves + arrives) / 2] : [tip, leaves]
  return { arrow, group, x1: from, x2, y, top, bottom }
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
  drawn: Drawn,
  chapter: Chapter,
  { lanes, say }: { readonly lanes: Lanes; readonly say: Say },
): ChapterPicture => {
  const places = drawn.arrows.flatMap((arrow, index) => {
    const meant = chapter.arrows[index]
    const next = drawn.arrows[index + 1]
    const end = next === undefined ? Number.POSITIVE_INFINITY : topOf(next)
    return meant === undefined ? [] : [arrowPicture(arrow, meant, lanes, end)]
  })
  const ends = [
    ...places.map(({ bottom }) => bottom),
    ...drawn.notes.map(({ y, height }) => y + height + 10),
  ]
  const height = Math.ceil(Math.max(0, ...ends)) + chapterFoot
  const svg = element('svg', {
    width: lanes.width,
    height,
    viewBox: `0 0 ${lanes.width} ${height}`,
    'aria-hidden': 'true',
  })
  svg.append(
    ...lifelines(lanes, height),
    ...chapter.marks.flatMap((mark, index) => {
      const box = drawn.notes[index]
      return box === undefined ? [] : [markPicture(box, mark, lanes.width, say)]
    }),
    ...places.map(({ group }) => group),
  )
  return { svg, height, title: drawn.notes[chapter.marks.length]?.y ?? 0, places }
}

/** Number of the arrow that a pointer is on; null beside the arrows. */
export const numberAt = (event: Event): number | null => {
  const step = (event.target as Element).closest<SVGElement>('[data-step]')?.dataset['step']
  return step === undefined ? null : Number(step)
}
