import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Sequence } from '../../../scenarios/projections/sequence.ts'
import type { Board } from './board-places.ts'
import { createPainter, setBoard } from './board.ts'
import { createDrawer, leavesOf, type ChapterSetting } from './draw.ts'
import { Following } from './following.ts'
import { numberAt, type ChapterPicture } from './picture.ts'
import { drawPicture, StructureDiffers, type Draw } from './render.ts'
import { isNarrow, settingOf, sizesOf } from './setting.ts'
import { travel } from './travel.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { Published } from '../../player/published.ts'
import { base } from '../../ui/styles/base.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { hiddenAhead, hiddenAheadStyles } from './hidden-ahead.ts'
import { speaker } from '../../i18n/speaker.ts'
import { arrowStyles } from './arrows.styles.ts'
import { heads } from './heads.ts'
import { headStyles } from './heads.styles.ts'
import { aheadOf, bandsOf, chipsOf, remarkOf, type Remark } from './overlays.ts'
import { overlayStyles } from './overlays.styles.ts'
import { remarkOn } from './remarks.ts'
import { icon } from '../../ui/icons.ts'
import { diagramStyles } from './lab-diagram.styles.ts'

/**
 * The sequence diagram. A chapter is drawn once and kept; a step only changes classes. Pressing an
 * arrow shows the run as it is after it.
 *
 * @fires lab-seek - number of the arrow that was pressed
 * @fires lab-picture-drawn - the picture is there
 * @fires lab-picture-failed - why there is none
 */
export class LabDiagram extends LitElement {
  static override properties = {
    frame: { attribute: false },
    travelTime: { attribute: false },
    published: { attribute: false },
    playing: { type: Boolean },
    hidesAhead: { type: Boolean },
    draw: { attribute: false },
    board: { state: true },
    room: { state: true },
    remark: { state: true },
    released: { state: true },
  }
  declare frame: Frame | null
  /** Milliseconds that the newest message travels; 0 shows it at once, as for who wants less motion. */
  declare travelTime: number
  /** How the messages stand to the published diagram. */
  declare published: Published | null
  /** Shows nothing that comes after the current message. */
  declare hidesAhead: boolean
  /** While it plays, a learner who scrolls is left alone. */
  declare playing: boolean
  /** Draws and measures a piece of the picture. */
  declare draw: Draw
  declare board: Board | null
  /** Width to fill, in steps, so that a resize draws anew seldom. */
  declare room: number
  declare remark: Remark | null
  declare released: boolean

