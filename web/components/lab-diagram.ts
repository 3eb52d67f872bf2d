import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Participant } from '../../scenarios/vocabulary.ts'
import { guard } from 'lit/directives/guard.js'
import { mermaidText } from '../../scenarios/view/mermaid.ts'
import type { Secret } from '../../scenarios/view/secrets.ts'
import { labelLines, shortLines } from '../diagram/labels.ts'
import { bindPicture, marksOf, type Picture, type Place } from '../diagram/picture.ts'
import { drawPicture } from '../diagram/render.ts'
import { travel } from '../diagram/travel.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import { trustPicture } from '../trusted.ts'
import { base } from '../styles/base.ts'
import { participantIcon } from './icons.ts'
import { chip } from './lab-chip.ts'
import { diagramStyles } from './lab-diagram.styles.ts'

/** Chips shown on an arrow; the rest are counted. */
const mostChips = 3

/** Below this width the labels are only methods and statuses. */
const narrow = 560

/** The participants stand in a row of their own, and notes get their words after the layout. */
const bare = {
  name: (participant: Participant) => participant.slice(0, 1),
  note: () => '·',
  backgrounds: false,
} as const

/** Narrowest lane that keeps words readable; a smaller window scrolls sideways. */
const narrowestLane = 128

/**
 * The sequence diagram. It is drawn once for a branch and its plan; a step only changes classes.
 * Pressing an arrow shows the run as it is after it.
 *
 * @fires lab-seek - number of the arrow that was pressed
 * @fires lab-picture-drawn - the picture is there
 * @fires lab-picture-failed - why there is none
 */
export class LabDiagram extends LitElement {
  static override properties = {
    moment: { attribute: false },
    travelTime: { attribute: false },
    unpublished: { attribute: false },
    picture: { state: true },
    room: { state: true },
  }
  declare moment: Moment | null
  /** Milliseconds that the newest message travels; 0 shows it at once. */
  declare travelTime: number
  /** Numbers of the arrows that the published diagram does not have. */
  declare unpublished: ReadonlySet<number>
  declare picture: Picture | null
  /** Width to fill, in steps, so that a resize draws anew seldom. */
  declare room: number

