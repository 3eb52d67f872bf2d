import type { Lanes } from './geometry.ts'
import type { ArrowPlace, ChapterPicture } from './picture.ts'

/** A chapter on the board. */
export interface BoardChapter {
  readonly picture: ChapterPicture
  readonly heading: string
  readonly tone: string
}

/** An arrow's place from the top of the board. */
export interface BoardPlace extends ArrowPlace {
  /** Where its chapter begins. */
  readonly offset: number
}

/** All chapters one below the other, with every arrow's place from the top of the first. */
export interface Board {
  readonly lanes: Lanes
  readonly height: number
  readonly places: ReadonlyMap<number, BoardPlace>
}