  #drawn = ''
  #sequence: Sequence | null = null
  #spoken: Words | null = null
  readonly #drawer = createDrawer(`picture-${crypto.randomUUID()}`)
  readonly #paint = createPainter()
  readonly #following = new Following(this, (released) => {
    this.released = released && this.playing
    if (released && !this.playing) this.#following.resume()
  })
  readonly #speaker = speaker(this)
  readonly #watcher = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {}
    if (this.#following.height !== height) {
      this.#following.height = height
      // A longer story above leaves the picture less room: the arrow must not slip out of it.
      this.#show(false)
    }
    if (width > 0 && Math.abs(width - this.room) > 24) this.room = Math.floor(width)
  })

  constructor() {
    super()
    this.frame = null
    this.travelTime = 0
    this.published = null
    this.playing = false
    this.hidesAhead = false
    this.draw = drawPicture
    this.board = null
    this.room = 0
    this.remark = null
    this.released = false
  }

  static override styles = [
    base,
    headStyles,
    arrowStyles,
    overlayStyles,
    diagramStyles,
    hiddenAheadStyles,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watcher.observe(this)
  }

  override disconnectedCallback(): void {
    this.#watcher.disconnect()
    super.disconnectedCallback()
  }

  override render() {
    const { frame, board } = this
    if (frame === null) return nothing
    const { diagram } = this.#speaker.words.ui
    const sent = frame.run.trace.messages.length
    const { fontSize, head } = this.#size
    const following = frame.followed === null && frame.found === null ? '' : 'is-following'
    return html`
      ${board === null ? nothing : heads(board.lanes, frame, isNarrow(this.room), head)}
      <div
        class="canvas"
        style="width:${board?.lanes.width ?? 0}px;--label:${fontSize}px;--head:${head}px"
      >
        ${board === null ? nothing : guard([board, frame.followed, frame.journeys], () => bandsOf(board, frame))}
        <div
          class="drawing ${following}"
          role="img"
          aria-label=${diagram.picture(sent, frame.arrows.length - sent)}
          @click=${this.#pressed}
          @pointerover=${this.#pointed}
          @pointerleave=${this.#left}
        ></div>
        ${board === null ? nothing : aheadOf(board, frame)}
        ${board === null ? nothing : chipsOf(board, frame, isNarrow(this.room))}
        ${board === null ? nothing : remarkOf(board, this.remark)}
        ${board === null || !this.hidesAhead ? nothing : hiddenAhead(board, frame, this.#speaker.words)}
      </div>
      ${
        this.released
          ? html`<button type="button" class="return" @click=${this.#back}>
              ${icon('down')}${diagram.follow(frame.cursor)}
            </button>`
          : nothing
      }
    `
  }

  readonly #pressed = (event: Event): void => {
    const n = numberAt(event)
    if (n !== null) emit(this, 'lab-seek', n)
  }

  readonly #pointed = (event: Event): void => {
    const n = numberAt(event)
    this.remark = n === null ? null : remarkOn(n, this.frame, this.published, this.#speaker.words)
  }

  readonly #left = (): void => {
    this.remark = null
  }

  readonly #back = (): void => {
    this.#following.resume()
    this.#show(false)
    this.focus()
  }

  get #size() {
    return sizesOf(this.room)
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (this.frame === null) return
    const isOther =
      this.frame.sequence !== this.#sequence ||
      this.#speaker.words !== this.#spoken ||
      changes.has('room')
    if (this.room > 0 && isOther) void this.#redraw(this.frame)
    if (this.board === null) return
    if (changes.has('board') || changes.has('frame') || changes.has('published'))
      this.#paint(this.board, this.frame, this.published)
    if (changes.has('playing') && !this.playing) this.#following.resume()
    const former = changes.get('frame')
    const moved = changes.has('frame') && former?.cursor !== this.frame.cursor
    if (moved || changes.has('board')) this.#show(moved)
  }

  get #setting(): ChapterSetting {
    const { participants = [] } = this.frame?.run.trace ?? {}
    const fontFamily = getComputedStyle(this).getPropertyValue('--mono')
    return settingOf(this.room, participants, fontFamily, this.#speaker.words)
  }

  /** Draws the chapters that are new, one after another, when any has changed. */
  async #redraw({ sequence }: Frame): Promise<void> {
    this.#sequence = sequence
    this.#spoken = this.#speaker.words
    const setting = this.#setting
    const leaves = leavesOf(sequence, setting)
    const wanted = leaves.map(({ key }) => key).join('\n')
    if (wanted === this.#drawn) return
    this.#drawn = wanted
    try {
      const pictures: ChapterPicture[] = []
      for (const leaf of leaves) {
        // One after another: each waits until the page has nothing better to do.
        // oxlint-disable-next-line no-await-in-loop
        pictures.push(await this.#drawer.draw(leaf, setting, this.draw))
        if (wanted !== this.#drawn) return
      }
      this.#drawer.keep(leaves)
      this.#install(pictures, sequence, setting)
    } catch (error) {
      if (wanted !== this.#drawn) return
      this.board = null
      emit(this, 'lab-picture-failed', this.#reason(error))
    }
  }

  #reason(error: unknown): string {
    if (error instanceof StructureDiffers) return this.#speaker.words.ui.diagram.structure
    return error instanceof Error ? error.message : String(error)
  }

  #install(
    pictures: readonly ChapterPicture[],
    sequence: Sequence,
    { lanes: at }: ChapterSetting,
  ): void {
    const drawing = this.renderRoot.querySelector('.drawing')
    if (drawing === null) return
    const { say } = this.#speaker.words
    const chapters = pictures.map((picture, index) => {
      const chapter = sequence.chapters[index]
      const tone = chapter?.phase.startsWith('stolen') === true ? 'is-theft' : ''
      return { picture, heading: chapter === undefined ? '' : say(chapter.title), tone }
    })
    this.board = setBoard(drawing, chapters, at)
    emit(this, 'lab-picture-drawn', null)
  }

  #show(moved: boolean): void {
    const { frame, board, travelTime } = this
    if (frame === null || board === null) return
    const place = board.places.get(frame.cursor)
    if (!this.playing) this.#following.resume()
    const { head } = this.#size
    const travels = moved && travelTime > 0
    this.#following.show(place, head, travels)
    if (!travels || place === undefined) return
    travel(place, this.renderRoot.querySelector<HTMLElement>('.chips'), travelTime)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-diagram': LabDiagram
  }
}
