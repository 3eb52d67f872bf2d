import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Board } from './board-places.ts'
import { createPainter } from './board.ts'
import { BoardDrawing } from './board-drawing.ts'
import { Following } from './following.ts'
import { numberAt } from './picture.ts'
import { layOut, type Draw } from './layout.ts'
import { isNarrow, sizesOf } from './setting.ts'
import { travel } from './travel.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { Published } from '../../player/published.ts'
import { base } from '../../ui/styles/base.ts'
import { hiddenAhead, hiddenAheadStyles } from './hidden-ahead.ts'
import { speaker } from '../../i18n/speaker.ts'
import { arrowStyles } from './arrows.styles.ts'
import { chapterStyles } from './chapters.styles.ts'
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
  /** Lays out a piece of the picture. */
  declare draw: Draw
  declare board: Board | null
  /** Width to fill, in steps, so that a resize draws anew seldom. */
  declare room: number
  declare remark: Remark | null
  declare released: boolean

  readonly #drawing = new BoardDrawing(this, (board) => {
    this.board = board
  })
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
    this.draw = layOut
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
    chapterStyles,
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
      ${board === null ? nothing : heads(board.lanes, frame, this.#speaker.words, isNarrow(this.room), head)}
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
    void this.#drawing.follow(this.frame, this.#speaker.words)
    if (this.board === null) return
    if (changes.has('board') || changes.has('frame') || changes.has('published'))
      this.#paint(this.board, this.frame, this.published)
    if (changes.has('playing') && !this.playing) this.#following.resume()
    const former = changes.get('frame')
    const moved = changes.has('frame') && former?.cursor !== this.frame.cursor
    if (moved || changes.has('board')) this.#show(moved)
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
