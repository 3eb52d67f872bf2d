import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Sequence } from '../../scenarios/projections/sequence.ts'
import { createPainter, setBoard, type Board } from '../diagram/board.ts'
import { createDrawer, leavesOf, type Setting } from '../diagram/draw.ts'
import { Following } from '../diagram/following.ts'
import type { ChapterPicture } from '../diagram/picture.ts'
import { drawPicture, StructureDiffers, type Draw } from '../diagram/render.ts'
import { isNarrow, settingOf, sizesOf } from '../diagram/setting.ts'
import { numberAt } from '../diagram/number-at.ts'
import { translated } from '../diagram/translated.ts'
import { travel } from '../diagram/travel.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import type { Published } from '../published.ts'
import { base } from '../styles/base.ts'
import type { Words } from '../words/catalogue.ts'
import { veilOf, veilStyles } from './diagram/veil.ts'
import { speaker } from '../words/speaker.ts'
import { arrowStyles } from './diagram/arrows.styles.ts'
import { heads } from './diagram/heads.ts'
import { headStyles } from './diagram/heads.styles.ts'
import { aheadOf, bandsOf, chipsOf, remarkOf, type Remark } from './diagram/overlays.ts'
import { overlayStyles } from './diagram/overlays.styles.ts'
import { remarkOn } from './diagram/remarks.ts'
import { icon } from './icons.ts'
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
    moment: { attribute: false },
    travelTime: { attribute: false },
    published: { attribute: false },
    playing: { type: Boolean },
    veiled: { type: Boolean },
    draw: { attribute: false },
    board: { state: true },
    room: { state: true },
    remark: { state: true },
    released: { state: true },
  }
  declare moment: Moment | null
  /** Milliseconds that the newest message travels; 0 shows it at once, as for who wants less motion. */
  declare travelTime: number
  /** How the messages stand to the published diagram. */
  declare published: Published | null
  /** Shows nothing that comes after the current message. */
  declare veiled: boolean
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
    this.moment = null
    this.travelTime = 0
    this.published = null
    this.playing = false
    this.veiled = false
    this.draw = drawPicture
    this.board = null
    this.room = 0
    this.remark = null
    this.released = false
  }

  static override styles = [base, headStyles, arrowStyles, overlayStyles, diagramStyles, veilStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watcher.observe(this)
  }

  override disconnectedCallback(): void {
    this.#watcher.disconnect()
    super.disconnectedCallback()
  }

  override render() {
    const { moment, board } = this
    if (moment === null) return nothing
    const { diagram } = this.#speaker.words.ui
    const sent = moment.run.trace.messages.length
    const { fontSize, head } = this.#size
    const following = moment.followed === null && moment.found === null ? '' : 'is-following'
    return html`
      ${board === null ? nothing : heads(board.lanes, moment, isNarrow(this.room), head)}
      <div
        class="canvas"
        style="width:${board?.lanes.width ?? 0}px;--label:${fontSize}px;--head:${head}px"
      >
        ${board === null ? nothing : guard([board, moment.followed, moment.journeys], () => bandsOf(board, moment))}
        <div
          class="drawing ${following}"
          role="img"
          aria-label=${diagram.picture(sent, moment.arrows.length - sent)}
          @click=${this.#pressed}
          @pointerover=${this.#pointed}
          @pointerleave=${this.#left}
        ></div>
        ${board === null ? nothing : aheadOf(board, moment)}
        ${board === null ? nothing : chipsOf(board, moment, isNarrow(this.room))}
        ${board === null ? nothing : remarkOf(board, this.remark)}
        ${board === null || !this.veiled ? nothing : veilOf(board, moment, this.#speaker.words)}
      </div>
      ${
        this.released
          ? html`<button type="button" class="return" @click=${this.#back}>
              ${icon('down')}${diagram.follow(moment.cursor)}
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
    this.remark = n === null ? null : remarkOn(n, this.moment, this.published, this.#speaker.words)
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
    if (this.moment === null) return
    const isOther =
      this.moment.sequence !== this.#sequence ||
      this.#speaker.words !== this.#spoken ||
      changes.has('room')
    if (this.room > 0 && isOther) void this.#redraw(this.moment)
    if (this.board === null) return
    if (changes.has('board') || changes.has('moment') || changes.has('published'))
      this.#paint(this.board, this.moment, this.published)
    if (changes.has('playing') && !this.playing) this.#following.resume()
    const former = changes.get('moment')
    const moved = changes.has('moment') && former?.cursor !== this.moment.cursor
    if (moved || changes.has('board')) this.#show(moved)
  }

  get #setting(): Setting {
    const { participants = [] } = this.moment?.run.trace ?? {}
    const fontFamily = getComputedStyle(this).getPropertyValue('--mono')
    return settingOf(this.room, participants, fontFamily, this.#speaker.words)
  }

  /** Draws the chapters that are new, one after another, when any has changed. */
  async #redraw({ sequence }: Moment): Promise<void> {
    this.#sequence = sequence
    this.#spoken = this.#speaker.words
    const setting = this.#setting
    const leaves = leavesOf(translated(sequence, this.#spoken), setting)
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

  #install(pictures: readonly ChapterPicture[], sequence: Sequence, { lanes: at }: Setting): void {
    const drawing = this.renderRoot.querySelector('.drawing')
    if (drawing === null) return
    const { say } = this.#speaker.words
    const chapters = pictures.map((picture, index) => {
      const { title = '', phase = '' } = sequence.chapters[index] ?? {}
      const tone = phase.startsWith('stolen') ? 'is-theft' : ''
      return { picture, heading: say(title), tone }
    })
    this.board = setBoard(drawing, chapters, at)
    emit(this, 'lab-picture-drawn', null)
  }

  #show(moved: boolean): void {
    const { moment, board, travelTime } = this
    if (moment === null || board === null) return
    const place = board.places.get(moment.cursor)
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
