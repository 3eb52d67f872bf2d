import type { RunState } from '../../scenarios/model/run.ts'
import { arrowsOf } from '../../scenarios/projections/sequence.ts'

/**
 * Number of the message with which the next chapter begins, or this one (or, at its beginning, the one
 * before); the end or 0 when there is none.
 */
export const chapterFrom = (run: RunState, cursor: number, direction: 1 | -1): number => {
  const arrows = arrowsOf(run)
  const starts = arrows
    .filter((arrow, index) => arrows[index - 1]?.phase !== arrow.phase)
    .map((arrow) => arrow.n)
  return direction === 1
    ? (starts.find((n) => n > cursor) ?? arrows.length)
    : (starts.findLast((n) => n < cursor) ?? 0)
}
