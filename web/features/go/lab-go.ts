import { css, html, LitElement } from 'lit'
import { emit, tellToggle } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'

/**
 * Asks for a message by number or by name.
 *
 * @fires lab-go - what was typed
 */
export class LabGo extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        margin-block-start: 18vh;
        padding: 18px 22px 22px;
        border: 1px solid var(--line-2);
        border-radius: 12px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: 0 20px 60px rgb(0 0 0 / 28%);
      }
      dialog::backdrop {
        background: rgb(10 14 22 / 30%);
      }
      label {
        display: grid;
        gap: 6px;
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .row {
        display: flex;
        gap: 8px;
      }
      input {
        inline-size: 18em;
        max-inline-size: 60vw;
        min-height: 36px;
        padding: 4px 10px;
        border: 1px solid var(--line-2);
        border-radius: 6px;
        background: var(--surface);
      }
      button {
        padding: 0 14px;
        border-radius: 6px;
        background: var(--now);
        color: var(--on-now);
        font-weight: 600;
      }
    `,
  ]

  readonly #speaker = speaker(this)
  readonly #toggled = tellToggle(this, 'go')

  /** Opens the question over everything else. */
  show(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    const input = this.renderRoot.querySelector('input')
    if (input !== null) input.value = ''
    dialog?.showModal()
  }

  override render() {
    const { go } = this.#speaker.words.ui
    return html`<dialog aria-label=${go.title} @toggle=${this.#toggled}>
      <form method="dialog" @submit=${this.#go}>
        <label>
          ${go.question}
          <span class="row">
            <input name="step" autocomplete="off" spellcheck="false" />
            <button>${go.go}</button>
          </span>
        </label>
      </form>
    </dialog>`
  }

  readonly #go = (): void => {
    const typed = this.renderRoot.querySelector('input')?.value.trim() ?? ''
    if (typed !== '') emit(this, 'lab-go', typed)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-go': LabGo
  }
}
