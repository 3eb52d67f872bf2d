import { css, html, LitElement, nothing } from 'lit'
import { base } from '../styles/base.ts'
import { icon } from './icons.ts'

/** One thing to choose: a link, so that it can be opened beside. */
export interface Pick {
  readonly href: string
  readonly title: string
  readonly note: string
  readonly noteStands: boolean
  readonly current: boolean
}

export interface PickGroup {
  /** '' for a group that needs no heading. */
  readonly title: string
  readonly picks: readonly Pick[]
}

/** From so many things on, they can be searched. */
const many = 10

/** A button that opens a list of links, one of which is the current one. */
export class LabPicker extends LitElement {
  static override properties = {
    label: {},
    listLabel: {},
    findLabel: {},
    current: {},
    groups: { attribute: false },
    sought: { state: true },
  }
  /** What is chosen here. */
  declare label: string
  declare listLabel: string
  declare findLabel: string
  /** Title of what is chosen now. */
  declare current: string
  declare groups: readonly PickGroup[]
  declare sought: string

  constructor() {
    super()
    this.label = ''
    this.listLabel = ''
    this.findLabel = ''
    this.current = ''
    this.groups = []
    this.sought = ''
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        min-inline-size: 0;
      }
      .opener {
        display: inline-flex;
        flex: 1;
        align-items: center;
        justify-content: space-between;
        gap: 6px;
        min-inline-size: 0;
        min-block-size: 34px;
        padding: 2px 10px;
        border: 1px solid var(--line);
        border-radius: 8px;
        anchor-name: --opener;
      }
      .opener:hover {
        border-color: var(--line-2);
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }
      [popover] {
        inline-size: max-content;
        min-inline-size: min(240px, calc(100vw - 24px));
        max-inline-size: min(640px, calc(100vw - 24px));
        max-block-size: min(70vh, 640px);
        overflow: auto;
        padding: 8px;
        border: 1px solid var(--line-2);
        border-radius: 12px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: 0 16px 48px rgb(0 0 0 / 22%);
      }
      @supports (position-area: bottom) {
        [popover] {
          inset: auto;
          margin: 6px 0 0;
          position-anchor: --opener;
          position-area: bottom span-right;
          position-try-fallbacks: flip-inline;
        }
      }
      input {
        inline-size: 100%;
        min-block-size: 36px;
        margin-block-end: 6px;
        padding: 4px 12px;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--surface);
      }
      h2 {
        padding: 8px 12px 2px;
        color: var(--ink-3);
        font-size: var(--text-xs);
      }
      a {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 2px 20px;
        min-block-size: 44px;
        padding: 6px 12px;
        border-radius: 8px;
        color: var(--ink);
        text-decoration: none;
      }
      a:hover {
        background: var(--sunken);
      }
      a[aria-current] {
        background: var(--now-wash);
      }
      b {
        font-weight: 600;
      }
      .note {
        color: var(--ink-2);
        font-size: var(--text-xs);
      }
      .note.stands {
        color: var(--sso);
        font-weight: 600;
      }
    `,
  ]

  override render() {
    const count = this.groups.reduce((sum, { picks }) => sum + picks.length, 0)
    return html`<button type="button" class="opener" popovertarget="list">
        <span class="unseen">${this.label}: </span>
        <span class="title">${this.current}</span>${icon('down')}
      </button>
      <nav id="list" popover aria-label=${this.listLabel} @click=${this.#chosen}>
        ${
          count < many
            ? nothing
            : html`<input
                type="search"
                aria-label=${this.findLabel}
                placeholder=${this.findLabel}
                .value=${this.sought}
                @input=${this.#seek}
              />`
        }
        ${this.groups.map((group) => this.#group(group))}
      </nav>`
  }

  #group({ title, picks }: PickGroup) {
    const words = this.sought.toLowerCase().split(/\s+/)
    const found = picks.filter((pick) =>
      words.every((word) => `${pick.title} ${pick.note}`.toLowerCase().includes(word)),
    )
    if (found.length === 0) return nothing
    return html`${title === '' ? nothing : html`<h2>${title}</h2>`}
      <ul>
        ${found.map(
          (pick) =>
            html`<li>
              <a href=${pick.href} aria-current=${pick.current ? 'page' : nothing}>
                <b>${pick.title}</b>
                ${
                  pick.note === ''
                    ? nothing
                    : html`<span class="note ${pick.noteStands ? 'stands' : ''}"
                        >${pick.note}</span
                      >`
                }
              </a>
            </li>`,
        )}
      </ul>`
  }

  readonly #seek = ({ target }: Event): void => {
    this.sought = (target as HTMLInputElement).value
  }

  readonly #chosen = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest('a') === null) return
    this.renderRoot.querySelector<HTMLElement>('#list')?.hidePopover()
    this.sought = ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-picker': LabPicker
  }
}
