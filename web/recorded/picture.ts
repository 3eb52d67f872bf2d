import { sequenceOf, type Sequence } from '../../scenarios/projections/sequence.ts'
import type { Say } from '../../scenarios/i18n/catalogue.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { Board, BoardPlace } from '../features/diagram/board-places.ts'
import { setChapters } from '../features/diagram/chapters.ts'
import { leavesOf } from '../features/diagram/draw.ts'
import { layOut } from '../features/diagram/layout.ts'
import { chapterPicture } from '../features/diagram/picture.ts'
import { settingOf } from '../features/diagram/setting.ts'

/** The picture of a recorded lesson in a room of some width. */
export class RecordedPicture {
  readonly #sequence: Sequence
  readonly #trace: Trace
  readonly #say: Say
  #board: Board | null = null
  #current: BoardPlace | undefined

  constructor(trace: Trace, say: Say) {
    this.#trace = trace
    this.#say = say
    this.#sequence = sequenceOf({ trace, plan: [], plannedDividers: [] })
  }

  /**
   * Draws it.
   *
   * @param room width to fill, CSS pixels
   */
  draw(into: Element, room: number): Board {
    const setting = settingOf(room, this.#trace.participants, { say: this.#say })
    const { chapters } = this.#sequence
    const board = setChapters(
      into,
      leavesOf(this.#sequence, setting).map(({ structure, chapter, title }, index) => ({
        picture: chapterPicture(layOut(structure, setting.fontSize), chapter, setting),
        heading: title,
        tone: chapters[index]?.phase.startsWith('stolen') === true ? 'is-theft' : '',
      })),
      setting.lanes,
    )
    this.#board = board
    return board
  }

  /** Marks the message that is shown, and gives its place; undefined before the first. */
  mark(n: number): BoardPlace | undefined {
    this.#current?.group.classList.remove('is-current')
    this.#current = this.#board?.places.get(n)
    this.#current?.group.classList.add('is-current')
    return this.#current
  }
}
