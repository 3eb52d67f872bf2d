import type { Arrow } from '../../../scenarios/projections/sequence.ts'
import type { Frame } from '../../player/frame.ts'
import type { Published } from '../../player/published.ts'
import { createBeads } from './beads.ts'
import type { Board } from './board-places.ts'
import { isHackers } from './picture.ts'

/** How the arrows stand to the published diagram. */
type Marks = Pick<Published, 'unpublished' | 'errata'> | null

/** Everything about an arrow's looks that does not change from one message to the next. */
const stepClass = ({ n, kind, planned, ...arrow }: Arrow, at: Frame, marks: Marks): string => {
  const { followed, found } = at
  const parts = [
    `step is-${kind}`,
    isHackers(arrow) ? 'is-attack' : '',
    planned ? 'is-planned' : '',
    marks?.unpublished.has(n) === true ? 'is-unpublished' : '',
    marks?.errata.has(n) === true ? 'is-mistaken' : '',
    followed?.carriedBy.includes(n) === true ? 'carries' : '',
    found?.hits.some((hit) => hit.n === n) === true ? 'is-found' : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** What all arrows were painted with; while it stays, only the place of the cursor is painted. */
interface Ground {
  readonly board: Board
  readonly sequence: Frame['sequence']
  readonly secrets: Frame['secrets']
  readonly followed: Frame['followed']
  readonly found: Frame['found']
  readonly marks: Marks
}

const groundOf = (board: Board, at: Frame, marks: Marks): Ground => ({
  board,
  sequence: at.sequence,
  secrets: at.secrets,
  followed: at.followed,
  found: at.found,
  marks,
})

const isSameGround = (a: Ground, b: Ground): boolean =>
  a.board === b.board &&
  a.sequence === b.sequence &&
  a.secrets === b.secrets &&
  a.followed === b.followed &&
  a.found === b.found &&
  a.marks === b.marks

/** Changes on the drawn arrows only what differs from what they show already. */
export const createPainter = () => {
  const beads = createBeads()
  let ground: Ground | null = null
  let current: Element | null = null

  const paintCursor = ({ places }: Board, { cursor }: Frame): void => {
    current?.classList.remove('is-current')
    current = places.get(cursor)?.group ?? null
    current?.classList.add('is-current')
  }

  return (board: Board, at: Frame, marks: Marks): void => {
    const next = groundOf(board, at, marks)
    if (ground === null || !isSameGround(ground, next)) {
      ground = next
      for (const { group, arrow } of board.places.values())
        group.setAttribute('class', stepClass(at.arrows[arrow.n - 1] ?? arrow, at, marks))
      beads.place(board, at)
    }
    paintCursor(board, at)
    beads.paint(at)
  }
}
