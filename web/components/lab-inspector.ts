import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Secret } from '../../scenarios/view/secrets.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { icon } from './icons.ts'
import { chip, fateWords, kindWords } from './lab-chip.ts'

const tabs = ['message', 'cookies', 'state', 'screen'] as const
type Tab = (typeof tabs)[number]

const titles: Readonly<Record<Tab, string>> = {
  message: 'Message',
  cookies: 'Cookies',
  state: 'State',
  screen: 'Screen',
}

/**
 * The message at the cursor from four sides: what crossed the wire, cookies and why, what everybody
 * remembers, what the user sees. Above them the life of the secret that is being followed.
 *
 * @fires lab-seek - a message of the followed secret's life
 * @fires lab-follow - null when following ends
 */
export class LabInspector extends LitElement {
  static override properties = {
    moment: { attribute: false },
    tab: { state: true },
  }
  declare moment: Moment | null
  declare tab: Tab

  constructor() {
    super()
    this.moment = null
    this.tab = 'message'
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: var(--surface);
      }
      [role='tablist'] {
        display: flex;
        gap: 2px;
        padding: 0 14px;
        border-bottom: 1px solid var(--line);
      }
      [role='tab'] {
        min-height: 40px;
        padding: 0 12px;
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--ink-3);
        border-bottom: 2px solid transparent;
        margin-bottom: -1px;
      }
      [role='tab']:hover {
        color: var(--ink);
      }
      [role='tab'][aria-selected='true'] {
        color: var(--ink);
        border-bottom-color: var(--now);
      }
      .mark {
        display: inline-block;
        margin-inline-start: 5px;
        padding: 0 5px;
        border-radius: 8px;
        background: var(--now-wash);
        color: var(--now);
        font-size: var(--text-xs);
      }
      [role='tabpanel'] {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
        scrollbar-color: var(--line-2) transparent;
      }
      .life {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        padding: 8px 16px 10px 20px;
        border-bottom: 1px solid var(--line);
        background: var(--ground);
        font-size: var(--text-s);
      }
      .life ol {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
      }
      .life ol button {
        min-inline-size: 26px;
        min-height: 24px;
        border-radius: 5px;
        font-variant-numeric: tabular-nums;
        color: var(--now);
        font-weight: 600;
      }
      .life ol button:hover,
      .life ol button[aria-current] {
        background: var(--now-wash);
      }
      .close {
        margin-inline-start: auto;
        inline-size: 28px;
        border-radius: 6px;
      }
    `,
  ]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    return html`
      <div role="tablist" aria-label="Inspector" @keydown=${this.#keyed}>
        ${tabs.map((tab) => this.#tab(tab, moment))}
      </div>
      ${moment.followed === null ? nothing : this.#life(moment.followed, moment)}
      <div role="tabpanel" id="panel" tabindex="0" aria-labelledby="tab-${this.tab}">
        ${this.#panel(moment)}
      </div>
    `
  }

  #tab(tab: Tab, { message, tables }: Moment) {
    const counts: Readonly<Record<Tab, number>> = {
      message: 0,
      cookies: (message?.cookies.length ?? 0) + (message?.received.length ?? 0),
      state: tables
        .filter(({ name }) => name !== 'jar')
        .reduce(
          (sum, { entries, gone }) => sum + entries.filter((e) => e.fresh).length + gone.length,
          0,
        ),
      screen: 0,
    }
    const count = counts[tab]
    const isChosen = tab === this.tab
    return html`<button
      type="button"
      role="tab"
      id="tab-${tab}"
      aria-selected=${isChosen ? 'true' : 'false'}
      aria-controls="panel"
      tabindex=${isChosen ? 0 : -1}
      @click=${() => {
        this.tab = tab
      }}
    >
      ${titles[tab]}${
        count === 0
          ? nothing
          : html`<span class="mark">${count}<span class="unseen"> at this message</span></span>`
      }
    </button>`
  }

  #panel(moment: Moment) {
    const panels: Readonly<Record<Tab, TemplateResult>> = {
      message: html`<lab-message .moment=${moment}></lab-message>`,
      cookies: html`<lab-cookies .moment=${moment}></lab-cookies>`,
      state: html`<lab-state .moment=${moment}></lab-state>`,
      screen: html`<lab-screen .moment=${moment}></lab-screen>`,
    }
    return panels[this.tab]
  }

  #life(secret: Secret, moment: Moment) {
    const fate = moment.fates.get(secret.name) ?? 'alive'
    return html`<section class="life" aria-label="Followed secret">
      ${chip(secret, moment)}
      <span>${kindWords(secret.kind)}, ${fateWords(fate)}. Carried by messages</span>
      <ol>
        ${secret.carriedBy.map(
          (n) =>
            html`<li>
              <button
                type="button"
                aria-current=${n === moment.cursor ? 'step' : nothing}
                @click=${() => emit(this, 'lab-seek', n)}
              >
                ${n}
              </button>
            </li>`,
        )}
      </ol>
      <button
        type="button"
        class="close"
        aria-label="Stop following"
        title="Stop following (Esc)"
        @click=${() => emit(this, 'lab-follow', null)}
      >
        ${icon('cross')}
      </button>
    </section>`
  }

  async #focus(tab: Tab): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus()
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length]
    if (next === undefined) return
    this.tab = next
    void this.#focus(next)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-inspector': LabInspector
  }
}
