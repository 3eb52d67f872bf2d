import { css, html, LitElement, nothing } from 'lit'
import { base } from './styles/base.ts'
import { icon } from './icons.ts'

/**
 * Something the learner should know, in a strip above the stage, with what can be done about it.
 *
 * @fires lab-notice-action - the button was pressed
 */
export class LabNotice extends LitElement {
  static override properties = {
    words: { attribute: false },
    action: { attribute: false },
    serious: { type: Boolean, reflect: true },
  }
  declare words: string
  /** Words of the button. */
  declare action: string
  declare serious: boolean

  constructor() {
    super()
    this.words = ''
    this.action = ''
    this.serious = false
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        padding: 8px 16px;
        background: var(--expiry-wash);
        color: var(--ink);
        font-size: var(--text-s);
      }
      svg {
        color: var(--expiry);
      }
      :host([serious]) {
        background: var(--refuse-wash);
      }
      :host([serious]) svg {
        color: var(--refuse);
      }
      p {
        flex: 1;
        min-inline-size: 12em;
      }
      button {
        min-height: 30px;
        padding: 2px 12px;
        border: 1px solid currentcolor;
        border-radius: 6px;
        font-weight: 600;
      }
    `,
  ]

  override render() {
    return html`${icon('warning')}
      <p role="alert">${this.words}</p>
      ${
        this.action === ''
          ? nothing
          : html`<button
              type="button"
              @click=${() => this.dispatchEvent(new CustomEvent('lab-notice-action'))}
            >
              ${this.action}
            </button>`
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-notice': LabNotice
  }
}
