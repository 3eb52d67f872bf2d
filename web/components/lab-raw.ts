import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { inspect } from '../../scenarios/projections/inspection.ts'
import { wireOf } from '../../scenarios/projections/wire.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { speaker } from '../words/speaker.ts'
import { isMarked, spokenAt, wireText } from './inspector/wire.ts'
import { wireStyles } from './inspector/wire.styles.ts'
import { inspectorStyles } from './inspector.styles.ts'

/** The message at the cursor as it was sent, character by character. Text nodes only. */
export class LabRaw extends LitElement {
  static override properties = { moment: { attribute: false }, unfolded: { state: true } }
  declare moment: Moment | null
  /** Places of the values that are shown whole. */
  declare unfolded: ReadonlySet<string>

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.moment = null
    this.unfolded = new Set()
  }

  static override styles = [base, inspectorStyles, wireStyles]

  protected override willUpdate(changes: PropertyValues<this>): void {
    const former = changes.get('moment')
    if (changes.has('moment') && former?.message?.id !== this.moment?.message?.id)
      this.unfolded = new Set()
  }

  override render() {
    const { moment, unfolded } = this
    const { words } = this.#speaker
    const { raw } = words.ui
    const message = moment?.message ?? null
    if (moment === null) return nothing
    const segments = message === null ? null : wireOf(message)
    if (message === null || segments === null)
      return html`<section class="empty">${raw.nothing}</section>`
    const spoken = spokenAt(moment, segments, words)
    const unfold = (at: string): void => {
      this.unfolded = new Set([...this.unfolded, at])
    }
    const drawing = { moment, words, spoken, unfolded, unfold }
    const drawn = segments.map((segment, index) => wireText(segment, index, drawing))
    const whole = inspect(message)?.raw ?? ''
    return html`<section>
      <div class="head">
        <h3>${raw.title}</h3>
        <lab-copy .text=${whole}></lab-copy>
      </div>
      <pre class="wire bytes" tabindex="0" role="region" aria-label=${raw.region}>${drawn}</pre>
      <p class="hint">${isMarked(segments, drawing) ? raw.note : raw.plainNote}</p>
    </section>`
  }

  protected override updated(): void {
    const copy = this.renderRoot.querySelector('lab-copy')
    if (copy !== null) copy.source = this.renderRoot.querySelector('pre')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-raw': LabRaw
  }
}
