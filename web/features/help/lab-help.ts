import { css, html, LitElement, nothing } from 'lit'
import { emit, tellToggle } from '../events.ts'
import { shortcuts } from './keyboard.ts'
import { base } from '../../ui/styles/base.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'

/** A key, or several at once (`Shift →`), as the keyboards of a language have them. */
const keyName = (key: string, help: Catalogue['help']): string => {
  const names: Readonly<Record<string, string>> = {
    Space: help.space,
    Shift: help.shift,
    Home: help.home,
    End: help.end,
  }
  return key
    .split(' ')
    .map((word) => names[word] ?? word)
    .join(' ')
}

/**
 * The keys and what they do, over the page.
 *
 * @fires lab-shortcuts - single-key shortcuts switched on or off
 * @fires lab-tour - the tour of the page is wanted
 */
export class LabHelp extends LitElement {
  static override properties = {
    shortcutsOn: { attribute: false },
    keeps: { type: Boolean },
  }
  declare shortcutsOn: boolean
  /** The page is the app’s own, which a device can keep. */
  declare keeps: boolean

  constructor() {
    super()
    this.shortcutsOn = true
    this.keeps = false
  }

  static override styles = [
    base,
    css`
      dialog {
        inline-size: min(480px, calc(100vw - 32px));
        max-block-size: calc(100vh - 48px);
        padding: 20px 24px 24px;
        border: 1px solid var(--line-2);
        border-radius: 12px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: 0 20px 60px rgb(0 0 0 / 28%);
      }
      dialog::backdrop {
        background: rgb(10 14 22 / 45%);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 12px;
      }
      h2 {
        font-size: 1.0625rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 7px 18px;
        align-items: center;
        font-size: var(--text-s);
      }
      dt {
        display: flex;
        gap: 4px;
      }
      kbd {
        padding: 1px 7px;
        border: 1px solid var(--line-2);
        border-block-end-width: 2px;
        border-radius: 5px;
        background: var(--surface);
        font: 600 0.75rem var(--mono);
        white-space: nowrap;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        margin-top: 16px;
        font-size: var(--text-s);
      }
      input {
        inline-size: 18px;
        block-size: 18px;
        accent-color: var(--now);
      }
      .tour {
        margin-top: 8px;
        min-height: 36px;
        padding: 4px 16px;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        font-weight: 600;
        font-size: var(--text-s);
      }
      .tour:hover {
        background: var(--sunken);
      }
      hr {
        margin-block: 16px 12px;
        border: 0;
        border-top: 1px solid var(--line);
      }
      .close {
        display: grid;
        place-items: center;
        inline-size: 32px;
        min-height: 32px;
        border-radius: 6px;
      }
    `,
  ]

  readonly #speaker = speaker(this)
  readonly #toggled = tellToggle(this, 'help')

  /** Opens the help over everything else. */
  show(): void {
    this.renderRoot.querySelector('dialog')?.showModal()
  }

  override render() {
    const { help } = this.#speaker.words.ui
    return html`<dialog aria-labelledby="title" @toggle=${this.#toggled}>
      <header>
        <h2 id="title">${help.title}</h2>
        <form method="dialog">
          <button class="close" aria-label=${help.close}>${icon('cross')}</button>
        </form>
      </header>
      <dl>
        ${shortcuts.map(
          ([keys, words]) =>
            html`<dt>${keys.map((key) => html`<kbd>${keyName(key, help)}</kbd>`)}</dt>
              <dd>${help[words]}</dd>`,
        )}
      </dl>
      <label>
        <input
          type="checkbox"
          .checked=${this.shortcutsOn}
          @change=${(event: Event) =>
            emit(this, 'lab-shortcuts', (event.target as HTMLInputElement).checked)}
        />
        ${help.anywhere}
      </label>
      <form method="dialog">
        <button class="tour" @click=${() => emit(this, 'lab-tour', null)}>${help.tour}</button>
      </form>
      ${
        this.keeps
          ? html`<hr />
              <lab-offline></lab-offline>`
          : nothing
      }
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-help': LabHelp
  }
}
