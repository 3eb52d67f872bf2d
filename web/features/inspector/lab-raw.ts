import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { inspect } from '../../../scenarios/projections/inspection.ts'
import { wireOf } from '../../../scenarios/projections/wire.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { isMarked, spokenAt, wireText } from './wire.ts'
import { wireStyles } from './wire.styles.ts'
import { inspectorStyles } from './inspector.styles.ts'

/** The message at the cursor as it was sent, character by character. Text nodes only. */
export class LabRaw extends LitElement {
  static override properties = { frame: { attribute: false }, unfolded: { state: true } }
  declare frame: Frame | null
  /** Places of the values that are shown whole. */
  declare unfolded: ReadonlySet<string>

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.frame = null
    this.unfolded = new Set()
  }

  static override styles = [base, inspectorStyles, wireStyles]

  protected override willUpdate(changes: PropertyValues<this>): void {
    const former = changes.get('frame')
    if (changes.has('frame') && former?.message?.id !== this.frame?.message?.id)
      this.unfolded = new Set()
  }

  override render() {
    const { frame, unfolded } = this
    const { words } = this.#speaker
    const { raw } = words.ui
    const message = frame?.message ?? null
    if (frame === null) return nothing
    const segments = message === null ? null : wireOf(message)
    if (message === null || segments === null)
      return html`<section class="empty">${raw.nothing}</section>`
    const spoken = spokenAt(frame, segments, words)
    const unfold = (at: string): void => {
      this.unfolded = new Set([...this.unfolded, at])
    }
    const drawing = { frame, words, spoken, unfolded, unfold }
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
