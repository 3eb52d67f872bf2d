import type { LitElement } from 'lit'
import type { Sequence } from '../../../scenarios/projections/sequence.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { Frame } from '../../player/frame.ts'
import { emit } from '../events.ts'
import type { Board } from './board-places.ts'
import { setChapters } from './chapters.ts'
import { createDrawer, leavesOf, type ChapterSetting } from './draw.ts'
import type { ChapterPicture } from './picture.ts'
import type { Draw } from './layout.ts'
import { settingOf } from './setting.ts'

/** The element that shows the board, in an element `.drawing` of its own. */
interface DrawingHost extends LitElement {
  readonly draw: Draw
  /** Width to fill, CSS pixels; 0 as long as it is unknown. */
  readonly room: number
}

/** Draws the board of a diagram, chapter by chapter, whenever what it shows is another. */
export class BoardDrawing {
  readonly #host: DrawingHost
  readonly #done: (board: Board | null) => void
  readonly #drawer = createDrawer()
  #sequence: Sequence | null = null
  #words: Words | null = null
  #room = 0
  /** The chapters that are drawn, or being drawn. */
  #drawn = ''

  /** @param done takes a board that is drawn; null when it could not be */
  constructor(host: DrawingHost, done: (board: Board | null) => void) {
    this.#host = host
    this.#done = done
  }

  /** Draws anew when sequence, language or room have changed. */
  async follow({ sequence, run }: Frame, words: Words): Promise<void> {
    const { room } = this.#host
    const isSame = sequence === this.#sequence && words === this.#words && room === this.#room
    if (room === 0 || isSame) return
    this.#sequence = sequence
    this.#words = words
    this.#room = room
    await this.#draw(sequence, settingOf(room, run.trace.participants, words), words)
  }

  /** Draws the chapters that are new, one after another, when any has changed. */
  async #draw(sequence: Sequence, setting: ChapterSetting, words: Words): Promise<void> {
    const leaves = leavesOf(sequence, setting)
    const wanted = leaves.map(({ key }) => key).join('\n')
    if (wanted === this.#drawn) return
    this.#drawn = wanted
    try {
      const pictures: ChapterPicture[] = []
      for (const leaf of leaves) {
        // One after another: each waits until the page has nothing better to do.
        // oxlint-disable-next-line no-await-in-loop
        pictures.push(await this.#drawer.draw(leaf, setting, this.#host.draw))
        if (wanted !== this.#drawn) return
      }
      this.#drawer.keep(leaves)
      this.#install(pictures, sequence, setting, words)
    } catch (error) {
      if (wanted !== this.#drawn) return
      this.#done(null)
      const reason = error instanceof Error ? error.message : String(error)
      emit(this.#host, 'lab-picture-failed', reason)
    }
  }

  #install(
    pictures: readonly ChapterPicture[],
    sequence: Sequence,
    { lanes }: ChapterSetting,
    { say }: Words,
  ): void {
    const drawing = this.#host.renderRoot.querySelector('.drawing')
    if (drawing === null) return
    const chapters = pictures.map((picture, index) => {
      const chapter = sequence.chapters[index]
      const tone = chapter?.phase.startsWith('stolen') === true ? 'is-theft' : ''
      return { picture, heading: chapter === undefined ? '' : say(chapter.title), tone }
    })
    this.#done(setChapters(drawing, chapters, lanes))
    emit(this.#host, 'lab-picture-drawn', null)
  }
}