  #drawn = ''
  #drawing = 0
  readonly #id = `picture-${crypto.randomUUID()}`
  readonly #watcher = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0
    if (width > 0 && Math.abs(width - this.room) > 24) this.room = Math.floor(width)
  })

  constructor() {
    super()
    this.moment = null
    this.travelTime = 0
    this.unpublished = new Set()
    this.picture = null
    this.room = 0
  }

  static override styles = [base, diagramStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watcher.observe(this)
  }

  override disconnectedCallback(): void {
    this.#watcher.disconnect()
    super.disconnectedCallback()
  }

  override render() {
    const { moment, picture } = this
    if (moment === null) return nothing
    const sent = moment.run.trace.messages.length
    const words = `Sequence diagram: ${sent} messages sent, ${moment.arrows.length - sent} planned. The list of messages says the same.`
    return html`
      ${picture === null ? nothing : this.#heads(picture, moment)}
      <div class="canvas" style="width:${picture?.width ?? 0}px">
        <div
          class="drawing ${moment.followed === null ? '' : 'is-following'}"
          role="img"
          aria-label=${words}
          @click=${this.#pressed}
        ></div>
        ${picture === null ? nothing : this.#beads(picture, moment)}
        ${picture === null ? nothing : this.#chips(picture, moment)}
      </div>
    `
  }

  #heads(picture: Picture, { message }: Moment) {
    const active = (name: string) => message?.from === name || message?.to === name
    return html`<div
      class="heads ${this.#isNarrow ? 'is-narrow' : ''}"
      aria-hidden="true"
      style="width:${picture.width}px"
    >
      <div class="head-row" style="width:${picture.width}px">
        ${picture.lifelines.map(
          ({ participant, x }) =>
            html`<span
              class="participant ${active(participant) ? 'is-active' : ''}"
              style="left:${x}px;--lane:var(--lane-${participant.toLowerCase()})"
              >${participantIcon(participant)}${participant}</span
            >`,
        )}
      </div>
    </div>`
  }

  /** What each message that was sent carries, as colours; the current one shows it as chips. */
  #beads({ places }: Picture, { secrets, followed, cursor }: Moment) {
    return guard([places, secrets, followed, cursor], () =>
      places.map((place, index) => {
        const carried = secrets.filter(({ carriedBy }) => carriedBy.includes(index + 1))
        if (carried.length === 0 || index + 1 === cursor) return nothing
        return html`<div
          class="beads"
          aria-hidden="true"
          style="left:${(place.x1 + place.x2) / 2}px;top:${place.y}px"
        >
          ${carried.map(
            (secret) =>
              html`<i
                class=${followed === null || followed === secret ? '' : 'dimmed'}
                style="--hue:var(--hue-${secret.kind})"
              ></i>`,
          )}
        </div>`
      }),
    )
  }

  #chips(picture: Picture, moment: Moment) {
    const place = picture.places[moment.cursor - 1]
    const carried = this.#carried(moment)
    if (place === undefined || carried.length === 0) return nothing
    const shown = carried.slice(0, this.#isNarrow ? mostChips - 1 : mostChips)
    const rest = carried.length - shown.length
    return html`<div
      class="chips"
      aria-hidden="true"
      style="left:${(place.x1 + place.x2) / 2}px;top:${place.y}px"
    >
      ${shown.map((secret) => chip(secret, moment, true))}
      ${rest === 0 ? nothing : html`<span class="more quiet">+${rest}</span>`}
    </div>`
  }

  #carried({ secrets, cursor, followed }: Moment): readonly Secret[] {
    const here = secrets.filter(({ carriedBy }) => carriedBy.includes(cursor))
    return here.toSorted((a, b) => Number(b === followed) - Number(a === followed))
  }

  readonly #pressed = (event: Event): void => {
    const step = (event.target as Element).closest<SVGGElement>('[data-step]')?.dataset['step']
    if (step !== undefined) emit(this, 'lab-seek', Number(step))
  }

  get #isNarrow(): boolean {
    return this.room < narrow
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (this.moment === null) return
    if (this.room > 0) void this.#draw(this.moment)
    if (this.picture === null) return
    if (changes.has('picture') || changes.has('moment') || changes.has('unpublished'))
      this.#paint(this.picture, this.moment)
    const former = changes.get('moment')
    const moved = changes.has('moment') && former?.cursor !== this.moment.cursor
    if (moved || changes.has('picture')) this.#show(this.picture, this.moment, moved)
  }

  /** Draws when the words of the picture or its room have changed. */
  async #draw({ sequence, run }: Moment): Promise<void> {
    const { participants } = run.trace
    const fontSize = this.#isNarrow ? 11 : 12.5
    const lane = this.#isNarrow
      ? Math.floor((this.room - 4) / participants.length)
      : Math.max(narrowestLane, Math.min(230, Math.floor((this.room - 8) / participants.length)))
    const lines = this.#isNarrow ? shortLines : labelLines(participants, lane, fontSize)
    const text = mermaidText(sequence, { lines, ...bare })
    const wanted = `${lane} ${text} ${JSON.stringify(marksOf(sequence))}`
    if (wanted === this.#drawn) return
    this.#drawn = wanted
    this.#drawing += 1
    const mine = this.#drawing
    try {
      const fontFamily = getComputedStyle(this).getPropertyValue('--mono')
      const id = `${this.#id}-${mine}`
      const svg = await drawPicture(text, { id, lane, fontSize, fontFamily })
      if (mine === this.#drawing) this.#install(svg, sequence)
    } catch (error) {
      if (mine !== this.#drawing) return
      this.picture = null
      emit(this, 'lab-picture-failed', error instanceof Error ? error.message : String(error))
    }
  }

  /** Mermaid's own output, made in strict mode: the only markup that is ever set as such. */
  #install(svg: string, sequence: Moment['sequence']): void {
    const drawing = this.renderRoot.querySelector('.drawing')
    if (drawing === null) return
    drawing.innerHTML = trustPicture(svg)
    const root = drawing.querySelector('svg')
    if (root === null) throw new Error('Mermaid drew nothing.')
    this.picture = bindPicture(root, sequence)
    emit(this, 'lab-picture-drawn', null)
  }

  #paint({ places }: Picture, { cursor, arrows, followed }: Moment): void {
    places.forEach(({ group }, index) => {
      const n = index + 1
      const arrow = arrows[index]
      const { classList } = group
      classList.toggle('is-current', n === cursor)
      classList.toggle('is-past', n < cursor)
      classList.toggle('is-future', n > cursor && arrow?.planned === false)
      classList.toggle('is-planned', arrow?.planned === true)
      classList.toggle('is-attack', arrow?.from === 'Hacker' || arrow?.to === 'Hacker')
      classList.toggle('is-unpublished', this.unpublished.has(n))
      classList.toggle('carries', followed?.carriedBy.includes(n) === true)
    })
  }

  #show({ places }: Picture, { cursor }: Moment, moved: boolean): void {
    const place = places[cursor - 1]
    if (place === undefined) {
      this.scrollTo({ top: 0 })
      return
    }
    this.#follow(place)
    const chips = this.renderRoot.querySelector<HTMLElement>('.chips')
    if (moved && this.travelTime > 0) travel(place, chips, this.travelTime)
  }

  /** Keeps the current arrow in the middle band of the window; moves only when it leaves it. */
  #follow({ top, bottom }: Place): void {
    const head = 44
    const from = this.scrollTop
    const height = this.clientHeight - head
    const isInside = top > from + height * 0.15 && bottom < from + height * 0.8
    if (isInside) return
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = this.travelTime > 0 && !isCalm ? 'smooth' : 'instant'
    this.scrollTo({ top: Math.max(0, top - height * 0.4), behavior })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-diagram': LabDiagram
  }
}
