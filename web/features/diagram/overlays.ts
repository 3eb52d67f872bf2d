import { html, nothing, type TemplateResult } from 'lit'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import type { Board, BoardPlace } from './board-places.ts'
import type { Frame } from '../../player/frame.ts'
import { chip } from '../secrets/lab-chip.ts'

/** Chips shown on an arrow; the rest are counted. */
const mostChips = 3

const carriedAt = ({ secrets, cursor, followed }: Frame): readonly Secret[] => {
  const here = secrets.filter(({ carriedBy }) => carriedBy.includes(cursor))
  return here.toSorted((a, b) => Number(b === followed) - Number(a === followed))
}

/** From the middle of a number to the first chip beside it, in CSS pixels. */
const besideNumber = 13

/** How wide these chips will be, about, in CSS pixels; measuring them would lay out once more. */
const widthOf = (shown: readonly Secret[], rest: number): number =>
  shown.reduce((sum, { name }) => sum + name.length * 7.25 + 20, rest > 0 ? 28 : 0)

/** The middle of the chips: of their arrow, or beside the number where the arrow is too short. */
const middleOf = ({ x1, x2 }: BoardPlace, width: number): number => {
  const length = Math.abs(x2 - x1)
  if (x1 === x2 || width <= length - 2 * besideNumber) return (x1 + x2) / 2
  return x1 + Math.sign(x2 - x1) * (besideNumber + width / 2)
}

/** Whether chips of this width stand on the board at all. */
const fits = (place: BoardPlace, width: number, board: Board): boolean => {
  const middle = middleOf(place, width)
  return middle - width / 2 >= 0 && middle + width / 2 <= board.lanes.width
}

/** The secrets that the current message carries, as chips on its arrow. */
export const chipsOf = (board: Board, frame: Frame, narrow: boolean) => {
  const place = board.places.get(frame.cursor)
  const carried = carriedAt(frame)
  if (place === undefined || carried.length === 0) return nothing
  const some = carried.slice(0, narrow ? mostChips - 1 : mostChips)
  const isRoomy = fits(place, widthOf(some, carried.length - some.length), board)
  const shown = isRoomy ? some : some.slice(0, 1)
  const rest = carried.length - shown.length
  const middle = middleOf(place, widthOf(shown, rest))
  return html`<div class="chips" aria-hidden="true" style="left:${middle}px;top:${place.y}px">
    ${shown.map((secret) => chip(secret, frame, true))}
    ${rest === 0 ? nothing : html`<span class="more quiet">+${rest}</span>`}
  </div>`
}

/** From where to where the picture shows what was sent, but comes after the cursor; CSS pixels. */
export const aheadOf = (board: Board, { cursor, arrows }: Frame) => {
  const sent = arrows.findIndex(({ planned }) => planned)
  const last = sent === -1 ? arrows.length : sent
  if (cursor >= last) return nothing
  const top = board.places.get(cursor)?.bottom ?? 0
  const height = (board.places.get(last)?.bottom ?? 0) - top
  return html`<i class="ahead" style="top:${top}px;height:${height}px"></i>`
}

/** Where the followed secret lies: a band on the lifeline of everybody who has it. */
export const bandsOf = (board: Board, { followed, journeys }: Frame) => {
  const journey = followed === null ? undefined : journeys.get(followed.name)
  if (journey === undefined) return nothing
  const height = (n: number | null): number =>
    (n === null ? undefined : board.places.get(n)?.y) ?? board.height
  return journey.spans.map(({ holder, from, until }): TemplateResult => {
    const x = board.lanes.columns.find(({ participant }) => participant === holder)?.x ?? 0
    const top = height(from)
    return html`<i
      class="band ${holder === 'Hacker' ? 'is-hacker' : ''}"
      style="left:${x}px;top:${top}px;height:${Math.max(8, height(until) - top)}px;--hue:var(--hue-${journey.secret.kind})"
    ></i>`
  })
}

/** What a learner is told about an arrow that differs from the published diagram. */
export interface Remark {
  readonly n: number
  readonly what: string
  readonly why: readonly string[]
}

/** The remark on the arrow under the pointer. */
export const remarkOf = (board: Board, remark: Remark | null) => {
  const place = remark === null ? undefined : board.places.get(remark.n)
  if (remark === null || place === undefined) return nothing
  const left = Math.min(Math.max(150, place.x1), board.lanes.width - 150)
  return html`<div class="remark" style="left:${left}px;top:${place.y + 16}px">
    <b>${remark.what}</b>${remark.why.map((why) => html`<p>${why}</p>`)}
  </div>`
}
