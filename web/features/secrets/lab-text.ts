import { css, html, LitElement, nothing } from 'lit'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { marked } from './lab-chip.ts'

/** Longer runs of plain text are folded in the middle. */
const longest = 160
const shown = { head: 96, tail: 24 }

/** Whether a run of plain text is folded in the middle. */
export const isLong = (text: string): boolean => text.length > longest

/**
 * Text from the wire: secrets as chips, long stretches folded in the middle until asked for. Text
 * nodes only, whatever it says.
 */
export class LabText extends LitElement {
  static override properties = {
    text: { attribute: false },
    frame: { attribute: false },
    unfolded: { state: true },
  }
  declare text: string
  declare frame: Frame | null
  declare unfolded: boolean

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.text = ''
    this.frame = null
    this.unfolded = false
  }

  static override styles = [
    base,
    css`
      :host {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      lab-chip {
        margin-inline: 1px;
      }
      button {
        min-height: 24px;
        padding: 0 6px;
        border-radius: 4px;
        white-space: nowrap;
        color: var(--now);
        font-family: var(--sans);
        font-size: var(--text-xs);
      }
    `,
  ]

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('text')) this.unfolded = false
  }

  override render() {
    const { frame, text } = this
    if (frame === null) return nothing
    return marked(text, frame).map((piece) =>
      typeof piece === 'string' ? this.#fold(piece) : piece,
    )
  }

  #fold(text: string) {
    if (this.unfolded || !isLong(text)) return text
    const hidden = text.length - shown.head - shown.tail
    const unfold = () => {
      this.unfolded = true
    }
    const button = html`<button type="button" @click=${unfold}>
      ${this.#speaker.words.ui.message.unfold(hidden)}
    </button>`
    return [text.slice(0, shown.head), button, text.slice(-shown.tail)]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-text': LabText
  }
}
