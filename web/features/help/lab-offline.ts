import { css, html, LitElement, nothing } from 'lit'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { canKeep, forgetApp, isKept, keepApp, type Kept } from './offline.ts'

/** Keeps the app on this device for when the network is away, and takes it away again. Only when asked. */
export class LabOffline extends LitElement {
  static override properties = {
    kept: { state: true },
    failed: { state: true },
  }
  declare kept: Kept
  declare failed: boolean

  constructor() {
    super()
    this.kept = 'none'
    this.failed = false
  }

  static override styles = [
    base,
    css`
      p {
        font-size: var(--text-s);
      }
      button {
        margin-top: 8px;
        min-height: 36px;
        padding: 4px 16px;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        font-weight: 600;
        font-size: var(--text-s);
      }
      button:hover {
        background: var(--sunken);
      }
    `,
  ]

  readonly #speaker = speaker(this)

  override connectedCallback(): void {
    super.connectedCallback()
    if (canKeep()) void this.#look()
  }

  override render() {
    if (!canKeep()) return nothing
    const { offline } = this.#speaker.words.ui.help
    const told = this.failed ? offline.failed : offline[this.kept]
    return html`<p role="status">${told}</p>
      <button
        type="button"
        ?disabled=${this.kept === 'coming'}
        @click=${this.kept === 'kept' ? this.#forget : this.#keep}
      >
        ${this.kept === 'kept' ? offline.forget : offline.keep}
      </button>`
  }

  async #look(): Promise<void> {
    this.kept = (await isKept()) ? 'kept' : 'none'
  }

  readonly #keep = async (): Promise<void> => {
    this.kept = 'coming'
    this.failed = false
    try {
      await keepApp()
      this.kept = 'kept'
    } catch {
      this.kept = 'none'
      this.failed = true
    }
  }

  readonly #forget = async (): Promise<void> => {
    await forgetApp()
    await this.#look()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-offline': LabOffline
  }
}
