import { css, html, LitElement } from 'lit'
import { base } from './styles/base.ts'
import { speaker } from '../i18n/speaker.ts'

/** Milliseconds that “Copied” stays. */
const told = 2500

/**
 * Copies a text. Where the clipboard is out of reach (plain http, a sandboxed frame) it selects the
 * element `source` instead, for the reader's own keys.
 */
export class LabCopy extends LitElement {
  static override properties = {
    text: { attribute: false },
    source: { attribute: false },
    said: { state: true },
  }
  declare text: string
  declare source: Element | null
  declare said: string

  readonly #speaker = speaker(this)
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.text = ''
    this.source = null
    this.said = ''
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      button {
        padding: 0 12px;
        border: 1px solid var(--line-2);
        border-radius: 6px;
        background: var(--raised);
        font-size: var(--text-s);
        font-weight: 600;
      }
      button:hover {
        border-color: var(--ink-3);
      }
      span {
        font-size: var(--text-s);
        color: var(--ink-2);
      }
    `,
  ]

  override disconnectedCallback(): void {
    clearTimeout(this.#quiet)
    super.disconnectedCallback()
  }

  override render() {
    return html`<span role="status">${this.said}</span
      ><button type="button" @click=${() => void this.#copy()}>
        ${this.#speaker.words.ui.raw.copy}
      </button>`
  }

  async #copy(): Promise<void> {
    const { copied, selected } = this.#speaker.words.ui.raw
    const isCopied = await this.#write()
    if (!isCopied && this.source !== null) getSelection()?.selectAllChildren(this.source)
    this.said = isCopied ? copied : selected
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => {
      this.said = ''
    }, told)
  }

  async #write(): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(this.text)
      return true
    } catch {
      return false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-copy': LabCopy
  }
}
