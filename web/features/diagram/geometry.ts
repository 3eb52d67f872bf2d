import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Arrow, Chapter } from '../../../scenarios/projections/sequence.ts'
import type { Drawn } from './layout.ts'

/** Where the lifelines stand; the same in every chapter. */
export interface Lanes {
  readonly width: number
  readonly columns: readonly { readonly participant: Participant; readonly x: number }[]
}

/** Where an arrow is on the picture, in CSS pixels from the top left corner of its chapter. */
export interface ArrowGeometry {
  readonly arrow: Arrow
  readonly x1: number
  readonly x2: number
  /** Height of the arrow itself; its label stands above. */
  readonly y: number
  readonly top: number
  readonly bottom: number
  /** Comes back to where it leaves. */
  readonly isSelf: boolean
  /** Which way a self arrow turns. */
  readonly side: 1 | -1
  readonly drawn: Drawn['arrows'][number]
}

/** Where everything of a chapter stands. */
export interface ChapterGeometry {
  /** Where it begins, in CSS pixels of the chapter: 0 but for a slice of one. */
  readonly top: number
  readonly height: number
  /** Height of the chapter's title, which stays in sight while the chapter does. */
  readonly title: number
  readonly arrows: readonly ArrowGeometry[]
  readonly notes: Drawn['notes']
}

/** Lifelines at equal distances. */
export const lanesOf = (participants: readonly Participant[], lane: number): Lanes => ({
  width: participants.length * lane,
  columns: participants.map((participant, index) => ({ participant, x: (index + 0.5) * lane })),
})

/** Space below the last arrow of a chapter. */
const chapterFoot = 6

/** The ground below an arrow, in CSS pixels: its number needs the least of it. */
const below = { least: 14, most: 23 }

/** How far the curve of a self arrow is drawn aside, in CSS pixels. */
export const loop = 60

const topOf = ({ leaves, lines }: Drawn['arrows'][number]): number =>
  Math.min(leaves - 24, ...lines.map(({ y }) => y - 4))

/** `end` is where the next arrow begins, which may be close below. */
const arrowGeometry = (
  drawn: Drawn['arrows'][number],
  arrow: Arrow,
  lanes: Lanes,
  end: number,
): ArrowGeometry => {
  const column = (participant: Participant): number =>
    lanes.columns.find((lane) => lane.participant === participant)?.x ?? 0
  const [from, to] = [column(arrow.from), column(arrow.to)]
  const isSelf = arrow.kind === 'self' || from === to
  // A loop turns inwards where it would reach beyond the edge.
  const side = from + loop > lanes.width ? -1 : 1
  const { leaves, arrives } = drawn
  const foot = Math.max(leaves, arrives)
  return {
    arrow,
    x1: from,
    x2: isSelf ? from + 48 * side : to + (to < from ? 1 : -1),
    y: isSelf ? (leaves + arrives) / 2 : leaves,
    top: topOf(drawn),
    bottom: Math.max(foot + below.least, Math.min(foot + below.most, end)),
    isSelf,
    side,
    drawn,
  }
}

/** Says where everything of a chapter stands, before any of it is drawn. */
export const chapterGeometry = (drawn: Drawn, chapter: Chapter, lanes: Lanes): ChapterGeometry => {
  const arrows = drawn.arrows.flatMap((arrow, index) => {
    const meant = chapter.arrows[index]
    const next = drawn.arrows[index + 1]
    const end = next === undefined ? Number.POSITIVE_INFINITY : topOf(next)
    return meant === undefined ? [] : [arrowGeometry(arrow, meant, lanes, end)]
  })
  const ends = [
    ...arrows.map(({ bottom }) => bottom),
    ...drawn.notes.map(({ y, height }) => y + height + 10),
  ]
  return {
    top: 0,
    height: Math.ceil(Math.max(0, ...ends)) + chapterFoot,
    title: drawn.notes[chapter.marks.length]?.y ?? 0,
    arrows,
    notes: drawn.notes,
  }
}

/** Below the words of an arrow nothing of the one before it is to be seen, CSS pixels. */
const seam = 2

/**
 * Cuts a chapter into slices between its arrows, each about as high as is asked for: what is far from
 * sight need not be drawn. Everything stays where it stands in the chapter.
 *
 * @param most CSS pixels
 */
export const slicesOf = (whole: ChapterGeometry, most: number): readonly ChapterGeometry[] => {
  const slices: ChapterGeometry[] = []
  let top = 0
  let from = 0
  whole.arrows.forEach((_, index) => {
    const next = whole.arrows[index + 1]
    if (next === undefined || next.bottom - top <= most) return
    const end = next.top + seam
    slices.push({ ...whole, top, height: end - top, arrows: whole.arrows.slice(from, index + 1) })
    top = end
    from = index + 1
  })
  slices.push({ ...whole, top, height: whole.height - top, arrows: whole.arrows.slice(from) })
  return slices.map((slice, index) => (index === 0 ? slice : { ...slice, title: 0, notes: [] }))
}
